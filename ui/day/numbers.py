"""The numbers of a day at this desk's post, and the files made of them. Without Qt; all of it may take a while."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from sops.catalogue import NoEditionError

if TYPE_CHECKING:
    from screening.release import Version
    from screening.setting import Setting
    from screening.summary import DailySummary
    from ui.desk import Desk

FORMATS: Final = ("pdf", "xlsx", "csv", "json")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be counted: a day, the setting in force on it, and for whom the sheet is."""

    day: date
    setting: Setting
    version: Version
    language: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day, counted, with its sheet."""

    asked: Asked
    summary: DailySummary
    pdf: bytes

    @property
    def screened(self) -> int:
        """How many screenings began on the day; drills never count."""
        return self.summary.count("day", "screened")


def ask(desk: Desk, day: date, version: Version, language: str) -> Asked:
    """What to count, with the setting in force. Raises NoEditionError before the first edition. Quick."""
    return Asked(day, desk.setting(day), version, language)


def counted(desk: Desk, asked: Asked) -> Day:
    """Count a day and draw its sheet. Raises RecordError. It reads the store and may run on any thread."""
    from forms.summary_sheet import summary_sheet
    from screening.summary import summarise

    before = asked.day - timedelta(days=1)
    about = asked.setting.engine.definition.about
    amber = (about.name,) if about.is_amber(asked.day) else ()
    summary = summarise(
        desk.post,
        asked.day,
        desk.store.rows(day=asked.day, post=desk.post.id),
        desk.store.rows(day=before, post=desk.post.id),
        editions=(about.name,),
        fever_threshold_c=asked.setting.number("fever_threshold_c"),
        adult_age=int(asked.setting.number("adult_age")),
    )
    head = desk.store.head()
    pdf = summary_sheet(
        summary,
        asked.version,
        asked.language,
        names=desk.catalogue.wording,
        head=(head.seq, head.hash.hex()),
        amber=amber,
    )
    return Day(asked, summary, pdf)


def file_of(desk: Desk, day: Day, form: str) -> bytes:
    """The day in one of the formats, from the same numbers as its sheet."""
    from forms.spreadsheets import summary_csv, summary_json, summary_xlsx

    asked, wording = day.asked, desk.catalogue.wording
    makers: Mapping[str, Callable[[], bytes]] = {
        "pdf": lambda: day.pdf,
        "xlsx": lambda: summary_xlsx(day.summary, asked.version, asked.language, names=wording),
        "csv": lambda: summary_csv(day.summary, asked.version),
        "json": lambda: summary_json(day.summary, asked.version),
    }
    return makers[form]()


def file_name(day: Day, form: str) -> str:
    """A name made of ids and the day only: `paso-PA-DAR-LB-2021-03-23-public.csv`."""
    return f"paso-{day.summary.post_code}-{day.summary.day.isoformat()}-{day.asked.version.value}.{form}"


__all__ = ["FORMATS", "Asked", "Day", "NoEditionError", "ask", "counted", "file_name", "file_of"]
