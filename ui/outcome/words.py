"""The words of the outcome in Spanish and English. Importing the package gives them to `tr`."""

from __future__ import annotations

from typing import Final

from ui.strings_table import TABLE

WORDS: Final[dict[str, tuple[str, str]]] = {
    "outcome.by": ("según {edition}, criterio {criterion}", "by {edition}, criterion {criterion}"),
    "outcome.by_none": ("según {edition}", "by {edition}"),
    "outcome.between": ("entre «{floor}» y «{ceiling}»", "between “{floor}” and “{ceiling}”"),
    "outcome.precaution": ("PRECAUCIÓN", "PRECAUTION"),
    "outcome.because": ("POR QUÉ", "BECAUSE"),
    "outcome.unknown": ("NO SE SABE", "NOT KNOWN"),
    "outcome.could": ("{fact}: puede cambiar la clasificación", "{fact}: could change the class"),
    "outcome.ask": ("Preguntar ahora", "Ask now"),
    "outcome.judgement": ("SU CRITERIO", "YOUR JUDGEMENT"),
    "outcome.agrees": ("De acuerdo con el programa", "Agrees with the program"),
    "outcome.not_judged": (
        "Sin criterio propio: vale la del programa",
        "No judgement of its own: the program's stands",
    ),
    "outcome.judged": ("{class_}. Motivo: {reason}", "{class_}. Reason: {reason}"),
    "outcome.pending": (
        "Espera a una segunda persona; la precaución sigue.",
        "Waits for a second person; the precaution stays.",
    ),
    "outcome.agreed": ("Segunda persona: {who}", "Second person: {who}"),
    "outcome.countersign": ("Segunda persona firma", "Second person agrees"),
    "outcome.duties": ("TAREAS", "DUTIES"),
    "outcome.next": ("Intro: {duty}", "Enter: {duty}"),
    "outcome.met": ("se cumple", "met"),
    "outcome.not_met": ("no se cumple", "not met"),
    "outcome.open": ("no se sabe", "not known"),
    "outcome.within": ("quedan {time}", "{time} left"),
    "outcome.late": ("tarde: {time}", "overdue {time}"),
    "outcome.done_at": ("hecho {time}", "done {time}"),
    "outcome.afterwards": ("después", "afterwards"),
    "outcome.closed": ("Terminado · {outcome}", "Finished · {outcome}"),
    "outcome.again": ("Cambió la última respuesta", "The last answer changed this"),
    "outcome.slip": ("Hoja {number}", "Slip {number}"),
    "outcome.printed": ("Hoja {number} enviada a imprimir.", "Slip {number} sent to print."),
    "outcome.queued": ("La hoja espera en la cola de impresión.", "The slip waits in the print queue."),
    "outcome.escalates": ("si se atrasa: {role}", "if late: {role}"),
    "second.title": ("¿Quién está de acuerdo con la clasificación más baja?", "Who agrees to the lower class?"),
    "second.name": ("Nombre de la segunda persona", "Name of the second person"),
    "second.code": ("Su código, por ejemplo o-21", "Their code, for example o-21"),
    "second.here": ("Presente", "Present"),
    "second.phone": ("Por teléfono", "By phone"),
    "second.missing": ("Falta el nombre o el código.", "Name or code is missing."),
    "details.taken_by": ("Quién atendió la llamada", "Who took the call"),
    "details.reference": ("Referencia o número del aviso", "Reference or number of the notice"),
    "details.vehicle": ("Vehículo: placa o tipo", "Vehicle: plate or kind"),
    "details.driver": ("Conductor", "Driver"),
    "details.attendant": ("Acompañante", "Attendant"),
    "details.received_by": ("Quién recibe", "Who receives"),
    "details.receiver": ("DESTINO", "DESTINATION"),
    "details.condition": ("ESTADO AL ENTREGAR", "CONDITION AT HANDOVER"),
    "details.stable": ("Estable", "Stable"),
    "details.weaker": ("Más débil", "Weaker"),
    "details.severe": ("Grave", "Severe"),
    "details.help": (
        "Se puede omitir: Intro sin escribir deja la tarea hecha. Intro o ↓ pasa al siguiente.",
        "May be skipped: Enter with nothing typed does the duty. Enter or ↓ goes on.",
    ),
    "details.choose": (
        "Después del último campo, una cifra elige y termina.",
        "After the last field a figure chooses and finishes.",
    ),
}
TABLE.update(WORDS)
