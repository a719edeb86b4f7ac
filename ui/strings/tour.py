"""The words of the tour in Spanish and English; what is said of each traveller stands in the scripts."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "tour.banner": ("práctica para un funcionario nuevo", "a tour for a new officer"),
    "tour.number": ("{number} de {of}", "{number} of {of}"),
    "tour.hold": ("Acercar el documento de ejemplo", "Hold the sample document to the reader"),
    "tour.astray": (
        "Esta pregunta no es del recorrido. Vuelva un paso, o conteste como quiera: nada se guarda.",
        "This question is not of the tour. Go back one step, or answer as you like: nothing is kept.",
    ),
    "tour.done": (
        "Terminó: una persona sana, una que espera y una emergencia. Esc cierra; nada quedó guardado.",
        "Done: one who is well, one who waits, one emergency. Esc closes; nothing was kept.",
    ),
}
