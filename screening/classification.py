"""Classification: the class of one traveller under one edition, with floor, ceiling and what is still open.

Kleene's logic settles most travellers at once. Where it leaves something open, the decision diagram of the class gives
the exact floor, ceiling and open facts over every way the unknown could turn out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from screening.exact import Exact
from screening.worlds import Unsure, World, kleene, unsure, worlds
from sops.engine import Engine
from sops.facts import Facts
from sops.logic import NO, YES, Truth
from sops.logic import UNKNOWN as MAYBE
from sops.model import CLASS_ORDER

UNDETERMINED: Final = "undetermined"
_REMEMBERED: Final = 4096


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an edition says of a traveller.

    `classification` is a class, or `undetermined` when what is unknown could change it; `floor` and `ceiling` are exact
    over every completion of the unknown. `by` names the deciding criterion, `open` the facts that can still change the
    class, most decisive first.
    """

    definition: str
    classification: str
    floor: str
    ceiling: str
    by: str
    contact: Truth
    open: tuple[str, ...]
    alerts: tuple[str, ...]

    @property
    def is_settled(self) -> bool:
        """Whether no open fact can change the class."""
        return self.floor == self.ceiling

    def as_json(self) -> dict[str, object]:
        """The verdict as `paso classify` prints it, without id and assumptions."""
        return {
            "definition": self.definition,
            "class": self.classification,
            "floor": self.floor,
            "ceiling": self.ceiling,
            "by": self.by,
            "contact": self.contact.word,
            "open": list(self.open),
            "alerts": list(self.alerts),
        }


def classify(engine: Engine, facts: Facts) -> Verdict:
    """The verdict of an edition on the facts. Pure: same in, same out."""
    found = worlds(engine, facts)
    met, possible = engine.decide(*kleene(found))
    settled: Verdict | None = engine.settled.get((met, possible))
    if settled is not None:
        return settled
    floor = ceiling = 0
    for rank, mask in enumerate(engine.class_masks):
        if met & mask:
            floor = rank
        if possible & mask:
            ceiling = rank
    if floor != ceiling:
        return exactly(engine, found, unsure(engine, facts), met, possible)
    mask = met & engine.class_masks[floor]
    by = engine.criteria[(mask & -mask).bit_length() - 1][0] if mask else ""
    name, contact = CLASS_ORDER[floor], _contact(engine, met, possible)
    verdict = Verdict(engine.definition.name, name, name, name, by, contact, (), _alerts(engine, met))
    engine.settled[met, possible] = verdict
    return verdict


@lru_cache(_REMEMBERED)
def exactly(engine: Engine, found: tuple[World, ...], parts: tuple[Unsure, ...], met: int, possible: int) -> Verdict:
    """The verdict over every way the unknown could turn out; remembered, as walks come to the same facts again."""
    exact = Exact(engine, found, parts)
    floor, ceiling = CLASS_ORDER[exact.floor], CLASS_ORDER[exact.ceiling]
    is_settled = floor == ceiling
    by, is_open = exact.deciding(possible), () if is_settled else exact.open()
    certain = _alerts(engine, met)
    alerts = tuple(name for name in _alerts(engine, possible) if name in certain or exact.is_certain(name))
    name, contact = floor if is_settled else UNDETERMINED, _contact(engine, met, possible)
    return Verdict(engine.definition.name, name, floor, ceiling, by, contact, is_open, alerts)


def _contact(engine: Engine, met: int, possible: int) -> Truth:
    mask = engine.class_masks[CLASS_ORDER.index("contact")]
    return YES if met & mask else MAYBE if possible & mask else NO


def _alerts(engine: Engine, bits: int) -> tuple[str, ...]:
    bits >>= len(engine.criteria)
    return tuple(name for i, (name, _) in enumerate(engine.alerts) if bits >> i & 1) if bits else ()
