"""Numbers said in words: `{fever_rest_minutes}` in a text stands for the parameter, so that a rule is written once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

__all__ = ["filled", "placeholders"]

_PLACEHOLDER: Final = re.compile(r"\{([a-z0-9_]*)\}")


def placeholders(text: str) -> list[str]:
    """The names that a text leaves to be filled in, in order of the alphabet."""
    return sorted(_PLACEHOLDER.findall(text))


def filled(data: Any, numbers: Mapping[str, float]) -> Any:
    """Plain data with every `{name}` in its texts replaced by the number of that name; other names stay."""
    if isinstance(data, str):
        return _PLACEHOLDER.sub(lambda found: f"{numbers[found[1]]:g}" if found[1] in numbers else found[0], data)
    if isinstance(data, Mapping):
        return {key: filled(value, numbers) for key, value in data.items()}
    return [filled(value, numbers) for value in data] if isinstance(data, list) else data
