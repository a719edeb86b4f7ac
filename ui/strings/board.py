"""The words of the board in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "board.title": ("En espera y por hacer", "Waiting and to be done"),
    "board.heading": ("EN ESPERA ({count})", "WAITING ({count})"),
    "board.unfinished": ("{count} sin terminar: siga donde quedó", "{count} unfinished: go on where it stopped"),
    "board.empty": ("Nadie espera y nada queda por hacer.", "Nobody waits and nothing is left to do."),
    "board.help": (
        "↑↓ elegir · Intro seguir en el mismo paso · 1 tarea hecha · Esc cerrar",
        "↑↓ choose · Enter go on at the same step · 1 duty done · Esc close",
    ),
    "board.due": ("ahora", "now"),
    "board.in": ("en {time}", "in {time}"),
    "board.second": ("segunda lectura", "second reading"),
    "board.aside": ("apartada", "set aside"),
    "board.next": ("pasó la siguiente persona", "next traveller came"),
    "owed.heading": ("POR HACER DESPUÉS DE SU SALIDA ({count})", "STILL TO BE DONE AFTER THEY LEFT ({count})"),
    "owed.rail": ("POR HACER ({count}) · F9", "TO BE DONE ({count}) · F9"),
    "owed.rail_late": ("POR HACER ({count}), {late} con retraso · F9", "TO BE DONE ({count}), {late} late · F9"),
    "owed.number": ("control {number}", "screening {number}"),
    "owed.whose": ("Lo hace: {role}", "Done by: {role}"),
    "owed.since": ("salió hace {time}", "left {time} ago"),
    "owed.tell": ("AVISAR a: {role}", "TELL: {role}"),
    "owed.would_tell": ("con retraso, avisar a: {role}", "if late, tell: {role}"),
    "owed.late": ("{time} de retraso", "{time} late"),
    "owed.no_limit": ("sin plazo", "no limit"),
    "owed.press": (
        "Pulse 1 cuando esta tarea esté hecha; queda anotado y no se deshace.",
        "Press 1 when this duty is done; that goes on record and is not undone.",
    ),
    "owed.done": ("Anotado: {duty}.", "On record: {duty}."),
    "owed.older": (
        "Hay más, de controles anteriores: aparecen cuando estas tareas estén hechas.",
        "There is more, of earlier screenings: it comes up when these duties are done.",
    ),
    "board.interrupted": ("interrumpida: el programa se cerró", "interrupted: the program ended"),
}
