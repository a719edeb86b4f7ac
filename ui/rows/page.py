"""A bus on one page: rows one below the other, the last one being typed, each cell the very question of the walk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.intake.born import Born, born
from ui.interview.question import choices_of
from ui.interview.reading import FIGURES, figures, is_possible, reading_of, reasons
from ui.page import Page
from ui.plain import Button, Field, label
from ui.presenter import Presenter
from ui.rows.table import RowsTable
from ui.saying import name, text
from ui.strings import tr

__all__ = ["RowsPage"]

_SEXES: Final = {1: "F", 2: "M", 3: ""}


class RowsPage(Page):
    """Emits `left()`: to go back, or because somebody in the bus needs care at once."""

    left = Signal()
    is_wide = True

    def __init__(self, presenter: Presenter, look: Look) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._presenter, self._rows, self._look = presenter, presenter.rows, look
        self._rows.refresh()
        self._columns = self._rows.columns
        self._figures = ""
        self._why_next = self._sex_next = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(24), look.px(14), look.px(24), look.px(10))
        layout.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.addWidget(label(tr("rows.title"), "heading"), 1)
        self._told = Button("", look, key=tr("key.Return"), kind="quiet", height=44)
        self._told.clicked.connect(self.advise)
        head.addWidget(self._told)
        layout.addLayout(head)
        self._table = RowsTable(look, self._columns)
        layout.addWidget(self._table, 1)
        below = QWidget()  # always as tall, so that the rows above never jump
        below.setFixedHeight(look.px(172))
        layout.addWidget(below)
        lines = QVBoxLayout(below)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(8))
        self._ask, self._keys = label("", "label"), label("", "lead")
        lines.addWidget(self._ask)
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        self.name, self.age = Field(tr("rows.name")), Field(tr("rows.age"), most=40)
        self.age.textChanged.connect(self._read_back)
        for field, stretch in ((self.name, 3), (self.age, 2)):
            field.setMinimumHeight(look.px(48))
            line.addWidget(field, stretch)
        lines.addLayout(line)
        lines.addWidget(self._keys)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(look.px(8))
        lines.addLayout(self._choices)
        lines.addStretch(1)
        lines.addWidget(label(tr("rows.help"), "small"))
        self.show_rows()

    # -- showing ----------------------------------------------------------------------------------------------------

    def show_rows(self) -> None:
        """Every row as it stands, and what is asked now."""
        at = self._rows.at
        self._table.show_rows(list(self._rows.entered.values()), self._rows.current, at.id if at is not None else "")
        well = len(self._rows.well)
        self._told.say(tr("rows.advise", count=well))
        self._told.setVisible(well > 0)
        self._show_question()

    def _show_question(self) -> None:
        from ui.knowledge.panel import empty

        step = self._rows.at
        for field in (self.name, self.age):
            field.setVisible(step is None and not self._sex_next)
        empty(self._choices)
        self._keys.setText("")
        if step is not None:
            self._ask.setText(tr("reading.why_not") if self._why_next else text(step.ask))
            for choice in choices_of(step):
                self._offer(choice.key, choice.words, partial(self._answer, choice.value))
            if self._why_next:
                for choice in reasons():
                    self._offer(choice.key, choice.words, partial(self._not_taken, str(choice.value)))
            elif step.answer == "reading":
                self._keys.setText(figures(self._figures))
                self._offer("F7", tr("reading.not_taken"), self._ask_why)
        elif self._sex_next:
            self._ask.setText(tr("person.sex"))
            for key, sex in _SEXES.items():
                words = name(self._presenter.desk.catalogue.wording, "sexes", sex or "U")
                self._offer(str(key), words, partial(self._begin, sex))
        else:
            self._ask.setText(tr("rows.next"))
            self._read_back()

    def _offer(self, key: str, words: str, act: Callable[[], object]) -> None:
        button = Button(words, self._look, key=key, height=56)
        button.clicked.connect(lambda _=False: act())
        self._choices.addWidget(button, 1)

    def _read_back(self) -> None:
        if self._rows.at is None and not self._sex_next:
            told = self._born()
            self._keys.setText(told.words if told is not None else "")

    def follow(self) -> bool:
        """The desk moved: the rows show it, and the page stays."""
        self.show_rows()
        return True

    # -- acts -------------------------------------------------------------------------------------------------------

    def _born(self) -> Born | None:
        return born(self.age.text(), self._presenter.desk.today())

    def _begin(self, sex: str) -> None:
        told, typed = self._born(), self.name.text().strip()
        if told is None:
            self._presenter.refused.emit(tr("person.bad_age"))
            return
        value: dict[str, Any] = {**told.value, **({"sex": sex} if sex else {})}
        identity = {**({"spoken_name": typed} if typed else {}), **told.identity}
        if not self._presenter.begin():
            return
        self._do(lambda: (self._rows.take(), self._rows.identify(value, identity)))
        self._clear()

    def scan(self, raw: str) -> bool:
        """A document: its holder is the next row. A row that was being typed is kept as it stands."""
        if self.name.text().strip() and self._rows.at is None:
            self._begin("")
        if self._rows.at is not None:
            self._do(self._rows.set_aside)
        reading = self._presenter.desk.reading if self._presenter.scan(raw) else None
        if reading is not None and reading.status != "reject":
            self._do(self._rows.take)
            self._clear()
        return True

    def advise(self) -> None:
        """All who are well were told; they go on."""
        told = 0
        for row in self._rows.well:
            if not self._presenter.attempt(partial(self._rows.advise, row.screening)):
                break
            told += 1
            self._presenter.attempt(self._presenter.desk.leave)
        if told:
            self._presenter.told.emit(tr("rows.advised", count=told))
        self.show_rows()

    def _ask_why(self) -> None:
        self._figures, self._why_next = "", True
        self._show_question()
        self.setFocus()

    def _not_taken(self, reason: str) -> None:
        self._answer({"c": "unknown", "reason": reason})

    def _answer(self, value: Any) -> None:
        self._figures, self._why_next = "", False
        self._do(lambda: self._rows.answer(value))

    def _do(self, act: Callable[[], object]) -> None:
        done = self._presenter.attempt(act)
        self.show_rows()
        state = self._presenter.state
        if done and state is not None and state.log.interrupt is not None:
            self.left.emit()
        elif self._rows.at is None and not self._sex_next:
            self.name.setFocus()
        else:
            self.setFocus()

    def _clear(self) -> None:
        self._sex_next, self._why_next, self._figures = False, False, ""
        self.name.clear()
        self.age.clear()
        self.show_rows()

    # -- keys -------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Typing begins with the name, or goes on with the row at hand."""
        (self.name if self._rows.at is None and not self._sex_next else self).setFocus()

    def digit(self, digit: int) -> bool:
        """The sex, an answer, or a figure of the temperature."""
        step = self._rows.at
        if step is None and self._sex_next and digit in _SEXES:
            self._begin(_SEXES[digit])
        elif self._why_next:
            reason = next((choice.value for choice in reasons() if choice.key == str(digit)), None)
            if reason is not None:
                self._not_taken(str(reason))
        elif step is not None and step.answer == "reading":
            self._figure(digit)
        elif step is not None:
            found = next((choice for choice in choices_of(step) if choice.key == str(digit)), None)
            if found is not None:
                self._answer(found.value)
        return True

    def _figure(self, digit: int) -> None:
        if len(self._figures) < FIGURES:
            self._figures += str(digit)
        self._show_question()
        if len(self._figures) == FIGURES:
            celsius, words = reading_of(self._figures)
            if not words:
                self._answer({"c": celsius})
                return
            self._keys.setText(words)
            self._figures = self._figures if is_possible(celsius) else ""

    def letter(self, act: str) -> bool:
        """Yes and no by their letters; not known and refused where a key says so."""
        step = self._rows.at
        if step is None:
            return False
        if step.answer == "reading":
            if act == "unknown":
                self._ask_why()
            elif act == "refused":
                self._not_taken(act)
            return act in ("unknown", "refused")
        if act in {choice.value for choice in choices_of(step)}:
            self._answer(act)
            return True
        return False

    def enter(self) -> bool:
        """Name, age, sex; an unusual temperature as it stands; after the last row, then once more: advice was given."""
        if self._told.hasFocus():
            self.advise()
        elif self.name.hasFocus():
            is_over = self._told.isVisible() and not (self.name.text().strip() or self.age.text().strip())
            (self._told if is_over else self.age).setFocus()
        elif self.age.hasFocus():
            if self._born() is None:
                self._presenter.refused.emit(tr("person.bad_age"))
            elif self.name.text().strip() or self.age.text().strip():
                self._sex_next = True
                self._show_question()
                self.setFocus()
        elif self._sex_next:
            self._begin("")
        elif len(self._figures) == FIGURES:
            self._answer({"c": reading_of(self._figures)[0]})
        return True

    def erase(self) -> bool:
        """The last figure, the field before, or the cell before."""
        if self._figures or self._why_next:
            self._figures, self._why_next = self._figures[:-1], False
            self._show_question()
        elif self._sex_next:
            self._sex_next = False
            self._show_question()
            self.age.setFocus()
        elif self._rows.at is not None:
            self._presenter.back()
            self.show_rows()
        return True

    def arrow(self, rows: int) -> bool:
        """Between name and age."""
        (self.name if rows < 0 else self.age).setFocus()
        return True

    @property
    def escape(self) -> str:
        """The row at hand is set aside, or the age asked for again."""
        return "act.park" if self._rows.at is not None else "foot.back" if self._sex_next else "foot.close"

    def leave(self) -> bool:
        """The row at hand waits on the board; without one, back to where we were."""
        if self._rows.at is not None:
            self._figures, self._why_next = "", False
            self._do(self._rows.set_aside)
        elif self._sex_next:
            self._sex_next = False
            self._show_question()
            self.age.setFocus()
        else:
            self.left.emit()
        return True
