"""Vignettes: travellers with the class that the norm gives them, held against what an edition decides."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from screening.classification import classify
from screening.facts_json import FactsError, read_facts
from sops import building
from sops.catalogue import SHIPPED
from sops.checking import check_text
from sops.engine import Engine
from sops.mistakes import Mistake, SopError
from sops.opening import read_bytes
from sops.shapes import Checked

__all__ = ["check_vignettes", "unlike"]

_NAMELESS: Final = "0" * 64


def unlike(engine: Engine, case: Mapping[str, Any]) -> str:
    """What the edition decides otherwise than a vignette expects, in words; empty where it decides alike."""
    facts, _ = read_facts(json.loads(case["facts"]))
    verdict = classify(engine, facts)
    letter = ".".join(verdict.by.split(".")[:2])
    wanted = {
        "class": (case["class"], verdict.classification),
        "floor": (case.get("floor", case["class"]), verdict.floor),
        "ceiling": (case.get("ceiling", case["class"]), verdict.ceiling),
        "by": (case.get("by", ""), letter),
        "contact": (case.get("contact", verdict.contact.word), verdict.contact.word),
        "alerts": (", ".join(case.get("alerts", ())), ", ".join(verdict.alerts)),
    }
    return "; ".join(
        f"{key} {expected or 'none'} is expected, and {found or 'none'} is decided"
        for key, (expected, found) in wanted.items()
        if expected != found
    )


def _read(path: Path) -> Checked | None:
    """A file, checked; None where it cannot be read, which `check_paths` tells."""
    try:
        return check_text(path, read_bytes(path))
    except SopError:
        return None


def check_vignettes(paths: Iterable[Path], shipped: Iterable[Path]) -> tuple[Mistake, ...]:
    """Every vignette of the given files, or of the shipped ones, that its edition decides otherwise.

    A given definition stands in for the shipped one of its edition; one with errors decides nothing.
    """
    found = [each for path in paths for each in (sorted(path.rglob("*.yaml")) if path.is_dir() else [path])]
    given = [checked for path in found if (checked := _read(path)) is not None]
    vignettes = [each for each in given if each.kind == "vignettes"]
    definitions = [check_text(path, read_bytes(path)) for path in shipped if "definitions" in path.parts]
    texts = {_name(each): each for each in (*definitions, *given) if each.kind == "definition"}
    if not vignettes:
        tested = {_name(each) for each in given if each.kind == "definition"} or set(texts)
        files = (check_text(path, path.read_bytes()) for path in sorted((SHIPPED / "vignettes").glob("*.yaml")))
        vignettes = [each for each in files if each.data.get("vignettes") in tested]
    return tuple(mistake for each in vignettes for mistake in _run(each, texts.get(str(each.data.get("vignettes")))))


def _name(checked: Checked) -> str:
    return f"{checked.data.get('definition')}@{checked.data.get('edition')}"


def _run(vignettes: Checked, definition: Checked | None) -> list[Mistake]:
    if definition is None or any(each.severity == "error" for each in (*definition.mistakes, *vignettes.mistakes)):
        return vignettes.mistakes
    engine = Engine(building.case_definition(definition.data, _NAMELESS))
    told = replace(vignettes, mistakes=[])
    cases: Any = vignettes.data["cases"]
    for index, case in enumerate(cases):
        try:
            wrong = unlike(engine, case)
        except FactsError as problem:
            told.tell(("cases", index, "facts"), "value", f"{problem} Correct the facts.")
            continue
        if wrong:
            message = (
                f'"{case["case"]}": {wrong}. The norm says so in {case["clause"]}: correct the rule or the vignette.'
            )
            told.tell(("cases", index), "value", message)
    return told.mistakes
