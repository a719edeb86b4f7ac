"""The flow chart of a procedure: its parts as lanes, steps in reading order, what leads elsewhere said below each step.

Own layout: a procedure runs forward, so steps stand like words on lines and the common way needs no more than an arrow
to the next one. Every other way is a line of words with the number of the step it leads to; nothing crosses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from sops.model import Procedure
from sops.voices import procedure_speaker
from sops.wording import Wording

from . import text
from .drawing import Drawing, Frame, Line, Style, Word, as_pdf, as_svg
from .flow_cards import Card, Part, Says
from .page import MM, Box
from .text import Block

__all__ = ["PAPERS", "chart_pages", "flow_chart_pdf", "flow_chart_svg"]

Paper = Literal["a4", "a3", "screen"]
PAPERS: Final[dict[str, tuple[float, float]]] = {
    "a4": (297 * MM, 210 * MM),
    "a3": (420 * MM, 297 * MM),
    "screen": (1180.0, 0.0),  # as high as it needs
}
_MARGIN, _GAP, _LANE = 28.0, 17.0, 34.0
_WIDE: Final = 132.0
_PAD: Final = 5.0
_SMALL, _SIZE, _LETTER = 7.0, 9.0, 20.0


def flow_chart_pdf(procedure: Procedure, wording: Wording, language: str, paper: Paper = "a4") -> bytes:
    """The flow chart as a PDF for A4 or A3 lying; as many pages as it takes."""
    title = text.in_language(procedure.about.title, language)
    return as_pdf(chart_pages(procedure, wording, language, paper), title, language, procedure.about.name)


def flow_chart_svg(procedure: Procedure, wording: Wording, language: str) -> str:
    """The flow chart as one SVG picture for the screen."""
    (picture,) = chart_pages(procedure, wording, language, "screen")
    return as_svg(picture, text.in_language(procedure.about.title, language), language)


def chart_pages(procedure: Procedure, wording: Wording, language: str, paper: Paper) -> tuple[Drawing, ...]:
    """The flow chart laid out for a paper."""
    spoken = "es" if language == "es" else "en"
    says = Says(procedure, procedure_speaker(procedure, wording, spoken), spoken)
    pages = _Pages(*PAPERS[paper], says.text(procedure.about.title), procedure.about.name)
    for part in says.parts():
        pages.part(part)
    pages.note(says.word("key"))
    return pages.done()


class _Pages:
    """Cards set like words: rows of a lane, lanes down the page, pages one after another."""

    def __init__(self, width: float, height: float, title: str, name: str) -> None:
        self.width, self.height = width, height
        self.title, self.name = title, name
        self.finished: list[Drawing] = []
        self.room = width - 2 * _MARGIN - _LANE
        self.across = max(1, int((self.room + _GAP) // (_WIDE + _GAP)))
        self.card_width = (self.room - (self.across - 1) * _GAP) / self.across
        self.begin()

    def begin(self) -> None:
        self.page = Drawing(self.width, self.height)
        y = self.page.words(_MARGIN, _MARGIN - 8, self.title, self.width - 2 * _MARGIN, 15, bold=True)
        self.y = self.page.words(_MARGIN, y, self.name, self.width - 2 * _MARGIN, _SMALL + 1) + 8

    def part(self, part: Part) -> None:
        """One lane; its head stands again where it goes on to another page."""
        rows = [part.cards[at : at + self.across] for at in range(0, len(part.cards), self.across)]
        came: tuple[float, float] | None = None
        head = True
        for number, row in enumerate(rows):
            laid = [self.laid(card) for card in row]
            boxed = max(each.words for each in laid)
            laid = [replace(each, boxed=boxed) for each in laid]
            tall = max(each.height for each in laid)
            if self.height and self.y + tall + (16 if head else 0) > self.height - _MARGIN:
                self.finished.append(self.page)
                self.begin()
                head, came = True, None
            if head:
                self.lane(part)
                head = False
            last = number == len(rows) - 1
            came = self.row(row, laid, came, goes_on=not last and row[-1].arrow)
            self.y += tall + 12
        self.y += 4

    def lane(self, part: Part) -> None:
        self.page.marks.append(Frame(Box(_MARGIN, self.y, self.width - 2 * _MARGIN, 15), "lane"))
        if part.letter:
            self.page.words(_MARGIN + 4, self.y + 15, part.letter, _LANE, _LETTER, bold=True)
        self.page.words(_MARGIN + _LANE, self.y + 2.5, part.says, self.room, _SIZE, bold=True)
        self.y += 21

    def row(
        self, cards: Sequence[Card], laid: Sequence[_Laid], came: tuple[float, float] | None, *, goes_on: bool
    ) -> tuple[float, float] | None:
        """One row of cards, its arrows, and the arrow that brings the row before it here."""
        x = _MARGIN + _LANE
        middle = self.y + laid[0].boxed / 2
        for number, (card, each) in enumerate(zip(cards, laid, strict=True)):
            each.draw(self.page, x, self.y, card.style)
            if card.arrow and number < len(cards) - 1:
                ends = ((x + self.card_width, middle), (x + self.card_width + _GAP - 1.5, middle))
                self.page.marks.append(Line(ends, head=True))
            x += self.card_width + _GAP
        if came is not None:
            left = _MARGIN + _LANE - 9
            above = self.y - 6
            right, fell = came[0] + 8, came[1]
            way = (came, (right, fell), (right, above), (left, above), (left, middle), (left + 7.5, middle))
            self.page.marks.append(Line(way, head=True))
        return (x - _GAP, middle) if goes_on else None

    def laid(self, card: Card) -> _Laid:
        inner = self.card_width - 2 * _PAD
        head = Block(text.wrap(text.printable(card.head).text, inner, _SMALL), _SMALL)
        title = Block(text.wrap(text.printable(card.title).text, inner, _SIZE, bold=True), _SIZE, bold=True)
        below = tuple(Block(text.wrap(text.printable(each).text, inner, _SMALL), _SMALL) for each in card.below)
        return _Laid(head, title, below, self.card_width)

    def note(self, words: str) -> None:
        """A line under everything."""
        if self.height and self.y + 20 > self.height - _MARGIN + 12:
            self.finished.append(self.page)
            self.begin()
        self.y = self.page.words(_MARGIN, self.y, words, self.width - 2 * _MARGIN, _SMALL + 0.5) + 6

    def done(self) -> tuple[Drawing, ...]:
        if not self.height:
            self.page.height = self.y + _MARGIN / 2
        return (*self.finished, self.page)


@dataclass(frozen=True, slots=True)
class _Laid:
    """The words of a card broken into lines."""

    head: Block
    title: Block
    below: tuple[Block, ...]
    width: float
    boxed: float = 0.0

    @property
    def words(self) -> float:
        """How high the box must be for its words."""
        return self.head.height + self.title.height + 2 * _PAD

    @property
    def height(self) -> float:
        return self.boxed + sum(each.height + 2.5 for each in self.below)

    def draw(self, page: Drawing, x: float, y: float, style: Style) -> None:
        page.marks.append(Frame(Box(x, y, self.width, self.boxed), style))
        top = y + (self.boxed - self.head.height - self.title.height) / 2
        page.marks.append(Word(x + _PAD, top, self.head))
        page.marks.append(Word(x + _PAD, top + self.head.height, self.title))
        foot = y + self.boxed + 2.5
        for each in self.below:
            page.marks.append(Word(x + _PAD, foot, each))
            foot += each.height + 2.5
