"""Names as they are compared: folded, by their sound, in pieces; and an index that finds the like of one among many.

Latin letters are compared without accents and by how Spanish, French and English ears write one sound; every other
script as it was typed. Nothing here reads or keeps a record: whoever holds an index decides what may stand in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

__all__ = ["LIKE", "NameIndex", "folded", "holds", "pieces"]

LIKE: Final = 0.7
"""From this likeness on two names may be one person's. [D] Tried on names of the route: see the tests."""

_UNSEEN: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORD: Final = re.compile(r"[^\W_]+")
_LATIN: Final = re.compile(r"[a-z]+")
_ALONE: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"}
)
"""Latin letters that do not come apart into a letter and its accent."""
_SOUNDS: Final = tuple(
    (re.compile(wanted), sound)
    for wanted, sound in (
        (r"tch|tsh|sch|sh|ch", "x"),
        (r"ph", "f"),
        (r"gn|nh|ny|ni(?=[aeou])", "n"),
        (r"qu(?=[ei])|ck|q", "k"),
        (r"gu(?=[ei])", "g"),
        (r"th", "t"),
        (r"c(?=[eiy])|z", "s"),
        (r"c", "k"),
        (r"(?<![x])h", ""),
        (r"dj|j|g(?=[eiy])", "j"),
        (r"ll|y", "i"),
        (r"ou|oo|w", "u"),
        (r"eau|au", "o"),
        (r"v", "b"),
        (r"(.)\1+", r"\1"),
    )
)


def folded(text: str) -> str:
    """A text as it is compared: without accents, unseen characters and case."""
    plain = unicodedata.normalize("NFKD", _UNSEEN.sub("", text))
    return "".join(each for each in plain if not unicodedata.combining(each)).casefold()


@lru_cache(maxsize=4096)
def _heard(word: str) -> str:
    """A folded Latin word by its sound; a word of another script as it is."""
    word = word.translate(_ALONE)
    if not _LATIN.fullmatch(word):
        return word
    for wanted, sound in _SOUNDS:
        word = wanted.sub(sound, word)
    return word


def pieces(name: str) -> frozenset[str]:
    """The runs of three letters of each word, by its sound, its beginning marked; so the order of words is nothing."""
    found = set()
    for word in _WORD.findall(folded(name)):
        marked = f"^{_heard(word)}$"
        found |= {marked[at : at + 3] for at in range(max(1, len(marked) - 2))}
    return frozenset(found)


_WITHIN: Final = 0.7
"""So much of what was typed must stand in a name that holds it. [D]"""


def holds(name: str, typed: str) -> bool:
    """Whether what was typed stands in the name, as written or by its sound."""
    wanted = _begun(typed)
    if not wanted:
        return bool(typed) and folded(typed) in folded(name)
    whole = pieces(name)
    is_written = all(word in folded(name) for word in folded(typed).split())
    return is_written or len(wanted & whole) >= _WITHIN * len(wanted)


def _begun(typed: str) -> frozenset[str]:
    """The pieces of words that may still go on."""
    return frozenset(piece for piece in pieces(typed) if not piece.endswith("$"))


@dataclass
class NameIndex:
    """Names by key. Asking costs the entries that share a piece, so 10,000 names are asked in milliseconds."""

    _names: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    _having: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set), repr=False)

    def __len__(self) -> int:
        return len(self._names)

    def put(self, key: str, name: str) -> None:
        """The name of that key from now on; none when it is empty."""
        self.forget(key)
        if found := pieces(name):
            self._names[key] = found
            for piece in found:
                self._having[piece].add(key)

    def forget(self, key: str) -> None:
        """Nothing of that name stays."""
        for piece in self._names.pop(key, frozenset()):
            self._having[piece].discard(key)
            if not self._having[piece]:
                del self._having[piece]

    def like(self, name: str, *, least: float = LIKE, most: int = 5) -> list[tuple[float, str]]:
        """Likeness from 0 to 1 and key of the names most like this one, the likest first, then by key.

        Half of it is how much the two share of both, half how much of the shorter: a surname alone is like a full name.
        """
        return self._ranked(pieces(name), least, most, whole=0.5)

    def holding(self, typed: str, *, most: int = 200) -> list[tuple[float, str]]:
        """The same for something typed that should stand within a name, however much longer the name is."""
        return self._ranked(_begun(typed), _WITHIN, most, whole=0.0)

    def _ranked(self, wanted: frozenset[str], least: float, most: int, whole: float) -> list[tuple[float, str]]:
        shared = Counter(key for piece in wanted for key in self._having.get(piece, ()))
        ranked = []
        for key, count in shared.items():
            size = len(self._names[key])
            of_both = 2 * count / (len(wanted) + size)
            of_less = count / min(len(wanted), size) if whole else count / len(wanted)
            likeness = whole * of_both + (1 - whole) * of_less
            if likeness >= least:
                ranked.append((likeness, key))
        return sorted(ranked, key=lambda found: (-found[0], found[1]))[:most]
