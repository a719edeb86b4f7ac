"""The pages behind the tabs, as one table: what each says. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sops.aloud import aloud
from ui.sop_page.blocks import Block, from_markdown, para
from ui.sop_page.differing import differing
from ui.sop_page.in_force import in_force
from ui.sop_page.settings import assumptions, settings
from ui.strings import spoken, tr
from ui.trying import choices as trying

if TYPE_CHECKING:
    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Tab:
    """One page. `says` is called away from the window where it is slow."""

    id: str
    says: Callable[[Desk], tuple[Block, ...]]
    is_slow: bool = False
    begins: bool = False  # Enter begins something with the heading that is chosen


def read_aloud(desk: Desk) -> tuple[Block, ...]:
    """Procedure and definition in force as prose, in the officer's language."""
    setting = desk.setting(desk.today())
    names = (setting.procedure.name, setting.engine.definition.name)
    return tuple(block for name in names for block in from_markdown(aloud(desk.catalogue, name, spoken())))


def _later(_: Desk) -> tuple[Block, ...]:
    return (para(tr("sop.later")),)


TABS: Final = (
    Tab("force", in_force),
    Tab("settings", settings),
    Tab("assumptions", assumptions),
    Tab("aloud", read_aloud),
    Tab("chart", _later),
    Tab("difference", differing, is_slow=True),
    Tab("theorems", _later),
    Tab("try", trying.said, begins=True),
)
