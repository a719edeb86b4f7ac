"""What does not change during one walk: who comes, to which post, and what will be answered to each step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sops.model import Procedure, Step
from sops.proofs import answered
from sops.proofs.answered import SignGroup
from sops.proofs.inputs import Choice, Inputs


class Frame:
    """The free things of every walk, by what they are of."""

    def __init__(self, procedure: Procedure) -> None:
        self.procedure = procedure
        self.inputs = Inputs()
        self.table = self.inputs.table
        self.post = self.inputs.choice(answered.posts(procedure))
        self.age = self.inputs.choice(answered.ages(procedure))
        self.sex = self.inputs.choice(answered.sexes(procedure))
        self.groups = answered.sign_groups(procedure)
        self.read = answered.words_read(procedure)
        self.terms = {name: term.when for name, term in procedure.terms.items()}
        self.answers: dict[str, Choice] = {}
        self.signs: dict[tuple[str, SignGroup], Choice] = {}
        self.led_back: dict[tuple[str, str], Choice] = {}
        self.asked: dict[str, Choice] = {}
        self.stood = Choice(("",), 0)  # where the walk stood when an interrupt broke in that ended it

    def hear(self, step: Step) -> None:
        """Make the answers of a step free, and whether it is asked at all."""
        choice = self.inputs.choice
        if not step.mandatory:
            self.asked[step.id] = choice((False, True))
        self.answers[step.id] = choice(answered.answers(self.procedure, step, self.read[step.id]))
        if step.answer == "signs":
            for group in self.groups:
                self.signs[step.id, group] = choice(("kept", "unknown", "yes", "no"))

    def said(self, step: str, fits: Callable[[Any], bool]) -> int:
        """Where the answer of a step is one that fits."""
        return self.inputs.among(self.answers[step], fits)

    def has_led_back(self, step: str, word: str) -> int:
        """Where an interrupt that a person pressed led back with that answer."""
        found = self.led_back.setdefault((step, word), Choice((), -1))
        if not found.values:
            found = self.led_back[step, word] = self.inputs.choice((True, False))
        return self.inputs.among(found, bool)
