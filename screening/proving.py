"""The theorems of a procedure: what its diagrams prove, and real travellers for all that they do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from screening.places import Places
from screening.witness import Followed, Scout, follow_candidate
from sops.catalogue import Catalogue
from sops.conditions import Leaf
from sops.model import Procedure, Text
from sops.proofs.claim import END, STUCK, Claim, Sought, Swap
from sops.proofs.invariants import written
from sops.proofs.procedure import built_in
from sops.proofs.theorem import Standing, Theorem
from sops.proofs.walk import RunsRoundError, Walk

_SHOWN: Text = {"en": "Refuted by the traveller of the script.", "es": "Lo refuta la persona del guion."}
_OPEN: Text = {
    "en": "An abstract walk speaks against it that no traveller was found for.",
    "es": "Lo contradice un recorrido abstracto para el que no se encontró a nadie.",
}
_NOBODY: Text = {"en": "No walk comes to {}.", "es": "Ningún recorrido llega a {}."}
_UNSEEN: Text = {"en": "No traveller was found for {}.", "es": "No se encontró a nadie para {}."}

Against = tuple[Standing, Text, dict[str, Any] | None]
"""What speaks against a claim: whether it refutes it or leaves it open, why, and the script."""


def prove(catalogue: Catalogue, procedure: Procedure, only: str | None = None) -> tuple[Theorem, ...]:
    """Every theorem of a procedure: those that every one has to meet, then its author's; or one of them by name.

    Proved for every edition of the case definition, whoever comes; an example is a traveller under a shipped one.
    """
    try:
        walk = Walk(procedure)
    except RunsRoundError as problem:
        says = {"en": "Every walk ends.", "es": "Todo recorrido termina."}
        why = {"en": f"The walk runs round: {problem}.", "es": f"El recorrido da vueltas: {problem}."}
        return (Theorem(procedure.name, "ends", says, "refuted", why),)
    claims = tuple(claim for claim in (*built_in(walk), *written(walk)) if only in (None, claim.name))
    prover = _Prover(walk, Scout(walk, Places(catalogue, procedure)), claims)
    return tuple(map(prover.theorem, claims))


@dataclass
class _Prover:
    walk: Walk
    scout: Scout
    claims: tuple[Claim, ...]

    def theorem(self, claim: Claim) -> Theorem:
        """A claim, decided: refuted by the first traveller who shows it, else open where a doubt is left."""
        proved = Theorem(self.walk.procedure.name, claim.name, claim.says, "proved", claim.because, claim.source)
        doubts = [
            replace(proved, state=state, because=why, example=script) for state, why, script in self.against(claim)
        ]
        return next((doubt for doubt in doubts if doubt.state == "refuted"), doubts[0] if doubts else proved)

    def against(self, claim: Claim) -> Iterator[Against]:
        """All that speaks against a claim."""
        for fault in claim.faults:
            yield "refuted", fault.says, self.script(fault.seen)
        for sought in claim.never:
            if self.walk.where(sought) != self.walk.table.no:
                script = self.script(sought)
                yield ("refuted", _SHOWN, script) if script else ("not decided", _OPEN, None)
        for swap in claim.swaps:
            where = self.walk.differs(swap)
            if where != self.walk.table.no:
                script = self.swapped(where, swap)
                yield ("refuted", _SHOWN, script) if script else ("not decided", _OPEN, None)
        yield from self.missing(claim)

    def missing(self, claim: Claim) -> Iterator[Against]:
        """What some walk should meet and none does, or nobody was found for."""
        lost = [sought for sought in claim.some if self.walk.where(sought) == self.walk.table.no]
        for sought in lost:
            yield "refuted", _named(_NOBODY, sought), None
        if lost:
            return
        self.scout.look(claim.some, among=[sought for each in self.claims for sought in each.some])
        for sought in claim.some:
            if sought not in self.scout.met:
                yield "not decided", _named(_UNSEEN, sought), None

    def script(self, sought: Sought) -> dict[str, Any] | None:
        """The script of a traveller who meets it; None when none was found."""
        for moments in self.scout.ways(sought, again=True):
            for here in moments:
                if here.place.is_real and here.meets(sought):
                    return here.script()
        return None

    def swapped(self, where: int, swap: Swap) -> dict[str, Any] | None:
        """The script of a traveller to whom the other answer makes a difference."""
        for place, filling, candidate in self.scout.tries(where):
            other = replace(candidate, answers={**candidate.answers, swap.step: swap.other})
            ends = []
            for each in (candidate, other):
                followed = list(follow_candidate(self.walk, each, place, filling))
                ends.append(followed[-1])
            if place.is_real and _way(ends[0], swap) != _way(ends[1], swap):
                return ends[0].script()
        return None


def _way(end: Followed, swap: Swap) -> tuple[Any, ...]:
    """Where a walk led: its course and the steps on the way, but for those that may differ."""
    steps = tuple(visited.step.id for visited in end.state.path if visited.step.id not in swap.but_for)
    return end.state.course and end.state.course.id, steps


def _named(words: Text, sought: Sought) -> Text:
    """The words with what was looked for in them: a step, a rule, a course, a duty."""
    name = sought.behind if sought.at == STUCK else sought.at
    if sought.at == END and isinstance(sought.that, Leaf):
        names: Any = sought.that.get(sought.that.kind)
        name = f"{sought.that.kind.removesuffix(' is')} {names[0]}"
    return {language: text.format(name) for language, text in words.items()}
