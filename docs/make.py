"""Writes the generated parts of the pages: `python -m docs.make`. The tests prove that they are up to date.

A part stands between two comments that name it; everything outside them is written by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from docs.pages.grammar import reference
from docs.pages.steps import steps
from docs.pages.unconfirmed import unconfirmed
from sops.catalogue import Catalogue, load

HERE: Final = Path(__file__).resolve().parent
PARTS: Final[Mapping[str, Callable[[Catalogue], Iterable[str]]]] = {
    "grammar": lambda _: reference(),
    "steps": steps,
    "unconfirmed": unconfirmed,
}
_PART: Final = re.compile(r"(<!-- begin (\w+): [^\n]*-->\n).*?(<!-- end \2 -->)", re.DOTALL)


def renewed(page: str, catalogue: Catalogue) -> str:
    """The text of a page with its generated parts as they should be."""

    def part(found: re.Match[str]) -> str:
        lines = "\n".join(PARTS[found[2]](catalogue)).rstrip("\n")
        return f"{found[1]}\n{lines}\n\n{found[3]}"

    return _PART.sub(part, page)


def generated_pages() -> list[Path]:
    """The pages that hold a generated part."""
    return [page for page in sorted(HERE.glob("*.md")) if _PART.search(page.read_text(encoding="utf-8"))]


def main() -> int:
    """Rewrite what is out of date, and say so."""
    catalogue = load()
    for page in generated_pages():
        old = page.read_text(encoding="utf-8")
        new = renewed(old, catalogue)
        if new != old:
            page.write_text(new, encoding="utf-8")
            sys.stdout.write(f"{page.name} was out of date and is written anew.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
