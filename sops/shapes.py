"""Node tree + grammar -> plain checked data. Every mistake of shape is told, with its place, nearest word and cure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Final, Literal

from sops import grammar
from sops.conditions import Plain
from sops.grammar import Either, Field, Form, OneOf, Rule, Scalar, Seq, Shape, Table, Words
from sops.mistakes import Kind, Mistake, nearest
from sops.reading import Node

ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?")
DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Path = tuple[str | int, ...]
MISSING: Final = object()
_NOTHING: Final = ("~", "null", "Null", "NULL")
"""What YAML writes for an empty value."""


@dataclass(slots=True)
class Checked:
    """A file after the check of its shapes: plain data, the place of every path, and the mistakes found."""

    file: str
    kind: str = ""
    data: dict[str, Plain] = field(default_factory=dict)
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def tell(
        self, path: Path, kind: Kind, message: str, place: tuple[int, int] | None = None, *, warning: bool = False
    ) -> None:
        """Note a mistake at a path; its place is that of the nearest enclosing path known."""
        spot = place
        known = path
        while spot is None:
            spot = self.places.get(known, (1, 1) if not known else None)
            known = known[:-1]
        severity: Literal["error", "warning"] = "warning" if warning else "error"
        self.mistakes.append(Mistake(self.file, *spot, kind, spell(path), message, severity))


def spell(path: Path) -> str:
    """A path as people write it: `steps[3].then`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text or "(file)"


def check(file: str, root: Node) -> Checked:
    """The plain data of a file, with all mistakes of its shape. `kind` is empty when no known key begins the file."""
    checked = Checked(file)
    if root.pairs is None:
        checked.tell((), "type", f"the file holds {root.what}, not a mapping. Begin with one of: {_kinds()}.")
        return checked
    keys = [key.text for key, _ in root.pairs if key.text]
    meant = get_close_matches(keys[0], grammar.FILES, n=1, cutoff=0.6) if keys else []
    if meant and keys[0] not in grammar.FILES:
        place = root.pairs[0][0]
        checked.tell(
            (keys[0],),
            "unknown-key",
            f'no kind of file begins with "{_short(keys[0])}". Did you mean "{meant[0]}"?',
            (place.line, place.column),
        )
        return checked
    kind = next((key for key in keys if key in grammar.FILES), None)
    if kind is None:
        first = keys[0] if keys else ""
        checked.tell(
            (),
            "missing-key",
            f"no key says what kind of file this is. {nearest(first, grammar.FILES)} Known: {_kinds()}.",
        )
        return checked
    checked.kind = kind
    data = _Checker(checked).form(root, grammar.FILES[kind], ())
    checked.data = data if isinstance(data, dict) else {}
    return checked


def _kinds() -> str:
    return ", ".join(grammar.FILES)


