"""The checklist of signs, wholly by keyboard: 1 yes and since when, 2 no, 3 not known; the row advances by itself."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sops.facts import SIGNS
from ui import icons
from ui.appearance import Look
from ui.interview.days import FARTHEST, read_day
from ui.interview.entry import Entry
from ui.pictograms import SIGNS as PICTURES
from ui.plain import label
from ui.strings import tr
from ui.traveller_screen import picture

_COLUMNS: Final = 2
_AFTER: Final = {"yes": "no", "no": "unknown"}
_LONGEST: Final = 10  # 21/03/2021
_MARKS: Final = {
    "yes": ("done", "hold"),
    "no": ("no", "muted"),
    "unknown": ("question", "unknown"),
    "refused": ("hand", "unknown"),
}


class SignsEntry(Entry):
    """All signs in two columns. Keys go to the row at hand; clicks choose a row."""

    names_itself = True

    def __init__(self, look: Look, names: dict[str, str], value: Any, on: date) -> None:
        super().__init__(look)
        self._names, self._on = names, on
        self.said: dict[str, Any] = dict(value) if isinstance(value, dict) else {}
        self.row = 0
        self.typed: str | None = None  # since when, as it is being typed for the row at hand
        self._rows = _Rows(self, look)
        self._line = label("", "strong")
        self.layout_.setSpacing(look.px(4))
        self.layout_.addWidget(self._rows, 1)
        self.layout_.addWidget(self._line)
        self._tell()

    def name(self, sign: str) -> str:
        """The sign in the officer's words."""
        return self._names[sign]

    def _tell(self, words: str = "") -> None:
        sign = SIGNS[self.row]
        if words:
            self._line.setText(words)
        elif self.typed is not None:
            day = read_day(self.typed, self._on)
            said = "" if day.problem else day.words
            self._line.setText(tr("signs.days", sign=self.name(sign), typed=self.typed or "__", day=said))
        elif len(self.said) == len(SIGNS):
            self._line.setText(tr("signs.finish"))
        else:
            self._line.setText(tr("signs.help"))
        self.setAccessibleName(f"{self.name(sign)}. {self._line.text()}")
        self._rows.update()

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


class _Rows(QWidget):
    """Paints the rows: mark, name, answer; the row at hand has a ring."""

    def __init__(self, entry: SignsEntry, look: Look) -> None:
        super().__init__()
        self._entry, self._look = entry, look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(look.px(22) * -(-len(SIGNS) // _COLUMNS))

    def _cell(self, place: int) -> QRectF:
        rows = -(-len(SIGNS) // _COLUMNS)
        tall = min(self.height() / rows, self._look.px(34))
        wide = self.width() / _COLUMNS
        return QRectF(place // rows * wide, place % rows * tall, wide - self._look.px(8), tall)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click is a touch of the row."""
        for place in range(len(SIGNS)):
            if self._cell(place).contains(event.position()):
                self._entry.touch(place)
        self._entry.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """All rows."""
        look, entry = self._look, self._entry
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, sign in enumerate(SIGNS):
            cell = self._cell(place).adjusted(2, 1, -2, -1)
            here = place == entry.row
            said = entry.said.get(sign)
            if here:
                painter.setPen(QPen(look.colour("ink"), 3.6))
                painter.setBrush(look.colour("sunken"))
                painter.drawRoundedRect(cell, 5, 5)
                painter.setPen(QPen(look.colour("focus"), 2.2))
                painter.drawRoundedRect(cell, 5, 5)
            word = "yes" if isinstance(said, int) else str(said)
            mark, token = _MARKS.get(word, ("open", "muted"))
            size = look.px(16)
            square = QRectF(cell.left() + look.px(6), cell.center().y() - size / 2, size, size)
            icons.draw(painter, mark, square, look.colour(token), 2.6)
            answer = (
                tr("signs.since", days=said) if isinstance(said, int) else "" if said is None else tr(f"answer.{word}")
            )
            answer = answer if word != "refused" else tr("act.refused")
            strong = word == "yes"
            painter.setFont(look.font(15, bold=strong))
            wide = QFontMetrics(painter.font()).horizontalAdvance(answer) + look.px(10)
            painter.setPen(look.colour("hold" if strong else "muted"))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(cell.adjusted(0, 0, -look.px(6), 0), int(middle | Qt.AlignmentFlag.AlignRight), answer)
            painter.setFont(look.font(15, bold=here or strong))
            painter.setPen(look.colour("ink"))
            size = min(look.px(22), int(cell.height()) - 2)
            drawn = QRectF(cell.left() + look.px(28), cell.center().y() - size / 2, size, size)
            picture.draw(painter, PICTURES[sign], drawn, look.hold if strong else look.ink)
            room = cell.adjusted(look.px(58), 0, -wide, 0)
            words = QFontMetrics(painter.font()).elidedText(
                entry.name(sign), Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), words)
        painter.end()
