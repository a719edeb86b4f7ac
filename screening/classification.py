"""Classification: the class of one traveller under one edition, with floor, ceiling and what is still open.

Kleene's logic settles most travellers at once. Where it leaves something open, the decision diagram of the class gives
the exact floor, ceiling and open facts over every way the unknown could turn out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from screening.exact import Exact
from screening.worlds import kleene, worlds
from sops.engine import Engine
from sops.facts import Facts
from sops.logic import NO, YES, Truth
from sops.logic import UNKNOWN as MAYBE
from sops.model import CLASS_ORDER

UNDETERMINED: Final = "undetermined"


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
    met, possible = engine.decide(*kleene(engine, found))
    settled: Verdict | None = engine.settled.get((met, possible))
    if settled is not None:
        return settled
    floor = ceiling = 0
    for rank, mask in enumerate(engine.class_masks):
        if met & mask:
            floor = rank
        if possible & mask:
            ceiling = rank
    by = ""
    is_open: tuple[str, ...] = ()
    alerts = _alerts(engine, met)
    kleene_settles = floor == ceiling
    if kleene_settles:
        mask = met & engine.class_masks[floor]
        if mask:
            by = engine.criteria[(mask & -mask).bit_length() - 1][0]
    else:
        exact = Exact(engine, found)
        floor, ceiling, by = exact.floor, exact.ceiling, exact.deciding(possible)
        is_open = exact.open() if floor != ceiling else ()
        alerts = tuple(name for name in _alerts(engine, possible) if name in alerts or exact.is_certain(name))
    mask = engine.class_masks[1]
    contact = YES if met & mask else MAYBE if possible & mask else NO
    name = CLASS_ORDER[floor] if floor == ceiling else UNDETERMINED
    verdict = Verdict(
        engine.definition.name, name, CLASS_ORDER[floor], CLASS_ORDER[ceiling], by, contact, is_open, alerts
    )
    if kleene_settles:
        engine.settled[met, possible] = verdict
    return verdict


def _alerts(engine: Engine, bits: int) -> tuple[str, ...]:
    bits >>= len(engine.criteria)
    return tuple(name for i, (name, _) in enumerate(engine.alerts) if bits >> i & 1) if bits else ()
