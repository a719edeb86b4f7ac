"""The conformance of a day at this desk's post, and its files, in the officer's language. No Qt; it may take long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from forms.conformance_sheet import (
    ConformanceSheet,
    Table,
    conformance_csv,
    conformance_json,
    conformance_sheet,
    conformance_xlsx,
)
from screening.commands import SCREENING
from screening.conformance import Conformance, Part, conformance
from screening.day_filter import EVERYBODY, READS, Only
from screening.day_rooms import RoomUse
from screening.officers import STREAM, refused
from screening.session import State, fold
from sops.catalogue import NoEditionError
from ui.day.room_use import rooms_of_day
from ui.day_papers import part_of_name
from ui.saying import text
from ui.strings import day_in_words, tr

if TYPE_CHECKING:
    from screening.setting import Setting
    from sops.model import Text
    from sops.wording import Wording
    from ui.desk import Desk

__all__ = ["Conforming", "conforming"]

_MAKERS: Final[Mapping[str, Callable[[ConformanceSheet], bytes]]] = {
    "pdf": conformance_sheet,
    "xlsx": conformance_xlsx,
    "csv": conformance_csv,
    "json": conformance_json,
}


@dataclass(frozen=True, slots=True)
class Conforming:
    """The conformance of a day or a part of it, ready for its papers."""

    found: Conformance
    said: ConformanceSheet
    post_code: str
    day: date
    only: Only

    @property
    def screened(self) -> int:
        """How many screenings it rests on."""
        return self.found.screenings

    def makes(self, form: str) -> bool:
        """Whether there is such a file of it."""
        return form in _MAKERS

    def file(self, form: str, _: Wording) -> bytes:
        """The day in one of the formats, all from the same rows."""
        return _MAKERS[form](self.said)

    def name(self, form: str) -> str:
        """A name made of ids and the day only."""
        return f"paso-{self.post_code}-{self.day.isoformat()}{part_of_name(self.only)}-conformance.{form}"


def conforming(desk: Desk, setting: Setting, day: date, only: Only = EVERYBODY, part: str = "") -> Conforming:
    """The conformance of a day, or of the part of it that `part` tells; what is sealed stays closed.

    Raises RecordError. It may run on any thread.
    """
    found = conformance(_states(desk, day, only), desk.clock())
    more = tuple(_of_the_post(desk, setting, day, only))
    said = _said(found, setting, day, part, only=only, more=more)
    return Conforming(found, said, setting.post.code, day, only)


def _states(desk: Desk, day: date, only: Only) -> Iterator[State]:
    """Every screening of the day, drills left out; one whose texts are gone from here tells nothing."""
    store, post = desk.store, desk.post.id
    rows = store.values(("screening", *READS), first=day, last=day, post=post, desk=only.desk, training=False)
    meant = {f"{SCREENING}{row[0]}" for row in rows if only.holds(row[1:])}
    for events in store.clear(first=day, last=day, post=post, desk=only.desk, training=False):
        if events[0].stream not in meant:
            continue
        try:
            yield fold(desk.setting_of(events[0]), events)
        except NoEditionError:
            continue


def _of_the_post(desk: Desk, setting: Setting, day: date, only: Only) -> Iterator[Table]:
    """What no screening tells, where there was any of it: wrong PINs by desk, and how rooms were looked after."""
    if only != Only(only.desk):
        return
    wrong = Counter(
        one.desk
        for one in refused(desk.store.read(STREAM))
        if desk.setting_day(one.at) == day and only.desk in (None, one.desk)
    )
    rows = [(f"desk-{at}", tr("day.of_desk", desk=at), count, None) for at, count in wrong.most_common()]
    if rows:
        yield Table("wrong_pins", tr("conform.wrong_pins"), tuple(rows))
    use = rooms_of_day(desk.store, setting, day, desk.clock()) if only.is_whole else RoomUse()
    if use.stays:
        given = ("given", tr("conform.given"), use.given, None)
        yield Table("rooms", tr("conform.rooms"), (given, ("unseen", tr("conform.unseen"), use.unseen, None)))


def _said(
    found: Conformance, setting: Setting, day: date, part: str, *, only: Only, more: tuple[Table, ...]
) -> ConformanceSheet:
    """The sheet of it; `more` tables stand at its end."""
    procedure = setting.procedure
    steps = {name: step.title for name, step in procedure.steps.items()}
    duties = {name: duty.title for name, duty in procedure.duties.items()}
    median, high = (tr("conform.no_number") if value is None else f"{value:.0f} s" for value in found.seconds)
    where = " · ".join(words for words in (setting.post.name, part) if words)
    overridden = sum(found.overrides.values())
    reasons = tuple(
        (reason, _title(procedure.override_reasons, reason), count, None) for reason, count in found.overrides.items()
    )
    return ConformanceSheet(
        tr("conform.language"),
        tr("conform.title", day=day_in_words(day, year=True)),
        f"{where} · {procedure.about.name}",
        (
            (str(found.screenings), tr("conform.screenings")),
            (_percent(found.any_skipped), tr("conform.skipped")),
            (_percent(found.unknown), tr("conform.unknown")),
            (str(overridden), tr("conform.overrides")),
            (_percent(found.any_late), tr("conform.late")),
            (f"{median} · {high}", tr("conform.seconds")),
        ),
        (
            Table("skipped", tr("conform.skipped_by"), _rows(found.skipped, steps)),
            Table("late", tr("conform.late_by"), _rows(found.late, duties)),
            Table("overrides", tr("conform.overrides_by"), reasons),
            Table("not_done", tr("conform.not_done_by"), _rows(found.not_done, duties)),
            *more,
        ),
        tr("conform.none"),
        tr("conform.note", early=found.early),
        only.codes,
    )


def _rows(parts: Mapping[str, Part], titles: Mapping[str, Text]) -> tuple[tuple[str, str, int, int | None], ...]:
    return tuple((name, _title(titles, name), part.count, part.of) for name, part in parts.items())


def _title(titles: Mapping[str, Text], name: str) -> str:
    return text(titles[name]) if name in titles else name.replace("_", " ")


def _percent(part: Part) -> str:
    return tr("conform.no_number") if part.percent is None else f"{part.percent:.1f} %"