class _Checker:
    """Walks one node tree along the grammar; returns plain data, MISSING where a value could not be made."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        self.tell = checked.tell

    def value(self, node: Node, shape: Shape, path: Path) -> object:
        key = self.checked.places.get(path)
        if key is None or key[0] == node.line:  # a block below its key is told at the key
            self.checked.places[path] = (node.line, node.column)
        match shape:
            case Scalar():
                return self.scalar(node, shape, path)
            case OneOf(words):
                text = self.text(node, path)
                if text is MISSING or text in words:
                    return text
                return self.fail(path, "value", f'"{_short(text)}" is not known here. {nearest(str(text), words)}')
            case Words(required):
                return self.words(node, required, path)
            case Seq(of, least):
                return self.seq(node, of, least, path)
            case Table():
                return self.table(node, shape, path)
            case Form():
                return self.form(node, shape, path)
            case Rule(which):
                return self.rule(node, grammar.CONDITIONS[which], path)
            case Either(scalar, other):
                return self.value(node, scalar if node.text is not None else other, path)

    def fail(self, path: Path, kind: Kind, message: str, place: tuple[int, int] | None = None) -> object:
        self.tell(path, kind, message, place)
        return MISSING

    def text(self, node: Node, path: Path) -> object:
        if node.text is None:
            return self.fail(path, "type", f"a single value is wanted here, not {node.what}.")
        if not node.text.strip() or (node.plain and node.text in _NOTHING):
            return self.fail(path, "value", "nothing stands here. Write a value or remove the key.")
        return node.text

    def scalar(self, node: Node, shape: Scalar, path: Path) -> object:
        text = self.text(node, path)
        if not isinstance(text, str):
            return MISSING
        match shape.kind:
            case "text":
                return text
            case "id":
                if ID.fullmatch(text):
                    return text
                return self.fail(
                    path,
                    "value",
                    f'"{_short(text)}" is not an id. Use lower-case letters, digits, "-" and "_", at most 60.',
                )
            case "flag":
                if text in ("yes", "no"):
                    return text == "yes"
                return self.fail(path, "type", f'"{_short(text)}" is neither yes nor no. Write yes or no.')
            case "date":
                return self.date(text, path)
            case "integer" | "number" | "parameter":
                return self.number(text, shape, path, plain=node.plain)

    def date(self, text: str, path: Path) -> object:
        try:
            if not DATE.fullmatch(text):
                raise ValueError("it is not written as year-month-day")  # noqa: TRY301 - one message for both
            date.fromisoformat(text)
        except ValueError as problem:
            return self.fail(path, "date", f'"{_short(text)}" is no date: {problem}. Write it as 2020-12-16.')
        return text

    def number(self, text: str, shape: Scalar, path: Path, *, plain: bool) -> object:
        if shape.kind == "parameter" and ID.fullmatch(text) and not text[0].isdigit():
            return text
        if not NUMBER.fullmatch(text):
            wanted = "a whole number" if shape.kind == "integer" else "a number"
            return self.fail(path, "type", f'"{_short(text)}" is not {wanted}. Write digits, for example 14.')
        if not plain:
            return self.fail(
                path, "type", f'"{text}" stands in quotes, so it is a text. Write the number bare: {text}.'
            )
        number = float(text) if "." in text else int(text)
        if shape.kind == "integer" and not isinstance(number, int):
            return self.fail(path, "type", f'"{text}" is not a whole number. Write it without a point.')
        if not shape.least <= number <= shape.most:
            return self.fail(path, "value", f"{text} lies outside {shape.least:g} to {shape.most:g}.")
        return number

    def words(self, node: Node, required: tuple[str, ...], path: Path) -> object:
        if node.pairs is None:
            return self.fail(path, "type", f"a text by language is wanted ({', '.join(required)}), not {node.what}.")
        result: dict[str, object] = {}
        for key, value in self.pairs(node, path):
            if key not in grammar.LANGUAGES:
                self.fail(
                    (*path, key), "unknown-key", f'"{_short(key)}" is no language. {nearest(key, grammar.LANGUAGES)}'
                )
                continue
            text = self.value(value, grammar.TEXT, (*path, key))
            if text is not MISSING:
                result[key] = text
        for language in required:
            if language not in result and (*path, language) not in self.checked.places:
                self.fail(path, "translation", f'the text in "{language}" is missing. Add "{language}: ...".')
        return result

    def pairs(self, node: Node, path: Path) -> list[tuple[str, Node]]:
        """Key and value of a mapping; a doubled or odd key is told and left out."""
        seen: dict[str, tuple[int, int]] = {}
        result = []
        for key, value in node.pairs or ():
            place = (key.line, key.column)
            if key.text is None:
                self.fail(path, "type", f"a key must be a word, not {key.what}.", place)
            elif key.text in seen:
                line = seen[key.text][0]
                self.fail(
                    (*path, key.text),
                    "duplicate-key",
                    f'the key "{_short(key.text)}" stands here a second time (first on line {line}). Remove one.',
                    place,
                )
            else:
                seen[key.text] = place
                result.append((key.text, value))
                self.checked.places.setdefault((*path, key.text), place)
        return result

    def seq(self, node: Node, of: Shape, least: int, path: Path) -> object:
        if node.items is None:
            return self.fail(path, "type", f'a list is wanted here, not {node.what}. Begin each entry with "- ".')
        if len(node.items) < least:
            return self.fail(path, "value", f"the list needs at least {least} entry.")
        values = [self.value(item, of, (*path, index)) for index, item in enumerate(node.items)]
        return [value for value in values if value is not MISSING]

    def table(self, node: Node, shape: Table, path: Path) -> object:
        if node.pairs is None:
            return self.fail(path, "type", f"a mapping is wanted here, not {node.what}.")
        result: dict[str, object] = {}
        for key, value in self.pairs(node, path):
            if shape.keys is not None and key not in shape.keys:
                self.fail((*path, key), "unknown-key", f'"{_short(key)}" is not known here. {nearest(key, shape.keys)}')
                continue
            if shape.keys is None and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}", key):
                self.fail((*path, key), "value", f'"{_short(key)}" is not an id. Use letters, digits, "-" and "_".')
                continue
            made = self.value(value, shape.of, (*path, key))
            if made is not MISSING:
                result[key] = made
        if len(node.pairs) < shape.least:
            return self.fail(path, "value", f"at least {shape.least} entry is needed here.")
        return result

    def form(self, node: Node, form: Form, path: Path) -> object:
        if node.pairs is None:
            return self.fail(path, "type", f"{form.name}: a mapping is wanted here, not {node.what}.")
        self.checked.places.setdefault(path, (node.line, node.column))
        pairs = self.pairs(node, path)
        result: dict[str, object] = {}
        if form.conditional:
            mine = [(key, value) for key, value in pairs if key in form.fields]
            pairs, rest = mine, [(key, value) for key, value in pairs if key not in form.fields]
            which = "procedure" if form.name.startswith("procedure") else "definition"
            made = self.operator(rest, grammar.CONDITIONS[which], path)
            if made is not MISSING:
                result["when"] = made
        result |= self.fields(pairs, form.name, form.fields, path)
        return result

    def fields(
        self, pairs: list[tuple[str, Node]], name: str, fields: Mapping[str, Field], path: Path
    ) -> dict[str, object]:
        result: dict[str, object] = {}
        for key, value in pairs:
            if key not in fields:
                self.fail(
                    (*path, key), "unknown-key", f'{name}: the key "{_short(key)}" is not known. {nearest(key, fields)}'
                )
                continue
            made = self.value(value, fields[key].shape, (*path, key))
            if made is not MISSING:
                result[key] = made
        present = {key for key, _ in pairs}
        for key, wanted in fields.items():
            if wanted.required and key not in present:
                self.fail(path, "missing-key", f'{name}: the key "{key}" is missing ({wanted.says}). Add "{key}: ...".')
        return result

    def rule(self, node: Node, operators: Mapping[str, Form], path: Path) -> object:
        if node.text is not None:
            return self.scalar(node, grammar.ID, path)
        if node.pairs is None:
            return self.fail(path, "expression", f"a condition is wanted here, not {node.what}.")
        return self.operator(self.pairs(node, path), operators, path)

    def operator(self, pairs: list[tuple[str, Node]], operators: Mapping[str, Form], path: Path) -> object:
        leads = [key for key, _ in pairs if key in operators]
        if len(leads) != 1:
            found = ", ".join(f'"{_short(key)}"' for key, _ in pairs) or "nothing"
            first = next((key for key, _ in pairs), "")
            hint = nearest(first, operators) if not leads else f"Keep one of {' and '.join(leads)}, or nest them."
            return self.fail(path, "expression", f"a condition begins with one operator; here stands {found}. {hint}")
        form = operators[leads[0]]
        made = self.fields(pairs, f'"{leads[0]}"', form.fields, path)
        return {leads[0]: made.pop(leads[0]), **made} if leads[0] in made else MISSING


def _short(text: object) -> str:
    shown = str(text)
    return shown if len(shown) <= 60 else shown[:57] + "..."


def walk(plain: Plain, visit: Callable[[Path, Plain], None], path: Path = ()) -> None:
    """Call `visit` for every value in plain data, with its path."""
    visit(path, plain)
    if isinstance(plain, dict):
        for key, value in plain.items():
            walk(value, visit, (*path, key))
    elif isinstance(plain, list):
        for index, value in enumerate(plain):
            walk(value, visit, (*path, index))
