"""Node tree + grammar -> plain checked data. Every mistake of shape is told, with its place, nearest word and cure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final, Literal

from sops import grammar
from sops.conditions import Plain
from sops.grammar import Either, Field, Form, OneOf, Rule, Scalar, Seq, Shape, Table, Words
from sops.mistakes import Kind, Mistake, nearest
from sops.reading import Node
from sops.scalars import Wrong, scalar, short, text_of

Path = tuple[str | int, ...]
MISSING: Final = object()


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
    kind = _kind([key.text for key, _ in root.pairs if key.text])
    if kind is None:
        first = next((key.text for key, _ in root.pairs if key.text), "")
        message = f"no key says what kind of file this is. {nearest(first, grammar.FILES)} Known: {_kinds()}."
        checked.tell((), "missing-key", message)
        return checked
    checked.kind = kind
    data = _Checker(checked).form(root, grammar.FILES[kind], ())
    checked.data = data if isinstance(data, dict) else {}
    return checked


def _kind(keys: list[str]) -> str | None:
    """The kind of file that these keys fit best, whether or not its own key is among them and well written."""
    shared = {kind: len(form.fields.keys() & set(keys)) for kind, form in grammar.FILES.items()}
    best = max(shared, key=lambda kind: (shared[kind], kind in keys))
    return (
        best if shared[best] else next(iter(get_close_matches(keys[0], grammar.FILES, n=1)) if keys else iter(()), None)
    )


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
                return self.made(scalar(node, shape), path)
            case OneOf(words):
                text = self.made(text_of(node), path)
                if text is MISSING or text in words:
                    return text
                return self.fail(path, "value", f'"{short(text)}" is not known here. {nearest(str(text), words)}')
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
            case Either(one, other):
                return self.value(node, one if node.text is not None else other, path)

    def fail(self, path: Path, kind: Kind, message: str, place: tuple[int, int] | None = None) -> object:
        self.tell(path, kind, message, place)
        return MISSING

    def made(self, value: object, path: Path) -> object:
        return self.fail(path, value.kind, value.message) if isinstance(value, Wrong) else value

    def words(self, node: Node, required: tuple[str, ...], path: Path) -> object:
        if node.pairs is None:
            wanted = ", ".join(f"{language}: ..." for language in required or ("en", "es"))
            return self.fail(path, "type", f"a text by language is wanted here, not {node.what}. Write {{{wanted}}}.")
        result: dict[str, object] = {}
        for key, value in self.pairs(node, path):
            if key not in grammar.LANGUAGES:
                self.fail(
                    (*path, key), "unknown-key", f'"{short(key)}" is no language. {nearest(key, grammar.LANGUAGES)}'
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
                    f'the key "{short(key.text)}" stands here a second time (first on line {line}). Remove one.',
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
            return self.fail(path, "value", "the list is empty. Add an entry, or remove the key.")
        values: list[object] = []
        for index, item in enumerate(node.items):
            value = self.value(item, of, (*path, index))
            if value is not MISSING and value in values:
                message = f"{_named(value)} stands in this list a second time. Remove one."
                self.fail((*path, index), "duplicate-id", message)
            elif value is not MISSING:
                values.append(value)
        return values

    def table(self, node: Node, shape: Table, path: Path) -> object:
        if node.pairs is None:
            return self.fail(path, "type", f'a mapping is wanted here, not {node.what}. Write "key: value".')
        result: dict[str, object] = {}
        for key, value in self.pairs(node, path):
            if shape.keys is not None and key not in shape.keys:
                self.fail((*path, key), "unknown-key", f'"{short(key)}" is not known here. {nearest(key, shape.keys)}')
                continue
            if shape.keys is None and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}", key):
                self.fail((*path, key), "value", f'"{short(key)}" is not an id. Use letters, digits, "-" and "_".')
                continue
            made = self.value(value, shape.of, (*path, key))
            if made is not MISSING:
                result[key] = made
        if len(node.pairs) < shape.least:
            return self.fail(path, "value", "nothing stands in this mapping. Add an entry, or remove the key.")
        return result

    def form(self, node: Node, form: Form, path: Path) -> object:
        if node.pairs is None:
            message = (
                f'{form.name}: a mapping is wanted here, not {node.what}. Begin with "{next(iter(form.fields))}: ...".'
            )
            return self.fail(path, "type", message)
        self.checked.places.setdefault(path, (node.line, node.column))
        pairs = self.pairs(node, path)
        if len(pairs) < form.least:
            message = f"{form.name}: nothing stands here. Write one of: {', '.join(form.fields)}."
            return self.fail(path, "value", message)
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
                    (*path, key), "unknown-key", f'{name}: the key "{short(key)}" is not known. {nearest(key, fields)}'
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
            return self.made(scalar(node, grammar.ID), path)
        if node.pairs is None:
            first = ", ".join(list(operators)[:4])
            message = f"a condition is wanted here, not {node.what}. Begin with one of: {first}."
            return self.fail(path, "expression", message)
        return self.operator(self.pairs(node, path), operators, path)

    def operator(self, pairs: list[tuple[str, Node]], operators: Mapping[str, Form], path: Path) -> object:
        leads = [key for key, _ in pairs if key in operators]
        if len(leads) != 1:
            found = ", ".join(f'"{short(key)}"' for key, _ in pairs) or "nothing"
            first = next((key for key, _ in pairs), "")
            hint = nearest(first, operators) if not leads else f"Keep one of {' and '.join(leads)}, or nest them."
            return self.fail(path, "expression", f"a condition begins with one operator; here stands {found}. {hint}")
        form = operators[leads[0]]
        made = self.fields(pairs, f'"{leads[0]}"', form.fields, path)
        return {leads[0]: made.pop(leads[0]), **made} if leads[0] in made else MISSING


def _named(value: object) -> str:
    """An entry of a list as a message names it."""
    return f'"{short(value)}"' if isinstance(value, str) else "the same entry"


def walk(plain: Plain, visit: Callable[[Path, Plain], None], path: Path = ()) -> None:
    """Call `visit` for every value in plain data, with its path."""
    visit(path, plain)
    if isinstance(plain, dict):
        for key, value in plain.items():
            walk(value, visit, (*path, key))
    elif isinstance(plain, list):
        for index, value in enumerate(plain):
            walk(value, visit, (*path, index))
