"""The words of the day page in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "day.title": ("Resumen del día", "Summary of the day"),
    "day.exact": ("Exacto: autoridad sanitaria", "Exact: health authority"),
    "day.public": ("Otros: sin números pequeños", "Others: no small numbers"),
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
