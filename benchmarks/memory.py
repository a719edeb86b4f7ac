"""How much memory this process holds now."""

from __future__ import annotations

import gc
import resource
import sys
from pathlib import Path


def resident_mib() -> float:
    """Resident memory in MiB after a collection; where the system does not tell it, the highest it ever was."""
    gc.collect()
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("ascii", "replace").splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return highest / 2**20 if sys.platform == "darwin" else highest / 1024
