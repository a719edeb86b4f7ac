"""The words of the day page in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "day.title": ("Resumen del día", "Summary of the day"),
    "day.exact": ("Exacto: autoridad sanitaria", "Exact: health authority"),
    "day.public": ("Otros: sin números pequeños", "Others: no small numbers"),
    "day.conformance": ("Cumplimiento", "Conformance"),
    "day.part": ("Filtrar: todo el día", "Filter: the whole day"),
    "day.of_part": ("Filtrar: {part}", "Filter: {part}"),
    "part.desk": ("Mesa: {what}", "Desk: {what}"),
    "part.hours": ("Horas: {what}", "Hours: {what}"),
    "part.classification": ("Clase: {what}", "Class: {what}"),
    "part.outcome": ("Desenlace: {what}", "Outcome: {what}"),
    "part.all": ("todo", "all"),
    "part.none": ("Todo el día", "The whole day"),
    "part.done": ("Listo", "Done"),
    "part.classification_none": ("sin concluir", "not concluded"),
    "part.outcome_none": ("sin desenlace todavía", "no outcome yet"),
    "day.whole_only": (
        "La hoja para otros es siempre del día entero: de sus partes se podrían deducir los números ocultos.",
        "The sheet for others is always of the whole day: from its parts hidden numbers could be worked out.",
    ),
    "day.no_part": (
        "El registro {form} es siempre del día entero. Quite primero el filtro (0, después 5).",
        "The {form} registry is always of the whole day. First take the filter off (0, then 5).",
    ),
    "day.nobody_of_part": (
        "Nadie entra en este filtro. Una parte del día nunca es un informe cero.",
        "Nobody fits this filter. A part of a day is never a zero report.",
    ),
    "day.no_such": (
        "Del cumplimiento no hay {form}: elija PDF, XLSX, CSV o JSON.",
        "There is no {form} of the conformance: choose PDF, XLSX, CSV or JSON.",
    ),
    "conform.language": ("es", "en"),
    "conform.title": ("Cumplimiento · {day}", "Conformance · {day}"),
    "conform.screenings": ("controles", "screenings"),
    "conform.skipped": ("pasos obligatorios sin respuesta", "mandatory steps left open"),
    "conform.unknown": ("de las respuestas: no se sabe", "of the answers: not known"),
    "conform.overrides": ("juicios distintos del funcionario", "overrides by an official"),
    "conform.late": ("de las tareas, con retraso", "of the duties late"),
    "conform.seconds": ("persona sana: mediana · 95 %", "a well traveller: median · 95th"),
    "conform.skipped_by": ("Pasos obligatorios sin respuesta", "Mandatory steps left open"),
    "conform.late_by": ("Tareas con retraso", "Duties late"),
    "conform.overrides_by": ("Motivos de los juicios distintos", "Reasons of the overrides"),
    "conform.not_done_by": ("Tareas no hechas al cerrar", "Duties not done at closing"),
    "day.of_desk": ("mesa {desk}", "desk {desk}"),
    "conform.wrong_pins": ("PIN equivocados", "Wrong PINs"),
    "conform.rooms": ("Salas de aislamiento", "Isolation rooms"),
    "conform.given": ("Personas llevadas a una sala", "People brought to a room"),
    "conform.unseen": ("Veces que nadie miró a tiempo", "Times nobody looked in in time"),
    "conform.none": ("ninguno", "none"),
    "conform.no_number": ("–", "–"),
    "conform.note": (
        (
            "Entre paréntesis, de cuántas. Terminaron antes (no aceptó, se fue, falleció): {early}. "
            "Habla de pasos y tareas, nunca de un funcionario. El entrenamiento no cuenta."
        ),
        (
            "In brackets, of how many. Ended early (refused, left, died): {early}. It tells of steps and duties, "
            "never of an officer. Drills do not count."
        ),
    ),
    "day.earlier": ("Día anterior", "Day before"),
    "day.later": ("Día siguiente", "Day after"),
    "day.print": ("Imprimir", "Print"),
    "day.pdf": ("Guardar PDF", "Save PDF"),
    "day.xlsx": ("Guardar XLSX", "Save XLSX"),
    "day.csv": ("Guardar CSV", "Save CSV"),
    "day.json": ("Guardar JSON", "Save JSON"),
    "day.dtm": ("Guardar registro DTM (CSV)", "Save DTM registry (CSV)"),
    "day.drawing": ("Se está dibujando la hoja…", "The sheet is being drawn…"),
    "day.one": ("1 control", "1 screening"),
    "day.count": ("{count} controles", "{count} screenings"),
    "day.zero": (
        "Nadie fue controlado este día. La hoja es un informe cero y se envía igual.",
        "Nobody was screened on this day. The sheet is a zero report and is sent all the same.",
    ),
    "day.future": ("Este día aún no ha llegado.", "This day has not come yet."),
    "day.no_edition": (
        "Ese día no había ninguna edición en vigor en este puesto; no hay resumen.",
        "No edition was in force at this post on that day; there is no summary.",
    ),
    "day.saved": ("Guardado: {name}", "Saved: {name}"),
    "day.not_saved": (
        "No se pudo guardar {name}: {detail}. Elija otra carpeta.",
        "{name} could not be saved: {detail}. Choose another folder.",
    ),
    "day.printed": ("La hoja está en la impresora.", "The sheet is with the printer."),
    "day.not_printed": ("No se imprimió: {detail}", "Not printed: {detail}"),
    "day.failed": (
        "La hoja no se pudo dibujar: {detail}. Los registros están completos; inténtelo otra vez.",
        "The sheet could not be drawn: {detail}. The records are whole; try again.",
    ),
    "day.wait": ("Espere a que la hoja esté dibujada.", "Wait until the sheet is drawn."),
}
