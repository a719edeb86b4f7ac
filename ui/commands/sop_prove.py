"""`paso sop prove`: the theorems of procedures and definitions, each with its state and, when refuted, a traveller."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ui.commands.problems import DONE, FOUND

if TYPE_CHECKING:
    from sops.catalogue import Catalogue, File
    from sops.proofs.theorem import Theorem
    from ui.home import Home

__all__ = ["prove", "script_lines", "theorems", "told"]

_STATES: Final[Mapping[str, Mapping[str, str]]] = {
    "proved": {"en": "proved", "es": "demostrado"},
    "declared": {"en": "declared", "es": "declarado"},
    "refuted": {"en": "REFUTED", "es": "REFUTADO"},
    "not decided": {"en": "NOT DECIDED", "es": "SIN DECIDIR"},
}
_SCRIPT: Final = {
    "en": "Save these lines as a file; paso screen --script FILE shows it:",
    "es": "Guarde estas líneas en un archivo; paso screen --script ARCHIVO lo muestra:",
}
_FACTS: Final = {"en": "paso classify shows it with these facts:", "es": "paso classify lo muestra con estos datos:"}
_SUM: Final = {
    "en": "{0} theorems: {1} proved, {2} declared, {3} refuted, {4} not decided.",
    "es": "{0} teoremas: {1} demostrados, {2} declarados, {3} refutados, {4} sin decidir.",
}


def prove(home: Home, name: str | None, language: str, *, as_json: bool) -> int:
    """Print the theorems of an edition, of all editions of an id, of a file, or of all there are; the exit code.

    1 when a theorem is refuted or could not be decided. Raises NoEditionError where there is no such edition, SopError
    for a file with mistakes.
    """
    spoken = "es" if language == "es" else "en"
    counts = dict.fromkeys(_STATES, 0)
    about = ""
    for theorem in theorems(home.catalogue(), name):
        counts[theorem.state] += 1
        if as_json:
            print(json.dumps(theorem.as_json(), ensure_ascii=False))
            continue
        if theorem.about != about:
            about = theorem.about
            print(about)
        print("\n".join(told(theorem, spoken)))
    if not as_json:
        print(_SUM[spoken].format(sum(counts.values()), *counts.values()))
    return FOUND if counts["refuted"] or counts["not decided"] else DONE


def theorems(known: Catalogue, name: str | None) -> Iterator[Theorem]:
    """The theorems of an edition, of all editions of an id, or of all there are. Raises NoEditionError."""
    from screening import proving
    from sops.proofs import definition

    for file in _files(known, name):
        if file.kind == "procedure":
            yield from proving.prove(known, known.procedure_of(file))
        else:
            yield from definition.theorems(known.engine_of(file), known.wording)


def _files(known: Catalogue, name: str | None) -> list[File]:
    from sops.catalogue import NoEditionError, read_file

    if name is not None and name.endswith(".yaml"):
        return [read_file(Path(name))]
    there = [file for kind in ("procedure", "definition") for file in (*known.of_kind(kind), *known.laid(kind))]
    wanted = [file for file in there if name is None or name in (file.name, file.data[file.kind])]
    if not wanted:
        names = ", ".join(sorted(file.name for file in there))
        raise NoEditionError(f"there is no procedure or definition {name!r}. Known: {names}.")
    return sorted(wanted, key=lambda file: (file.kind != "procedure", file.name))


def told(theorem: Theorem, language: str) -> Iterator[str]:
    """A theorem in lines: its state, what it says, why, and the traveller who refutes it."""
    clause = f" ({theorem.source.document} {theorem.source.clause})" if theorem.source else ""
    state = _STATES[theorem.state][language]
    yield f"  {state:<12} {theorem.name}: {theorem.says[language]}{clause}"
    yield f"  {'':<12} {theorem.because[language]}"
    if theorem.example is None:
        return
    is_script = "answers" in theorem.example
    yield f"  {'':<12} {(_SCRIPT if is_script else _FACTS)[language]}"
    lines = script_lines(theorem.example) if is_script else [json.dumps(theorem.example, ensure_ascii=False)]
    yield textwrap.indent("\n".join(lines), " " * 6)


def script_lines(script: Mapping[str, Any]) -> Iterator[str]:
    """A script as lines of a file: one answer a line."""
    for key, value in script.items():
        if isinstance(value, dict):
            yield f"{key}:"
            yield from (f"  {name}: {_flow(said)}" for name, said in value.items())
        elif isinstance(value, list):
            yield f"{key}:"
            yield from (f"  - {_flow(said)}" for said in value)
        else:
            yield f"{key}: {_flow(value)}"


def _flow(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
