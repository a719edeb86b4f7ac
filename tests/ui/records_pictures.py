"""Settings, first set-up, correction and a fault as pictures: `python -m tests.ui.records_pictures docs/screens`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from sops.catalogue import load
from tests.ui.gallery import SIZES, Clock, Gallery
from tests.ui.stage import ERIKSSON, Stage
from ui.settings.page import SettingsPage
from ui.strings import tr

SHOWN = (("es", "light", "1280"), ("en", "light", "1280"), ("es", "contrast", "1920"))


def main(out: Path) -> None:
    """Draw them in each of the languages, looks and sizes shown."""
    _ = QApplication.instance() or QApplication(["gallery"])
    gallery = Gallery(out, load())
    for language, look, size in SHOWN:
        with tempfile.TemporaryDirectory() as folder:
            stage = Stage(Path(folder), gallery.catalogue, Clock(), look=look, language=language)
            stage.window.resize(*SIZES[size])
            try:
                show(stage, gallery, f"{size}_{language}_{look}")
            finally:
                stage.close()


def show(stage: Stage, gallery: Gallery, tag: str) -> None:
    """The pages one after the other."""
    stage.confirm_clock()
    stage.conduct.do("settings")
    stage.press("↓", "↓")
    gallery.grab(stage, f"settings_{tag}")
    stage.press("⎋")
    first = SettingsPage(stage.window.look, gallery.catalogue, stage_place(stage), ("HP_LaserJet",), first=True)
    stage.window.show_page(first)
    first.arrow(1)
    gallery.grab(stage, f"setup_{tag}")
    stage.conduct.open_sheet("")
    closed = close_one(stage)
    stage.press("F2", "F1")
    gallery.grab(stage, f"words_{tag}")
    stage.control("f")
    page = stage.window.page
    page.field.setText(closed)  # type: ignore[union-attr]
    page.look_up()  # type: ignore[union-attr]
    while [hit.row.screening for hit in page.rows.hits] != [closed]:  # type: ignore[union-attr]
        stage.settle()
    stage.press("\n", "2")
    gallery.grab(stage, f"correct_{tag}")
    stage.press("3", "1", "1")
    gallery.grab(stage, f"correct_decide_{tag}")
    stage.press("1")
    stage.presenter.refused.emit(tr("fault.disk_full"))
    gallery.grab(stage, f"fault_{tag}")


def stage_place(stage: Stage) -> object:
    """What is set on the stage."""
    from ui.settings.acts import place_of

    return place_of(stage.desk, stage.window)


def close_one(stage: Stage) -> str:
    """A well traveller, cleared and gone; the id of the record."""
    stage.scan(ERIKSSON)
    desk = stage.desk
    for value in ("well", "no_test", "no", "no", {"c": 36.6}):
        desk.answer(value)
    while desk.state is not None and desk.state.log.closed is None:
        duty = next(each for each in desk.duties() if each.done_at is None and not each.spec.afterwards)
        desk.do(duty.spec.id)
    assert desk.state is not None
    screening = desk.state.screening
    desk.leave()
    stage.presenter.moved.emit()
    stage.settle()
    return screening


if __name__ == "__main__":
    main(Path(sys.argv[1]))
