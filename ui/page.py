"""A page of the desk: what stands in the middle of the window and is told what the official's keys mean."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """The middle of the window. Every method says whether it took the key; what is not taken the window handles."""

    is_wide = False
    """Whether the columns at the sides make room for it."""
    needs_panel = True
    """Whether what is known stands beside it; a page that says it itself takes the room."""
    names_itself = False
    """Whether it tells a screen reader more than the heading of the page."""

    @property
    def escape(self) -> str:
        """The id of the words for Esc, on a page that lies over the traveller."""
        return "foot.close"

    def digit(self, digit: int) -> bool:
        """A figure was pressed."""
        return False

    def letter(self, act: str) -> bool:
        """`yes`, `no`, `unknown` or `refused`."""
        return False

    def enter(self) -> bool:
        """Go on."""
        return False

    def erase(self) -> bool:
        """Backspace within the page, before it means one step back."""
        return False

    def leave(self) -> bool:
        """Esc within the page, before it means setting the traveller aside."""
        return False

    def arrow(self, rows: int) -> bool:
        """Arrow up (-1) or down (1); not taken it goes from control to control."""
        return False

    def follow(self) -> bool:
        """The desk moved while this page lies over it: whether the page shows that by itself and stays."""
        return False

    def scan(self, raw: str) -> bool:
        """A document was read: whether the page takes it; else it begins a traveller at the desk."""
        return False

    def tick(self) -> None:
        """A second has passed."""

    def settle(self) -> None:
        """The page is shown: put the focus where typing begins."""
        self.setFocus()
