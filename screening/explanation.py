"""Why: every criterion of an edition for this one traveller, met, not met or unknown, with its clause, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from screening.worlds import kleene, worlds
from sops.conditions import Condition, Leaf, Term, children, evaluate
from sops.engine import Engine
from sops.facts import Facts
from sops.logic import NO, UNKNOWN, YES, Truth
from sops.model import Source
from sops.speaking import Speaker
from sops.voices import definition_speaker
from sops.wording import Wording


@dataclass(frozen=True, slots=True)
class Finding:
    """A condition with its truth for one traveller, and the findings of its parts.

    `name` is the criterion or term where it has one; `source` where it is written, None for parts inside a rule.
    """

    text: str
    truth: Truth
    name: str = ""
    source: Source | None = None
    parts: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The finding as `paso classify --explain` prints it."""
        found: dict[str, Any] = {"text": self.text, "truth": self.truth.word}
        if self.name:
            found["name"] = self.name
        if self.source:
            found["source"] = {
                "document": self.source.document,
                "clause": self.source.clause,
                "mark": self.source.mark,
            }
        if self.parts:
            found["parts"] = [part.as_json() for part in self.parts]
        return found


def explain(engine: Engine, facts: Facts, wording: Wording, language: str) -> tuple[Finding, ...]:
    """The finding of every criterion, in the order of the text. Languages other than es are told in English."""
    return _Explainer(engine, facts, definition_speaker(engine, wording, language)).all()


class _Explainer:
    def __init__(self, engine: Engine, facts: Facts, words: Speaker) -> None:
        self.engine, self.words = engine, words
        self.yes, self.may = kleene(worlds(engine, facts))
        self.trees = {name: tree for name, _, tree in engine.criteria}

    def all(self) -> tuple[Finding, ...]:
        found = []
        for criterion in self.engine.definition.criteria:
            tree = self.trees[criterion.name]
            title = criterion.title.get(self.words.language) or self.words.say(tree)
            found.append(
                Finding(
                    title, self.truth(tree), criterion.name, criterion.source, tuple(map(self.find, children(tree)))
                )
            )
        return tuple(found)

    def find(self, tree: Condition) -> Finding:
        """The finding of one condition: a term is opened once, atoms are said."""
        if isinstance(tree, Term):
            term = self.engine.definition.terms[tree.name]
            inner = self.engine.terms[tree.name]
            parts = tuple(map(self.find, children(inner)))
            return Finding(self.words.title(tree.name), self.truth(inner), tree.name, term.source, parts)
        if isinstance(tree, Leaf) and tree.kind == "exposure":
            named = self.engine.definition.exposures[str(tree["exposure"])]
            return Finding(self.words.leaf(tree), self.truth(tree), named.name, named.source)
        return Finding(self.words.say(tree), self.truth(tree), parts=tuple(map(self.find, children(tree))))

    def truth(self, tree: Condition) -> Truth:
        return evaluate(tree, self.leaf, self.engine.terms)

    def leaf(self, leaf: Leaf) -> Truth:
        refers = self.engine.refers(leaf)
        if refers is not None:
            return max((self.truth(tree) for tree in refers), default=NO)
        bit = self.engine.bit(leaf)
        return YES if self.yes & bit else UNKNOWN if self.may & bit else NO
