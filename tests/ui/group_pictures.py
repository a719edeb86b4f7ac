"""Groups and arrivals of many as pictures: `python -m tests.ui.group_pictures docs/screens` (offscreen)."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from sops.catalogue import load
from tests.ui.gallery import SIZES, Clock, Gallery
from tests.ui.stage import ERIKSSON, Stage

FAMILY: Final = (("Jean Désir", "34", "2", "3"), ("Rose Désir", "31", "1", "0"), ("Marco Désir", "9", "2", "0"))
SHOWN: Final = (
    ("es", "light", "1280", None),
    ("en", "light", "1280", {"party", "surge_first", "surge_record"}),
    ("es", "contrast", "1280", {"party", "surge_queue"}),
    ("en", "light", "1920", {"party_contacts"}),
)
"""Language, look, size and which of the screens are kept; None keeps all."""


def member(stage: Stage, name: str, age: str, sex: str, papers: str) -> None:
    """The next of a well group without papers, from the key of the papers to the page of the group."""
    stage.press(papers)
    stage.type(name)
    stage.press("\n", *age, "\n", sex)
    if stage.step == "accompanied":
        stage.press("1")
    stage.press("2")
    if stage.step == "declare_contact":
        stage.press("2")
    stage.press("3", "6", "6")


def walk(stage: Stage, clock: Clock, grab: Callable[[str], None]) -> None:
    """Every screen of a group, then every screen of an arrival."""
    stage.confirm_clock()
    stage.press("F3")
    grab("party_units")
    stage.press("3")
    for place, one in enumerate(FAMILY):
        stage.press("1")
        if place == 1:
            grab("party_same")
        member(stage, *one)
    stage.press("↓", "↓", "5", "↑", "\n")
    grab("party")
    stage.press("⎋")
    stage.scan(ERIKSSON)
    stage.press("F3")
    grab("party_add")
    stage.press("⎋", "⎋", "F3", "F2")
    stage.ill(clock)
    stage.press("F3", "↓", "↓", "↓", "8", "2")
    grab("party_contacts")
    stage.press("⎋")
    stage.control("M")
    grab("surge_open")
    stage.press("\n")
    for key in "1112151412111":
        clock.advance(seconds=5)
        stage.press(key)
    grab("surge_first")
    clock.advance(minutes=4)
    stage.press("9")
    grab("surge_queue")
    stage.press("⎋", "0", "4", "\t", "1", "1")
    grab("surge_record")


def draw(gallery: Gallery, language: str, look: str, size: str, names: set[str] | None) -> None:
    """The screens of these names, or all, in one language, look and size."""
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        stage = Stage(Path(folder), gallery.catalogue, clock, look=look, language=language)
        stage.window.resize(*SIZES[size])

        def grab(name: str) -> None:
            if names is None or name in names:
                gallery.grab(stage, f"{name}_{size}_{language}_{look}")

        try:
            walk(stage, clock, grab)
        finally:
            stage.close()


def main(out: Path) -> None:
    """Draw what is kept."""
    _ = QApplication.instance() or QApplication(["group pictures"])
    gallery = Gallery(out, load())
    for language, look, size, names in SHOWN:
        draw(gallery, language, look, size, names)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
