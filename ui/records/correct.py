"""The page of a correction: which answer, what it should say, why; then what would follow, for a person to decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from screening.correcting import correctable, proposal
from screening.session import State
from ui.appearance import Look
from ui.faults import attempted
from ui.interview.card import Card
from ui.interview.question import question_of
from ui.page import Page
from ui.plain import Button, clean, frame, label
from ui.records.acts import correct, decide, reasons_of
from ui.saying import name, said, text
from ui.strings import tr

if TYPE_CHECKING:
    from ui.desk import Desk

__all__ = ["CorrectPage"]

_TALL: Final = 8
"""More choices stand in two columns."""
_ORDER: Final = ("not_a_case", "undetermined", "contact", "suspected", "probable", "confirmed")


class CorrectPage(Page):
    """One record. Emits `done(words)` when a decision stands, `refused(words)`; `leave` goes one stage back."""

    done = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, look: Look, state: State) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk, self._look, self.state = desk, look, state
        self._wording = desk.catalogue.wording
        self._step, self._value = "", None
        self._back: Callable[[], None] | None = None
        self.card: Card | None = None
        self.choices: list[Button] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None
        self._ask_decision() if proposal(state) is not None else self._ask_step()

    # -- stages -----------------------------------------------------------------------------------------------------

    def _ask_step(self) -> None:
        on = self.state.on
        answers = self.state.log.answers
        offered: list[tuple[str, Callable[[], None]]] = []
        for step in correctable(self.state):
            words = f"{text(step.title)}: {said(step, answers[step.id].value, self._wording, on)}"
            offered.append((clean(words, 110), lambda step=step.id: self._ask_value(step)))  # type: ignore[misc]
        self._show(tr("correct.which"), "", offered, back=None)

    def _ask_value(self, step: str) -> None:
        self._step = step
        spec = next(each for each in correctable(self.state) if each.id == step)
        log = replace(self.state.log, interrupts=())
        before = tuple(takewhile(lambda visited: visited.step.id != step, self.state.path))
        asked = replace(self.state, at=spec, why=None, wait_until=None, log=log, path=before)
        card = Card(self._look, self._wording, self._desk.clock)
        card.answered.connect(lambda value, _: self._answered(value))
        card.problem.connect(self.refused)
        card.show_question(question_of(asked, self._wording), asked, "")
        self._put(card, back=self._ask_step)
        self.card = card
        card.settle()

    def _answered(self, value: Any) -> None:
        if value == self.state.log.answers[self._step].value:
            self.refused.emit(tr("correct.unchanged"))
        else:
            self._ask_reason(value)

    def _ask_reason(self, value: Any) -> None:
        self._value = value
        offered: list[tuple[str, Callable[[], None]]] = [
            (text(words), lambda reason=reason: self._record(reason))  # type: ignore[misc]
            for reason, words in reasons_of(self._desk).items()
        ]
        self._show(tr("correct.why"), tr("correct.why_hint"), offered, back=self._ask_step)

    def _record(self, reason: str) -> None:
        if self._attempt(lambda: correct(self._desk, self.state.screening, self._step, self._value, reason)):
            self._ask_decision()
        else:
            self._ask_step()

    def _ask_decision(self) -> None:
        after = proposal(self.state)
        assert after is not None
        before, now = self.state.verdict.classification, after.verdict.classification
        words = [
            *self._proposed(),
            tr("correct.same" if before == now else "correct.class", before=self._class(before), now=self._class(now)),
        ]
        if self.state.log.judgement is not None:
            words.append(tr("correct.judged", judged=self._class(self.state.log.judgement.classification)))
        words.append(tr("correct.stays", outcome=name(self._wording, "outcomes", str(self.state.outcome))))
        if _ORDER.index(now) > _ORDER.index(before):
            words.append(tr("correct.tell"))
        offered = [
            (tr("correct.agree"), lambda: self._decide(agreed=True)),
            (tr("correct.disagree"), lambda: self._decide(agreed=False)),
        ]
        self._show(tr("correct.decide"), "\n".join(words), offered, back=None)

    def _proposed(self) -> Iterator[str]:
        """Which answers it changes, from what to what."""
        log, on = self.state.log, self.state.on
        for step, given in log.proposed.items():
            spec = self.state.setting.procedure.steps[step]
            before, now = (said(spec, each.value, self._wording, on) for each in (log.answers[step], given))
            yield tr("told.corrected", step=text(spec.title), before=before, said=now)

    def _decide(self, *, agreed: bool) -> None:
        if self._attempt(lambda: decide(self._desk, self.state.screening, agreed=agreed)):
            self.done.emit(tr("correct.counts" if agreed else "correct.dropped"))

    def _class(self, word: str) -> str:
        return name(self._wording, "classes", word)

    def _attempt(self, act: Callable[[], State]) -> bool:
        def take() -> None:
            self.state = act()

        return attempted(take, self.refused.emit)

    # -- showing ----------------------------------------------------------------------------------------------------

    def _show(
        self, title: str, words: str, offered: list[tuple[str, Callable[[], None]]], back: Callable[[], None] | None
    ) -> None:
        look = self._look
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, look.px(8), 0)
        rows.setSpacing(look.px(6))
        rows.addWidget(label(title, "heading"))
        columns = 2 if len(offered) > _TALL else 1
        each = -(-len(offered) // columns)
        if words:
            card = frame("banner", "watch")
            lines = QVBoxLayout(card)
            for line in words.split("\n"):
                lines.addWidget(label(line, "lead" if len(words) < 400 else "body"))
            rows.addWidget(card)
        self.choices = []
        grid = QGridLayout()
        grid.setSpacing(look.px(6))
        for number, (said_, act) in enumerate(offered, 1):
            button = Button(said_, look, key=str(number) if number < 10 else "", height=48)
            button.clicked.connect(lambda _=False, act=act: act())
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.choices.append(button)
            grid.addWidget(button, (number - 1) % each, (number - 1) // each)
        rows.addLayout(grid)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._put(area, back)
        self._area = area
        if self.choices:
            self.choices[0].setFocus()

    def _put(self, inside: QWidget, back: Callable[[], None] | None) -> None:
        self._back, self.card = back, None
        if self._inside is not None:
            self._layout.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside
        self._layout.addWidget(inside)

    # -- keys -------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """The first choice, or the entry."""
        if self.card is not None:
            self.card.settle()
        elif self.choices:
            self.choices[0].setFocus()

    def digit(self, digit: int) -> bool:
        """One of the first nine choices."""
        if self.card is not None:
            return self.card.digit(digit)
        if 1 <= digit <= min(9, len(self.choices)):
            self.choices[digit - 1].click()
        return True

    def letter(self, act: str) -> bool:
        """To the question."""
        return self.card is not None and self.card.letter(act)

    def enter(self) -> bool:
        """To the question; a choice that has the focus hears it itself."""
        return self.card is None or self.card.enter()

    def erase(self) -> bool:
        """Within the question; else one stage back."""
        return (self.card is not None and self.card.erase()) or self.leave()

    def leave(self) -> bool:
        """One stage back; False at the first."""
        if self._back is None:
            return False
        self._back()
        return True

    def arrow(self, rows: int) -> bool:
        """The next choice, or the one before."""
        if self.card is not None:
            return self.card.arrow(rows)
        here = next((place for place, each in enumerate(self.choices) if each.hasFocus()), 0)
        chosen = self.choices[max(0, min(len(self.choices) - 1, here + rows))]
        chosen.setFocus()
        self._area.ensureWidgetVisible(chosen)
        return True
