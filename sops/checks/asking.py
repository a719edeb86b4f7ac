"""Whether a step can ever be asked, and whether its answers can be told apart and be meant."""

from __future__ import annotations

from typing import Any, Final

from sops.shapes import Checked, Path

_NUMBERS: Final = {
    "contact.distance_m": (0, 1_000),
    "contact.minutes": (0, 10_080),
    "contact.index_day": (-100, 400),
}
"""Between what the number of an answer can be meant, by the field that takes it."""


def check(checked: Checked, path: Path, step: Any) -> None:
    """Tell a step that is never asked, answers with one and the same word, and numbers out of sense."""
    if not {"records", "needed by"} & step.keys() and not step.get("mandatory"):
        message = (
            'this step is never asked: it records nothing and no paper needs it. Add "mandatory: yes", "records" or '
            '"needed by".'
        )
        checked.tell(path, "flow", message)
    options = step.get("options", {})
    said = set(options)
    for name, option in options.items():
        also = option.get("also")
        if also is not None and also in said:
            message = f'another answer of this step is called "{also}". Rename it.'
            checked.tell((*path, "options", name, "also"), "duplicate-id", message)
        said |= {also} - {None}
        least, most = _NUMBERS.get(step.get("records"), (0, 100_000))
        value = option.get("value")
        if isinstance(value, int | float) and not least <= value <= most:
            message = f"{value} cannot be meant: it lies outside {least} to {most}. Correct the number."
            checked.tell((*path, "options", name, "value"), "value", message)
