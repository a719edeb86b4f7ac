"""Files of procedures that are not believed at this desk, in words. No Qt."""

from __future__ import annotations

from pathlib import Path

from sops.mistakes import Mistake
from ui.strings import tr


def left_out(mistake: Mistake) -> str:
    """Which file was left out, that what is in force goes on, and whose move is next."""
    why = "changes.unsigned" if "nobody signed" in mistake.message else "changes.broken"
    return tr("changes.left_out", file=Path(mistake.file).name, why=tr(why))
