"""Yes, no or unknown; a yes may then name something in a few typed words, which go to the sealed part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sops.model import Note
from ui.appearance import Look
from ui.interview.entry import Entry
from ui.interview.menu import Menu
from ui.interview.question import Choice
from ui.plain import Field, label
from ui.saying import text
from ui.strings import tr

_LONGEST: Final = 120


class NotesEntry(Entry):
    """The answers as a menu; after a yes the fields. Emits `answered(value, notes)`. `given`: notes that stand."""

    def __init__(
        self, look: Look, choices: Sequence[Choice], value: Any, notes: Sequence[Note], given: Mapping[str, Any]
    ) -> None:
        super().__init__(look)
        self._notes = notes
        self._menu = Menu(look, choices, value)
        self._menu.chosen.connect(self._chosen)
        self.fields = {note.id: Field(text(note.title), most=_LONGEST) for note in notes}
        self._lines = [label(tr("notes.title"), "strong"), *self.fields.values(), label(tr("notes.help"), "small")]
        for name, field in self.fields.items():
            field.setText(str(given.get(name) or ""))
        for line in (self._menu, *self._lines):
            self.layout_.addWidget(line)
        self.layout_.addStretch(1)
        self._ask()

    def _ask(self) -> None:
        """The menu alone."""
        self._menu.show()
        for line in self._lines:
            line.hide()
        self.setFocus()

    def _chosen(self, value: Any) -> None:
        if value != "yes":
            self.answer(value)
            return
        self._menu.hide()
        for line in self._lines:
            line.show()
        next(iter(self.fields.values())).setFocus()

    @property
    def is_naming(self) -> bool:
        """Whether yes was said and its words are typed."""
        return self._menu.isHidden()

    def digit(self, digit: int) -> bool:
        """To the menu; while words are typed the figures are theirs."""
        return not self.is_naming and self._menu.digit(digit)

    def letter(self, act: str) -> bool:
        """To the menu."""
        return not self.is_naming and self._menu.letter(act)

    def enter(self) -> bool:
        """To the next field; after the last the answer."""
        if self.is_naming and not self.arrow(1):
            self._finish()
        return self.is_naming

    def _finish(self) -> None:
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        missing = next((note for note in self._notes if note.required and not typed[note.id]), None)
        if missing is None:
            self.answer("yes", {name: words for name, words in typed.items() if words})
            return
        self.fields[missing.id].setFocus()
        self.problem.emit(tr("notes.missing", what=text(missing.title)))

    def arrow(self, rows: int) -> bool:
        """To the next field or the one before."""
        fields = list(self.fields.values())
        here = next((place for place, field in enumerate(fields) if field.hasFocus()), len(fields) - 1)
        if not self.is_naming or not 0 <= here + rows < len(fields):
            return False
        fields[here + rows].setFocus()
        return True

    def erase(self) -> bool:
        """From an empty field back to yes, no and unknown."""
        if not self.is_naming:
            return False
        self._ask()
        return True
