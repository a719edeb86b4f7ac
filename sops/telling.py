"""What is told of combinations of facts: atoms, smallest conditions and reasons for a class, in Spanish and English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from sops.conditions import Leaf
from sops.facts import SIGNS, WHO_SIGNS
from sops.model import Text
from sops.smallest import Enough, Some
from sops.space import Atom, Reason, Space
from sops.speaking import Speaker
from sops.voices import definition_speaker
from sops.wording import Wording

_WORDS: Final[Mapping[str, Text]] = {
    "or": {"en": " or ", "es": " o "},
    "some": {"en": "{count} of ({slots})", "es": "{count} de ({slots})"},
    "nothing": {"en": "nothing at all", "es": "nada en absoluto"},
    "in": {"en": "{exposure} (as {edition} has it)", "es": "{exposure} (según {edition})"},
    "reason": {"en": "{name} {letter}: {why}", "es": "{name} {letter}: {why}"},
    "bare": {"en": "{name}: {why}", "es": "{name}: {why}"},
}


class Teller:
    """Tells about one space in one language; languages other than es are told in English."""

    def __init__(self, space: Space, wording: Wording, language: str) -> None:
        self.space = space
        self.language = "es" if language == "es" else "en"
        self._speakers = {id(engine): definition_speaker(engine, wording, language) for engine in space.engines}

    def _word(self, key: str, **values: object) -> str:
        return _WORDS[key][self.language].format(**values)

    def atom(self, number: int) -> str:
        """One atom in words; where two editions say the same and mean two things, with the edition."""
        words = self._said[number]
        if self._said.count(words) == 1:
            return words
        engine, _ = self.space.leaf_of[self.space.atoms[number]]
        return self._word("in", exposure=words, edition=engine.definition.about.edition)

    @cached_property
    def _said(self) -> list[str]:
        return [self._say(atom) for atom in self.space.atoms]

    def _say(self, atom: Atom) -> str:
        engine, leaf = self.space.leaf_of[atom]
        if atom.kind == "exposure":
            arguments = {**dict(leaf.arguments), "before": atom.of.before}
            leaf = Leaf(leaf.kind, tuple(sorted(arguments.items(), key=lambda pair: pair[0])))
        return self._speakers[id(engine)].leaf(leaf)

    def atoms(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Atoms in words, the signs of a whole list under its name."""
        left = set(numbers)
        said = []
        for which, names in (("all", SIGNS), ("who", WHO_SIGNS)):
            signs = {number for number, atom in self.space.of_kind("sign") if atom.of in names}
            if len(signs) == len(names) and signs <= left:
                said.append(self._speaker.leaf(Leaf("any sign", (("any sign", which),))))
                left -= signs
        in_order = sorted(left, key=lambda number: (self.space.atoms[number].kind == "reading at least", number))
        return (*said, *map(self.atom, in_order))

    @property
    def _speaker(self) -> Speaker:
        return self._speakers[id(self.space.engines[0])]

    def enough(self, found: Enough) -> tuple[str, ...]:
        """What is enough together, one phrase a part."""
        return tuple(map(self._some, found.parts)) or (self._word("nothing"),)

    def without(self, found: Enough) -> tuple[str, ...]:
        """What must stay out beside it, without what the parts already say the number of."""
        counted = {atom for part in found.parts for slot in part.of for atom in slot}
        return self.atoms(atom for atom in found.without if atom not in counted)

    def _some(self, part: Some) -> str:
        slots = [self._word("or").join(self.atoms(slot)) for slot in part.of]
        return slots[0] if len(slots) == 1 else self._word("some", count=part.count, slots="; ".join(slots))

    def class_name(self, classification: str) -> str:
        """The name of a class."""
        return self._speaker.name("classes", classification)

    def alert_name(self, name: str) -> str:
        """What an alert says."""
        return self._speaker.name("alerts", name)

    def criterion(self, place: int, name: str) -> str:
        """A criterion of the edition at that place, with its class and letter."""
        return self.reason(place, Reason(name.partition(".")[0], name))

    def reason(self, place: int, reason: Reason) -> str:
        """Why it is that class in the edition at that place: `suspected case A: clinical criteria`."""
        name = self.class_name(reason.classification)
        if not reason.criterion:
            return name
        engine = self.space.engines[place]
        criterion = next(each for each in engine.definition.criteria if each.name == reason.criterion)
        why = criterion.title.get(self.language, reason.criterion)
        if reason.part is not None:
            why = self._speakers[id(engine)].say(reason.part)
        return self._word("reason" if criterion.letter else "bare", name=name, letter=criterion.letter, why=why)
