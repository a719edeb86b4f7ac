"""The words of blank forms and of what is typed in later in Spanish and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {}
