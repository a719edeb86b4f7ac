"""Pictures of the windows, drawn without a display where Qt can; an empty list where it cannot."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from ui.demo.drawing import fewer_colours
from ui.demo.page import Picture

__all__ = ["draw_screens"]

_PATIENCE_S: Final = 60.0
_WORDS: Final = {
    "question": {"es": "Una pregunta a la vez", "en": "One question at a time"},
    "rest": {"es": "Descanso antes de la segunda lectura", "en": "A rest before the second reading"},
    "outcome": {"es": "Resultado, con sus razones y cláusulas", "en": "The outcome, with its reasons and clauses"},
    "board": {"es": "Quién espera qué", "en": "Who waits for what"},
    "traveller-ht": {"es": "Pantalla de la persona: criollo haitiano", "en": "The traveller's screen: Haitian Creole"},
    "traveller-ar": {"es": "Árabe, de derecha a izquierda", "en": "Arabic, right to left"},
    "traveller-bn": {"es": "Bengalí", "en": "Bengali"},
    "traveller-zh": {"es": "Chino", "en": "Chinese"},
}


def draw_screens(home: Path, folder: Path) -> list[Picture]:
    """The pictures that `ui.demo.windows` draws into `folder`, in their order; none where that cannot be done."""
    if importlib.util.find_spec("PySide6") is None:
        return []
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    environment = {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "ui.demo.windows", str(home), str(folder)]
    try:
        subprocess.run(command, env=environment, capture_output=True, timeout=_PATIENCE_S, check=False)  # noqa: S603 - ours
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [
        Picture(fewer_colours(file), _WORDS.get(file.stem[2:], {}), f"{folder.name}/{file.name}")
        for file in sorted(folder.glob("*.png"))
    ]
