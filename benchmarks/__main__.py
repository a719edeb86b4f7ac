"""`python -m benchmarks [--quick] [NAME ...]`: every figure, one line each, with its goal."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Figure
from sops.catalogue import load

NAMES = ("decisions", "questions", "proving", "durable", "latency", "people", "paper", "summary", "start", "shift")


def main() -> int:
    """Run the figures named, all of them when none is named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], help="which figures")
    parser.add_argument("--quick", action="store_true", help="small sizes: a minute instead of ten")
    call = parser.parse_args()
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}"
    )
    print("ratio = ours / floor, medians of runs in turn; times are for orientation only\n")
    with tempfile.TemporaryDirectory(prefix="paso-bench-", dir=os.environ.get("PASO_BENCH_DIR")) as folder:
        for name in call.names or NAMES:
            for figure in _figures(name, Path(folder), quick=call.quick):
                print(figure, flush=True)
    return 0


def _figures(name: str, folder: Path, *, quick: bool) -> Iterator[Figure | str]:
    module = importlib.import_module(f"benchmarks.{name}")
    match name:
        case "decisions":
            yield from module.figures(load(), 5_000 if quick else 50_000)
        case "questions":
            yield from module.figures(load())
        case "proving":
            yield from module.figures()
        case "latency":
            yield from module.figures(folder, *((20_000, 2) if quick else (1_000_000, 8)))
        case "summary":
            yield from module.figures(folder, 100_000 if quick else 1_000_000)
        case "shift":
            yield from module.figures(folder, 500 if quick else 10_000)
        case _:
            yield from module.figures(folder)


if __name__ == "__main__":
    sys.exit(main())
