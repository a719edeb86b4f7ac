"""Blank forms of a procedure, for the hours without a desk: every question of its walk, in Spanish and English.

The questions, their answers and their order come from the procedure; a new edition makes new forms by itself. Each form
carries a number with a check character, reserved before it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from screening.commands import interrupt_steps
from sops.facts import SIGNS
from sops.model import Post, Procedure, Step
from sops.wording import Wording

from . import text
from .page import A4, MM, Box, Sheet

__all__ = ["blank_forms", "questions"]

_MARGIN: Final = 12 * MM
_GAP: Final = 7 * MM
_HEAD: Final = 40 * MM
_FOOT: Final = 9 * MM
_SIZE: Final = 8.0
_SMALL: Final = 7.0
_BOX: Final = 8.0
_BETWEEN: Final = 7.0
_TOGETHER: Final = 12  # a question of so many rows is never parted
_BEGUN: Final = 8  # of a longer one so many stand together at least
_LINES: Final = 3  # for places and tests
_WORDS: Final = {
    "form": ("Ficha en papel", "Paper form"),
    "date": ("Fecha", "Date"),
    "time": ("Hora", "Time"),
    "officer": ("Funcionario", "Officer"),
    "later": (
        "Escríbala después en el puesto (Ctrl+Y) con este número, esta fecha y esta hora. Guárdela bajo llave.",
        "Type it in at the desk later (Ctrl+Y) with this number, this date and this time. Keep it locked away.",
    ),
    "open": ("Deje vacío lo que no se preguntó. ? = no se sabe.", "Leave empty what was not asked. ? = not known."),
    "care": ("Signo de peligro: primero la atención, después el papel.", "Danger sign: care first, paper later."),
    "name": ("Nombre", "Name"),
    "age": ("Edad o nacimiento", "Age or birth"),
    "days": ("días", "days"),
    "from": ("desde", "from"),
    "to": ("hasta", "to"),
    "country": ("país", "country"),
    "test": ("prueba", "test"),
    "result": ("resultado", "result"),
    "done": ("hecho", "done"),
    "not_taken": ("no tomada", "not taken"),
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words with a box to tick before them or a line to write on after them; widths in points."""

    words: str = ""
    size: float = _SMALL
    bold: bool = False
    box: bool = False
    blank: float = 0.0
    pad: float = 0.0

    @property
    def width(self) -> float:
        return (
            text.measure(self.words, self.size, bold=self.bold) + (_BOX + 3 if self.box else 0) + self.blank + self.pad
        )


_Row = list[_Piece]


def questions(procedure: Procedure) -> tuple[Step, ...]:
    """What is asked on paper: the steps of the walk; without those of an interrupt, and without the own judgement."""
    breaking = {step for name in procedure.interrupts for step in interrupt_steps(procedure, name)}
    return tuple(step for step in procedure.steps.values() if step.id not in breaking and step.answer != "judgement")


def blank_forms(procedure: Procedure, post: Post, wording: Wording, numbers: Sequence[str]) -> bytes:
    """One form for each number, as a PDF of A4 pages; the same bytes for the same input."""
    sheet = Sheet(A4, title=_both("form"), language="es", subject=procedure.name)
    width = (sheet.width - 2 * _MARGIN - _GAP) / 2
    pages = list(_pages([_rows(step, wording, width) for step in questions(procedure)], sheet.height))
    shared = []
    for place, columns in enumerate(pages, 1):
        with sheet.shared() as name:
            _head(sheet, procedure, post, f"{place}/{len(pages)}")
            for column, y, row in columns:
                _set(sheet, _MARGIN + column * (width + _GAP), y, row)
        shared.append(name)
    for number in numbers:
        for name in shared:
            if (number, name) != (numbers[0], shared[0]):
                sheet.next_page()
            sheet.lay(name)
            sheet.line(sheet.width - _MARGIN, _MARGIN, number, 15, bold=True, align="right")
    return sheet.to_bytes()


def _both(word: str) -> str:
    return " / ".join(_WORDS[word])


def _head(sheet: Sheet, procedure: Procedure, post: Post, page: str) -> None:
    title = text.printable(text.in_language(procedure.about.title, "es")).text
    sheet.block(_MARGIN, _MARGIN, text.fit(title, 95 * MM, 12, floor=9, bold=True))
    y = _MARGIN + 17
    sheet.line(_MARGIN, y, f"{post.name} · {procedure.name} · {_both('form')} {page}", _SMALL)
    x = _MARGIN
    for word, room in (("date", 34 * MM), ("time", 22 * MM), ("officer", 40 * MM)):
        x += sheet.line(x, y + 16, f"{_both(word)} ", _SIZE, bold=True)
        sheet.rule(x, y + 26, x + room, y + 26)
        x += room + 4 * MM
    sheet.line(_MARGIN, y + 33, _both("care"), _SIZE, bold=True)
    sheet.line(_MARGIN, y + 45, _both("open"), _SMALL)
    sheet.rule(_MARGIN, y + 58, sheet.width - _MARGIN, y + 58, thick=1.2)
    foot = sheet.height - _FOOT
    for place, words in enumerate(_WORDS["later"]):
        sheet.line(_MARGIN, foot - 10 + place * 9, words, 6.5)


