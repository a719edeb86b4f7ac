"""The papers of a day: counted once, fast, and made into every format. For the day page and `paso summary` alike.

Without Qt; counting and drawing may take a while and may run on any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from screening import activation
from screening.day_filter import EVERYBODY, Only
from screening.day_night import with_night
from screening.day_rooms import with_rooms
from screening.release import Version, release
from screening.setting import Setting
from screening.summary import DailySummary, summary_from
from ui.day.room_use import rooms_of_day
from ui.life import Life
from ui.nights import night_of_day
from ui.texts import Texts

if TYPE_CHECKING:
    from screening.records.reader import RecordReader
    from sops.catalogue import Catalogue
    from sops.wording import Wording

__all__ = ["FORMATS", "Papers", "papers_of", "part_of_name", "setting_on"]

FORMATS: Final = ("pdf", "xlsx", "csv", "json", "dtm")
"""What can be made of a day; `dtm` is the counts of the flow monitoring registry as CSV."""

_ENDINGS: Final = {"dtm": "-dtm.csv"}


@dataclass(frozen=True, slots=True)
class Papers:
    """A counted day as one reader may see it, ready for its papers."""

    summary: DailySummary
    version: Version
    language: str
    head: tuple[int, str]  # where the chain of records stood
    amber: tuple[str, ...]  # editions past their review or end date
    only: Only = EVERYBODY
    said: str = ""  # the same in words

    @property
    def screened(self) -> int:
        """How many screenings began on the day; drills never count."""
        return self.summary.count("day", "screened")

    def makes(self, form: str) -> bool:
        """Whether there is such a file of it; the registry is of whole days."""
        return form in _MAKERS and (form != "dtm" or self.only.is_whole)

    def file(self, form: str, names: Wording) -> bytes:
        """The day in one of `FORMATS`, all from the same numbers."""
        return _MAKERS[form](self, names)

    def name(self, form: str) -> str:
        """A name made of ids and the day only: `paso-PA-DAR-LB-2021-03-23-public.csv`."""
        ending = _ENDINGS.get(form, f".{form}")
        part = part_of_name(self.only)
        return f"paso-{self.summary.post_code}-{self.summary.day.isoformat()}{part}-{self.version.value}{ending}"


def part_of_name(only: Only) -> str:
    """What a file's name says of a part of a day: `-desk-1-hours-06-18`; nothing of a whole one."""
    return "".join(f"-{kind}-{code}" for kind, code in only.codes)


def setting_on(known: Catalogue, store: RecordReader, post: str, on: date) -> Setting:
    """The texts in force at a post at the end of a day. Raises NoEditionError before the first edition."""
    where = known.post(post)
    life = Life(known, None, _log=activation.gather(store.read(activation.STREAM)))
    evening = datetime.combine(on, time.max, ZoneInfo(where.time_zone))
    return Texts(life).in_force(where, evening, on, keep=False)


def papers_of(
    store: RecordReader,
    setting: Setting,
    on: date,
    version: Version,
    language: str,
    *,
    now: datetime,
    only: Only = EVERYBODY,
    said: str = "",
) -> Papers:
    """Count a day, or the part of it that `said` tells in words, with the setting in force on it. Raises RecordError.

    `now` is aware: a day that is not over goes as far.

    Raises ValueError for a part of a day for the public: beside the whole one, it would tell what is hidden there.
    """
    if version is Version.PUBLIC and not only.is_whole:
        raise ValueError("a part of a day is never for the public")
    about = setting.engine.definition.about
    summary = summary_from(
        store,
        setting.post,
        on,
        editions=(about.name,),
        fever_threshold_c=setting.number("fever_threshold_c"),
        adult_age=int(setting.number("adult_age")),
        only=only,
    )
    if only.is_whole:
        summary = with_night(summary, setting.post.night_count, night_of_day(store, setting.post, on))
        summary = with_rooms(summary, rooms_of_day(store, setting, on, now))
    head = store.head()
    amber = (about.name,) if about.is_amber(on) else ()
    return Papers(summary, version, language, (head.seq, head.hash.hex()), amber, only, said)


def _pdf(of: Papers, names: Wording) -> bytes:
    from forms.summary_sheet import summary_sheet

    return summary_sheet(of.summary, of.version, of.language, names=names, head=of.head, amber=of.amber, part=of.said)


def _xlsx(of: Papers, names: Wording) -> bytes:
    from forms.workbook import summary_xlsx

    return summary_xlsx(of.summary, of.version, of.language, names=names, part=of.said)


def _csv(of: Papers, _: Wording) -> bytes:
    from forms.spreadsheets import summary_csv

    return summary_csv(of.summary, of.version)


def _json(of: Papers, _: Wording) -> bytes:
    from forms.spreadsheets import summary_json

    return summary_json(of.summary, of.version)


def _dtm(of: Papers, _: Wording) -> bytes:
    from forms.spreadsheets import registry_csv
    from screening.dtm import registry_of_day

    return registry_csv([registry_of_day(release(of.summary, of.version))])


_MAKERS: Final[Mapping[str, Callable[[Papers, Wording], bytes]]] = {
    "pdf": _pdf,
    "xlsx": _xlsx,
    "csv": _csv,
    "json": _json,
    "dtm": _dtm,
}
