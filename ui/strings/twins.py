"""The words of likely twins in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "born.ages": ("{least} o {greatest} años", "{least} or {greatest} years"),
    "born.said": ("{date} · {age}", "{date} · {age}"),
    "twin.number": ("Mismo documento", "Same document"),
    "twin.name": ("Nombre parecido", "Similar name"),
    "twin.when": ("{day}, {time} · {status}", "{day}, {time} · {status}"),
    "twin.open": ("en espera", "waiting"),
    "twin.closed": ("terminado", "closed"),
    "twin.look": ("Ver", "Look"),
    "twin.differs": ("Es otra", "Not them"),
    "twin.noted": ("Anotado: es otra persona. No se vuelve a preguntar.", "Noted: another person. Not asked again."),
    "twin.none": ("No hay nadie parecido.", "Nobody looks alike."),
    "twin.bound": (
        "Se compara con nombres de {days} días que aún se pueden leer.",
        "Compared with names of {days} days that may still be read.",
    ),
    "act.twin": ("Persona parecida", "Similar person"),
    "help.twin": ("Ver a quien se parece a la persona actual", "Look at the one who resembles the traveller"),
    "act.differs": ("Es otra persona", "Another person"),
    "help.differs": ("Anota que no es la persona parecida", "Notes that it is not the similar person"),
}
