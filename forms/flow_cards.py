"""The words of a flow chart: a card for every step and course, in lanes, made from the procedure alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sops.conditions import ALWAYS, Condition
from sops.model import Course, Procedure, Step, Text
from sops.speaking import Speaker

from .drawing import Style

__all__ = ["Card", "Part", "Says"]

_FAMILIES: Final[dict[str, Style]] = {
    "calm": "calm",
    "watch": "watch",
    "hold": "hold",
    "emergency": "emergency",
    "unknown": "unknown",
}
_WORDS: Final[dict[str, Text]] = {
    "end": {"en": "the decision", "es": "la decisión"},
    "resume": {"en": "back to the walk", "es": "de vuelta al recorrido"},
    "else": {"en": "otherwise", "es": "si no"},
    "any time": {"en": "At any moment", "es": "En cualquier momento"},
    "decision": {"en": "The decision: the first line that holds", "es": "La decisión: la primera línea que se cumple"},
    "key": {
        "en": "Firm edge: always asked. Thin edge: asked while the answer can change something. Broken edge: only for "
        "some travellers. Numbers are those of the procedure read aloud.",
        "es": "Borde firme: se pregunta siempre. Borde fino: mientras la respuesta pueda cambiar algo. Borde "
        "discontinuo: solo a algunas personas. Los números son los del procedimiento leído en voz alta.",
    },
}


@dataclass(frozen=True, slots=True)
class Card:
    """What one box says. `arrow`: the common way leads to the next card; `below` are the other ways, in words."""

    head: str
    title: str
    style: Style
    arrow: bool
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A lane: its letter, what is said beside it, and its cards in order."""

    letter: str
    says: str
    cards: tuple[Card, ...]


class Says:
    """The words of every card, made from the procedure."""

    def __init__(self, procedure: Procedure, speaker: Speaker, language: str) -> None:
        self.procedure, self.speaker, self.language = procedure, speaker, language
        self.numbers = {name: number for number, name in enumerate(procedure.steps, 1)}

    def text(self, words: Text) -> str:
        """The words in the language of the chart."""
        return words.get(self.language) or words["en"]

    def word(self, key: str) -> str:
        """A fixed word of the chart."""
        return self.text(_WORDS[key])

    def parts(self) -> Iterator[Part]:
        """The walk lane by lane, then the decision, then what may break in."""
        steps = list(self.procedure.steps.values())
        aside = self._aside()
        lanes: dict[str, list[Card]] = {}
        roles: dict[str, list[str]] = {}
        letter = ""
        walk = [step for step in steps if step.id not in aside]
        for step, following in zip(walk, [*walk[1:], None], strict=True):
            letter = step.part[0] if step.part[0].isalpha() else letter or step.part[0]
            lanes.setdefault(letter, []).append(self.step(step, following))
            roles.setdefault(letter, []).append(self.role(step.by))
        for letter, cards in lanes.items():
            yield Part(letter, " · ".join(dict.fromkeys(roles[letter])), tuple(cards))
        yield Part("", self.word("decision"), tuple(self.courses()))
        broken = [step for step in steps if step.id in aside]
        called = tuple(self.step(step, after) for step, after in zip(broken, [*broken[1:], None], strict=True))
        yield Part("!", self.word("any time"), called)

    def _aside(self) -> set[str]:
        """The steps that only an interrupt leads to."""
        found: set[str] = set()
        going = [each.first for each in self.procedure.interrupts.values()]
        while going:
            name = going.pop()
            if name in self.procedure.steps and name not in found:
                found.add(name)
                going += [route.go for route in self.procedure.steps[name].then]
        return found

    def role(self, by: str) -> str:
        """Who does it."""
        return self.speaker.name("roles", by)

    def step(self, step: Step, following: Step | None) -> Card:
        """A step: whether the way goes on to the next card, and every other way."""
        style: Style = "optional" if step.only_when is not None else "firm" if step.mandatory else "plain"
        below = [
            f"{self.when(route.when, step, alone=len(step.then) == 1)} → {self.target(route.go)}".strip()
            for route in step.then
            if following is None or route.go != following.id or (route.when != ALWAYS)
        ]
        arrow = following is not None and any(route.go == following.id for route in step.then)
        head = f"{self.numbers[step.id]}  ·  {step.part}  ·  {self.role(step.by)}"
        starts = [each for each in self.procedure.interrupts.values() if each.first == step.id]
        title = " / ".join(dict.fromkeys([*(self.text(each.title) for each in starts), self.text(step.title)]))
        return Card(head, title, "emergency" if starts else style, arrow, tuple(below))

    def when(self, condition: Condition, step: Step, *, alone: bool) -> str:
        """The condition of a way; below its own step the title of that step goes without saying."""
        if condition == ALWAYS:
            return "" if alone else self.word("else")
        said = self.speaker.say(condition).removeprefix(f"{self.text(step.title)}: ")
        return said[0].upper() + said[1:]

    def target(self, go: str) -> str:
        """Where a way leads, with the number of the step."""
        if go in ("end", "resume"):
            return self.word(go)
        if go in self.procedure.interrupts:
            called = self.procedure.interrupts[go]
            return f"{self.text(called.title)} ({self.numbers[called.first]})"
        return f"{self.text(self.procedure.steps[go].title)} ({self.numbers[go]})"

    def courses(self) -> Iterator[Card]:
        """A card for each course, in the order in which the rules name them."""
        named = dict.fromkeys(rule.course for rule in self.procedure.precaution)
        for number, name in enumerate(named, 1):
            course: Course = self.procedure.courses[name]
            rules = [rule for rule in self.procedure.precaution if rule.course == name]
            why = " / ".join(self.text(rule.title) for rule in rules)
            duties = (self.procedure.duties[each] for each in course.duties)
            below = tuple(f"{duty.part}  {self.text(duty.title)}" for duty in duties)
            style = _FAMILIES[course.family]
            yield Card(f"{number}  ·  {why}", self.text(course.title), style, arrow=False, below=below)
