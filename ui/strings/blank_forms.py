"""The words of blank forms and of what is typed in later in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "act.paper": ("Fichas en papel", "Paper forms"),
    "help.paper": (
        "Escribir una ficha llenada a mano, o hacer fichas en blanco",
        "Type in a filled form, or make blank ones",
    ),
    "paper.title": ("Escribir una ficha llenada a mano", "Type in a form filled by hand"),
    "paper.help": (
        "Cuenta en el día y la hora de la ficha, con la edición de entonces; queda anotado que se escribió después.",
        "It counts on the day and hour of the form, by the edition of then; the record says it was typed in later.",
    ),
    "paper.number": (
        "Número de la ficha (bastan las últimas cifras)",
        "Number of the form (its last figures are enough)",
    ),
    "paper.when": ("Fecha y hora del control (22/3 14:30, ayer 9:15)", "Date and time of the screening (22/3 14:30)"),
    "paper.when_help": (
        "Escriba cuándo fue el control: 22/3 14:30, ayer 9:15, o la hora sola si fue hoy.",
        "Type when the screening was: 22/3 14:30, yesterday 9:15, or the time alone if today.",
    ),
    "paper.said": ("{day}, {time} · {edition}", "{day}, {time} · {edition}"),
    "paper.no_edition": ("ninguna edición regía", "no edition was in force"),
    "paper.bad_when": (
        "Falta la fecha y hora del control, o no ha llegado todavía. Lo escrito sigue ahí.",
        "The date and time of the screening are missing, or still to come. What you typed is still there.",
    ),
    "paper.type": ("Empezar a escribirla", "Begin to type it in"),
    "paper.blank": ("Hacer fichas en blanco", "Make blank forms"),
    "paper.blank_help": (
        "Las preguntas del procedimiento vigente, en español e inglés. Cada ficha reserva un número propio.",
        "The questions of the procedure in force, in Spanish and English. Each form reserves a number of its own.",
    ),
    "paper.count": ("Cuántas (1 a 100)", "How many (1 to 100)"),
    "paper.bad_count": ("Escriba cuántas fichas, de 1 a 100.", "Type how many forms, 1 to 100."),
    "paper.print": ("Reservar e imprimir", "Reserve and print"),
    "paper.save": ("Reservar y guardar como PDF", "Reserve and save as PDF"),
    "paper.printed": ("{count} fichas enviadas a la impresora", "{count} forms sent to the printer"),
    "paper.not_printed": (
        "Las fichas no se imprimieron: {detail}. Sus números quedan reservados; guárdelas como PDF.",
        "The forms were not printed: {detail}. Their numbers stay reserved; save some as PDF.",
    ),
    "paper.waiting": (
        "{reserved} reservadas hasta ahora; {waiting} sin escribir.",
        "{reserved} reserved so far; {waiting} not typed in.",
    ),
    "paper.late": ("De papel: {day}, {time}", "From paper: {day}, {time}"),
    "details.at": ("Hora en la ficha (9:50); vacío si no consta", "Time on the form (9:50); empty if not noted"),
    "details.bad_at": (
        "Esa hora no se entiende, es anterior al control o no ha llegado. Escriba 9:50, o déjela vacía.",
        "That time is not understood, is before the screening or still to come. Type 9:50, or leave it empty.",
    ),
    "duty.of_paper": ("de papel", "from paper"),
    "duty.on_paper": ("de papel, límite {time}", "from paper, limit {time}"),
    "duty.done_on_paper": ("hecho, en papel", "done, on paper"),
    "records.late": ("de papel", "from paper"),
    "told.late": (
        "Escrito después, de la ficha {form}. El control fue el {day} a las {time}.",
        "Typed in later, from form {form}. The screening was on {day} at {time}.",
    ),
}
