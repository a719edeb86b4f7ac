"""The words of rows, one a person, in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "act.rows": ("Filas: un bus", "Rows: a bus"),
    "help.rows": ("Una fila por persona, con las mismas preguntas", "One row a person, with the same questions"),
}
