"""How the text of two editions differs: what was added, removed, moved, said otherwise in which language, or altered.

Made from the checked data of the files, so that nothing an author can write is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sops.grammar.words import LANGUAGES

Data = Mapping[str, Any]

RULES: Final = ("when", "only when", "then", "any of")
"""Fields that are told whole: a rule half told is another rule."""
_NAMES: Final = ("step", "duty", "rule")
_OWN: Final = ("edition", "overlaid")
"""The name of the edition, and what the program itself wrote into it."""
_HEAD: Final = "the edition"


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text that is said otherwise in one language; None where the language has no such text."""

    at: str
    language: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Altered:
    """A rule, number, source or other field that is not the same, as plain data; None where it is not there."""

    at: str
    field: str
    before: Any
    after: Any


@dataclass(slots=True)
class Section:
    """What is different in one section of two editions, by the names of its items."""

    name: str
    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    reworded: list[Reworded] = field(default_factory=list)
    altered: list[Altered] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is different."""
        return not (self.added or self.removed or self.moved or self.reworded or self.altered)


def rewording(before: Data, after: Data) -> tuple[Section, ...]:
    """The sections that differ between the checked data of two editions of one kind, in the order of the file."""
    head = Section(_HEAD)
    found = [head]
    for name in dict.fromkeys((*before, *after)):
        if name in _OWN:
            continue
        one, other = items_of(before.get(name)), items_of(after.get(name))
        if one is None or other is None:
            _compare(head, "", name, before.get(name), after.get(name))
        else:
            section = Section(name)
            _section(section, one, other, in_order=isinstance(before.get(name, after.get(name)), list))
            section.altered = [each for each in section.altered if not _follows(each, before, after)]
            found.append(section)
    return tuple(section for section in found if not section.is_empty)


def _follows(altered: Altered, before: Data, after: Data) -> bool:
    """Whether a source only went over to the document of its own edition."""
    own = before.get("source", {}).get("document"), after.get("source", {}).get("document")
    return altered.field == "source.document" and (altered.before, altered.after) == own


def items_of(value: Any) -> dict[str, Any] | None:
    """The items of a section by name; None for a field of the head. Classes are opened to their criteria."""
    if value is None:
        return {}
    if isinstance(value, list):
        return _by_name(value)
    if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()) or "when" in value:
        return None
    items: dict[str, Any] = {}
    for name, item in value.items():
        if item and all(isinstance(part, dict) and "when" in part for part in item.values()):
            items |= {name if letter == "whole" else f"{name}.{letter}": part for letter, part in item.items()}
        else:
            items[name] = item
    return items


def _by_name(value: Sequence[Any]) -> dict[str, Any] | None:
    """The parts of a list by their names; None where they have none of their own."""
    named: dict[str, Any] = {}
    for part in value:
        name = next((part[key] for key in _NAMES if key in part), None) if isinstance(part, dict) else None
        if not isinstance(name, str) or name in named:
            return None
        named[name] = part
    return named


def _section(section: Section, one: Data, other: Data, *, in_order: bool) -> None:
    section.added = [name for name in other if name not in one]
    section.removed = [name for name in one if name not in other]
    if in_order:
        section.moved = _moved([name for name in one if name in other], [name for name in other if name in one])
    for name in one:
        if name in other:
            _compare(section, name, "", one[name], other[name])


def _moved(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """The fewest names that must change their place to turn one order into the other."""
    place = {name: number for number, name in enumerate(one)}
    longest: list[tuple[str, ...]] = []
    for name in other:
        behind = [kept for kept in longest if place[kept[-1]] < place[name]]
        longest.append((*max(behind, key=len, default=()), name))
    kept = max(longest, key=len, default=())
    return [name for name in other if name not in kept]


def _compare(section: Section, at: str, path: str, one: Any, other: Any) -> None:
    """Tell what differs between two values: texts by language, parts by name, anything else whole."""
    if one == other:
        return
    if _is_text(one) or _is_text(other):
        section.reworded += _reworded(".".join(filter(None, (at, path))), one or {}, other or {})
        return
    named = _parts(path, one), _parts(path, other)
    if named[0] is None or named[1] is None:
        section.altered.append(Altered(at, path, one, other))
        return
    for name in dict.fromkeys((*named[0], *named[1])):
        _compare(section, at, f"{path}.{name}" if path else name, named[0].get(name), named[1].get(name))


def _parts(path: str, value: Any) -> Mapping[str, Any] | None:
    """The parts of a value that can be told apart by name."""
    if path.rpartition(".")[2] in RULES:
        return None
    if isinstance(value, dict):
        return value
    return _by_name(value) if isinstance(value, list) else None


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and value.keys() <= set(LANGUAGES)


def _reworded(at: str, one: Data, other: Data) -> Iterator[Reworded]:
    for language in LANGUAGES:
        if one.get(language) != other.get(language):
            yield Reworded(at, language, one.get(language), other.get(language))
