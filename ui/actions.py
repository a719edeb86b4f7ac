"""Everything an official can do at the desk, as one table: name, keys, words. Shortcut page and footer come from it.

Keys are plain data here. The window makes one named `QAction` of each and hands it the key presses that nobody who is
typing text has taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Group = Literal["answer", "move", "traveller", "stop", "desk"]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do. `keys` by Qt's names, the first is shown; `letters` are plain letters by officer's language."""

    id: str
    group: Group
    keys: tuple[str, ...]
    letters: tuple[tuple[str, str], ...] = ()
    footer: bool = False

    def shown(self, language: str) -> str:
        """The key as people write it."""
        from ui.strings import tr

        letter = dict(self.letters).get(language, "")
        names = [tr(f"key.{key}") if key in _NAMED else key for key in self.keys[:1]]
        return " · ".join([*names, *([letter.upper()] if letter else [])])


_NAMED: Final = {"Return", "Backspace", "Esc", "Tab", "Up", "Down"}
DIGITS: Final = "0123456789"

ACTS: Final = (
    *(Act(f"digit_{digit}", "answer", (digit,)) for digit in DIGITS),
    Act("yes", "answer", (), (("es", "s"), ("en", "y"))),
    Act("no", "answer", (), (("es", "n"), ("en", "n"))),
    Act("unknown", "answer", ("F7",)),
    Act("refused", "answer", ("F8",)),
    Act("same", "answer", ("Ctrl+0",)),
    Act("enter", "answer", ("Return", "Enter")),
    Act("back", "move", ("Backspace",), footer=True),
    Act("park", "move", ("Esc",), footer=True),
    Act("up", "move", ("Up",)),
    Act("down", "move", ("Down",)),
    Act("steps", "move", ("F6",)),
    Act("new", "traveller", ("F2",), footer=True),
    Act("party", "traveller", ("F3",)),
    Act("surge", "traveller", ("Ctrl+M",)),
    Act("language", "traveller", ("F4",), footer=True),
    Act("typed", "traveller", ("F5",)),
    Act("board", "traveller", ("F9",), footer=True),
    Act("rooms", "traveller", ("Ctrl+F9",)),
    Act("records", "traveller", ("Ctrl+F",)),
    Act("paper", "traveller", ("Ctrl+Y",)),
    Act("rows", "traveller", ("Ctrl+E",)),
    Act("twin", "traveller", ("Ctrl+G",)),
    Act("differs", "traveller", ("Ctrl+J",)),
    Act("print", "traveller", ("Ctrl+P",)),
    Act("emergency", "stop", ("F12",), (("es", "e"), ("en", "e"))),
    Act("refusal", "stop", ("Ctrl+R",)),
    Act("left", "stop", ("Ctrl+L",)),
    Act("death", "stop", ("Ctrl+D",)),
    Act("source", "desk", ("F1",), footer=True),
    Act("sops", "desk", ("Ctrl+F1",)),
    Act("day", "desk", ("F10",)),
    Act("screen", "desk", ("F11",)),
    Act("shift", "desk", ("Ctrl+S",)),
    Act("lock", "desk", ("Ctrl+U",)),
    Act("tour", "desk", ("Ctrl+H",)),
    Act("shortcuts", "desk", ("Ctrl+K",), footer=True),
    Act("sound", "desk", ("Ctrl+B",)),
    Act("settings", "desk", ("Ctrl+F10",)),
    Act("officer_language", "desk", ("Ctrl+I",)),
    Act("look", "desk", ("Ctrl+T",)),
    Act("size", "desk", ("Ctrl++", "Ctrl+=")),
)
GROUPS: Final[tuple[Group, ...]] = ("answer", "move", "traveller", "stop", "desk")
SCANNER_LETTERS: Final = "PACIV"
"""Documents begin with these; none of them is ever an answer key."""


def of(act: str) -> Act:
    """The act of that name."""
    return next(each for each in ACTS if each.id == act)


def footer() -> tuple[Act, ...]:
    """The acts whose keys stand at the foot of the window."""
    return tuple(act for act in ACTS if act.footer)
