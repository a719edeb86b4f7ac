"""Keeping the settings, and taking up at once what can be: language, look, size, sound. Without widgets."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from screening.records.errors import EnvironmentProblem
from ui import strings
from ui.appearance import LOOKS
from ui.home import Home
from ui.settings.choices import waits

if TYPE_CHECKING:
    from sops.catalogue import Catalogue
    from ui.desk import Desk
    from ui.place import Place
    from ui.window import Window

__all__ = ["home_of", "keep", "place_of", "printers", "take_up"]

_PATIENCE_S = 5.0


def home_of(desk: Desk) -> Home | None:
    """The data folder of a desk; None where nothing of it lies on a disk."""
    path = getattr(desk.store, "path", None)
    return Home(path.parent) if path is not None else None


def place_of(desk: Desk, window: Window) -> Place:
    """What is set now: the file, and what was changed by a key since. Raises EnvironmentProblem."""
    from dataclasses import replace

    home = home_of(desk)
    assert home is not None
    return replace(home.place, language=strings.spoken(), look=window.look.name, size=window.look.scale)


def keep(home: Home, place: Place, catalogue: Catalogue) -> bool:
    """Check and write the settings whole; whether some of them wait for the next start.

    Raises LookupError or EnvironmentProblem; then nothing changed.
    """
    post = catalogue.post(place.post)
    if place.desk not in post.desks:
        raise LookupError(f"{post.name}: {', '.join(post.desks)} / {place.desk}")
    try:
        before = home.place
    except EnvironmentProblem:  # it could not be read, and is written anew now
        before = place
    home.settle(place)
    return waits(before, place)


def take_up(window: Window, place: Place) -> None:
    """The window in this language, look and size."""
    strings.speak(place.language)
    window.look = LOOKS[place.look].sized(place.size)


def printers() -> tuple[str, ...]:
    """The printers this computer knows. It may take seconds: not from the thread of the window."""
    if shutil.which("lpstat") is None:
        return ()
    try:
        done = subprocess.run(["lpstat", "-e"], capture_output=True, timeout=_PATIENCE_S, check=False)  # noqa: S607
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(line.strip() for line in done.stdout.decode(errors="replace").splitlines() if line.strip())
