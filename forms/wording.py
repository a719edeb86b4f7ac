"""How values become words on one paper: its languages, its yes and no, its dates, and the remarks it owes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from screening.referral import Text
from sops.logic import Truth

from .labels import NOT_REVIEWED, label
from .text import Printable, Remark, can_set, in_language, printable

__all__ = ["Wording"]

_AND = " · "


@cache
def _side_by_side(name: str, languages: tuple[str, ...]) -> str:
    return _AND.join(dict.fromkeys(label(name, language) for language in languages))


@dataclass(slots=True)
class Wording:
    """The voice of one paper: Spanish first, the traveller's language beside it; collects remarks while it speaks."""

    language: str  # the traveller's
    longest: int = 500  # characters of a value that are printed
    remarks: set[Remark] = field(default_factory=set)
    languages: tuple[str, ...] = field(init=False)
    _plain: set[str] = field(default_factory=set, init=False)  # values that print as they are

    def __post_init__(self) -> None:
        """Spanish and the traveller's language; Spanish and English where paper cannot set that one."""
        second = self.language if can_set(self.language) else "en"
        self.languages = tuple(dict.fromkeys(("es", second)))

    def label(self, name: str) -> str:
        """A label in the paper's languages, side by side."""
        return _side_by_side(name, self.languages)

    def pair(self, value: Text) -> tuple[str, ...]:
        """A text once in each language of the paper; what has one wording only is said once."""
        if isinstance(value, str):
            return (self.typed(value),)
        said = [self.typed(in_language(value, language)) for language in self.languages]
        return tuple(dict.fromkeys(said))

    def one(self, value: Text, language: str) -> str:
        """A text in one language of the paper; in Spanish, or else English, where that one does not have it."""
        return self.typed(value if isinstance(value, str) else in_language(value, language))

    def words(self, value: Text | None) -> str:
        """A text in the paper's languages side by side; *unknown* for None or nothing."""
        return self._beside(self.pair(value)) if value else self.unknown

    def names(self, value: str | None, latin: str | None = None) -> str:
        """A name as typed, or its Latin form with a dagger where its script cannot be set."""
        return self.typed(value, latin) if value else self.unknown

    def typed(self, value: str, latin: str | None = None) -> str:
        """What somebody typed, as paper can carry it; every deviation becomes a remark at the foot of the page."""
        if len(value) <= self.longest and value in self._plain:
            return value
        made = printable(value, latin, self.longest)
        if value and made == Printable(value):
            self._plain.add(value)
        self.remarks |= made.remarks
        if Remark.SCRIPT in made.remarks:
            return f"{made.text} †" if made.text else self.own("see_document")
        return made.text or self.unknown

    def plain(self, value: Text | None) -> str:
        """A text in Spanish alone, for what only the clinic reads; *unknown* for None or nothing."""
        return self.pair(value)[0] if value else self.unknown

    def own(self, name: str) -> str:
        """A label in Spanish alone."""
        return label(name, self.languages[0])

    @property
    def unknown(self) -> str:
        """*Unknown*, as a word: nothing on a slip is left blank."""
        return self.own("unknown")

    def truth(self, value: Truth) -> str:
        """*Yes*, *no* or *unknown*."""
        return self.own(value.word)

    def number(self, value: float | None, unit: str = "") -> str:
        """A number with its unit; *unknown* for None."""
        return self.unknown if value is None else f"{value:g}{unit}"

    def day(self, value: date | None) -> str:
        """A day as dd/mm/yyyy."""
        return self.unknown if value is None else f"{value:%d/%m/}{value.year:04d}"

    def days(self, first: date | None, last: date | None) -> str:
        """A period: both ends, one of them, or *unknown*."""
        if first is None and last is None:
            return self.unknown
        if first == last:
            return self.day(first)
        if first and last and first.year == last.year:
            return f"{first:%d/%m} – {self.day(last)}"
        return f"{self.day(first) if first else '?'} – {self.day(last) if last else '?'}"

    def moment(self, value: datetime | None) -> str:
        """A moment as dd/mm/yyyy hh:mm, in the zone it carries."""
        return self.unknown if value is None else f"{self.day(value)} {value:%H:%M}"

    def clock(self, value: datetime | None) -> str:
        """Hours and minutes, in the zone it carries."""
        return self.unknown if value is None else f"{value:%H:%M}"

    def birth_date(self, value: str | None) -> str:
        """As much of a birth date as is known: 02/05/1988, 05/1988 or 1988."""
        if not value:
            return self.unknown
        return self.typed("/".join(reversed(value.split("-"))))

    def footnotes(self) -> tuple[str, ...]:
        """What the reader must be told about this paper, in its languages."""
        notes = [self.label(f"remark_{remark.value}") for remark in Remark if remark in self.remarks]
        if self.language in NOT_REVIEWED:
            notes.append(self.label("not_reviewed").replace("{language}", self.language))
        if not can_set(self.language):
            named = printable(self.language, "?", 12).text
            notes.append(self.label("no_language").replace("{language}", named))
        return tuple(notes)

    @staticmethod
    def _beside(said: list[str] | tuple[str, ...]) -> str:
        return _AND.join(dict.fromkeys(said))
