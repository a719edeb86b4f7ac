"""The words of what changed in the texts that bind, in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "changes.title": ("Cambió lo que rige en este puesto", "What is in force at this post has changed"),
    "changes.why": (
        "Léalo antes de la siguiente persona. Quien ya está en control termina con el texto con que empezó.",
        "Read it before the next traveller. A screening that has begun ends under the text it began with.",
    ),
    "changes.since": ("Rige aquí desde el {day}, {time}", "In force here since {day}, {time}"),
    "changes.signed": ("firma: {signer}, paquete {pack}", "signed by {signer}, pack {pack}"),
    "changes.by": ("activó: {officer}", "activated by {officer}"),
    "changes.dates": ("por las fechas de la edición", "by the dates of the edition"),
    "changes.before": ("Antes regía: {title}", "Before it: {title}"),
    "changes.first": ("Antes no regía ningún texto", "Before it no text was in force"),
    "changes.counting": ("Comparando con lo que regía antes…", "Comparing with what was in force before…"),
    "changes.classes": ("Quién recibe otra clase", "Who gets another class"),
    "changes.met": ("ahora: {criterion}", "now: {criterion}"),
    "changes.lost": ("ya no: {criterion}", "no longer: {criterion}"),
    "changes.no_class": ("Nadie recibe otra clase", "Nobody gets another class"),
    "changes.text": ("Qué dice el texto de otro modo", "What the text says otherwise"),
    "changes.no_text": ("El texto no cambia lo que se hace", "The text changes nothing that is done"),
    "changes.added": ("{section}, añadido: {names}", "{section}, added: {names}"),
    "changes.removed": ("{section}, quitado: {names}", "{section}, removed: {names}"),
    "changes.altered": ("{section}, cambiado: {names}", "{section}, changed: {names}"),
    "changes.value": ("{name}: {before} → {after}", "{name}: {before} → {after}"),
    "changes.more": ("y {count} más", "and {count} more"),
    "changes.all": (
        "Todo, con sus cláusulas: página de procedimientos ({key}).",
        "All of it, with its clauses: the page of procedures ({key}).",
    ),
    "changes.read": ("Lo he leído", "I have read it"),
    "changes.later": ("Más tarde", "Later"),
    "changes.noted": ("Anotado: usted lo ha leído.", "Noted: you have read it."),
    "changes.left_out": (
        "Un archivo de procedimientos quedó fuera ({file}); sigue lo que rige. {why}",
        "A file of procedures was left out ({file}); what is in force goes on. {why}",
    ),
    "changes.unsigned": (
        "Nadie lo firmó. Pida a la autoridad un paquete firmado.",
        "Nobody signed it. Ask the authority for a signed pack.",
    ),
    "changes.broken": (
        "Su firma o su contenido no valen. Avise a supervisión y pida el archivo otra vez.",
        "Its signature or its content does not hold. Tell the supervisor, and ask for the file again.",
    ),
}
