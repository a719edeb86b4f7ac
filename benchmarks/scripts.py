"""The travellers of the demonstration day, by name."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ui.demo.script import Script, read_script

_DAY: Final = Path(__file__).resolve().parent.parent / "ui" / "demo" / "day"


def scripts(*names: str) -> list[tuple[str, Script]]:
    """The scripts of these names, all of them when none is named."""
    return [(name, read_script(_DAY / f"{name}.yaml")) for name in names or sorted(p.stem for p in _DAY.glob("*.yaml"))]
