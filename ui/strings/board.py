"""The words of the board in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "board.title": ("En espera", "Waiting"),
    "board.unfinished": ("{count} sin terminar: siga donde quedó", "{count} unfinished: go on where it stopped"),
    "board.empty": ("Nadie espera.", "Nobody waits."),
    "board.help": (
        "↑↓ elegir · Intro seguir en el mismo paso · Esc cerrar",
        "↑↓ choose · Enter go on at the same step · Esc close",
    ),
    "board.due": ("ahora", "now"),
    "board.in": ("en {time}", "in {time}"),
    "board.second": ("segunda lectura", "second reading"),
    "board.aside": ("apartada", "set aside"),
    "board.next": ("pasó la siguiente persona", "next traveller came"),
    "board.interrupted": ("interrumpida: el programa se cerró", "interrupted: the program ended"),
}
