"""A form's grid: labelled cells that fill rows of twelve columns, measured first and set afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from . import text
from .page import Sheet
from .text import Block

__all__ = [
    "DENSITIES",
    "NOTHING",
    "Cell",
    "Density",
    "Laid",
    "beside",
    "capped",
    "flow",
    "ledger",
    "listing",
    "paragraph",
    "stack",
    "tightest",
]

COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Density:
    """How tightly a form is set: the first is the rule, the others make room for the unusual."""

    value: float  # size of values
    label: float  # size of labels
    air: float  # between rows
    longest: int  # characters of one value
    items: int  # entries of one list


DENSITIES = (
    Density(11, 8, 3.6, 500, 40),
    Density(11, 8, 2.2, 500, 40),
    Density(10.5, 8, 2.0, 500, 40),
    Density(10, 8, 1.8, 500, 40),
    Density(9.5, 7.5, 1.8, 500, 40),
    Density(9, 7, 1.8, 500, 40),
    Density(8, 6.5, 1.6, 500, 40),
    Density(7, 6, 1.4, 500, 30),
    Density(6.5, 6, 1.2, 420, 16),
    Density(6.5, 6, 1.0, 420, 8),
    Density(6, 6, 0.8, 120, 5),
    Density(6, 6, 0.6, 60, 3),
)


class Cell(NamedTuple):
    """A label and its value; it takes from `least` to `most` columns of the grid."""

    label: str
    value: str
    bold: bool = False
    least: int = 1
    most: int = COLUMNS
    scale: float = 1.0  # size of the value against the others


class Laid(NamedTuple):
    """Blocks placed relative to a corner that is not yet known, and the room they take together."""

    blocks: tuple[tuple[float, float, Block], ...]
    width: float
    height: float

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Set everything with its corner at (x, y); return the `y` of the foot."""
        for dx, dy, block in self.blocks:
            sheet.block(x + dx, y + dy, block)
        return y + self.height

    def shifted(self, dx: float, dy: float) -> Iterable[tuple[float, float, Block]]:
        """The blocks moved."""
        return ((x + dx, y + dy, block) for x, y, block in self.blocks)


NOTHING = Laid((), 0.0, 0.0)


def _columns_wanted(cell: Cell, column: float, density: Density, *, inline: bool) -> int:
    """How many columns the cell takes so that label and value stay on one line each, as far as the row allows."""
    size = density.value * cell.scale
    label = text.measure(cell.label, density.label)
    value = text.measure(cell.value, size, bold=cell.bold)
    wide = label + density.label * 0.6 + value if inline else max(label, value)
    wanted = ceil((wide + density.value * 0.5) / column - 0.04)
    return max(cell.least, min(wanted, cell.most))


def flow(cells: Iterable[Cell], width: float, density: Density, *, inline: bool = False) -> Laid:
    """The cells in rows on the twelve-column grid; a row's spare columns are shared out.

    The label stands above its value, or before it on the same line where `inline` asks for it.
    """
    column = width / COLUMNS
    rows: list[list[tuple[Cell, int]]] = []
    used = COLUMNS
    for cell in cells:
        wanted = _columns_wanted(cell, column, density, inline=inline)
        if used + wanted > COLUMNS:
            rows.append([])
            used = 0
        rows[-1].append((cell, wanted))
        used += wanted
    blocks: list[tuple[float, float, Block]] = []
    y = 0.0
    for row in rows:
        laid = (_inline_row if inline else _row)(_spread(row), column, density)
        blocks.extend(laid.shifted(0, y))
        y += laid.height + density.air
    return Laid(tuple(blocks), width, max(0.0, y - density.air))


def tightest(cells: Sequence[Cell], width: float, density: Density) -> Laid:
    """The cells with labels above or before their values, whichever takes less height."""
    above, before = flow(cells, width, density), flow(cells, width, density, inline=True)
    return before if before.height < above.height else above


def _spread(row: list[tuple[Cell, int]]) -> list[tuple[Cell, int]]:
    """The row with its spare columns shared out evenly, the last cells first."""
    spare = COLUMNS - sum(wanted for _, wanted in row)
    share, rest = divmod(spare, len(row))
    return [(cell, wanted + share + (1 if place >= len(row) - rest else 0)) for place, (cell, wanted) in enumerate(row)]


def _value(cell: Cell, room: float, size: float) -> Block:
    """The value on one line, a little smaller if need be; then on more lines, and much smaller when it is very long."""
    block = text.fit(cell.value, room, size, floor=max(6.0, size - 1.5), bold=cell.bold)
    if len(block.lines) == 1:
        return block
    return text.fit(cell.value, room, size, floor=max(6.0, min(7.0, size - 1)), lines=2, bold=cell.bold)


