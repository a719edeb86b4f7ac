"""How a daily summary says its counts, measures, editions and days, in Spanish or English."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from screening.day_cells import Cell
from screening.release import Release
from screening.summary import Measure
from sops.wording import Wording

from . import text
from .summary_labels import SUMMARY_LABELS

__all__ = ["HIDDEN", "SUMMARY_LANGUAGES", "SummaryWords", "rounded"]

SUMMARY_LANGUAGES = ("es", "en")

HIDDEN = "*"
"""What stands for a hidden count, on paper and in every file."""

_MONTHS = (
    (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
)
_DAYS = (
    ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
_NAMED = MappingProxyType(
    {"outcome": "outcomes", "class": "classes", "nationality": "countries", "language": "languages"}
)
_TRUTHS = frozenset({"symptoms", "contact"})


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """The voice of one summary. A language it has no words in gives Spanish."""

    language: str
    names: Wording

    @property
    def _place(self) -> int:
        return SUMMARY_LANGUAGES.index(self.language) if self.language in SUMMARY_LANGUAGES else 0

    @property
    def spoken(self) -> str:
        """The language really used."""
        return SUMMARY_LANGUAGES[self._place]

    def word(self, name: str, **values: object) -> str:
        """Fixed words, with values set in.

        Raises KeyError for words that do not exist: that is our mistake, never the desk's.
        """
        words = SUMMARY_LABELS[name][self._place]
        for key, value in values.items():
            words = words.replace(f"{{{key}}}", str(value))
        return words

    def key(self, table: str, *keys: str) -> str:
        """What a count of a table is called: `outcome`, `death` -> *death at the post*; codes nobody named stay codes.

        Of several keys the last is named: the edition of a class stands elsewhere.
        """
        key = keys[-1]
        if table == "test":
            return f"{self.word(f'test:{keys[0]}')} · {self.names.name('facts', key, self.spoken)}"
        if table == "age_group":
            return f"{self.key('sex', keys[0])} · {self.key('age_band', key)}"
        for known in (f"{table}:{key}", f"truth:{key}" if table in _TRUTHS else "unknown"):
            if known in SUMMARY_LABELS and (known != "unknown" or key == known):
                return self.word(known)
        kind = _NAMED.get(table, "")
        if self.names.has_name(kind, key):
            return self.names.name(kind, key, self.spoken)
        return text.printable(key, longest=24).text

    def table(self, table: str) -> str:
        """What a table is called; the fields of a night count are the post's own and keep their codes."""
        night, _, field = table.partition("_") if table.startswith("night_") else (table, "", "")
        return f"{self.word(f'table:{night}')} {field}".rstrip()

    def cell(self, cell: Cell) -> str:
        """The name of any count."""
        return self.key(cell[0], *cell[1:])

    def number(self, value: float | None, decimals: int = 0) -> str:
        """A number with commas at the thousands and a point before decimals, or the sign of a hidden one."""
        return HIDDEN if value is None else f"{value:,.{decimals}f}"

    def zero(self, released: Release) -> str:
        """The zero report, or why a day without a certain case is none; nothing on any other day."""
        if released.summary.is_zero_report:
            return self.word("zero")
        if released.summary.is_open_zero:
            return self.word("open_zero", n=self.number(released.count("day", "possible_isolated")))
        return ""

    def percent(self, part: int | None, whole: int | None) -> str:
        """A share in per cent; the sign of a hidden one where either is hidden, a dash of nothing."""
        if part is None or whole is None:
            return HIDDEN
        return f"{100 * part / whole:.0f} %" if whole else "–"

    def measure(self, measure: Measure | None) -> str:
        """A measure with its unit; a dash where there was nothing to measure."""
        if measure is None:
            return HIDDEN
        if measure.value is None:
            return "–"
        whole = float(measure.value).is_integer()
        return f"{self.number(measure.value, 0 if whole else 1)} {self.word(measure.unit)}".strip()

    def both(self, one: Measure | None, two: Measure | None) -> str:
        """Two measures of one unit, which is said once: *33 · 53 s*."""
        first, second = self.measure(one), self.measure(two)
        unit = f" {self.word(two.unit)}" if two is not None else ""
        return f"{first.removesuffix(unit)} · {second}"

    def measure_name(self, name: str) -> str:
        """What a measure is called; those of a desk name it."""
        kind, _, desk = name.partition(":")
        return self.word(f"measure:{kind}:", desk=desk) if desk else self.word(f"measure:{kind}")

    def day(self, day: date) -> str:
        """A day in words: no order of figures to be misread."""
        weekday, month = _DAYS[self._place][day.weekday()], _MONTHS[self._place][day.month - 1]
        return (
            f"{weekday} {day.day} de {month} de {day.year}"
            if self._place == 0
            else (f"{weekday} {day.day} {month} {day.year}")
        )

    def edition(self, name: str) -> str:
        """A definition's short name: *OMS 2020-12-16*."""
        identity, _, edition = name.partition("@")
        who = ("OMS", "WHO")[self._place] if identity.startswith("who-") else identity
        return f"{who} {edition}".strip()


def rounded(value: float | None) -> float | int | None:
    """A number as files carry it: whole where it is whole, else to four decimals."""
    if value is None:
        return None
    return int(value) if float(value).is_integer() else round(value, 4)
