"""What a page of procedures says, as plain values: paragraphs and table rows, and the search over them. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["Block", "Run", "amber", "filtered", "from_markdown", "heading", "named", "para", "places", "row"]

Kind = Literal["title", "heading", "caption", "para", "item", "sub", "amber", "calm", "columns", "row"]
HEADINGS: Final = ("title", "heading", "caption")
_RUN: Final = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<soft>.+?)\*|`(?P<code>.+?)`")
_RULER: Final = re.compile(r"[|:\- ]+")
_ITEM: Final = re.compile(r"(?P<indent> *)(?P<mark>-|\d+\.) (?P<words>.*)")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one style: "", bold, soft or code."""

    words: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a row of a table: then each cell is one tuple of runs."""

    kind: Kind
    cells: tuple[tuple[Run, ...], ...]
    mark: str = ""  # "•" or "12." of an item

    @property
    def words(self) -> str:
        """All its words, cells apart by a tab."""
        return "\t".join("".join(run.words for run in cell) for cell in self.cells)

    @property
    def is_heading(self) -> bool:
        """Whether it names what follows."""
        return self.kind in HEADINGS


def heading(words: str, kind: Kind = "heading") -> Block:
    """A heading."""
    return Block(kind, ((Run(words),),))


def para(words: str, soft: str = "", kind: Kind = "para") -> Block:
    """A paragraph, with what is less important after it."""
    return Block(kind, ((Run(words), *((Run(f"  {soft}", "soft"),) if soft else ())),))


def amber(words: str, duty: str) -> Block:
    """A warning, and whose duty follows from it."""
    return Block("amber", ((Run(words, "bold"), Run(f" {duty}")),))


def named(title: str, name: str) -> Block:
    """What a text is called, and its name among editions."""
    return Block("para", ((Run(title, "bold"), Run(f"   {name}", "code")),))


def row(*cells: str, kind: Kind = "row") -> Block:
    """A row of a table, its first cell bold."""
    first, *rest = cells
    return Block(kind, ((Run(first, "bold"),), *((Run(cell),) for cell in rest)))


def from_markdown(text: str) -> tuple[Block, ...]:
    """The prose of `sops.aloud` as blocks. Lines of one paragraph are joined."""
    return tuple(_blocks(_joined(text.splitlines())))


def _joined(lines: Iterable[str]) -> Iterator[str]:
    kept = ""
    for line in lines:
        begins = not line.strip() or line.startswith(("#", "|")) or _ITEM.fullmatch(line) is not None
        if begins and kept:
            yield kept
            kept = ""
        kept = f"{kept} {line.strip()}" if kept else line.rstrip()
        if line.startswith(("#", "|")) or not line.strip():
            if line.strip():
                yield line
            kept = ""
    if kept:
        yield kept


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    in_table = False
    for line in lines:
        if line.startswith("|"):
            if not _RULER.fullmatch(line):
                cells = (tuple(_runs(cell.strip())) for cell in line.strip("|").split("|"))
                yield Block("row" if in_table else "columns", tuple(cells))
            in_table = True
            continue
        in_table = False
        if line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            kind: Kind = "title" if level == 1 else "heading" if level == 2 else "caption"
            yield Block(kind, (tuple(_runs(line.lstrip("# "))),))
        elif found := _ITEM.fullmatch(line):
            mark = "•" if found["mark"] == "-" else found["mark"]
            yield Block("sub" if found["indent"] else "item", (tuple(_runs(found["words"])),), mark)
        else:
            yield Block("para", (tuple(_runs(line)),))


def _runs(words: str) -> Iterator[Run]:
    end = 0
    for found in _RUN.finditer(words):
        if found.start() > end:
            yield Run(words[end : found.start()])
        style = found.lastgroup or ""
        yield Run(found[style], style)
        end = found.end()
    if end < len(words):
        yield Run(words[end:])


def _fold(words: str) -> str:
    """Letters without case and accents, as many as before, so that places stay what they are."""
    return "".join(unicodedata.normalize("NFD", letter)[0].casefold()[:1] or letter for letter in words)


def places(words: str, sought: str) -> tuple[int, ...]:
    """Where `sought` begins in `words`, whatever its case and accents; nowhere when it is empty."""
    wanted = _fold(sought.strip())
    return tuple(found.start() for found in re.finditer(re.escape(wanted), _fold(words))) if wanted else ()


def filtered(blocks: Iterable[Block], sought: str) -> tuple[tuple[Block, ...], int]:
    """The blocks that hold `sought`, under their headings and columns; and how many paragraphs hold it."""
    every = tuple(blocks)
    if not sought.strip():
        return every, 0
    levels = (*HEADINGS, "columns", "item")
    kept: list[Block] = []
    above: dict[str, Block] = {}
    count = 0
    for block in every:
        if block.kind in levels:
            level = levels.index(block.kind)
            above = {kind: each for kind, each in above.items() if levels.index(kind) < level}
            above[block.kind] = block
        if places(block.words, sought) and block.kind != "columns":
            named_by = above.values() if block.kind == "sub" else [e for e in above.values() if e.kind != "item"]
            kept += [each for each in named_by if each is not block]
            kept.append(block)
            count += not block.is_heading
            above = {}
    return tuple(kept), count
