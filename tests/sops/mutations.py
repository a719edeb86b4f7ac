"""Our own valid files, broken in one place each: the family that the checker must refuse (P11, P34)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sops import grammar, reading
from sops.catalogue import SHIPPED
from sops.mistakes import Kind

PROCEDURE = SHIPPED / "procedures" / "poe-entry" / "2020-01-31.yaml"
DEFINITION = SHIPPED / "definitions" / "who-covid19" / "2020-12-16.yaml"
POST = SHIPPED / "posts" / "lajas-blancas.yaml"
AREAS = SHIPPED / "areas" / "who-transmission.yaml"
TRANSLATION = SHIPPED / "translations" / "fr.yaml"
SOURCES = SHIPPED / "sources.yaml"
VIGNETTES = SHIPPED / "vignettes" / "who-covid19-2020-12-16.yaml"
SIGNS = SHIPPED / "names" / "signs.yaml"
ANSWERS = SHIPPED / "names" / "answers.yaml"
OVERLAY = SHIPPED / "overlays" / "airport" / "2020-01-31.yaml"
PACK_PHRASES = Path(__file__).parents[1] / "packs" / "measles" / "phrases.yaml"
ANYWHERE = "(anywhere)"
FILES = {"procedure": PROCEDURE, "definition": DEFINITION, "post": POST, "areas": AREAS, "translation": TRANSLATION,
         "sources": SOURCES, "overlay": OVERLAY, "phrases": PACK_PHRASES}  # fmt: skip


@dataclass(frozen=True)
class Mutation:
    """One file with one thing wrong: the kind of mistake, and the line (from 1) where it is told, if that is clear."""

    name: str
    file: Path
    raw: bytes
    kind: Kind
    line: int | None = None
    says: str = ""


def replaced(name: str, file: Path, old: str, new: str, kind: Kind, *, mark: str = "", says: str = "") -> Mutation:
    """`old`, which stands there once, replaced; told on the line where `mark` (else the first changed one) stands."""
    text = file.read_text("utf-8")
    assert text.count(old) >= 1, (name, old)
    broken = text.replace(old, new, 1)
    start = text.index(old)
    line: int | None
    if mark == ANYWHERE:
        line = None
    elif mark:
        near = broken.find(mark, max(0, start - 2000))
        line = broken[: near if near >= 0 else broken.index(mark)].count("\n") + 1
    else:
        same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        line = broken[: start + same].count("\n") + 1
    return Mutation(name, file, broken.encode(), kind, line, says)


def bytes_of(
    name: str, change: Callable[[bytes], bytes], kind: Kind, line: int | None = None, says: str = ""
) -> Mutation:
    return Mutation(name, PROCEDURE, change(PROCEDURE.read_bytes()), kind, line, says)


def top_level(file: Path) -> list[tuple[str, int, int]]:
    """Each top-level key with its first line and the line after its last, from 0."""
    root = reading.read(file)
    assert root.pairs is not None
    starts = [(str(key.text), key.line - 1) for key, _ in root.pairs]
    lines = file.read_text("utf-8").count("\n") + 1
    return [
        (key, at, following) for (key, at), following in zip(starts, [*(n for _, n in starts[1:]), lines], strict=True)
    ]


def every_top_level_key() -> Iterator[Mutation]:
    """Each key of each kind of file left out, doubled and misspelt."""
    for kind, file in FILES.items():
        lines = file.read_text("utf-8").split("\n")
        form = grammar.FILES[kind]
        for key, start, end in top_level(file):
            without = "\n".join(lines[:start] + lines[end:]).encode()
            if form.fields[key].required and key != kind:
                first = top_level(file)[0][1] + 1
                yield Mutation(f"{kind} without {key}", file, without, "missing-key", first, f'"{key}"')
            doubled = "\n".join([*lines[:end], *lines[start:end], *lines[end:]]).encode()
            yield Mutation(
                f"{kind} with two {key}", file, doubled, "duplicate-key", end + 1, f"first on line {start + 1}"
            )
            odd = {"post": "posst", "on": "onn"}.get(key, key[:-1] + "x")
            misspelt = "\n".join([*lines[:start], lines[start].replace(key, odd, 1), *lines[start + 1 :]]).encode()
            yield Mutation(f"{kind} with {odd}", file, misspelt, "unknown-key", start + 1, f'Did you mean "{key}"?')


def every_key_of_a_step() -> Iterator[Mutation]:
    """Each key of a step and of a duty left out or misspelt."""
    text = PROCEDURE.read_text("utf-8")
    for head in ("  - step: temperature\n", "  - duty: isolate\n"):
        start = text.index(head)
        end = text.index("\n  - ", start + 5) + 1
        block = text[start:end]
        line = text[:start].count("\n") + 1
        for offset, row in enumerate(block.split("\n")):
            key = row[4:].partition(":")[0]
            fields = {**grammar.procedure.STEP.fields, **grammar.procedure.DUTY.fields}
            if row[:4] not in ("    ", "  - ") or row[4:5] in (" ", "-", "") or key not in fields:
                continue
            odd = row.replace(key, key + "z", 1)
            misspelt = text.replace(block, block.replace(row, odd, 1)).encode()
            yield Mutation(f"{head.strip()}: {key}z", PROCEDURE, misspelt,
                           "unknown-key", line + offset, f'Did you mean "{key}"?')  # fmt: skip
            twice = block.replace(row + "\n", row + "\n" + f"    {key}: x\n", 1)
            if not row.endswith(":"):
                yield Mutation(f"{head.strip()}: {key} twice", PROCEDURE, text.replace(block, twice).encode(),
                               "duplicate-key", line + offset + 1)  # fmt: skip
