"""The question card: the same place, the same size, whatever is asked. It shows a `Question` and emits the answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.access import bring_into_view
from ui.appearance import Look
from ui.intake.person import PersonEntry
from ui.interview.ahead import Ahead
from ui.interview.entry import Entry
from ui.interview.head import Head
from ui.interview.how import How
from ui.interview.menu import Menu
from ui.interview.notes import NotesEntry
from ui.interview.question import FULL, SAME, Question
from ui.interview.spares import Spares
from ui.interview.typed import TYPED, judgement, typed
from ui.interview.waiting import Waiting
from ui.knowledge.glossary import in_words
from ui.page import Page
from ui.plain import Button, hint, label
from ui.scrolling import Scrolling, Sheet
from ui.strings import tr

if TYPE_CHECKING:
    from screening.session import State
    from sops.wording import Wording

_MENUS = ("done", "yes_no", "choice")
_CORNER: Final = 4
"""So far the sheet stays away from the round corners of the frame around it."""
_OPEN_BY_FUNCTION_KEY = ("number", "days", "period", "places", "tests")
_ENDED_BY_ENTER = ("number", "days", "period", "places")


class Card(Page):
    """Emits `answered(value, identity)`, `problem(words)`, `set_aside()`, `naming(name, age)` while one is typed."""

    answered = Signal(object, object)
    problem = Signal(str)
    set_aside = Signal()
    naming = Signal(str, object)
    _asked: tuple[object, ...] = ()
    """Of whom, and all that the entry was made from."""

    def __init__(self, look: Look, wording: Wording, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look, self._wording, self._clock = look, wording, clock
        self.question: Question | None = None
        self.entry: Entry | None = None
        self._why, self._source = label("", "small"), label("", "small")
        self._before = label("", "small")
        self._how = How(look)
        self._meaning = cache(lambda said: in_words(said, wording))
        self._source_wanted, self._screening = False, ""
        self._sought: QWidget | None = None
        self._soon = QTimer(self)  # when everything has its place
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._follow)
        self._proposed = ""
        inside = Sheet(look)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(
            look.px(28) - _CORNER, look.px(10) - _CORNER, look.px(28) - _CORNER, look.px(8) - _CORNER
        )
        layout.setSpacing(look.px(8))
        self.head = Head(look)
        layout.addWidget(self.head)
        self._layout = layout
        self._ahead = Ahead(self)
        self._typed = partial(typed, look, wording)
        self._spares = Spares(inside, self._typed)
        self._menu = Menu(look)  # one for all questions that a menu answers
        self._listen(self._menu)
        self._room = QVBoxLayout()
        layout.addLayout(self._room)
        self._open_line = QHBoxLayout()
        self._open_buttons = []
        for act, value, key in (("unknown", "unknown", "F7"), ("refused", "refused", "F8")):
            sign = "question" if act == "unknown" else "hand"
            button = Button(tr(f"answer.{act}"), look, key=key, sign=sign, kind="quiet", height=44)
            button.clicked.connect(lambda _=False, act=act: self.letter(act))
            button.setProperty("value", value)
            self._open_line.addWidget(button, 5 if act == "unknown" else 7)
            self._open_buttons.append(button)
        self._on = self._end_line()
        self._same = Button("", look, key="Ctrl+0", sign="people", kind="quiet", height=44)
        self._same.clicked.connect(lambda: self.letter("same"))
        layout.addWidget(self._same)
        layout.addLayout(self._open_line)
        layout.addWidget(self._how)
        layout.addStretch()
        self._void = layout.count() - 1
        for line in (self._before, self._why, self._source):
            layout.addWidget(line)
        self._scrolling = Scrolling(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_CORNER, _CORNER, _CORNER, _CORNER)
        outer.addWidget(self._scrolling)

    def _end_line(self) -> Button:
        """Enter for a finger, at the end of the line below the answers."""
        self._open_line.setSpacing(self._look.px(8))
        on = Button(tr("answer.enter"), self._look, key=tr("key.Return"), kind="primary", height=44)
        on.clicked.connect(self.enter)
        on.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field that is typed in keeps it
        self._open_line.addWidget(on, 5)
        return on

    def show_question(self, question: Question, state: State, languages: str) -> None:
        """Another question, or the same one again."""
        if state.screening != self._screening:
            self._screening, self._source_wanted = state.screening, False
        self.question, self._proposed = question, ""
        self.head.show_question(question, languages)
        self.head.tick(self._clock())
        self._why.setText(f"{question.why} {question.by}.   {tr('source.hint')}".lstrip())
        guidance = " ".join((question.do, *question.how))
        meanings = self._meaning(f"{question.title} {question.ask} {guidance}")
        self._source.setText("\n".join(filter(None, (question.source, meanings))))
        hint(self.head, meanings)
        self._show_source()
        self._before.setText(tr("answer.before", answer=question.before) if question.before else "")
        self._before.setVisible(bool(question.before))
        is_full = question.kind in FULL
        self._layout.setStretchFactor(self._room, int(is_full))
        self._layout.setStretch(self._void, int(not is_full))  # what belongs to the answers follows them closely
        if not self._keeps(question, state):
            self._put(self._make(question, state))
        is_typed = question.kind not in _MENUS and not isinstance(self.entry, Waiting)
        for button in (self._same, self._on, *self._open_buttons):
            button.let_go()
        self._same.say(question.same)
        self._same.setVisible(is_typed and bool(question.same))
        is_open = question.kind in _OPEN_BY_FUNCTION_KEY and not isinstance(self.entry, Waiting)
        for button, is_answer in zip(self._open_buttons, (True, question.spec.may_refuse), strict=True):
            button.setVisible(is_open and is_answer)
        self._on.setVisible(question.kind in _ENDED_BY_ENTER and not isinstance(self.entry, Waiting))
        asked = dict.fromkeys(step.answer for step in state.setting.procedure.steps.values())
        self._ahead.think(state, question.choices)
        self._spares.keep((kind for kind in asked if kind in TYPED), question.on, state.setting.areas)

    def _keeps(self, question: Question, state: State) -> bool:
        """Whether what is typed stays, since the same is asked of the same traveller: something lay over it."""
        given = state.log.answers.get(question.step)
        parts = (question.spec, given, question.choices, question.wait_until, question.on)
        judged = state.verdict if question.kind == "judgement" else None
        before, self._asked = self._asked, (state.screening, *parts, state.setting.areas, judged)
        return before == self._asked and not isinstance(self.entry, Menu | Waiting)

    def _put(self, entry: Entry) -> None:
        before, self.entry = self.entry, entry
        if before is entry:
            return
        if before is not None:
            self.setFocus()  # or the window would look for another place for it
            self._room.removeWidget(before)
            before.hide()
            if before is self._menu:
                self._menu.show_choices(())
            else:
                before.deleteLater()
        if entry is not self._menu:
            self._listen(entry)
        self._room.addWidget(entry)
        entry.show()

    def _listen(self, entry: Entry) -> None:
        entry.answered.connect(self.answered)
        entry.problem.connect(self.problem)
        if isinstance(entry, PersonEntry):
            entry.naming.connect(self.naming)

    def _make(self, question: Question, state: State) -> Entry:
        look = self._look
        if question.wait_until is not None and self._clock() < question.wait_until:
            waiting = Waiting(look, question.wait_for, question.wait_until, self._clock)
            waiting.over.connect(lambda: self._put_again(question, state))
            waiting.set_aside.connect(self.set_aside)
            return waiting
        match question.kind:
            case "yes_no" if question.spec.notes:
                return NotesEntry(look, question.choices, question.value, question.spec.notes, question.named)
            case kind if kind in _MENUS:
                self._menu.show_choices(question.choices, question.value)
                return self._menu
            case "judgement":
                return judgement(look, self._wording, state)
            case kind if question.value is None and not question.named:
                return self._spares.take(kind, question.on, state.setting.areas)
            case kind:
                return self._typed(kind, question.on, state.setting.areas, value=question.value, named=question.named)

    def _put_again(self, question: Question, state: State) -> None:
        self._put(self._make(question, state))
        self.settle()

    def toggle_source(self) -> None:
        """Show or hide the clause of this step, and what its words mean."""
        self._source_wanted = not self._source_wanted
        self._show_source()
        self._sought = self._source if self._source_wanted else None
        self._soon.start(0)

    def leave(self) -> bool:
        """The source goes before the traveller does."""
        if not self._source_wanted:
            return False
        self.toggle_source()
        return True

    def _show_source(self) -> None:
        self._source.setVisible(self._source_wanted)
        question = self.question
        is_here = question is not None and not question.alarm and (self._source_wanted or question.kind not in FULL)
        lines = question.how if question is not None and is_here else ()
        self._how.show_lines(lines)

    # -- keys go to the entry ---------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Typing begins in the entry."""
        self._scrolling.verticalScrollBar().setValue(0)
        if self.entry is not None:
            self.entry.settle()
        self._soon.start(0)

    def _follow(self) -> None:
        """What was asked for, else what is typed in or answered, stays in view where letters are large."""
        sought, self._sought = self._sought, None
        if sought is not None:
            bring_into_view(sought)
        elif self.entry is not None:
            self.entry.show_at_hand()

    def digit(self, digit: int) -> bool:
        """To the entry; with `0` the answer of the one before in the group."""
        return self.entry is not None and self.entry.digit(digit)

    def letter(self, act: str) -> bool:
        """To the entry; not known answers every question, refused those that the traveller is asked."""
        if self.entry is None or self.question is None:
            return False
        if self.entry.letter(act):
            return True
        if act == "refused" and not self.question.spec.may_refuse:
            self.problem.emit(tr("bad.nobody_refuses" if self.question.spec.is_by_staff else "bad.refuses"))
            return True
        if act == "same":
            if self.question.same and not isinstance(self.entry, Waiting):
                self.answered.emit(SAME, {})
            return True
        if act in ("unknown", "refused") and self.question.kind in _OPEN_BY_FUNCTION_KEY:
            if not isinstance(self.entry, Waiting):
                self.answered.emit(act, {})
            return True
        return False

    def propose(self, answer: str) -> bool:
        """The traveller touched an answer: it is shown, and Enter or its key gives it. False where it is none here."""
        if self.question is None or not isinstance(self.entry, Menu) or not self.entry.mark(answer):
            return False
        self._proposed = answer
        return True

    def enter(self) -> bool:
        """The answer that the traveller touched, else to the entry."""
        if self._proposed:
            return self.letter(self._proposed)
        self._soon.start(0)
        return self.entry is not None and self.entry.enter()

    def erase(self) -> bool:
        """To the entry."""
        self._soon.start(0)
        return self.entry is not None and self.entry.erase()

    def arrow(self, rows: int) -> bool:
        """To the entry."""
        self._soon.start(0)
        return self.entry is not None and self.entry.arrow(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The stroke of a date goes to the entry; every other key is the desk's."""
        if event.text() not in ("/", "-", ".") or self.entry is None or not self.entry.write("/"):
            super().keyPressEvent(event)

    def tick(self) -> None:
        """A rest counts down; an emergency counts up."""
        self.head.tick(self._clock())
        if self.entry is not None:
            self.entry.tick()
