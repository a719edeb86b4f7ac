"""After an update the lists may be of an older form: they are made anew here, while the walk goes on. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.texts import Texts

if TYPE_CHECKING:
    from ui.desk import Desk

Tell = Callable[[int, int], None]


class Renewal:
    """The lists of one desk. `first` makes those of the newest travellers, `rest` the others beside the walk."""

    def __init__(self, desk: Desk) -> None:
        from screening.projecting import folding

        self._rows = desk.store.renew(folding(Texts(desk.life).of))  # texts of its own: it runs on another thread
        self._is_stopped = False

    def first(self, tell: Tell) -> None:
        """The newest screenings; from then on the lists may be asked."""
        for done, of in self._rows:
            tell(done, of)
            return

    def rest(self, tell: Tell) -> None:
        """All others, until the end or until `stop`."""
        while not self._is_stopped:
            found = next(self._rows, None)
            if found is None:
                return
            tell(*found)

    def stop(self) -> None:
        """The desk closes; the next opening begins again."""
        self._is_stopped = True
