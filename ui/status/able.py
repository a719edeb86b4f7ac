"""What one desk can do at this moment, shown at the foot, beside the idle page and on the page of keys. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.actions import Act, working
from ui.status.offered import met, offered

if TYPE_CHECKING:
    from ui.conduct import Conduct

__all__ = ["Able"]


class Able:
    """The acts of one conduct."""

    def __init__(self, conduct: Conduct) -> None:
        self._conduct = conduct

    def acts(self) -> tuple[Act, ...]:
        """Those that do something now, once nothing lies over the traveller."""
        conduct = self._conduct
        state, card = conduct.desk.state, conduct.around.noticing.card
        is_asked = state is not None and state.at is not None and state.log.closed is None
        now = met(
            state,
            is_proposed=is_asked and state is not None and bool(conduct.presenter.group.proposed(state)),
            has_twin=card is not None and card.shown is not None,
            has_officers=bool(conduct.watch.shifts.officers),
        )
        return working(now)

    def show(self) -> None:
        """The keys of the foot; where nobody is in front, the menu too."""
        conduct, page, acts = self._conduct, self._conduct.window.page, self.acts()
        is_end = page is conduct.idle and not conduct.desk.training
        escape = "" if page is None or is_end else page.escape
        is_locked = conduct.watch.shifts.is_locked
        conduct.window.foot.offer(offered(conduct.sheet, conduct.desk.state, acts, escape=escape, is_locked=is_locked))
        if conduct.desk.state is None:
            conduct.around.menu.show_acts([act for act in acts if act.menu])

    def press(self, act: str) -> None:
        """One that was pressed on the page of keys: that page goes first."""
        self._conduct.close_sheet()
        self._conduct.do(act)
