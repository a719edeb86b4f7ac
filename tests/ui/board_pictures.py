"""Rooms and a full board as pictures: `python -m tests.ui.board_pictures docs/screens` (offscreen, nobody real)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from sops.catalogue import load
from tests.ui.gallery import SIZES, Clock, Gallery
from tests.ui.stage import Stage, document

CASES = (("DESIR", "JEAN<BAPTISTE"), ("MORALES", "ANA"), ("KHAN", "BILAL"), ("OKAFOR", "GRACE"))
QUEUE = ("PEREZ", "SILVA", "NGUYEN", "ADJEI", "ROSARIO", "HAIDER")
LOOKS = (("es", "light", "1280"), ("en", "light", "1280"), ("es", "contrast", "1920"))


def show(gallery: Gallery, language: str, look: str, size: str) -> None:
    """Four cases for three rooms, six in the queue, and one who has left."""
    tag = f"{size}_{language}_{look}"
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        stage = Stage(Path(folder), gallery.catalogue, clock, look=look, language=language)
        stage.window.resize(*SIZES[size])
        stage.confirm_clock()
        for place, (surname, given) in enumerate(CASES):
            stage.scan(document("P", f"X{place}00000{place}", "850101", surname, given))
            stage.ill(clock)
            stage.press("1")
            if place == 0:
                gallery.grab(stage, f"rooms_{tag}")
            if place == len(CASES) - 1:
                break
            stage.press(str(place + 1), "⎋")
            clock.advance(minutes=3)
        stage.press("2")
        gallery.grab(stage, f"rooms_taken_{tag}")
        stage.type("Dra. Ruiz, MINSA")
        stage.press("\n", "⎋")
        _queue(stage, clock)
        _leave(stage, "KHAN")
        stage.press("F9", "5")
        gallery.grab(stage, f"board_full_{tag}")
        stage.close()


def _queue(stage: Stage, clock: Clock) -> None:
    for place, surname in enumerate(QUEUE):
        stage.scan(document("P", f"Y{place}00000{place}", "900101", surname, "LUZ"))
        stage.answer(observe="well", documents="no_test")
        if place % 2:
            stage.answer(declare_signs="yes", declare_contact="no", temperature={"c": 38.6}, rest_mask=True)
        stage.press("⎋")
        clock.advance(minutes=3)


def _leave(stage: Stage, surname: str) -> None:
    """The case of that name is handed over; the room is left to be cleaned."""
    called = stage.conduct.around.name_of
    stage.desk.resume(next(row.screening for row in stage.desk.waiting() if called(row.screening).startswith(surname)))
    while (state := stage.desk.state) is not None and state.log.closed is None:
        left = [duty for duty in stage.desk.duties() if duty.keeps_traveller]
        before = {duty.spec.before for duty in left}
        stage.desk.do(next(duty.spec.id for duty in left if duty.spec.id not in before))
    stage.desk.leave()
    stage.presenter.moved.emit()


def main(out: Path) -> None:
    """Draw them."""
    _ = QApplication.instance() or QApplication(["pictures"])
    gallery = Gallery(out, load())
    for language, look, size in LOOKS:
        show(gallery, language, look, size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
