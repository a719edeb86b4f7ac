"""What is proved of the editions in force: what somebody must act on first. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from ui.saying import text
from ui.sop_page.blocks import Block, Run, heading, para
from ui.sop_page.settings import source_said
from ui.strings import tr

if TYPE_CHECKING:
    from sops.proofs.theorem import Theorem
    from sops.wording import Wording
    from ui.desk import Desk

_ORDER: Final = ("refuted", "not decided", "declared", "proved")
_PROVED: Final[dict[tuple[str, ...], tuple[Theorem, ...]]] = {}  # by the digests of the texts, the last asked for
_SIGNS: Final = {"refuted": "✗", "not decided": "?", "declared": "!", "proved": "✓"}


def proved(desk: Desk) -> tuple[Block, ...]:
    """The page. Slow when these texts are asked for the first time. Raises NoEditionError where none is in force."""
    from screening import proving
    from sops.proofs import definition

    setting, known = desk.setting(desk.today()), desk.catalogue
    key = tuple(setting.digests.values())
    if key not in _PROVED:
        of_procedure = proving.prove(known, setting.procedure)
        _PROVED.clear()
        _PROVED[key] = (*of_procedure, *definition.theorems(setting.engine, known.wording))
    return theorems_said(_PROVED[key], known.wording)


def theorems_said(theorems: Iterable[Theorem], wording: Wording) -> tuple[Block, ...]:
    """The theorems by their state: what somebody must act on first."""
    return tuple(_said(tuple(theorems), wording))


def _said(theorems: tuple[Theorem, ...], wording: Wording) -> Iterator[Block]:
    yield heading(tr("sop.tab.theorems"), "title")
    acting = [each for each in theorems if not each.stands]
    counted = tr("theorems.count", count=len(theorems), proved=len(theorems) - len(acting))
    yield para(counted, kind="amber" if acting else "calm")
    for state in _ORDER:
        found = [each for each in theorems if each.state == state]
        if found:
            yield heading(tr(f"theorems.{state}", count=len(found)))
        for each in found:
            yield Block("item", ((Run(text(each.says), "bold"), Run(f"  {each.about}", "code")),), _SIGNS[state])
            yield Block("sub", ((Run(text(each.because)),),), "•")
            if each.source is not None:
                source = source_said(each.source, wording)
                yield Block("sub", ((Run(f"{tr('settings.source')}: {source}"),),), "•")
            if each.example is not None:
                yield Block("sub", ((Run(tr("theorems.example", name=each.name)),),), "•")
