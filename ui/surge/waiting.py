"""The queue of an arrival: rows by need, a number that is typed, the ticket it means. Rows are made without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.appearance import Look
from ui.board.listing import BoardList, Heading, Row
from ui.plain import label
from ui.saying import text
from ui.strings import minutes_in_words, tr

if TYPE_CHECKING:
    from screening.arrival import Ticket
    from screening.row import ScreeningRow
    from ui.surge.acts import Surge

MOST_FIGURES = 5


@dataclass(frozen=True, slots=True)
class Queued:
    """One ticket that waits."""

    key: str  # its number
    number: int
    head: str
    below: str
    when: str
    is_due: bool
    sign: str
    token: str


def queue_of(surge: Surge) -> tuple[Row, ...]:
    """The queue under a heading for every need."""
    rows = {row.screening: row for row in surge.desk.waiting()}
    tickets = surge.queue()
    return tuple(row for need, group in groupby(tickets, lambda t: t.need) for row in _of(surge, need, [*group], rows))


def _of(surge: Surge, need: str, tickets: list[Ticket], rows: dict[str, ScreeningRow]) -> Iterator[Row]:
    spec = surge.needs().get(need)
    yield Heading(tr("surge.heading", need=text(spec.title) if spec else need, count=len(tickets)))
    now = surge.desk.clock()
    for ticket in tickets:
        row = rows.get(ticket.screening or "")
        step = surge.desk.catalogue.procedure(row.procedure).steps.get(row.step or "") if row is not None else None
        begun = tr("surge.begun", step=text(step.title) if step else tr("rail.outcome"))
        at_once = spec is not None and spec.at_once is not None
        yield Queued(
            str(ticket.number),
            ticket.number,
            tr("surge.ticket", number=f"{ticket.number:03d}"),
            begun if ticket.screening else tr("surge.not_begun"),
            tr("surge.ago", time=minutes_in_words((now - ticket.at).total_seconds())),
            at_once,
            "cross" if at_once else "clock" if ticket.screening else "person",
            "emergency" if at_once else "watch" if ticket.screening else "muted",
        )


class QueueView(QWidget):
    """A number typed goes before the row under the ring."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.typed = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        self._title, self._number = label("", "question"), label("", "giant")
        self._empty = label(tr("surge.empty"), "lead")
        self.list = BoardList(look, small=False)
        for widget in (self._title, self._number, self._empty):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addWidget(label(tr("surge.queue_help"), "small"))

    def show_queue(self, rows: tuple[Row, ...]) -> None:
        """Those who wait."""
        self.list.rows.show_rows(rows)
        self.list.choose(0)
        count = sum(isinstance(row, Queued) for row in rows)
        self._title.setText(tr("surge.queue_title", count=count))
        self._empty.setVisible(not count)
        self.list.setVisible(bool(count))
        self.type("")

    def type(self, typed: str) -> None:
        """The figures so far."""
        self.typed = typed[-MOST_FIGURES:]
        self._number.setText(tr("surge.typed", number=self.typed))
        self._number.setVisible(bool(self.typed))

    @property
    def number(self) -> int | None:
        """The ticket that is meant."""
        row = self.list.chosen
        return int(self.typed) if self.typed else row.number if isinstance(row, Queued) else None
