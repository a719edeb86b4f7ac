"""The settings as a sheet over the desk: made from the conduct, kept through the acts."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ui.background import run_in_background
from ui.settings.acts import home_of, keep, place_of, printers, take_up
from ui.settings.page import SettingsPage
from ui.strings import tr

if TYPE_CHECKING:
    from ui.conduct import Conduct
    from ui.place import Place

__all__ = ["can_be_set", "settings_sheet"]


def can_be_set(conduct: Conduct) -> bool:
    """Whether there is a file to keep settings in: training over a store that forgets has none."""
    return home_of(conduct.desk) is not None


def settings_sheet(conduct: Conduct) -> SettingsPage:
    """The page. The printers this computer knows are asked for beside the window and come when they come."""
    place = place_of(conduct.desk, conduct.window)
    page = SettingsPage(conduct.window.look, conduct.desk.catalogue, place, ())
    page.saved.connect(lambda wanted: _keep(conduct, wanted))
    page.left.connect(conduct.close_sheet)
    run_in_background(printers, page.show_printers)
    return page


def _keep(conduct: Conduct, place: Place) -> None:
    from screening.records.errors import RecordError
    from ui.faults import in_words

    home = home_of(conduct.desk)
    assert home is not None
    try:
        is_later = keep(home, place, conduct.desk.catalogue)
    except (RecordError, LookupError) as problem:
        conduct.presenter.refused.emit(in_words(problem))
        return
    take_up(conduct.window, place)
    conduct.around.bell.is_on = place.sound
    conduct.watch.locks_after = timedelta(minutes=place.locks_after)
    conduct.sheet = ""
    conduct.window.build()
    conduct.presenter.told.emit(tr("set.saved_next" if is_later else "set.saved"))
