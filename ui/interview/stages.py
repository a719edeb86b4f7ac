"""Answers given by one key after another: a test and its result, another class and its reason."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from sops.facts import TEST_RESULTS, TEST_TYPES
from sops.wording import Wording
from ui.appearance import Look
from ui.interview.entry import Entry
from ui.interview.menu import Menu
from ui.interview.question import Choice
from ui.plain import Button, label
from ui.saying import name, test_said
from ui.strings import tr


class Stages(Entry):
    """One menu at a time; Backspace goes to the one before."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._title = label("", "strong")
        self._menu = Menu(look)
        self._menu.chosen.connect(self.take)
        self._usual = Button("", look)
        self._usual_value: Any = None
        self._usual.clicked.connect(lambda: self.take(self._usual_value))
        self.layout_.addWidget(self._title)
        self.layout_.addWidget(self._usual)
        self.layout_.addWidget(self._menu, 1)

    def ask(self, title: str, choices: Sequence[Choice], usual: Choice | None = None) -> None:
        """Show another menu; above it, large, the answer that is usual."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._usual.setVisible(usual is not None)
        if usual is not None:
            self._usual.become(usual.words, key=usual.key, sign=usual.sign)
            self._usual_value = usual.value
        self._menu.show_choices(choices)

    @abstractmethod
    def take(self, value: Any) -> None:
        """A menu was answered."""

    def digit(self, digit: int) -> bool:
        """To the menu at hand."""
        if not self._usual.isHidden() and self._usual.key_cap == str(digit):
            self._usual.click()
            return True
        return self._menu.digit(digit)


class TestsEntry(Stages):
    """Which test, what result, and whether there is another."""

    __test__ = False  # no test of ours: a test of the traveller's

    def __init__(self, look: Look, wording: Wording, value: Any) -> None:
        super().__init__(look)
        self._wording = wording
        self.tests: list[dict[str, Any]] = list(value) if isinstance(value, list) else []
        self._type = ""
        self._ask_type()

    def _ask_type(self) -> None:
        self._type = ""
        choices = [Choice(str(n), test, name(self._wording, "facts", test)) for n, test in enumerate(TEST_TYPES, 1)]
        end = tr("tests.finish") if self.tests else tr("tests.none")
        told = "; ".join(test_said(test, self._wording) for test in self.tests)
        self.ask(told, choices, Choice("0", "", end, "next"))

    def take(self, value: Any) -> None:
        """A test, its result, or the end."""
        if self._type:
            self.tests.append({"type": self._type, "result": value})
            self._ask_type()
        elif value:
            self._type = value
            results = [Choice(str(n), r, name(self._wording, "facts", r)) for n, r in enumerate(TEST_RESULTS, 1)]
            self.ask(tr("tests.result", test=name(self._wording, "facts", value)), results)
        else:
            self.answer(self.tests)

    def enter(self) -> bool:
        """No other test."""
        if not self._type:
            self.answer(self.tests)
        return True

    def erase(self) -> bool:
        """The result's question back to the test's; then the last test is taken back."""
        if self._type:
            self._ask_type()
            return True
        if self.tests:
            self.tests.pop()
            self._ask_type()
            return True
        return False


class JudgementEntry(Stages):
    """Agree, or another class with a coded reason."""

    def __init__(self, look: Look, proposed: str, classes: Sequence[Choice], reasons: Sequence[Choice]) -> None:
        super().__init__(look)
        self._proposed, self._classes, self._reasons = proposed, classes, reasons
        self._class = ""
        self._stage = 0
        self._first()

    def _first(self) -> None:
        self._stage = 0
        agree = Choice("1", True, tr("judge.agree"), "done")
        self.ask(tr("judge.program", class_=self._proposed), [agree, Choice("2", False, tr("judge.other"), "change")])

    def take(self, value: Any) -> None:
        """Agreement, class, reason."""
        if self._stage == 0 and value is True:
            self.answer({"agree": True})
        elif self._stage == 0:
            self._stage = 1
            self.ask(tr("judge.class"), self._classes)
        elif self._stage == 1:
            self._class, self._stage = value, 2
            self.ask(tr("judge.reason"), self._reasons)
        else:
            self.answer({"class": self._class, "reason": value})

    def erase(self) -> bool:
        """One menu back."""
        if self._stage == 0:
            return False
        if self._stage == 2:
            self._stage = 1
            self.ask(tr("judge.class"), self._classes)
        else:
            self._first()
        return True
