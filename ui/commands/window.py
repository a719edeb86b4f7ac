"""`paso` alone: the desk in a window, or in words why there can be none here."""

from __future__ import annotations

import importlib.util
import os
import sys
from importlib import metadata
from pathlib import Path

from ui.commands.problems import ENVIRONMENT
from ui.commands.streams import say

__all__ = ["open_desk", "version_line"]

_INSTEAD = "A day at a post without a window: paso demo"


def version_line() -> str:
    """`Paso Seguro 0.1.0`."""
    try:
        return f"Paso Seguro {metadata.version('paso-seguro')}"
    except metadata.PackageNotFoundError:
        return "Paso Seguro (run from its sources)"


def open_desk(home: Path) -> int:
    """The desk, until it is closed; its exit code."""
    if not _has_display():
        say(f"there is no display here to open the desk on. {_INSTEAD}")
        return ENVIRONMENT
    if importlib.util.find_spec("PySide6") is None or importlib.util.find_spec("ui.app") is None:
        say(f"the window needs PySide6, which is not installed here (pip install PySide6). {_INSTEAD}")
        return ENVIRONMENT
    run = importlib.import_module("ui.app").run
    return int(run(home) or 0)


def _has_display() -> bool:
    """Whether a window can be drawn: everywhere but on a Unix without a display of either kind."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
