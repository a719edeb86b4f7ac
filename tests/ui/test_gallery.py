"""Every screen can be drawn in every language, look and size; nothing of the traveller's screen is cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.ui.gallery import SIZES, Gallery
from tests.ui.traveller_samples import CATALOGUE, WITH_PHRASES, after_walk, at
from ui.appearance import LOOKS
from ui.traveller_screen.window import TravellerScreen

SCREENS = {
    "clock", "idle", "observe", "declare", "temperature", "advice", "waiting", "signs", "board", "outcome", "owed",
    "language", "period", "places", "pending", "second", "emergency", "person", "long_name", "error", "changes",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", ["light", "contrast"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_every_screen_of_the_desk_is_drawn(catalogue, tmp_path: Path, language, look, size):
    Gallery(tmp_path, catalogue).show(language, look, size, SCREENS)
    drawn = {path.stem: QImage(str(path)) for path in tmp_path.glob("*.png")}
    assert set(drawn) == {f"{name}_{size}_{language}_{look}" for name in SCREENS}
    for name, image in drawn.items():
        assert (image.width(), image.height()) == SIZES[size], name
        assert image.colorCount() > 8, name
        assert image.pixelColor(3, image.height() // 2).name().upper() == LOOKS[look].paper, name


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", ["light", "contrast"])
@pytest.mark.parametrize("language", ["es", "en", "ht", "ar"])
def test_nothing_of_the_travellers_screen_is_cut(qtbot, language, look, size):
    screen = TravellerScreen(CATALOGUE, LOOKS[look])
    qtbot.addWidget(screen)
    screen.resize(*SIZES[size])
    screen.show()
    for state in (
        *(at(step, language) for step in WITH_PHRASES),
        *(after_walk(c, language) for c in ("advice", "case")),
    ):
        screen.show_state(state)
        made = screen.body.arrangement
        assert made.fits
        assert made.height <= screen.body.height()
        assert made.size >= screen.look.px(16)
        for piece in made.pieces:
            assert piece.where.left() >= -1
            assert piece.where.right() <= screen.body.width() + 1
        image = screen.grab().toImage()
        assert image.width() == SIZES[size][0]
