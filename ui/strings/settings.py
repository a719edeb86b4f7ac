"""The words of the settings and of the first set-up in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "set.title": ("Ajustes de esta mesa", "Settings of this desk"),
    "set.first": ("Preparar esta mesa", "Set up this desk"),
    "set.first_hint": (
        "Flechas y cifras eligen; Enter termina. Todo se puede cambiar después.",
        "Arrows and figures choose; Enter finishes. All of it can be changed later.",
    ),
    "set.hint": (
        "Flechas ↑ ↓ cambian de fila, las cifras eligen. Enter guarda, Esc deja todo como estaba.",
        "Arrows ↑ ↓ change the row, figures choose. Enter saves, Esc leaves everything as it was.",
    ),
    "set.save": ("Guardar", "Save"),
    "set.begin": ("Empezar", "Begin"),
    "set.leave": ("Dejar como estaba", "Leave as it was"),
    "set.language": ("Idioma del funcionario", "Officer's language"),
    "set.language.es": ("Español", "Español"),
    "set.language.en": ("English", "English"),
    "set.post": ("Puesto", "Post"),
    "set.desk": ("Mesa", "Desk"),
    "set.desk.name": ("Mesa {desk}", "Desk {desk}"),
    "set.printer": ("Impresora", "Printer"),
    "set.printer.own": ("La del sistema", "The system's own"),
    "set.look": ("Aspecto", "Look"),
    "set.size": ("Tamaño", "Size"),
    "set.locks_after": ("Bloqueo", "Lock"),
    "set.locks_after.hint": ("Sin uso este tiempo, pide PIN", "Unused so long, asks for a PIN"),
    "set.minutes": ("{count} min", "{count} min"),
    "set.second_screen": ("Pantalla de la persona", "Traveller's screen"),
    "set.second_screen.hint": ("Se abre sola al empezar", "Opens by itself at the start"),
    "set.sound": ("Sonido", "Sound"),
    "set.sound.hint": ("Avisa cuando algo se pasa de hora", "Tells when something is overdue"),
    "set.training": ("Entrenamiento", "Training"),
    "set.training.hint": (
        "Nada cuenta; se pueden probar textos sin firma",
        "Nothing counts; unsigned texts may be tried",
    ),
    "set.yes": ("Sí", "Yes"),
    "set.no": ("No", "No"),
    "set.saved": ("Ajustes guardados.", "Settings saved."),
    "set.saved_next": (
        "Ajustes guardados. Puesto, mesa, impresora y entrenamiento cambian al abrir de nuevo.",
        "Settings saved. Post, desk, printer and training change when the desk is opened again.",
    ),
    "set.later": ("Cambia al abrir de nuevo", "Changes when opened again"),
    "set.here": (
        "Este registro es de {post}. Con otro puesto, lo ya guardado queda donde está.",
        "These records are of {post}. With another post, what was saved stays where it is.",
    ),
}
