"""The battery of this machine, where the system tells of one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SUPPLIES: Final = Path("/sys/class/power_supply")


def battery_percent(supplies: Path = SUPPLIES) -> int | None:
    """How full the first battery is; None where there is none, or the system does not say."""
    try:
        for supply in sorted(supplies.iterdir()):
            if (supply / "type").read_text(encoding="ascii").strip() == "Battery":
                return max(0, min(100, int((supply / "capacity").read_text(encoding="ascii"))))
    except (OSError, ValueError):
        return None
    return None
