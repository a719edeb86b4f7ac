"""Finds in tracked files what must not be published: hosts of package registries and paths of somebody's machine."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Written with spaces, so that this file does not hold what it looks for.
HOSTS = r"py pi\.org | python hosted\.org | registry \.npm js | deb \.deb ian\.org".replace(" ", "")
PATHS = r"/ho me/\w+/ | /ro ot/ | /wo rk/ | /Us ers/\w+/ | [A-Z]:\\Us ers".replace(" ", "")
FORBIDDEN = re.compile(rf"{HOSTS}|(?<![\w.])(?:{PATHS})")


def findings(name: str, text: str) -> list[str]:
    """Each forbidden word of a text, with its place."""
    return [
        f"{name}:{number}: {match.group()!r} names a registry or a machine; leave it out or write it relatively."
        for number, line in enumerate(text.splitlines(), 1)
        for match in FORBIDDEN.finditer(line)
    ]


def tracked() -> list[Path]:
    """Every file of the next commit."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name.decode() for name in names.split(b"\0") if name]


def main() -> int:
    """1 when something is found, told on standard output."""
    found: list[str] = []
    for file in tracked():
        content = file.read_bytes() if file.is_file() else b""
        if b"\0" not in content:
            found += findings(str(file.relative_to(ROOT)), content.decode("utf-8", "replace"))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
