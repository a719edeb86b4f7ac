"""What a file names and never uses: a term, an exposure or a number that decides nothing is told as a warning."""

from __future__ import annotations

from typing import Any, Final

from sops.placeholders import placeholders
from sops.shapes import Checked, Path, walk

_TABLES: Final = {"terms": "term", "exposures": "exposure", "parameters": "parameter"}


def check(checked: Checked) -> None:
    """Warn of names that nothing in the file uses."""
    used: set[str] = set()

    def look(_: Path, value: Any) -> None:
        if isinstance(value, str):
            used.add(value)
            used.update(placeholders(value))

    walk(checked.data, look)
    data: Any = checked.data
    for table, what in _TABLES.items():
        for name in data.get(table, {}):
            if name not in used:
                message = f'nothing in this file uses the {what} "{name}". Use it, or remove it.'
                checked.tell((table, name), "reference", message, warning=True)