def _row(row: Sequence[tuple[Cell, int]], column: float, density: Density) -> Laid:
    """One row: labels share a baseline, and so do the values."""
    x = 0.0
    fitted: list[tuple[float, Block, Block]] = []
    for cell, columns in row:
        room = columns * column - density.value * 0.5
        size = density.value * cell.scale
        label = text.fit(cell.label, room, density.label, floor=max(6.0, density.label - 1.5))
        value = _value(cell, room, size)
        fitted.append((x, label, value))
        x += columns * column
    below = max(label.height for _, label, _ in fitted)
    tallest = max(value.leading for _, _, value in fitted)
    blocks: list[tuple[float, float, Block]] = []
    height = 0.0
    for dx, label, value in fitted:
        blocks.append((dx, below - label.height, label))
        drop = tallest - value.leading  # values of a smaller size stand on the same baseline
        blocks.append((dx, below + drop * 0.8, value))
        height = max(height, below + drop * 0.8 + value.height)
    return Laid(tuple(blocks), x, height)


def _inline_row(row: Sequence[tuple[Cell, int]], column: float, density: Density) -> Laid:
    """One row with each label before its value, all on one baseline."""
    x = height = 0.0
    blocks: list[tuple[float, float, Block]] = []
    for cell, columns in row:
        label = Block((cell.label,), density.label)
        taken = text.measure(cell.label, density.label) + density.label * 0.6
        room = max(columns * column - density.value * 0.5 - taken, column)
        value = _value(cell, room, density.value)
        blocks += [(x, max(0.0, value.size - label.size) * 0.95, label), (x + taken, 0.0, value)]
        height = max(height, value.height)
        x += columns * column
    return Laid(tuple(blocks), x, height)


def paragraph(words: str, width: float, size: float, *, bold: bool = False) -> Laid:
    """Plain words in lines of a width."""
    block = Block(text.wrap(words, width, size, bold=bold), size, bold)
    return Laid(((0.0, 0.0, block),), width, block.height)


def beside(parts: Sequence[Laid], gap: float) -> Laid:
    """Parts side by side, tops aligned."""
    x = 0.0
    blocks: list[tuple[float, float, Block]] = []
    for part in parts:
        blocks.extend(part.shifted(x, 0))
        x += part.width + gap
    return Laid(tuple(blocks), x - gap, max((part.height for part in parts), default=0.0))


def stack(parts: Sequence[Laid], gap: float) -> Laid:
    """Parts one below the other; empty ones leave no gap."""
    y = 0.0
    blocks: list[tuple[float, float, Block]] = []
    full = [part for part in parts if part.blocks]
    for part in full:
        blocks.extend(part.shifted(0, y))
        y += part.height + gap
    return Laid(tuple(blocks), max((part.width for part in full), default=0.0), max(0.0, y - gap))


def capped(entries: Sequence[str], density: Density, more: str) -> tuple[str, ...]:
    """The entries a list may show, and how many more there are (`more` has a place for `{n}`)."""
    if len(entries) <= density.items:
        return tuple(entries)
    kept = density.items - 1
    return (*entries[:kept], more.replace("{n}", str(len(entries) - kept)))


def listing(title: str, entries: Sequence[str], width: float, density: Density) -> Laid:
    """A label with its entries below it, one dash each when there are several."""
    size = density.value
    room = width - density.value * 0.5
    parts = [paragraph(title, room, density.label)]
    parts += [paragraph(f"– {entry}" if len(entries) > 1 else entry, room, size) for entry in entries]
    return stack(parts, 0.0)._replace(width=width)


def ledger(entries: Sequence[tuple[str, str]], width: float, density: Density) -> Laid:
    """Pairs such as (day, sign) in two or three columns; the first of each pair stands in a column of its own."""
    size = density.value
    gap = size * 0.8
    days = max(text.measure(day, size) for day, _ in entries) + size * 0.7
    widest = max(text.measure(name, size) for _, name in entries)
    columns = 3 if days + widest <= (width - 2 * gap) / 3 else 2
    wide = (width - gap * (columns - 1)) / columns
    blocks: list[tuple[float, float, Block]] = []
    y = 0.0
    for start in range(0, len(entries), columns):
        tallest = 0.0
        for place, (day, name) in enumerate(entries[start : start + columns]):
            x = place * (wide + gap)
            said = text.fit(name, wide - days, size, floor=max(6.0, size - 1.5))
            blocks += [(x, y, Block((day,), size)), (x + days, y + (size - said.size) * 0.95, said)]
            tallest = max(tallest, said.height, size * text.LINE)
        y += tallest
    return Laid(tuple(blocks), width, y)
