"""More of the same never lowers the class: proved where an edition claims it, or refuted by a traveller."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from sops.model import CLASS_ORDER, CaseDefinition, Text
from sops.proofs.theorem import Theorem
from sops.space import UNDETERMINED, Space
from sops.specimen import specimen

_SAYS: Final[dict[str, Text]] = {
    "signs": {"en": "One more sign never lowers the class.", "es": "Un signo más nunca baja la clase."},
    "exposures": {
        "en": "One more exposure never lowers the class.",
        "es": "Una exposición más nunca baja la clase.",
    },
    "tests": {
        "en": "One more test result never lowers the class.",
        "es": "Un resultado de prueba más nunca baja la clase.",
    },
}
_PROVED: Final[Text] = {
    "en": "Looked at in all {all} combinations that can occur.",
    "es": "Examinado en las {all} combinaciones que pueden darse.",
}
_REFUTED: Final[Text] = {
    "en": "Without it the class of the example would be {higher}; with it, it is {lower}.",
    "es": "Sin ello la clase del ejemplo sería {higher}; con ello es {lower}.",
}


class Fall(NamedTuple):
    """A combination whose class is lower than it was with less, and both classes as ranks."""

    bits: int
    higher: int
    lower: int


def theorems(space: Space, definition: CaseDefinition) -> Iterator[Theorem]:
    """One theorem for each claim of the edition; `space` is that of this edition alone."""
    ways = Ways(space)
    for claim in definition.monotone:
        fall = ways.find[claim]()
        if fall is None:
            count = space.table.counts(ways.care)[1]
            because = {key: words.format(all=f"{count:,}") for key, words in _PROVED.items()}
            yield Theorem(
                definition.name, f"monotone {claim}", _SAYS[claim], "proved", because, definition.about.source
            )
            continue
        names = {"higher": CLASS_ORDER[fall.higher], "lower": CLASS_ORDER[fall.lower]}
        because = {key: words.format(**names) for key, words in _REFUTED.items()}
        example = specimen(space, ways.ranks, fall.bits)
        yield Theorem(
            definition.name, f"monotone {claim}", _SAYS[claim], "refuted", because, definition.about.source, example
        )


class Ways:
    """The ways in which a class could fall, each looked for over all combinations in which everything was asked."""

    def __init__(self, space: Space) -> None:
        self.space, self.table = space, space.table
        self.care = self.table.all_of((space.possible, space.asked))
        reasons, root = space.reasons(0)
        ranks = {name: rank for rank, name in enumerate((*CLASS_ORDER, UNDETERMINED))}
        self.ranks = self.table.mapped(root, lambda n: ranks[reasons[n].classification])
        self.least = [(rank, self._at_least(rank)) for rank in range(len(CLASS_ORDER) - 1, 0, -1)]
        """Where the class is a given one or higher, from the highest down, so that the first fall found is exact."""
        self.find: dict[str, Callable[[], Fall | None]] = {
            "signs": self.by_a_sign,
            "exposures": self.by_an_exposure,
            "tests": self.by_a_test,
        }

    def by_a_test(self) -> Fall | None:
        """One more result, all else the same."""
        return self._by_an_atom("test")

    def by_a_sign(self) -> Fall | None:
        """One more sign, the day of onset the same; or the first sign of a person who was well, on any day."""
        return self._by_an_atom("sign") or self._by_falling_ill()

    def _by_an_atom(self, kind: str) -> Fall | None:
        table = self.table
        for number, _ in self.space.of_kind(kind):
            without, having = self._sides(self.ranks, number)
            care = table.all_of(self._sides(self.care, number))
            falls = table.combine(without, having, lambda one, other: int(one > other))
            found = table.some(table.all_of((care, falls)))
            if found is not None:
                bits, _ = found
                return Fall(bits | 1 << number, table.value(without, bits), table.value(having, bits))
        return None

    def _by_falling_ill(self) -> Fall | None:
        """Facts of onset are left open on both sides: the well person had none, the ill one may have any."""
        table, begun = self.table, self.space.begun[0]
        for number, _ in self.space.of_kind("sign"):
            well_before, _ = self._sides(table.negate(begun), number)
            _, ill_after = self._sides(begun, number)
            for rank, least in self.least:
                less = table.negate(least)
                before = table.all_of((self._sides(table.all_of((self.care, least)), number)[0], well_before))
                after = table.all_of((self._sides(table.all_of((self.care, less)), number)[1], ill_after))
                found = table.some(table.all_of((self._of_any_onset(before), after)))
                if found is not None:
                    bits, _ = found
                    ill = bits | 1 << number
                    return Fall(ill, rank, table.value(self.ranks, ill))
        return None

    def _at_least(self, least: int) -> int:
        return self.table.mapped(self.ranks, lambda rank: int(least <= rank < len(CLASS_ORDER)))

    def _of_any_onset(self, root: int) -> int:
        """1 where some facts about the onset make the diagram 1."""
        for number, atom in enumerate(self.space.atoms):
            if atom.kind == "onset within days" or (atom.kind == "exposure" and atom.of.before == "onset"):
                root = self.table.any_of(self._sides(root, number))
        return root

    def by_an_exposure(self) -> Fall | None:
        """More exposures, the day of onset the same: looked at for each day, as exposures lean on it."""
        table = self.table
        for day in (None, *self.space.days):
            here = table.all_of((self.care, self.space.on_day(day)))
            for rank, least in self.least:
                more = self._with_more(table.all_of((here, least)))
                found = table.some(table.all_of((more, here, table.negate(least))))
                if found is not None:
                    bits, _ = found
                    return Fall(bits, rank, table.value(self.ranks, bits))
        return None

    def _with_more(self, root: int) -> int:
        """1 where the diagram is 1 with fewer exposures, or as many."""
        for number, _ in self.space.of_kind("exposure"):
            without, having = self._sides(root, number)
            root = self.table.choose(self.table.atom(number), self.table.any_of((without, having)), without)
        return root

    def _sides(self, root: int, number: int) -> tuple[int, int]:
        """What is left of a diagram where an atom is false, and where it is true."""
        bit = 1 << number
        return self.table.restrict(root, 0, ~bit), self.table.restrict(root, bit, -1)