def _pages(asked: Sequence[list[_Row]], height: float) -> Iterator[list[tuple[int, float, _Row]]]:
    """Questions down two columns, page after page; only a list of signs is parted."""
    page: list[tuple[int, float, _Row]] = []
    column, y, end = 0, _HEAD, height - _FOOT - 12
    for rows in asked:
        kept = rows if len(rows) <= _TOGETHER else rows[:_BEGUN]
        if y > _HEAD and y + sum(map(_height, kept)) > end:
            column, y = column + 1, _HEAD
        for row in rows:
            if y + _height(row) > end:
                column, y = column + 1, _HEAD
            if column > 1:
                yield page
                page, column, y = [], 0, _HEAD
            page.append((column, y, row))
            y += _height(row)
        y += 4
    yield page


def _height(row: _Row) -> float:
    return max(piece.size for piece in row) * text.LINE + (4 if _is_written(row) else 0)


def _is_written(row: _Row) -> bool:
    return any(piece.blank or piece.box for piece in row)


def _set(sheet: Sheet, x: float, y: float, row: _Row) -> None:
    y += 2 if _is_written(row) else 0
    for piece in row:
        if piece.box:
            sheet.frame(Box(x, y, _BOX, _BOX), thick=0.8)
            x += _BOX + 3
        x += sheet.line(x, y, piece.words, piece.size, bold=piece.bold) + piece.pad
        if piece.blank:
            sheet.rule(x + 2, y + 10, x + piece.blank, y + 10)
        x += piece.blank + _BETWEEN


def _rows(step: Step, wording: Wording, width: float) -> list[_Row]:
    """One question: what is asked in both languages, then where the answer is written."""
    rows: list[_Row] = []
    for language, size, bold in (("es", _SIZE, True), ("en", _SMALL, False)):
        said = text.printable(text.in_language(step.ask, language)).text
        lead = f"{step.part}  " if language == "es" else ""
        rows += [[_Piece(line, size, bold)] for line in text.wrap(lead + said, width, size, bold=bold)]
    for row in _answer(step, wording):
        rows += _wrapped(_spread(row, width) if step.answer == "signs" else row, width)
    return rows


def _spread(row: _Row, width: float) -> _Row:
    """The first piece at the left, the others at the right, so that they stand in columns."""
    spare = width - sum(piece.width + _BETWEEN for piece in row) + _BETWEEN
    return [replace(row[0], pad=max(0.0, spare - 0.1)), *row[1:]]


def _answer(step: Step, wording: Wording) -> Iterator[_Row]:
    match step.answer:
        case "yes_no":
            yield [*(_tick(_named(wording, "answers", word)) for word in ("yes", "no")), _tick("?")]
            for note in step.notes:
                yield [_Piece(_pair(note.title), blank=140)]
        case "choice":
            yield [*(_tick(_pair(option.title)) for option in step.options), _tick("?")]
        case "done":
            yield [_tick(_both("done"))]
        case "person":
            yield [_Piece(_both("name"), blank=170)]
            sexes = [_tick(_named(wording, "sexes", sex)) for sex in ("F", "M")]
            yield [_Piece(_both("age"), blank=70)]
            yield sexes
        case "reading":
            yield [_Piece("", blank=60), _Piece("°C", _SIZE), _tick(_both("not_taken"))]
        case "signs":
            for sign in SIGNS:
                written = [_tick("no"), _tick("?"), _Piece(_WORDS["days"][0], blank=24)]
                yield [_Piece(_named(wording, "signs", sign)), *written]
        case "days" | "number":
            yield [_Piece("", blank=60), _Piece(_both("days") if step.answer == "days" else ""), _tick("?")]
        case "period":
            yield [_Piece(_both("from"), blank=60), _Piece(_both("to"), blank=60)]
        case "places" | "tests":
            words = ("country", "from", "to") if step.answer == "places" else ("test", "result", "date")
            for _ in range(_LINES):
                yield [_Piece(_both(word), blank=26) for word in words]
        case _:
            yield [_Piece("", blank=200)]


def _tick(words: str) -> _Piece:
    return _Piece(words, box=True)


def _pair(words: object) -> str:
    assert hasattr(words, "get")
    said = [text.in_language(words, language) for language in ("es", "en")]  # type: ignore[arg-type]
    return text.printable(" / ".join(dict.fromkeys(said))).text


def _named(wording: Wording, kind: str, name: str) -> str:
    return " / ".join(dict.fromkeys(wording.name(kind, name, language) for language in ("es", "en")))


def _wrapped(row: _Row, width: float) -> Iterator[_Row]:
    """The pieces in rows that fit; what is longer than a row by itself goes on below."""
    made: _Row = []
    used = 0.0
    for piece in row:
        if made and used + piece.width > width:
            yield made
            made, used = [], 0.0
        if piece.width > width:
            first, *rest = text.wrap(piece.words, width - _BOX - 3, piece.size)
            yield [_Piece(first, piece.size, box=piece.box)]
            yield from ([_Piece(line, piece.size)] for line in rest)
            if piece.blank:
                yield [_Piece("", blank=width)]
            continue
        made.append(piece)
        used += piece.width + _BETWEEN
    if made:
        yield made
