"""Everything an official can do at the desk, as one table: name, keys, words. Shortcut page and footer come from it.

Keys are plain data here. The window makes one named `QAction` of each and hands it the key presses that nobody who is
typing text has taken.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Final, Literal

Group = Literal["answer", "traveller", "attend", "desk"]
Need = Literal["", "front", "open", "question", "back", "same", "twin", "printed", "officers"]
"""What has to be so for an act to do something: somebody in front, whose walk is open, before a question ..."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do. `keys` by Qt's names, the first is shown; `letters` are plain letters by officer's language.

    `footer`: it stands at the foot; `menu`: beside the page on which nobody is in front.
    """

    id: str
    group: Group
    keys: tuple[str, ...]
    needs: Need = ""
    letters: tuple[tuple[str, str], ...] = ()
    footer: bool = False
    menu: bool = False

    def shown(self, language: str) -> str:
        """The key as people write it."""
        from ui.strings import tr

        letter = dict(self.letters).get(language, "")
        names = [tr(f"key.{key}") if key in _NAMED else key for key in self.keys[:1]]
        return " · ".join([*names, *([letter.upper()] if letter else [])])


_NAMED: Final = {"Return", "Backspace", "Esc", "Tab", "Up", "Down"}
DIGITS: Final = "0123456789"

ACTS: Final = (
    *(Act(f"digit_{digit}", "answer", (digit,), "question") for digit in DIGITS),
    Act("yes", "answer", (), "question", (("es", "s"), ("en", "y"))),
    Act("no", "answer", (), "question", (("es", "n"), ("en", "n"))),
    Act("unknown", "answer", ("F7",), "question"),
    Act("refused", "answer", ("F8",), "question"),
    Act("same", "answer", ("Ctrl+0",), "same"),
    Act("enter", "answer", ("Return", "Enter"), "front"),
    Act("up", "answer", ("Up",), "front"),
    Act("down", "answer", ("Down",), "front"),
    Act("back", "answer", ("Backspace",), "back", footer=True),
    Act("park", "traveller", ("Esc",), "open", footer=True),
    Act("new", "attend", ("F2",), footer=True),
    Act("typed", "attend", ("F5",)),
    Act("party", "attend", ("F3",)),
    Act("language", "attend", ("F4",), footer=True),
    Act("board", "attend", ("F9",), footer=True),
    Act("records", "attend", ("Ctrl+F",), menu=True),
    Act("rows", "attend", ("Ctrl+E",), menu=True),
    Act("surge", "attend", ("Ctrl+M",), menu=True),
    Act("paper", "attend", ("Ctrl+Y",), menu=True),
    Act("emergency", "attend", ("F12",), "", (("es", "e"), ("en", "e"))),
    Act("steps", "traveller", ("F6",), "back"),
    Act("source", "traveller", ("F1",), "front", footer=True),
    Act("rooms", "traveller", ("Ctrl+F9",), "open"),
    Act("print", "traveller", ("Ctrl+P",), "printed"),
    Act("twin", "traveller", ("Ctrl+G",), "twin"),
    Act("differs", "traveller", ("Ctrl+J",), "twin"),
    Act("refusal", "traveller", ("Ctrl+R",), "open"),
    Act("left", "traveller", ("Ctrl+L",), "open"),
    Act("death", "traveller", ("Ctrl+D",), "open"),
    Act("shift", "desk", ("Ctrl+S",), menu=True),
    Act("day", "desk", ("F10",), menu=True),
    Act("sops", "desk", ("Ctrl+F1",), menu=True),
    Act("screen", "desk", ("F11",), menu=True),
    Act("tour", "desk", ("Ctrl+H",), menu=True),
    Act("settings", "desk", ("Ctrl+F10",), menu=True),
    Act("lock", "desk", ("Ctrl+U",), "officers", menu=True),
    Act("sound", "desk", ("Ctrl+B",)),
    Act("officer_language", "desk", ("Ctrl+I",)),
    Act("look", "desk", ("Ctrl+T",)),
    Act("size", "desk", ("Ctrl++", "Ctrl+=")),
    Act("shortcuts", "desk", ("Ctrl+K",), footer=True),
)
GROUPS: Final[tuple[Group, ...]] = ("answer", "traveller", "attend", "desk")
SCANNER_LETTERS: Final = "PACIV"
"""Documents begin with these; none of them is ever an answer key."""


def of(act: str) -> Act:
    """The act of that name."""
    return next(each for each in ACTS if each.id == act)


def working(now: Container[str]) -> tuple[Act, ...]:
    """The acts that do something while `now` holds: the needs that are met."""
    return tuple(act for act in ACTS if not act.needs or act.needs in now)


def footer() -> tuple[Act, ...]:
    """The acts whose keys stand at the foot of the window."""
    return tuple(act for act in ACTS if act.footer)
