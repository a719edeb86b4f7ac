"""A burst of a document reader among key presses, recognised by letters and times alone. No Qt, no clock of its own.

A reader types some 90 characters within a few milliseconds each. Documents begin with P, A, C, I or V, and none of
these is an answer key; so from such a letter on everything that follows quickly belongs to the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from ui.actions import SCANNER_LETTERS

Fate = Literal["pass", "take"]
"""What becomes of a key press: it goes on to the desk, or it belongs to a document."""

GAP_S: Final = 0.12
"""Outside text fields: a longer silence after a single letter ends the suspicion."""
TYPING_GAP_S: Final = 0.045
"""In text fields people type letters in a row too; a reader is faster than this."""
BURST_GAP_S: Final = 0.5
"""Within a burst that is certain: a reader may stutter, above all over radio."""
WHOLE_GAP_S: Final = 0.12
"""A document that is whole but has no terminator ends after this silence."""
AFTER_S: Final = 0.25
"""After a whole document: the reader's further Enter, Tab or line feed belongs to it."""
_SIZES: Final = (88, 72, 90)
_FEWEST: Final = 20
_END: Final = "\n\t"


@dataclass
class Burst:
    """What is being captured. `feed` every key press, ask `finish` when it has been silent."""

    text: str = ""
    certain: bool = False
    last_at: float = float("-inf")
    ended_at: float = float("-inf")
    done: list[str] = field(default_factory=list)

    def feed(self, letter: str, at: float, *, in_text: bool) -> Fate:
        """One key press: its text, a line feed for Enter, a tab for Tab, "" for a key without text (F5, arrows)."""
        limit = BURST_GAP_S if self.certain else TYPING_GAP_S if in_text else GAP_S
        if self.text and at - self.last_at > limit:
            self.finish()
        if not self.text:
            return self._first(letter, at, in_text=in_text)
        self.last_at = at
        if not letter or (in_text and letter in _END and not self.certain):
            if self.certain:
                return "take"
            self.text = ""
            return "pass"
        self.text += letter
        self.certain = self.certain or ("<" in self.text or len(self.text) >= 30 if in_text else len(self.text) >= 3)
        sure = self.certain
        if letter in _END and self.is_whole:
            self.finish()
        return "take" if sure or not in_text else "pass"

    def _first(self, letter: str, at: float, *, in_text: bool) -> Fate:
        if letter and letter in _END and at - self.ended_at < AFTER_S:
            return "take"
        if len(letter) == 1 and letter.upper() in SCANNER_LETTERS:
            self.text, self.last_at, self.certain = letter, at, False
            return "pass" if in_text else "take"
        return "pass"

    @property
    def is_whole(self) -> bool:
        """Whether as many letters came as one of the layouts has."""
        return sum(not letter.isspace() for letter in self.text) in _SIZES

    @property
    def is_running(self) -> bool:
        """Whether something is being captured."""
        return bool(self.text)

    def finish(self) -> None:
        """Silence: what was captured is a document, or a key pressed by mistake, which is let go."""
        whole, self.text = self.text.strip("\n\t"), ""
        certain, self.certain = self.certain, False
        if certain and len(whole) >= _FEWEST:
            self.done.append(whole)
            self.ended_at = self.last_at
