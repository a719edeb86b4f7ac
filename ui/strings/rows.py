"""The words of rows, one a person, in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "act.rows": ("Filas: un bus", "Rows: a bus"),
    "help.rows": ("Una fila por persona, con las mismas preguntas", "One row a person, with the same questions"),
    "rows.title": ("Un bus: una fila por persona", "A bus: one row a person"),
    "rows.name": ("Nombre, o acerque el documento al lector", "Name, or hold the document to the reader"),
    "rows.age": ("Edad o nacimiento", "Age or birth date"),
    "rows.who": ("Persona", "Traveller"),
    "rows.years": ("Edad", "Age"),
    "rows.result": ("Qué sigue", "What follows"),
    "rows.next": ("Siguiente persona", "Next traveller"),
    "rows.open": ("…", "…"),
    "rows.well": ("✓ Consejos", "✓ Advice"),
    "rows.done": ("✓ Siguió su camino", "✓ Went on"),
    "rows.board": ("→ En espera: {step}", "→ Waiting: {step}"),
    "rows.emergency": ("✚ Emergencia", "✚ Emergency"),
    "rows.advise": ("Consejos dados a {count}", "Advice given to {count}"),
    "rows.advised": ("Consejos dados a {count}; siguieron su camino.", "Advice given to {count}; they went on."),
    "rows.help": (
        "Nada se llena solo. Quien necesita más que esta fila espera (F9). Signo de peligro: la atención empieza ya.",
        "Nothing is filled in by itself. Who needs more than this row waits (F9). Danger sign: care begins at once.",
    ),
}
