"""The checklist of signs, wholly by keyboard: 1 yes and since when, 2 no, 3 not known; the row advances by itself."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sops.facts import SIGNS
from ui.access import bring_into_view
from ui.appearance import Look
from ui.bounce import Bounce
from ui.interview.columns import Columns
from ui.interview.days import FARTHEST, read_day
from ui.interview.entry import Entry
from ui.interview.sign_rows import SignRows
from ui.interview.strip import DayStrip, Span
from ui.plain import Button, label
from ui.strings import tr

_AFTER: Final = {"yes": "no", "no": "unknown"}
_LONGEST: Final = 10  # 21/03/2021
_ANSWERS: Final = (
    (1, "answer.yes", "done"),
    (2, "answer.no", "no"),
    (3, "answer.unknown", "question"),
    (0, "signs.rest", ""),
)


class SignsEntry(Entry):
    """All signs at once. Keys go to the row at hand; below stand its answers, or the days once since when is asked."""

    names_itself = True

    def __init__(self, look: Look, names: dict[str, str], value: Any, on: date) -> None:
        super().__init__(look)
        self._names, self._on = names, on
        self.said: dict[str, Any] = dict(value) if isinstance(value, dict) else {}
        self.row = 0
        self._stood = (False, len(self.said) == len(SIGNS))  # whether the days stand there, whether the way on does
        self._bounce = Bounce()  # since one of them took the place of the answers, or gave it back
        self.typed: str | None = None  # since when, as it is being typed for the row at hand
        self.rows = SignRows(look, names)
        self.rows.touched.connect(self.touch)
        self._line = label("", "strong")
        self._answers = self._make_answers()
        self.strip = DayStrip(look, on, tall=44)
        self.strip.touched.connect(self._touched_day)
        self.layout_.setSpacing(look.px(4))
        self.layout_.addWidget(self.rows, 100)
        for widget in (self._line, self._answers, self.strip):
            self.layout_.addWidget(widget)
        self.layout_.addStretch(1)
        self._tell()

    def _make_answers(self) -> QWidget:
        """The keys of the row at hand as buttons; the last one ends the list once every sign has an answer."""
        buttons = [self._button(key, words, sign) for key, words, sign in _ANSWERS]
        self._rest_no = buttons[-1]
        self._next = Button(tr("answer.enter"), self.look, key=tr("key.Return"), kind="primary", height=44)
        self._next.clicked.connect(lambda: self._bounce.is_on or self.enter())
        shown = (*buttons, self._next)
        needed = [button.sizeHint().width() + (self.look.px(32) if button.sign else 0) for button in shown]
        last = QWidget()  # one of the two stands there
        line = QHBoxLayout(last)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._rest_no)
        line.addWidget(self._next)
        return Columns(self.look, [*buttons[:-1], last], 130, len(buttons), shares=[*needed[:3], max(needed[3:])])

    def _button(self, key: int, words: str, sign: str) -> Button:
        made = Button(tr(words), self.look, key=str(key), sign=sign, kind="quiet", height=44)
        made.clicked.connect(lambda: self._bounce.is_on or self.digit(key))
        return made

    def name(self, sign: str) -> str:
        """The sign in the officer's words."""
        return self._names[sign]

    def _tell(self, words: str = "") -> None:
        sign = SIGNS[self.row]
        is_whole, is_dating = len(self.said) == len(SIGNS), self.typed is not None
        if words:
            self._line.setText(words)
        elif self.typed is not None:
            day = read_day(self.typed, self._on)
            said = tr("signs.how") if day.problem else day.words
            self.strip.show_spans(() if day.ago is None else (Span(day.ago, day.ago, "hold"),))
            self._line.setText(tr("signs.days", typed=self.typed or "__", day=said))
        elif is_whole:
            self._line.setText(tr("signs.finish"))
        else:
            self._line.setText(tr("signs.help", count=len(SIGNS) - len(self.said)))
        self.setAccessibleName(f"{self.name(sign)}. {self._line.text()}")
        for place, row in enumerate(self.rows.rows):
            row.show_said(self.said.get(row.sign), is_at_hand=place == self.row)
        if (is_dating, is_whole) != self._stood:
            self._stood = (is_dating, is_whole)
            self._bounce.begin()
        self.strip.setVisible(is_dating)
        self._answers.setVisible(not is_dating)
        self._rest_no.setVisible(not is_whole)
        self._next.setVisible(is_whole)
        self.show_at_hand()

    def show_at_hand(self) -> None:
        """Scroll so that the row at hand is seen, and its answers if there is room."""
        for widget in (self._answers, self.rows.rows[self.row]):
            bring_into_view(widget)

    def go(self, row: int) -> None:
        """Stand on another row."""
        if not self._keep_days():
            return
        self.row = max(0, min(len(SIGNS) - 1, row))
        self._tell()

    def touch(self, row: int) -> None:
        """A finger: first it stands on the row, then each touch changes the answer: yes, no, not known."""
        if row != self.row:
            self.go(row)
            return
        sign = SIGNS[row]
        said = self.said.get(sign)
        self.said[sign] = _AFTER.get("yes" if isinstance(said, int) else str(said), "yes")
        self.typed = "" if self.said[sign] == "yes" else None
        self._tell()

    def _touched_day(self, ago: int) -> None:
        """A finger on the day since when: it is kept, and the next row is at hand."""
        if not self._bounce.is_on:
            self.typed = str(ago)
            self.enter()

    def digit(self, digit: int) -> bool:
        """An answer for the row at hand, or a figure of its days."""
        if self.typed is not None:
            return self.write(str(digit))
        sign = SIGNS[self.row]
        if digit == 1:
            self.said[sign], self.typed = "yes", ""
        elif digit in (2, 3):
            self.said[sign] = "no" if digit == 2 else "unknown"
            self._advance()
        elif digit == 0:
            self._rest("no")
        self._tell()
        return True

    def write(self, text: str) -> bool:
        """A figure or a stroke of a date, while since when is asked."""
        if self.typed is None:
            return False
        self.typed = (self.typed + text)[:_LONGEST]
        self._tell()
        return True

    def _keep_days(self) -> bool:
        """Keep what was typed; what is no day that has come stays to be corrected."""
        if self.typed:
            day = read_day(self.typed, self._on)
            if day.problem:
                self.problem.emit(day.problem)
                return False
            self.said[SIGNS[self.row]] = day.ago if day.ago is not None else "yes"
        self.typed = None
        return True

    def _advance(self) -> None:
        if self._keep_days():
            self.row = min(len(SIGNS) - 1, self.row + 1)

    def _rest(self, said: str) -> None:
        for sign in SIGNS:
            self.said.setdefault(sign, said)

    def letter(self, act: str) -> bool:
        """Yes and no for the row; not known and refused for all that is still open."""
        if act == "yes":
            return self.digit(1) if self.typed is None else True
        if act == "no":
            return self.digit(2) if self.typed is None else True
        if self._keep_days():
            self._rest(act)
            self._tell()
        return True

    def enter(self) -> bool:
        """End of the days; when every sign has an answer, on to the next question."""
        if self.typed is not None:
            self._advance()
            self._tell()
        elif len(self.said) == len(SIGNS):
            self.answer({sign: self.said[sign] for sign in SIGNS})
        else:
            self.row = next(place for place, sign in enumerate(SIGNS) if sign not in self.said)
            self._tell(tr("signs.open", count=len(SIGNS) - len(self.said)))
        return True

    def erase(self) -> bool:
        """The last figure, then the row above; on the first row one step back."""
        if self.typed is not None:
            self.typed = self.typed[:-1] if self.typed else None
            if self.typed is None:
                self.said.pop(SIGNS[self.row], None)
        elif self.row > 0:
            self.row -= 1
        else:
            return False
        self._tell()
        return True

    def arrow(self, rows: int) -> bool:
        """The row above or below; while since when is asked, the day before or after."""
        if self.typed is None:
            self.go(self.row + rows)
        else:
            ago = read_day(self.typed, self._on).ago
            self.typed = str(min(FARTHEST, max(0, (0 if ago is None else ago) - rows)))
            self._tell()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right: the column beside; while since when is asked, the day before or after."""
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        side = sides.get(Qt.Key(event.key()))
        if side is None:
            super().keyPressEvent(event)
        elif self.typed is not None:
            self.arrow(side)
        elif 0 <= self.row + side * self.rows.tall < len(SIGNS):
            self.go(self.row + side * self.rows.tall)
