"""What the handover sheet says, from the desk as it stands. It names nobody: who waits is told by time and age."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from forms.handover_sheet import Handover, Section
from screening.day_cells import CASES
from screening.night import BANDS, SEXES, cells
from screening.pending import pending
from ui.board.gathering import GROUPS, Board, is_emergency, is_urgent
from ui.board.owing import Owing, pending_of
from ui.board.rows import alarm_of, waiting_of
from ui.saying import text
from ui.strings import clock_in_words, spoken, tr

if TYPE_CHECKING:
    from screening.night import Night
    from screening.row import ScreeningRow
    from sops.model import Post
    from ui.board.listing import Line
    from ui.presenter import Presenter

__all__ = ["handover_of", "left_of"]


def handover_of(presenter: Presenter, since: datetime, night: Night, officer: str) -> Handover:
    """The sheet of the shift since a moment, in the language of the desk; `officer` is who hands over, as called."""
    desk = presenter.desk
    now = desk.clock()
    groups = Board(presenter, _who(presenter)).look().groups
    every: list[tuple[str, Sequence[Line]]] = [("handover.here", _here(presenter))]
    every += [(f"board.group.{group}", groups[group]) for group in GROUPS]
    alarms = [line for _, lines in every for line in lines if is_emergency(line)]
    every = [(title, tuple(line for line in lines if line not in alarms)) for title, lines in every]
    sections = [
        Section(tr(title, count=len(lines)), tuple(_row(presenter, line) for line in lines), "")
        for title, lines in [("board.group.emergency", alarms), *every]
        if lines
    ]
    if not sections:
        sections.append(Section(tr("handover.open"), (), tr("handover.nothing")))
    queued = len(presenter.surge.queue())
    sections.append(Section(tr("handover.queue"), (), tr("handover.queued", count=queued)))
    if desk.post.night_count:
        sections.append(_night(desk.post, night))
    first, last = _moment(presenter, since), _moment(presenter, now)
    return Handover(
        spoken(),
        tr("handover.title", post=desk.post.name),
        tr("handover.span", desk=desk.name, officer=officer, first=first, last=last),
        tr("handover.training") if desk.training else "",
        tuple((str(number), tr(f"handover.{name}")) for name, number in left_of(presenter, since).items()),
        tuple(sections),
        (tr("handover.gives", officer=officer), tr("handover.takes")),
        tr("handover.note"),
    )


def left_of(presenter: Presenter, since: datetime) -> dict[str, int]:
    """The counts of a shift at this desk, and what is left open: what the log keeps of a handover."""
    desk = presenter.desk
    begun = [
        row
        for row in desk.store.rows(first=desk.setting_day(since), last=desk.today(), post=desk.post.id, desk=desk.name)
        if datetime.fromisoformat(row.began_at) >= since and row.training == desk.training
    ]
    is_somebody_here = desk.state is not None and desk.state.log.closed is None
    return {
        "screened": len(begun),
        "cases": sum(row.floor in CASES for row in begun),
        "emergencies": sum(row.emergency for row in begun),
        "open": len(desk.waiting()) + is_somebody_here,
        "owed": len(desk.still_owed().found),
    }


def _here(presenter: Presenter) -> tuple[Line, ...]:
    """The traveller in front: the question at hand, or the duties left when the walk has ended."""
    desk = presenter.desk
    now, state, who = desk.clock(), desk.state, _who(presenter)
    if state is None or state.log.closed is not None:
        return ()
    owing = pending_of(pending([state], now), now, who, desk.catalogue.wording) if state.at is None else ()
    if owing:
        return owing
    row = desk.store.row(state.screening)
    found = waiting_of([row] if row else [], now, who, desk.catalogue.procedure, partial(alarm_of, desk.store))
    return tuple(replace(each, reason="") for each in found)


def _row(presenter: Presenter, line: Line) -> tuple[str, str, str, bool]:
    return _head(presenter, line), line.below, line.when, is_urgent(line)


def _night(post: Post, night: Night) -> Section:
    rows: list[tuple[str, str, str, bool]] = []
    for field in post.night_count:
        counted = {key: night[key] for key in cells(field) if key in night}
        number = str(sum(counted.values())) if counted else tr("handover.uncounted")
        rows.append((text(field.title), _split(counted) if field.is_split else "", number, False))
    return Section(tr("handover.night"), tuple(rows) if night else (), tr("handover.uncounted"))


def _split(counted: Night) -> str:
    said = []
    for sex in SEXES:
        bands = {band: number for (_, of, band), number in counted.items() if of == sex and number}
        if bands:
            order = (*BANDS, "unknown")
            ages = ", ".join(f"{_band(band)}: {bands[band]}" for band in order if band in bands)
            said.append(f"{tr(f'night.{sex}')}: {ages}")
    return " · ".join(said)


def _band(band: str) -> str:
    return tr("night.no_age") if band == "unknown" else band


def _head(presenter: Presenter, line: Line) -> str:
    """The head of a line of the board; those who have gone stand there by name, here by time and age."""
    if isinstance(line, Owing) and line.is_gone:
        return f"{line.head.partition(' · ')[0]} · {_who(presenter)(line.screening)}"
    return line.head


def _who(presenter: Presenter) -> Callable[[str], str]:
    def who(screening: str) -> str:
        row: ScreeningRow | None = presenter.desk.store.row(screening)
        if row is None:
            return screening[:8]
        age = tr("person.years", age=row.age_years) if row.age_years is not None else ""
        began = _moment(presenter, datetime.fromisoformat(row.began_at))
        return ", ".join(part for part in (began, age, row.sex or "", row.slip or "") if part)

    return who


def _moment(presenter: Presenter, at: datetime) -> str:
    return " ".join(clock_in_words(at.astimezone(ZoneInfo(presenter.desk.post.time_zone))))
