"""What the editions in force decide and say otherwise than those before them. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sops.comparison import compare
from sops.comparison_aloud import prose
from ui.sop_page.blocks import Block, from_markdown, para
from ui.strings import spoken, tr

if TYPE_CHECKING:
    from sops.catalogue import File
    from ui.desk import Desk


def differing(desk: Desk) -> tuple[Block, ...]:
    """The page. Slow: every combination of facts is counted. Raises NoEditionError where nothing is in force yet."""
    return tuple(_page(desk))


def _page(desk: Desk) -> Iterator[Block]:
    known = desk.catalogue
    setting = desk.setting(desk.today())
    for kind, about in (("definition", setting.engine.definition.about), ("procedure", setting.procedure.about)):
        here = known.bound(kind, about.name, about.digest)
        before = _before(known.editions(kind, about.id), about.edition)
        if before is None:
            yield para(tr("difference.first", name=about.name))
        else:
            yield from from_markdown(prose(compare(known, before, here, spoken())))


def _before(editions: tuple[File, ...], edition: str) -> File | None:
    """The edition before that one."""
    return max((each for each in editions if each.data["edition"] < edition), key=_edition, default=None)


def _edition(file: File) -> str:
    return str(file.data["edition"])
