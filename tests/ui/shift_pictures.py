"""The pages of the shift as pictures: `python -m tests.ui.shift_pictures docs/screens` (offscreen, no real person)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from sops.catalogue import load
from tests.ui.gallery import SIZES, Clock, Gallery
from tests.ui.staffing import staffed
from tests.ui.stage import ERIKSSON, Stage
from ui.day.page import DayPage

SHOWN = (("es", "light", "1280"), ("en", "contrast", "1280"), ("en", "light", "1920"))
KEPT = {("es", "light", "1280"): None, ("en", "contrast", "1280"): {"lock", "night"}}
"""What is kept in `docs/screens`; the rest is drawn with `--all` and looked at."""
NIGHT = {
    "present": "43", "capacity": "60", "quarantine": "6", "isolation": "2", "stayed_over_7_days": "5",
    "water_points": "6", "water_points_working": "4", "toilets": "12", "toilets_working": "9", "meals": "129",
}  # fmt: skip
PEOPLE = {("F", "0-4"): "4", ("F", "20-29"): "14", ("M", "0-4"): "3", ("M", "30-39"): "21", ("unknown", "unknown"): "1"}


def walk(stage: Stage, clock: Clock, gallery: Gallery, tag: str) -> None:
    """Every page once."""

    def grab(name: str) -> None:
        if gallery.names is None or name in gallery.names:
            gallery.grab(stage, f"{name}_{tag}")

    stage.window._clock.stop()  # no second passes while a picture is made ready
    stage.confirm_clock()
    staffed(stage)
    stage.scan(ERIKSSON)
    stage.press("1", "⎋", "F2")
    stage.ill(clock)
    stage.press("⎋")
    grab("idle")
    stage.control("s")
    grab("shift")
    stage.press("4")
    grab("officers")
    stage.press("⎋", "2")
    for key, field in stage.window.page.fields.items():  # type: ignore[union-attr]
        field.setText(NIGHT.get(key[0], "") if len(key) == 1 else PEOPLE.get(key[1:], ""))
    stage.press("↓")
    grab("night")
    stage.conduct.do("enter")
    for _ in range(60):
        if stage.conduct.sheet != "night":
            break
        stage.press("\n")
    stage.press("3")
    grab("handover")
    stage.press("⎋", "⎋", "F10", "9")
    page = stage.window.page
    assert isinstance(page, DayPage)
    while page.found is None or not page.found.asked.is_conformance:
        stage.settle()
    grab("conformance")
    stage.press("⎋")
    stage.control("u")
    grab("lock")
    stage.press("9", "9", "9", "9", "\n")
    grab("lock_wrong")
    stage.press("F12")
    grab("lock_emergency")
    stage.press("⎋", *"97531")
    clock.advance(minutes=5)
    stage.press("\n", "⎋")
    stage.conduct.do("tour")
    window = stage.conduct.training
    assert window is not None
    window.resize(stage.window.size())
    stage.settle()
    window.do("tour")
    stage.settle()
    if gallery.names is None or "tour" in gallery.names:
        gallery.grab(stage, f"tour_{tag}", window)
    window.close()
    clock.advance(days=-2)
    stage.conduct.open_sheet("clock")
    grab("clock_back")


def main(out: Path, *, everything: bool) -> None:
    """Draw them."""
    _ = QApplication.instance() or QApplication(["gallery"])
    gallery = Gallery(out, load())
    for language, look, size in SHOWN if everything else KEPT:
        gallery.names = None if everything else KEPT[language, look, size]
        with tempfile.TemporaryDirectory() as folder:
            clock = Clock()
            stage = Stage(Path(folder), gallery.catalogue, clock, look=look, language=language)
            stage.window.resize(*SIZES[size])
            walk(stage, clock, gallery, f"{size}_{language}_{look}")
            stage.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), everything="--all" in sys.argv)
