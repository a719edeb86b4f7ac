"""Forms of paper on one page: type in a filled one under its true date and time, or make blank ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.appearance import Look
from ui.background import run_in_background
from ui.blank_forms.acts import PaperForms
from ui.day.saving import ask_where, write
from ui.page import Page
from ui.plain import Button, Field, label
from ui.presenter import Presenter
from ui.status.edition import edition_said
from ui.strings import day_in_words, tr

if TYPE_CHECKING:
    from ui.printing import Printer

__all__ = ["PaperPage"]

_USUAL = "10"


class PaperPage(Page):
    """Emits `left()`: to go back, or because a form is being typed in."""

    left = Signal()
    is_wide = True

    def __init__(
        self,
        presenter: Presenter,
        look: Look,
        printer: Printer | None = None,
        where: Callable[[QWidget, str], Path | None] = ask_where,
    ) -> None:
        super().__init__()
        self._presenter, self._acts = presenter, PaperForms(presenter.desk)
        self._printer, self._where = printer, where
        columns = QHBoxLayout(self)
        columns.setContentsMargins(look.px(28), look.px(20), look.px(28), look.px(16))
        columns.setSpacing(look.px(32))
        self.number, self.when, self.count = (
            Field(tr(f"paper.{name}"), most=60) for name in ("number", "when", "count")
        )
        self.said, self.waiting = label("", "lead"), label("", "muted")
        self._type = Button(tr("paper.type"), look, key=tr("key.Return"), kind="primary", height=60)
        self._type.clicked.connect(self._begin)
        self.when.textChanged.connect(self._tell)
        typed = self._column(look, "paper.title", "paper.help", [self.number, self.when, self.said, self._type])
        self.count.setText(_USUAL)
        self._print_, self._save_ = (
            Button(tr(f"paper.{name}"), look, key=key, kind="quiet", height=52)
            for name, key in (("print", tr("key.Return")), ("save", ""))
        )
        self._print_.clicked.connect(lambda: self.make(self._print))
        self._save_.clicked.connect(lambda: self.make(self._save))
        rows: list[QWidget] = [self.count, self._print_, self._save_, self.waiting]
        blank = self._column(look, "paper.blank", "paper.blank_help", rows)
        columns.addLayout(typed, 3)
        columns.addLayout(blank, 2)
        self._tell()
        self._count()

    def _column(self, look: Look, title: str, words: str, rows: list[QWidget]) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(look.px(12))
        made.addWidget(label(tr(title), "heading"))
        made.addWidget(label(tr(words), "muted"))
        for row in rows:
            if isinstance(row, Field):
                made.addWidget(label(row.accessibleName(), "strong"))
                row.setMinimumHeight(look.px(52))
                row.setPlaceholderText("")
            made.addWidget(row)
        made.addStretch(1)
        return made

    # -- typing one in ----------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """The moment read back in words, with the edition that was in force then."""
        at = self._acts.moment(self.when.text())
        if at is None:
            self.said.setText(tr("paper.when_help"))
            return
        said = tr("paper.said", day=day_in_words(at, year=True), time=f"{at:%H:%M}", edition=self._edition(at))
        self.said.setText(said)

    def _edition(self, at: datetime) -> str:
        from sops.catalogue import NoEditionError

        try:
            return edition_said(self._acts.setting(at).engine.definition.about.name)
        except NoEditionError:
            return tr("paper.no_edition")

    def _begin(self) -> None:
        at = self._acts.moment(self.when.text())
        if at is None:
            self._presenter.refused.emit(tr("paper.bad_when"))
            self.when.setFocus()
        elif self._presenter.attempt(lambda: self._acts.begin(self.number.text(), at)):
            self.left.emit()
        else:
            self.number.setFocus()

    # -- making blank ones ------------------------------------------------------------------------------------------

    def make(self, hand_on: Callable[[tuple[str, ...], bytes], None]) -> None:
        """Reserve numbers and make the forms; then they go to the printer or into a file."""
        typed = self.count.text().strip()
        made: list[tuple[tuple[str, ...], bytes]] = []
        if not (typed.isascii() and typed.isdigit()):
            self._presenter.refused.emit(tr("paper.bad_count"))
        elif self._presenter.attempt(lambda: made.append(self._acts.make(int(typed)))):
            self._count()
            hand_on(*made[0])

    def _print(self, numbers: tuple[str, ...], pdf: bytes) -> None:
        from ui.printing import CupsPrinter

        printer, presenter = self._printer or CupsPrinter(), self._presenter
        run_in_background(
            lambda: printer.print(pdf, numbers[0]),
            lambda _: presenter.told.emit(tr("paper.printed", count=len(numbers))),
            lambda problem: presenter.refused.emit(tr("paper.not_printed", detail=problem)),
        )

    def _save(self, numbers: tuple[str, ...], pdf: bytes) -> None:
        path = self._where(self, f"paso-{numbers[0]}-{len(numbers)}.pdf")
        if path is None:
            return
        try:
            write(path, pdf)
        except OSError as problem:
            self._presenter.refused.emit(tr("day.not_saved", name=path.name, detail=problem.strerror or problem))
        else:
            self._presenter.told.emit(tr("day.saved", name=path.name))

    def _count(self) -> None:
        forms = self._acts.forms
        reserved, waiting = len(forms.reserved), len(forms.waiting)
        self.waiting.setText(tr("paper.waiting", reserved=reserved, waiting=waiting) if reserved else "")

    # -- keys -------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Typing begins with the number."""
        self.number.setFocus()

    def enter(self) -> bool:
        """Number, then moment, then begin; in the count: print."""
        if self.count.hasFocus():
            self.make(self._print)
        elif self.number.hasFocus():
            self.when.setFocus()
        else:
            self._begin()
        return True

    def arrow(self, rows: int) -> bool:
        """From field to field."""
        order = [self.number, self.when, self.count]
        here = next((place for place, field in enumerate(order) if field.hasFocus()), 0)
        order[max(0, min(len(order) - 1, here + rows))].setFocus()
        return True

    def leave(self) -> bool:
        """Back to where we were."""
        self.left.emit()
        return True
