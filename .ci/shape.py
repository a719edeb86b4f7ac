"""Finds modules that hold more than one concept: longer than one reading, or named after none."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 400
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "widgets", "manager", "managers", "tools", "base"}


def findings(name: str, lines: int) -> list[str]:
    """What is wrong with the shape of a module."""
    found = []
    if lines > LONGEST:
        found.append(f"{name}: {lines} lines, more than {LONGEST}. Name its second concept and give it a module.")
    if Path(name).stem in NAMELESS:
        found.append(f"{name}: is named after no concept. Name what it holds, or move each piece to where it belongs.")
    return found


def main() -> int:
    """1 when something is found, told on standard output."""
    names = subprocess.run(["git", "ls-files", "-z", "*.py"], cwd=ROOT, capture_output=True, check=True).stdout
    found: list[str] = []
    for name in filter(None, names.decode().split("\0")):
        file = ROOT / name
        if file.is_file():
            found += findings(name, len(file.read_text(encoding="utf-8").splitlines()))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
