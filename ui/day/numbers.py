"""The numbers of a day at this desk's post, and the files made of them. Without Qt; all of it may take a while."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from screening.day_filter import EVERYBODY, READS, Only, occurring
from sops.catalogue import NoEditionError

if TYPE_CHECKING:
    from screening.release import Version
    from screening.setting import Setting
    from ui.day.conforming import Conforming
    from ui.day_papers import Papers
    from ui.desk import Desk

FORMATS: Final = ("pdf", "xlsx", "csv", "json", "dtm")
"""The formats that have a button; `file_of` makes every one of `day_papers.FORMATS`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be counted: a day, the setting in force on it, and for whom the sheet is.

    `only`: a part of the day, told by `said`; `is_conformance`: how the work kept to the procedure, not who came.
    """

    day: date
    setting: Setting
    version: Version
    language: str
    only: Only = EVERYBODY
    said: str = ""
    is_conformance: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day, counted, with its sheet, and what it may be narrowed by, by kind."""

    asked: Asked
    papers: Papers | Conforming
    pdf: bytes
    offered: Mapping[str, tuple[str, ...]]

    @property
    def screened(self) -> int:
        """How many screenings began on the day; drills never count."""
        return self.papers.screened


def ask(
    desk: Desk,
    day: date,
    version: Version,
    language: str,
    *,
    only: Only = EVERYBODY,
    said: str = "",
    is_conformance: bool = False,
) -> Asked:
    """What to count, with the setting in force. Raises NoEditionError before the first edition. Quick."""
    return Asked(day, desk.setting(day), version, language, only, said, is_conformance)


def offered(desk: Desk, day: date) -> Mapping[str, tuple[str, ...]]:
    """By what a day may be narrowed, by kind. Raises RecordError."""
    tally = desk.store.tally(READS, first=day, last=day, post=desk.post.id, training=False)
    return occurring((one.values for one in tally), desk.post.desks)


def counted(desk: Desk, asked: Asked) -> Day:
    """Count a day and draw its sheet. Raises RecordError. It reads the store and may run on any thread."""
    papers: Papers | Conforming
    if asked.is_conformance:
        from ui.day.conforming import conforming

        papers = conforming(desk, asked.setting, asked.day, asked.only, asked.said)
    else:
        from ui.day_papers import papers_of

        papers = papers_of(
            desk.store,
            asked.setting,
            asked.day,
            asked.version,
            asked.language,
            now=desk.clock(),
            only=asked.only,
            said=asked.said,
        )
    return Day(asked, papers, papers.file("pdf", desk.catalogue.wording), offered(desk, asked.day))


def file_of(desk: Desk, day: Day, form: str) -> bytes:
    """The day in one of the formats, from the same numbers as its sheet."""
    return day.pdf if form == "pdf" else day.papers.file(form, desk.catalogue.wording)


def file_name(day: Day, form: str) -> str:
    """A name made of ids and the day only: `paso-PA-DAR-LB-2021-03-23-public.csv`."""
    return day.papers.name(form)


__all__ = ["FORMATS", "Asked", "Day", "NoEditionError", "ask", "counted", "file_name", "file_of", "offered"]
