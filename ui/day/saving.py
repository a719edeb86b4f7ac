"""A file of the day on this computer: where it shall go, and there whole or not at all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.strings import tr


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Where a file shall go, asked of the person; None when it was called off."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("day.title"), str(Path(folder) / name))
    return Path(chosen) if chosen else None


def write(path: Path, content: bytes) -> None:
    """Put a file there whole, or not at all."""
    making = path.with_name(f".{path.name}.part")
    try:
        making.write_bytes(content)
        making.replace(path)
    finally:
        making.unlink(missing_ok=True)
