"""Theorems about a case definition: every class and criterion is there for somebody, and whom its known gaps concern.

Decided over every combination that can occur in which everything was asked (`sops/space.py`). Every example is what
`paso classify` reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from sops.difference import groups
from sops.engine import Engine
from sops.model import CLASS_ORDER, Criterion, Named, Source, Text
from sops.proofs import monotone
from sops.proofs.theorem import Standing, Theorem
from sops.smallest import conditions
from sops.space import Space
from sops.specimen import specimen
from sops.telling import Teller
from sops.wording import Wording

_LANGUAGES: Final = ("en", "es")
_CLASS: Final[Text] = {"en": "Somebody can be: {name}.", "es": "Alguien puede ser: {name}."}
_DECIDES: Final[Text] = {
    "en": "“{name}” decides for somebody: met while no other criterion of its class or a higher one is.",
    "es": "«{name}» decide para alguien: se cumple sin que se cumpla otro criterio de su clase o de una más alta.",
}
_SWALLOWED: Final[Text] = {
    "en": "“{name}” decides for nobody of whom this holds: {among}.",
    "es": "«{name}» no decide para nadie de quien se cumpla esto: {among}.",
}
_EVERYBODY: Final[Text] = {"en": "anything", "es": "cualquier cosa"}
_GAP: Final[Text] = {"en": "Nobody needs the alert “{name}”.", "es": "Nadie necesita la alerta «{name}»."}
_ENOUGH: Final[Text] = {
    "en": "In {count} of {all} combinations; enough: {parts}.",
    "es": "En {count} de {all} combinaciones; basta: {parts}.",
}
_NOBODY: Final[Text] = {
    "en": "In none of {all} combinations that can occur.",
    "es": "En ninguna de {all} combinaciones que pueden darse.",
}
_DECLARED: Final[Text] = {"en": "{says} {found}", "es": "{says} {found}"}
_FALSE: Final[Text] = {
    "en": "The edition says it does not, but it does. {found}",
    "es": "La edición dice que no, pero sí. {found}",
}


def theorems(engine: Engine, wording: Wording) -> Iterator[Theorem]:
    """The theorems of one edition, those about classes first."""
    prover = _Prover(engine, wording)
    for name in CLASS_ORDER:
        if name == CLASS_ORDER[0] or engine.definition.of_class(name):
            yield prover.attainable(name)
    for criterion in engine.definition.criteria:
        yield from prover.decides(criterion)
    yield from monotone.theorems(prover.space, engine.definition)
    for alert in engine.definition.alerts:
        yield prover.gap(alert)


class _Prover:
    def __init__(self, engine: Engine, wording: Wording) -> None:
        self.engine = engine
        self.space = Space((engine,))
        self.table = self.space.table
        self.tellers = {language: Teller(self.space, wording, language) for language in _LANGUAGES}
        self.reasons, self.root = self.space.reasons(0)
        self.care = self.table.all_of((self.space.possible, self.space.asked))
        self.all = self.table.counts(self.care)[1]
        self.trees = {name: tree for name, _, tree in engine.criteria}
        self.theorem = partial(Theorem, engine.definition.name)

    def attainable(self, classification: str) -> Theorem:
        """Whether somebody can have the class."""
        here = self.table.mapped(self.root, lambda n: int(self.reasons[n].classification == classification))
        says = self.say(_CLASS, name=lambda teller: teller.class_name(classification))
        return self._somebody(f"class {classification}", says, here, None)

    def decides(self, criterion: Criterion) -> Iterator[Theorem]:
        """Whether a criterion decides for somebody, and whether what the edition says of it is so."""
        here = self._alone(criterion)
        name = f"decides {criterion.name}"
        declared = criterion.swallowed
        if declared is None or declared.among is not None:
            yield self._somebody(name, self._named(_DECIDES, criterion), here, criterion.source)
        if declared is None:
            return
        says = self._named(_SWALLOWED, criterion, declared.among)
        if declared.among is not None:
            here = self.table.all_of((here, self.space.draw(0, self.engine.terms[declared.among])))
        found = self._found(here)
        is_so = self._is_empty(here)
        words = {key: _DECLARED[key].format(says=declared.says[key], found=found[key]) for key in _LANGUAGES}
        because = words if is_so else {key: _FALSE[key].format(found=found[key]) for key in _LANGUAGES}
        state: Standing = "declared" if is_so else "refuted"
        yield self.theorem(f"swallowed {criterion.name}", says, state, because, criterion.source, self._example(here))

    def _alone(self, criterion: Criterion) -> int:
        """Where the criterion is met and no other of its class or a higher one is."""
        rank = CLASS_ORDER.index(criterion.classification)
        others = (
            self.space.draw(0, self.trees[other.name])
            for other in self.engine.definition.criteria
            if other != criterion and CLASS_ORDER.index(other.classification) >= rank
        )
        met = self.space.draw(0, self.trees[criterion.name])
        return self.table.all_of((met, self.table.negate(self.table.any_of(others))))

    def gap(self, alert: Named) -> Theorem:
        """Whom a known gap of the edition concerns."""
        tree = next(tree for name, tree in self.engine.alerts if name == alert.name)
        here = self.space.draw(0, tree)
        says = self.say(_GAP, name=lambda teller: teller.alert_name(alert.name))
        state: Standing = "proved" if self._is_empty(here) else "declared"
        return self.theorem(f"gap {alert.name}", says, state, self._found(here), alert.source, self._example(here))

    # -- what is found ----------------------------------------------------------------------------------------------

    def _somebody(self, name: str, says: Text, here: int, source: Source | None) -> Theorem:
        state: Standing = "refuted" if self._is_empty(here) else "proved"
        return self.theorem(name, says, state, self._found(here), source, self._example(here))

    def _is_empty(self, here: int) -> bool:
        return self.table.all_of((self.care, here)) == self.table.no

    def _example(self, here: int) -> dict[str, Any] | None:
        here = self.table.all_of((self.care, here))
        found = self.table.some(here)
        return None if found is None else specimen(self.space, here, found[0])

    def _found(self, here: int) -> Text:
        """How many combinations, and the smallest condition of them."""
        found, _ = conditions(self.table, here, self.care, groups(self.space), 1)
        if not found:
            return self.say(_NOBODY, all=lambda _: f"{self.all:,}")
        count = self.table.counts(self.table.all_of((self.care, here)))[1]
        return self.say(
            _ENOUGH,
            count=lambda _: f"{count:,}",
            all=lambda _: f"{self.all:,}",
            parts=lambda teller: "; ".join(teller.enough(found[0])),
        )

    # -- words ------------------------------------------------------------------------------------------------------

    def say(self, words: Text, **values: Any) -> Text:
        """The words in both languages; each value is told by the teller of the language."""
        return {
            key: words[key].format(**{name: tell(teller) for name, tell in values.items()})
            for key, teller in self.tellers.items()
        }

    def _named(self, words: Text, criterion: Criterion, among: str | None = None) -> Text:
        terms = self.engine.definition.terms
        return {
            key: words[key].format(
                name=teller.criterion(0, criterion.name),
                among=terms[among].title[key] if among is not None else _EVERYBODY[key],
            )
            for key, teller in self.tellers.items()
        }
