"""The words of the opening, the strip and the idle page in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "start.name": ("Paso Seguro", "Paso Seguro"),
    "start.opening": ("Abriendo el puesto…", "Opening the desk…"),
    "start.independent": (
        "Independiente de la OMS y de la OIM. Una persona decide; el programa propone.",
        "Independent of WHO and IOM. A person decides; the program proposes.",
    ),
    "start.failed": ("El puesto no se pudo abrir", "The desk could not be opened"),
    "start.again": ("Intentar otra vez", "Try again"),
    "clock.question": ("¿Son correctas la fecha y la hora?", "Are date and time right?"),
    "clock.first": (
        "Confirme primero la fecha y la hora: tecla 1. Después lea el documento.",
        "Confirm date and time first: key 1. Then scan the document.",
    ),
    "clock.now": ("{day}, {time}", "{day}, {time}"),
    "clock.why": (
        "Los plazos de 14 días y las hojas dependen de este reloj.",
        "The 14-day windows and the slips depend on this clock.",
    ),
    "clock.yes": ("Sí, es correcto", "Yes, that is right"),
    "clock.no": ("No, avisar a supervisión", "No, tell the supervisor"),
    "clock.wrong": (
        "Hora sin confirmar. Corrija el reloj del equipo y confirme aquí.",
        "Clock not confirmed. Set the computer's clock and confirm here.",
    ),
    # strip
    "strip.desk": ("mesa {desk} · funcionario {officer}", "desk {desk} · officer {officer}"),
    "strip.definition": ("Definición {of} {edition}", "{of} definition {edition}"),
    "strip.who": ("OMS", "WHO"),
    "strip.in_force": ("vigente", "in force"),
    "strip.since": ("rige aquí desde el {day}", "in force here since {day}"),
    "strip.amber": ("por revisar", "review is due"),
    "strip.queued": ("{count} en cola", "{count} queued"),
    "strip.no_printer": ("sin impresora", "no printer"),
    "strip.printer": ("impresora lista", "printer ready"),
    "strip.battery": ("batería", "battery"),
    "strip.clock_open": ("hora sin confirmar", "clock not confirmed"),
    "strip.training": ("ENTRENAMIENTO", "TRAINING"),
    # idle
    "idle.title": ("Listo para la siguiente persona", "Ready for the next traveller"),
    "idle.scan": ("Acerque el documento al lector", "Hold the document to the reader"),
    "idle.new": ("Sin documento: basta el nombre hablado", "No papers: a spoken name is enough"),
    "idle.typed": ("El lector no lee: copiar las líneas", "The reader fails: copy the lines"),
    "idle.due": ("Toca ahora: {what}", "Due now: {what}"),
    "idle.last": ("Anterior: {outcome}", "Before: {outcome}"),
    "idle.party": ("Familia, bote o vehículo: un grupo", "Family, boat or vehicle: a group"),
    "idle.party_open": ("Grupo abierto ({count}): la siguiente persona", "Group open ({count}): the next of it"),
}
