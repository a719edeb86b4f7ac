"""Editions past their dates: the desk goes on under them and shows amber, and whoever checks the files is warned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sops.shapes import Checked


def check(checked: Checked, siblings: Iterable[Mapping[str, Any]], on: date) -> None:
    """Warn where the newest edition's review or last day has passed on that day."""
    data: Any = checked.data
    today, begins = on.isoformat(), str(data.get("in_force_from", ""))
    if any(begins < str(other.get("in_force_from", "")) <= today for other in siblings):
        return
    review, until = data.get("review_by"), data.get("in_force_until")
    if isinstance(review, str) and review < today:
        message = (
            f"the day of review, {review}, has passed: the desk shows amber. Read the norm again and set a new day."
        )
        checked.tell(("review_by",), "date", message, warning=True)
    if isinstance(until, str) and until < today:
        message = (
            f"the last day, {until}, has passed and no later edition is here: the desk goes on under this one, in "
            "amber. Ask the authority for the edition that follows."
        )
        checked.tell(("in_force_until",), "date", message, warning=True)
