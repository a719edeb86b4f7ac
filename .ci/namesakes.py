"""Says when another installation brings a package named like one of ours: `forms` and `ui` are common names."""

import sys
from importlib.machinery import PathFinder
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = ("sops", "screening", "forms", "ui")


def namesakes(search_path: list[str], root: Path = ROOT) -> list[tuple[str, str]]:
    """Our packages' names, each with a file outside this checkout that Python could take for it."""
    entries = dict.fromkeys(str(Path(entry or ".").resolve()) for entry in search_path)
    specs = ((name, PathFinder.find_spec(name, [entry])) for name in OURS for entry in entries)
    origins = ((name, spec.origin) for name, spec in specs if spec and spec.origin)
    return [(name, origin) for name, origin in origins if Path(origin).resolve() != root / name / "__init__.py"]


def main() -> int:
    """1 and a sentence for each namesake, else 0."""
    found = namesakes(sys.path)
    for name, origin in found:
        print(
            f"{origin} is named like our package {name!r}: Python could take it for ours and screen travellers by "
            f"foreign code. Uninstall the distribution it belongs to (or leave it out of PYTHONPATH), then try again."
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
