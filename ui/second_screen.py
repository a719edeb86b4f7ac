"""The door to the traveller's screen: opened by a key, fed with every state; the official hears what is touched."""

from __future__ import annotations

import importlib
import importlib.util
from typing import TYPE_CHECKING, Any

from ui.strings import has, tr

if TYPE_CHECKING:
    from screening.session import State
    from ui.appearance import Look
    from ui.conduct import Conduct


class SecondScreen:
    """Made when it is first wanted."""

    def __init__(self, conduct: Conduct) -> None:
        self._conduct = conduct
        self._screen: Any = None

    @staticmethod
    def is_there() -> bool:
        """Whether the traveller's screen is installed."""
        return importlib.util.find_spec("ui.traveller_screen.window") is not None

    def toggle(self) -> None:
        """Show or hide it; the keys stay with the desk."""
        if self._screen is None:
            module = importlib.import_module("ui.traveller_screen.window")
            self._screen = module.TravellerScreen(self._conduct.desk.catalogue, self._conduct.window.look)
            self._screen.language_chosen.connect(self._conduct.speak)
            self._screen.answered.connect(self._touched)
        if self._screen.isVisible():
            self._screen.hide()
        else:
            self._screen.open_beside(self._conduct.window)
            self.show_state(self._conduct.desk.state)
            self._conduct.window.activateWindow()

    def set_look(self, look: Look) -> None:
        """The desk looks otherwise from now on, and so does the traveller's screen."""
        if self._screen is not None:
            self._screen.set_look(look)

    def show_state(self, state: State | None) -> None:
        """The question at hand, in the traveller's language."""
        if self._screen is not None and self._screen.isVisible():
            self._screen.show_state(state)

    def close(self) -> None:
        """With the desk's window."""
        if self._screen is not None:
            self._screen.close()

    def _touched(self, answer: str) -> None:
        """The traveller touched an answer: the official hears of it, and gives it with Enter or another by its key."""
        if not has(f"answer.{answer}"):
            return
        conduct = self._conduct
        can_confirm = conduct.window.page is conduct.card and conduct.card.propose(answer)
        words = "traveller.confirm" if can_confirm else "traveller.touched"
        conduct.presenter.told.emit(tr(words, answer=tr(f"answer.{answer}")))
