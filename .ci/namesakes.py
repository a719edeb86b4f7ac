"""Says when another installation brings a package named like one of ours: `forms` and `ui` are common names."""

import sys
from importlib.machinery import PathFinder
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = ("sops", "screening", "forms", "ui")


def namesakes(search_path: list[str], root: Path = ROOT) -> list[str]:
    """The files that Python could take for our packages, outside this checkout."""
    found = []
    for entry in dict.fromkeys(str(Path(entry or ".").resolve()) for entry in search_path):
        if Path(entry) == root:
            continue
        for name in OURS:
            spec = PathFinder.find_spec(name, [entry])
            if spec and spec.origin and root != Path(spec.origin).resolve().parent.parent:
                found.append(spec.origin)
    return found


def main() -> int:
    """1 and a sentence for each namesake, else 0."""
    found = namesakes(sys.path)
    for origin in found:
        name = Path(origin).parent.name
        print(
            f"{origin} is named like our package {name!r}: Python could take it for ours and screen travellers by "
            f"foreign code. Uninstall the distribution it belongs to (or leave it out of PYTHONPATH), then try again."
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
