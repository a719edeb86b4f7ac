"""Numbers that texts leave to be filled in: each is a parameter of the procedure, and every language says the same."""

from __future__ import annotations

from typing import Any

from sops.checks import naming
from sops.placeholders import placeholders
from sops.shapes import Checked, Path, walk


def check(checked: Checked, data: Any) -> None:
    """Tell placeholders of no parameter, and texts that name others than their English does."""
    parameters = data.get("parameters", {})

    def look(path: Path, value: Any) -> None:
        if not isinstance(value, dict) or not isinstance(value.get("en"), str):
            return
        english = placeholders(value["en"])
        for language, text in value.items():
            named = placeholders(text) if isinstance(text, str) else english
            for name in named:
                if name not in parameters:
                    naming.tell_missing(checked, (*path, language), "parameter", name, parameters)
            if named != english:
                message = "its placeholders differ from the English text. Make them equal."
                checked.tell((*path, language), "translation", message)

    walk(data, look)
