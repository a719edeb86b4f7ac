"""One look, one key: the number of the ticket, the needs on their keys, what to do with the one just seen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.plain import Button, label
from ui.saying import text
from ui.strings import tr

if TYPE_CHECKING:
    from screening.arrival import Arrival
    from sops.model import Need

_SIGNS = {"ill": "eye", "child_alone": "person", "vulnerable": "hand", "other": "next"}


class FirstPass(QWidget):
    """Emits `seen(need)` for the ticket shown, and `wanted(act)` for queue, record and end."""

    seen = Signal(str)
    wanted = Signal(str)

    def __init__(self, look: Look, keys: Mapping[int, Need]) -> None:
        super().__init__()
        self._keys = dict(keys)
        self._needs = {need.id: need for need in keys.values()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(10))
        self.ticket, self.said = label("", "giant"), label("", "lead")
        layout.addWidget(self.ticket)
        layout.addWidget(self.said)
        grid = QGridLayout()
        grid.setSpacing(look.px(10))
        self._buttons: dict[str, Button] = {}
        for place, (digit, need) in enumerate(self._keys.items()):
            sign = "cross" if need.at_once else _SIGNS.get(need.id, "people")
            kind = "alarm" if need.at_once else "answer"
            button = Button(text(need.title), look, key=str(digit), sign=sign, kind=kind, height=76)
            button.clicked.connect(partial(self.seen.emit, need.id))
            is_last_alone = place == len(self._needs) - 1 and place % 2 == 0
            grid.addWidget(button, place // 2, place % 2, 1, 2 if is_last_alone else 1)
            self._buttons[need.id] = button
        layout.addLayout(grid)
        layout.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        self._acts: dict[str, Button] = {}
        for act, key in (("queue", "9"), ("record", "0"), ("end", "8")):
            button = Button("", look, key=key, kind="quiet", height=48)
            button.clicked.connect(partial(self.wanted.emit, act))
            line.addWidget(button)
            self._acts[act] = button
        layout.addLayout(line)
        layout.addWidget(label(tr("surge.help"), "small"))

    def show_arrival(self, arrival: Arrival, waiting: int, correcting: int | None, last: int | None) -> None:
        """The ticket at hand, how many have which need, and what to do with the holder of the last one."""
        number = correcting if correcting is not None else arrival.next_number
        self.ticket.setText(tr("surge.ticket", number=f"{number:03d}"))
        counts = arrival.by_need()
        for need in self._needs.values():
            self._buttons[need.id].say(tr("surge.need", need=text(need.title), count=counts.get(need.id, 0)))
            self._buttons[need.id].update()
        if correcting is not None:
            self.said.setText(tr("surge.again", number=f"{number:03d}"))
        elif last is not None and (seen := self._needs.get(arrival.tickets[last].need)) is not None:
            do = text(seen.do)
            self.said.setText(tr("surge.given", number=f"{last:03d}", need=text(seen.title), do=do))
        else:
            self.said.setText(tr("surge.look"))
        self._acts["queue"].say(tr("surge.queue", count=waiting))
        self._acts["record"].say(tr("surge.record", count=arrival.counted))
        self._acts["end"].say(tr("surge.end"))

    def need(self, digit: int) -> str | None:
        """The need on that key."""
        return self._keys[digit].id if digit in self._keys else None
