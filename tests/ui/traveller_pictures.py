"""Draws the pictures of the traveller's screen for the documentation: `python tests/ui/traveller_pictures.py`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from traveller_samples import CATALOGUE, LANGUAGES, after_walk, at

from screening.session import State
from ui.appearance import LOOKS
from ui.traveller_screen.window import TravellerScreen

LARGEST = 200_000


def pictures() -> dict[str, tuple[State | None, str, tuple[int, int]]]:
    """Name of each picture: what is shown, in which look, how large."""
    made = {f"traveller_{name}": (at("declare_contact", name), "light", (1280, 720)) for name in LANGUAGES}
    made |= {
        "traveller_idle": (None, "light", (1280, 720)),
        "traveller_declare_ht": (at("declare_signs", "ht"), "light", (1280, 720)),
        "traveller_declare_ur": (at("declare_signs", "ur"), "light", (1280, 720)),
        "traveller_consent_es": (at("inform", "es"), "light", (1280, 720)),
        "traveller_instruction_bn": (at("mask", "bn"), "light", (1280, 720)),
        "traveller_advice_fr": (after_walk("advice", "fr"), "light", (1280, 720)),
        "traveller_contrast_ar": (at("rest_mask", "ar"), "contrast", (1920, 1080)),
        "traveller_dark_zh": (at("camp", "zh"), "dark", (1920, 1080)),
    }
    return made


def draw(state: State | None, look: str, size: tuple[int, int]) -> QImage:
    """The screen as it stands there."""
    screen = TravellerScreen(CATALOGUE, LOOKS[look])
    screen.resize(*size)
    screen.show_state(state)
    screen.show()
    QApplication.processEvents()
    image = screen.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    screen.close()
    return image


def main() -> None:
    """Draw them all into docs/screens."""
    application = QApplication([])
    folder = ROOT / "docs" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    for name, what in pictures().items():
        path = folder / f"{name}.png"
        draw(*what).save(str(path), quality=5)
        assert path.stat().st_size < LARGEST, name
        print(path.relative_to(ROOT), path.stat().st_size)
    application.quit()


if __name__ == "__main__":
    main()
