"""Every screen as a picture, for eyes: `python -m tests.ui.gallery docs/screens` (offscreen, no real person)."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from sops.catalogue import Catalogue, load
from sops.facts import SIGNS
from tests.ui.stage import ERIKSSON, Stage, document
from ui.changes.page import ChangesPage
from ui.sop_page.page import SopPage
from ui.sop_page.tabs import TABS
from ui.strings import spoken
from ui.window import Window

SIZES = {"1280": (1280, 720), "1366": (1366, 768), "1920": (1920, 1080)}
JUDGED = {"class": "not_a_case", "reason": "known_cause"}
LONG_NAME = "María de los Ángeles " + "Kwabena-Nkrumah " * 23


class Clock:
    """A clock that is moved."""

    def __init__(self) -> None:
        self.moment = datetime(2021, 3, 23, 14, 14, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, **amount: float) -> None:
        """Later by `minutes=10` and the like."""
        self.moment += timedelta(**amount)


class Gallery:
    """One window after another, each grabbed into a small PNG."""

    def __init__(self, out: Path, catalogue: Catalogue) -> None:
        self.out, self.catalogue = out, catalogue
        self.names: set[str] | None = None
        out.mkdir(parents=True, exist_ok=True)

    def grab(self, stage: Stage, name: str, window: Window | None = None) -> None:
        """One picture in its own 256 most used colours, without dithering: small, and the letters stay sharp."""
        stage.settle()
        image = (window or stage.window).grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        pixels = memoryview(image.constBits()).cast("I")  # type: ignore[arg-type]
        look = stage.window.look
        values = [str(getattr(look, field.name)) for field in fields(look)]
        own = [0xFF000000 | int(value[1:], 16) for value in values if value.startswith("#")]
        table = [*own, *(colour for colour, _ in Counter(pixels).most_common(256 - len(own)))]
        image = image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)
        image.save(str(self.out / f"{name}.png"), "PNG", 0)  # type: ignore[call-overload]

    def show(self, language: str, look: str, size: str, names: set[str] | None) -> None:
        """The screens of these names, or all, in one language, look and size."""
        self.names = names
        with tempfile.TemporaryDirectory() as folder:
            clock = Clock()
            stage = Stage(Path(folder), self.catalogue, clock, look=look, language=language)
            stage.window.resize(*SIZES[size])
            try:
                self._walk(stage, clock, f"{size}_{language}_{look}")
            finally:
                stage.close()

    def _walk(self, stage: Stage, clock: Clock, tag: str) -> None:
        def grab(name: str) -> None:
            if self.names is None or name in self.names:
                self.grab(stage, f"{name}_{tag}")

        stage.desk.language = "ht"
        grab("clock")
        stage.confirm_clock()
        grab("idle")
        stage.scan(ERIKSSON)
        grab("observe")
        stage.answer(observe="well", documents="no_test")
        grab("declare")
        stage.answer(declare_signs="no", declare_contact="no")
        stage.press("3", "6")
        grab("temperature")
        stage.press("6")
        grab("advice")
        stage.press("\n")
        stage.press("F2")
        stage.answer(observe="ill", documents="no_papers")
        stage.desk.answer({"age_years": 31, "sex": "M"}, identity={"spoken_name": "Jean-Baptiste Désir"})
        stage.presenter.moved.emit()
        if stage.step == "accompanied":
            stage.answer(accompanied="yes")
        stage.answer(declare_signs="yes", declare_contact="no", temperature={"c": 38.6}, rest_mask=True)
        clock.advance(minutes=3, seconds=48)
        stage.tick()
        grab("waiting")
        stage.press("⎋")
        stage.scan(ERIKSSON)
        stage.answer(observe="well", documents="no_test", declare_signs="yes", declare_contact="no")
        stage.answer(temperature={"c": 38.2}, rest_mask=True)
        clock.advance(minutes=11)
        stage.answer(second_reading={"c": 38.4}, mask=True, room=True, danger="no", inform="yes")
        stage.press("1", "3", "\n", "1", "2", "\n", "2", "2", "3", "1")
        grab("signs")
        stage.press("⎋")
        stage.press("F9")
        grab("board")
        stage.press("⎋")
        stage.press("F2")
        self._outcome(stage, clock, grab)
        stage.press("⎋")
        self._owed(stage, clock, grab)
        self._days(stage, clock, grab)
        self._sops(stage, grab, tag)
        stage.press("F12")
        grab("emergency")
        stage.press("⎋")
        stage.press("F2")
        stage.answer(observe="well", documents="no_papers")
        grab("person")
        stage.desk.answer({"age_years": 52, "sex": "F"}, identity={"spoken_name": LONG_NAME})
        stage.presenter.moved.emit()
        grab("long_name")
        stage.scan("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408152F1204159ZE184226B<<<<<10\n")
        grab("error")
        stage.press("⎋")
        self._changes(stage, grab)

    def _changes(self, stage: Stage, grab: object) -> None:
        """Another definition binds, and the officer is told what changed."""
        assert callable(grab)
        desk = stage.desk
        new = desk.catalogue.named("definition", "who-covid19@2022-07-22")
        desk.life.activate(new, desk.clock(), at=desk.clock(), by="minsa-1")
        stage.conduct.open_sheet("changes")
        page = stage.window.page
        assert isinstance(page, ChangesPage)
        while page.waits:
            stage.settle()
        grab("changes")

    def _outcome(self, stage: Stage, clock: Clock, grab: object) -> None:
        assert callable(grab)
        stage.ill(clock)
        clock.advance(minutes=4)
        stage.tick()
        stage.press("1", "\n", "2", "\n")  # the room that is proposed; nothing noted with the call
        clock.advance(minutes=9)
        stage.tick()
        grab("outcome")

    def _days(self, stage: Stage, clock: Clock, grab: object) -> None:
        """A period and places of 14 days; then a lower class that waits for a second person."""
        assert callable(grab)
        stage.scan(document("P", "B7654321", "850214", "DESIR", "MARIE"))
        stage.press("F4")
        grab("language")
        stage.press("⎋")
        stage.answer(observe="well", documents="no_test", declare_signs="yes", declare_contact="yes")
        stage.answer(temperature={"c": 38.2}, rest_mask=True)
        clock.advance(minutes=11)
        values = {"done": True, "reading": {"c": 38.4}, "number": 20, "tests": [], "judgement": JUDGED, "days": 3}
        told = {"danger": "no", "inform": "yes", "saturation": 97, "signs": dict.fromkeys(SIGNS, "no") | {"cough": 3}}
        while (step := stage.step) is not None:
            assert stage.desk.state is not None
            assert stage.desk.state.at is not None
            kind = stage.desk.state.at.answer
            stage.presenter.moved.emit()
            stage.settle()
            if kind == "period":
                stage.press("9", "\n", "2")
                grab("period")
                stage.press("\n")
            elif kind == "places":
                for keys in ("col\nchoc\n14\n6\n", "pan\n\n5\n2"):
                    stage.type(keys)
                grab("places")
                stage.press("\n", "\n")
            else:
                stage.desk.answer(told.get(step, values.get(kind, "unknown")))
        stage.presenter.moved.emit()
        grab("pending")
        stage.press("F7")
        grab("second")
        stage.press("⎋", "⎋")

    def _owed(self, stage: Stage, clock: Clock, grab: object) -> None:
        """The case of the outcome leaves; two hours later the room is late."""
        assert callable(grab)
        (case,) = (row for row in stage.desk.waiting() if row.course)
        stage.desk.resume(case.screening)
        while (state := stage.desk.state) is not None and state.log.closed is None:
            left = [duty for duty in stage.desk.duties() if duty.keeps_traveller]
            before = {duty.spec.before for duty in left}
            stage.desk.do(next(duty.spec.id for duty in left if duty.spec.id not in before))
        stage.desk.leave()
        stage.presenter.moved.emit()
        clock.advance(hours=2)
        stage.press("F9")
        grab("owed")
        stage.press("⎋")

    def _ready(self, stage: Stage) -> None:
        """What is made away from the window has come."""
        page = stage.window.page
        assert isinstance(page, SopPage)
        while page.waits:
            stage.settle()

    def _training(self, stage: Stage, tag: str) -> None:
        """A traveller is tried in a window of its own."""
        stage.press("\n")
        window = stage.conduct.training
        assert window is not None
        assert window.conduct is not None
        window.resize(stage.window.size())
        window.conduct.scan(ERIKSSON)
        if self.names is None or "training" in self.names:
            self.grab(stage, f"training_{tag}", window)
        window.close()
        stage.window.activateWindow()
        stage.settle()

    def _sops(self, stage: Stage, grab: object, tag: str) -> None:
        """Every tab of the page of procedures, and a search."""
        assert callable(grab)
        stage.control("F1")
        for place, tab in enumerate(TABS, 1):
            stage.press(str(place))
            self._ready(stage)
            grab(f"sop_{tab.id}")
        self._training(stage, tag)
        stage.press("4", "0")
        stage.type("fiebre" if spoken() == "es" else "fever")
        grab("sop_search")
        stage.press("⎋", "⎋")


SHOWN = {
    ("es", "light", "1280"): None,  # every screen
    ("en", "light", "1280"): {"declare", "signs", "places", "outcome", "pending", "board", "owed", "sop_settings"},
    ("es", "contrast", "1280"): {"observe", "temperature", "outcome"},
    ("es", "dark", "1280"): {"declare", "outcome"},
    ("en", "light", "1920"): {"waiting", "outcome"},
}
"""What is kept in `docs/screens`; everything else is drawn with `--all` and looked at."""


def main(out: Path, *, everything: bool) -> None:
    """Draw the gallery."""
    _ = QApplication.instance() or QApplication(["gallery"])
    gallery = Gallery(out, load())
    if everything:
        looks = [
            (lang, look, size) for size in SIZES for lang in ("es", "en") for look in ("light", "dark", "contrast")
        ]
        for language, look, size in looks:
            gallery.show(language, look, size, None)
    else:
        for (language, look, size), names in SHOWN.items():
            gallery.show(language, look, size, names)


if __name__ == "__main__":
    main(Path(sys.argv[1]), everything="--all" in sys.argv)
