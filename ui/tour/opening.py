"""The door to the tour: a window of its own over a store that forgets, so that nothing of it can reach a statistic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.strings import tr

if TYPE_CHECKING:
    from ui.conduct import Conduct

__all__ = ["open_tour"]


def open_tour(conduct: Conduct) -> None:
    """Begin the tour, or show the one that is open. A desk that is in training itself has no tour within it."""
    from ui.tour.window import TourWindow
    from ui.trying.choices import choices, training_desk

    if conduct.desk.training:
        conduct.presenter.refused.emit(tr("try.already"))
        return
    if not isinstance(conduct.training, TourWindow) or not conduct.training.isVisible():
        desk = training_desk(conduct.desk, choices(conduct.desk)[0])
        conduct.training = TourWindow(conduct.window.look, desk)
        conduct.window.closed.connect(conduct.training.close)
    conduct.training.show()
    conduct.training.activateWindow()
