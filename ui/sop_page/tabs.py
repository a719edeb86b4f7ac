"""The pages behind the tabs, as one table: what each says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sops.aloud import definition_aloud, procedure_aloud
from ui.sop_page.blocks import Block, from_markdown
from ui.sop_page.chart import Picture, chart
from ui.sop_page.differing import differing
from ui.sop_page.in_force import in_force
from ui.sop_page.settings import assumptions, settings
from ui.sop_page.theorems import proved
from ui.strings import spoken
from ui.trying import choices as trying

if TYPE_CHECKING:
    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Tab:
    """One page. `says` is called away from the window where it is slow."""

    id: str
    says: Callable[[Desk], tuple[Block, ...] | Picture]
    is_slow: bool = False
    begins: bool = False  # Enter begins something with the heading that is chosen


def read_aloud(desk: Desk) -> tuple[Block, ...]:
    """Procedure and definition in force as prose, in the officer's language."""
    setting, wording = desk.setting(desk.today()), desk.catalogue.wording
    texts = (
        procedure_aloud(setting.procedure, wording, spoken()),
        definition_aloud(setting.engine, wording, spoken()),
    )
    return tuple(block for text in texts for block in from_markdown(text))


TABS: Final = (
    Tab("force", in_force),
    Tab("settings", settings),
    Tab("assumptions", assumptions),
    Tab("aloud", read_aloud),
    Tab("chart", chart, is_slow=True),
    Tab("difference", differing, is_slow=True),
    Tab("theorems", proved, is_slow=True),
    Tab("try", trying.said, begins=True),
)
