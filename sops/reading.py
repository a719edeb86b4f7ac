"""YAML text -> a tree of nodes with places. The one module that knows PyYAML.

Scalars stay strings (no YAML 1.1 surprises: NO is Norway, 012 is not ten); tags, anchors, aliases, doubled keys and
oversized files are refused before anything is built from them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from sops.complaints import in_plain_words
from sops.mistakes import Kind, Mistake, SopError
from sops.opening import MAX_BYTES, read_bytes

try:
    _Loader: type = yaml.CSafeLoader
except AttributeError:  # a PyYAML built without libyaml reads the same, only slower
    _Loader = yaml.SafeLoader

MAX_DEPTH: Final = 40
MAX_NODES: Final = 50_000
MAX_SCALAR: Final = 20_000
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
"""What no text here may hold: control characters, overrides of the writing direction, halves of characters."""


@dataclass(slots=True)
class Node:
    """A place in a file: a string, a list of nodes, or a list of (key, value) node pairs."""

    line: int
    column: int
    text: str | None = None
    plain: bool = False  # a scalar written without quotes
    items: list[Node] | None = None
    pairs: list[tuple[Node, Node]] | None = None
    _key: Node | None = field(default=None, repr=False)

    @property
    def what(self) -> str:
        """The node's shape in words."""
        if self.items is not None:
            return "a list"
        return "a mapping" if self.pairs is not None else "a single value"

    def add(self, child: Node) -> None:
        """Hang a child under a list or a mapping (keys and values alternate)."""
        if self.items is not None:
            self.items.append(child)
        elif self._key is None:
            self._key = child
        elif self.pairs is not None:
            self.pairs.append((self._key, child))
            self._key = None


def read(file: Path | str, text: bytes | None = None) -> Node:
    """The node tree of one YAML document.

    Raises SopError with the place of the first thing that makes the text unreadable: syntax, encoding, an unsafe tag,
    an anchor or alias, a second document, or a size beyond the limits.
    """
    name = str(file)
    raw = read_bytes(Path(file)) if text is None else text

    def refuse(kind: Kind, message: str, line: int = 1, column: int = 1) -> SopError:
        return SopError([Mistake(name, line, column, kind, "(file)", message)])

    if len(raw) > MAX_BYTES:
        raise refuse("limit", f"the file has {len(raw):,} bytes; an SOP file has at most {MAX_BYTES:,}. Split it.")
    try:
        decoded = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = raw[: problem.start]
        line = before.count(b"\n") + 1
        column = problem.start - (before.rfind(b"\n") + 1) + 1
        raise refuse(
            "encoding", f"byte {raw[problem.start]:#04x} is not UTF-8. Save the file as UTF-8.", line, column
        ) from None
    if "\0" in decoded:
        before_nul = decoded[: decoded.index("\0")]
        column = len(before_nul) - (before_nul.rfind("\n") + 1) + 1
        raise refuse(
            "encoding",
            "the file holds a NUL character. Save it as plain UTF-8 text.",
            before_nul.count("\n") + 1,
            column,
        )
    try:
        return _tree(decoded, refuse)
    except yaml.reader.ReaderError as problem:
        read_so_far = decoded[: problem.position] if isinstance(problem.position, int) else ""
        raise refuse(
            "encoding",
            f"the file holds a character that text may not have ({problem.reason}). Remove it.",
            read_so_far.count("\n") + 1,
        ) from None
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise refuse(
            "syntax",
            f"this is not YAML: {in_plain_words(problem.problem or problem.context or '')}",
            line,
            column,
        ) from None
    except yaml.YAMLError as problem:
        raise refuse("syntax", f"this is not YAML: {problem}. Check the file with an editor.") from None


def _tree(text: str, refuse: object) -> Node:  # noqa: C901 - one event loop reads better whole
    assert callable(refuse)
    root: Node | None = None
    stack: list[Node] = []
    documents = nodes = 0
    for event in yaml.parse(text, Loader=_Loader):
        mark = event.start_mark
        assert mark is not None
        line, column = mark.line + 1, mark.column + 1
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise refuse("syntax", 'a second document begins here ("---"). Keep one document a file.', line, column)
        if isinstance(event, yaml.AliasEvent):
            raise refuse("limit", f'the alias "*{event.anchor}" is refused. Write the text out.', line, column)
        if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            stack.pop()
        if not isinstance(event, yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent):
            continue
        if event.anchor is not None:
            raise refuse("limit", f'the anchor "&{event.anchor}" is refused. Write the text out.', line, column)
        if event.tag is not None:
            raise refuse("unsafe-tag", f'the tag "{event.tag}" is refused. Remove it.', line, column)
        nodes += 1
        if nodes > MAX_NODES or len(stack) > MAX_DEPTH:
            raise refuse("limit", "the file is nested too deeply or holds too much. Split it.", line, column)
        if isinstance(event, yaml.ScalarEvent):
            if len(event.value) > MAX_SCALAR:
                raise refuse("limit", f"this text is longer than {MAX_SCALAR:,} characters. Shorten it.", line, column)
            unseen = _UNSEEN.search(event.value)
            if unseen is not None:
                code = ord(unseen.group())
                message = f"this text holds the invisible character U+{code:04X}. Write it anew."
                raise refuse("encoding", message, line, column)
            node = Node(line, column, text=event.value, plain=not event.style)  # libyaml says "" where PyYAML says None
        elif isinstance(event, yaml.SequenceStartEvent):
            node = Node(line, column, items=[])
        else:
            node = Node(line, column, pairs=[])
        if stack:
            stack[-1].add(node)
        else:
            root = node
        if node.text is None:
            stack.append(node)
    if root is None:
        raise refuse(
            "syntax", "the file is empty. Begin it with definition:, procedure:, translation: or another kind."
        )
    return root
