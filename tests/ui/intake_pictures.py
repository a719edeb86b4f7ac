"""People coming in, as pictures: `python -m tests.ui.intake_pictures docs/screens` (offscreen, no real person)."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from sops.catalogue import load
from tests.ui.gallery import SIZES, Clock, Gallery
from tests.ui.stage import ERIKSSON, Stage
from ui.blank_forms.page import PaperPage

SHOWN = (("es", "light", "1280"), ("en", "contrast", "1280"), ("en", "light", "1920"))
KEPT = {("es", "light", "1280"): {"twin", "paper", "rows"}, ("en", "contrast", "1280"): {"rows"}}
"""What is kept in `docs/screens`; the rest is drawn with `--all` and looked at."""


def intake(stage: Stage, grab: Callable[[str], None]) -> None:
    """From a free desk to a free desk."""
    stage.scan(ERIKSSON)
    stage.press("⎋", "F2", "1", "3")
    stage.type("Ana Ericson")
    stage.press("\n")
    stage.type("12/8/74")
    noticing = stage.conduct.around.noticing
    while not stage.presenter.twins.is_ready:
        noticing.read()
        stage.settle()
    grab("twin")
    stage.press("⎋")
    _paper(stage, grab)
    _bus(stage, grab)


def _paper(stage: Stage, grab: Callable[[str], None]) -> None:
    stage.control("y")
    page = stage.window.page
    assert isinstance(page, PaperPage)
    (number, *_), _pdf = page._acts.make(10)
    page._count()
    stage.type(number[-6:])
    stage.press("\n")
    stage.type("15/12/2020 14:30")
    grab("paper")
    stage.press("⎋")


def _bus(stage: Stage, grab: Callable[[str], None]) -> None:
    stage.control("e")
    for name, age, keys in (
        ("Rosa Louis", "34", "11322366"),
        ("Pedro Ruiz", "5/4/90", "21321366"),
        ("Ana Paz", "8", "113122386"),
        ("Jean-Baptiste Désir", "41", "2132"),
    ):
        stage.type(name)
        stage.press("\n")
        stage.type(age)
        stage.press("\n", *keys)
    grab("rows")
    stage.press("⎋", "⎋")


def main(out: Path, *, everything: bool) -> None:
    """Draw them."""
    _ = QApplication.instance() or QApplication(["pictures"])
    gallery = Gallery(out, load())
    for language, look, size in SHOWN:
        names = {"twin", "paper", "rows"} if everything else KEPT.get((language, look, size), set())
        with tempfile.TemporaryDirectory() as folder:
            stage = Stage(Path(folder), gallery.catalogue, Clock(), look=look, language=language)
            stage.window.resize(*SIZES[size])
            stage.confirm_clock()

            def grab(name: str, stage: Stage = stage, tag: str = f"{size}_{language}_{look}") -> None:
                if name in names:  # noqa: B023 - used within this turn only
                    gallery.grab(stage, f"{name}_{tag}")

            intake(stage, grab)
            stage.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), everything="--all" in sys.argv)
