"""The words of the norms that stand in a text, and what they mean: a small glossary from the SOP names. Without Qt."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from sops.wording import Wording
from ui.strings import spoken, tr

__all__ = ["explained", "in_words"]

MOST: Final = 4
_TERMS, _MEANINGS = "glossary_terms", "glossary_meanings"


def explained(text: str, wording: Wording, language: str | None = None) -> tuple[tuple[str, str], ...]:
    """Terms that stand in the text, as words or their plurals, with their meanings: in order, at most `MOST`.

    A term inside a longer one that stands there too (case, suspected case) is left out.
    """
    said = language or spoken()
    plain = _folded(text)
    found: list[tuple[int, int, str]] = []
    for term, words in wording.names.get(_TERMS, {}).items():
        name = _folded(words.get(said) or words["en"])
        match = re.search(rf"(?<!\w){'(?:e?s)? '.join(map(re.escape, name.split()))}(?:e?s)?(?!\w)", plain)
        if match is not None and wording.has_name(_MEANINGS, term):
            found.append((match.start(), match.end(), term))
    whole = [
        one for one in found if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in found)
    ]
    terms = [term for _, _, term in sorted(whole)[:MOST]]
    return tuple((wording.name(_TERMS, term, said), wording.name(_MEANINGS, term, said)) for term in terms)


def in_words(text: str, wording: Wording) -> str:
    """The same as lines; empty when nothing in the text needs saying."""
    return "\n".join(tr("glossary.line", term=term, meaning=meaning) for term, meaning in explained(text, wording))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(each for each in plain if not unicodedata.combining(each)).casefold()
