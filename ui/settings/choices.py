"""What can be set at this desk, as rows of choices: one table. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from ui.place import LANGUAGES, LOCKS_AFTER, LOOKS, SIZES, Place
from ui.strings import has, tr

if TYPE_CHECKING:
    from sops.catalogue import Catalogue

__all__ = ["FIRST", "Choice", "Row", "chosen", "hint", "rows_of", "waits"]

FIRST: Final = ("language", "post", "desk", "printer")
"""What is asked at the first start."""
_NEXT_START: Final = ("post", "desk", "training", "printer")
"""What is taken up when the desk is opened the next time."""
_MOST_PRINTERS: Final = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a setting, and its words."""

    value: Any
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: what it may be, and what it is."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    value: Any


def rows_of(place: Place, catalogue: Catalogue, printers: Sequence[str]) -> tuple[Row, ...]:
    """Every setting of a desk, in the order of the page."""
    posts = sorted((catalogue.post(file.name) for file in catalogue.of_kind("post")), key=lambda post: post.name)
    here = next((post for post in posts if post.id == place.post), None)
    queues = ("", *(each for each in printers if each), *({place.printer} - {"", *printers}))
    found: dict[str, tuple[Choice, ...]] = {
        "language": tuple(Choice(each, tr(f"set.language.{each}")) for each in LANGUAGES),
        "post": tuple(Choice(post.id, post.name) for post in posts),
        "desk": tuple(Choice(desk, tr("set.desk.name", desk=desk)) for desk in (here.desks if here else ("1",))),
        "printer": tuple(Choice(each, each or tr("set.printer.own")) for each in queues[:_MOST_PRINTERS]),
        "look": tuple(Choice(each, tr(f"look.{each}")) for each in LOOKS),
        "size": tuple(Choice(each, f"{each * 100:.0f} %") for each in SIZES),
    }
    found["locks_after"] = tuple(Choice(each, tr("set.minutes", count=each)) for each in LOCKS_AFTER)
    for name in ("second_screen", "sound", "training"):
        found[name] = tuple(Choice(value, tr(f"set.{word}")) for value, word in ((False, "no"), (True, "yes")))
    return tuple(Row(name, tr(f"set.{name}"), choices, getattr(place, name)) for name, choices in found.items())


def chosen(place: Place, name: str, value: Any, catalogue: Catalogue) -> Place:
    """The place with another choice; another post begins with its own first desk."""
    changed = replace(place, **{name: value})
    if name == "post":
        changed = replace(changed, desk=catalogue.post(changed.post).desks[0])
    return changed


def hint(name: str) -> str:
    """What a setting means, or when it is taken up, in one line; empty where its name says it."""
    words = [tr(f"set.{name}.hint")] if has(f"set.{name}.hint") else []
    return " · ".join([*words, *([tr("set.later")] if name in _NEXT_START else [])])


def waits(before: Place, after: Place) -> bool:
    """Whether some of what was changed is taken up only when the desk is opened again."""
    return any(getattr(before, name) != getattr(after, name) for name in _NEXT_START)
