"""Pictures of the windows, drawn without a display where Qt can; an empty list where it cannot."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from ui.demo.page import Picture

__all__ = ["draw_screens"]

_PATIENCE_S: Final = 60.0


def draw_screens(folder: Path) -> list[Picture]:
    """The pictures that `ui.gallery` draws into `folder`, in their order; none where that cannot be done."""
    if importlib.util.find_spec("PySide6") is None or importlib.util.find_spec("ui.gallery") is None:
        return []
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    environment = {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "ui.gallery", str(folder)]
    try:
        subprocess.run(command, env=environment, capture_output=True, timeout=_PATIENCE_S, check=False)  # noqa: S603 - ours
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [
        Picture(file.read_bytes(), dict.fromkeys(("es", "en"), file.stem), f"{folder.name}/{file.name}")
        for file in sorted(folder.glob("*.png"))
    ]
