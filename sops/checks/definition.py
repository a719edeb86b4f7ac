"""A case definition: every name exists, no term or class rests on itself, no alternative is empty."""

from __future__ import annotations

import re
from typing import Any

from sops.checks import naming, unused
from sops.facts import EXPOSURE_FIELDS
from sops.mistakes import nearest
from sops.shapes import Checked, Path

_Known = tuple[Any, Any, Any]
"""Exposures, classes and criteria of the file, by name."""
_OWN_FIELDS = {"distance_m": "contact", "minutes": "contact", "index_day": "contact"}
_UNITS = {"distance_m": "metres", "minutes": "minutes", "index_day": "days"}
_LETTER = re.compile(r"whole|[A-Z][0-9]?")


def check(checked: Checked) -> None:
    """Tell what is wrong in a definition file beyond its shapes."""
    data: Any = checked.data
    terms, parameters = data.get("terms", {}), data.get("parameters", {})
    exposures, classes = data.get("exposures", {}), data.get("classes", {})
    naming.check_dates(checked)
    naming.check_parameters(checked)
    unused.check(checked)
    for name, exposure in exposures.items():
        for index, matcher in enumerate(exposure.get("any of", ())):
            _matcher(checked, matcher, ("exposures", name, "any of", index), parameters)
    named: list[tuple[Path, Any]] = [(("onset",), data.get("onset", {}).get("when"))]
    named += [(("terms", name), term.get("when")) for name, term in terms.items()]
    criteria = {
        f"{cls}.{letter}" if letter != "whole" else cls: (("classes", cls, letter), criterion.get("when"))
        for cls, letters in classes.items()
        for letter, criterion in letters.items()
    }
    named += [*criteria.values(), *((("alerts", n), a.get("when")) for n, a in data.get("alerts", {}).items())]
    for path, condition in named:
        if condition is None:
            continue
        naming.check_condition(checked, condition, path, terms, parameters)
        for where, node in naming.conditions(condition, path):
            _references(checked, node, where, (exposures, classes, criteria))
    for cls, letters in classes.items():
        for letter, criterion in letters.items():
            _swallowed(checked, criterion, ("classes", cls, letter, "swallowed", "among"), terms)
    _circles(checked, terms, criteria, classes)
    for cls, letters in classes.items():
        for letter in letters:
            if not _LETTER.fullmatch(letter):
                message = f'"{letter}" is no criterion. Write a capital letter, or "whole" where the text has none.'
                checked.tell(("classes", cls, letter), "value", message)
        if "whole" in letters and len(letters) > 1:
            checked.tell(
                ("classes", cls), "value", f'{cls} has a criterion "whole" beside lettered ones. Give it a letter.'
            )
    for wanted in ("suspected", "confirmed"):
        if classes and wanted not in classes:
            checked.tell(("classes",), "missing-key", f'the class "{wanted}" has no criterion. Add "{wanted}: ...".')


def _matcher(checked: Checked, matcher: Any, path: Path, parameters: Any) -> None:
    kind = matcher.get("kind")
    for bound, unit in _UNITS.items():
        if bound in matcher:
            naming.check_bounds(checked, matcher[bound], (*path, bound), parameters, unit)
    window = matcher.get("index_day", {})
    first, last = window.get("from"), window.get("to")
    if isinstance(first, int | float) and isinstance(last, int | float) and first > last:
        message = f"from ({first}) lies after to ({last}), so no day counts. Correct one of them."
        checked.tell((*path, "index_day", "from"), "value", message)
    if kind is None:
        return
    words = EXPOSURE_FIELDS[kind]
    for field, value in matcher.items():
        if field == "kind":
            continue
        if field not in words and _OWN_FIELDS.get(field) != kind:
            known = [*words, *(name for name, of in _OWN_FIELDS.items() if of == kind)]
            checked.tell(
                (*path, field),
                "unknown-key",
                f'an exposure of kind {kind} has no field "{field}". {nearest(field, known)}',
            )
        elif field in words:
            for word in value:
                if word not in words[field]:
                    checked.tell((*path, field), "value", f'"{word}" is not known here. {nearest(word, words[field])}')


def _swallowed(checked: Checked, criterion: Any, path: Path, terms: Any) -> None:
    among = criterion.get("swallowed", {}).get("among")
    if among is not None and among not in terms:
        checked.tell(path, "reference", f'there is no term "{among}". {nearest(among, terms)}')


def _references(checked: Checked, node: Any, path: Path, known: _Known) -> None:
    if not isinstance(node, dict):
        return
    exposures, classes, criteria = known
    if "exposure" in node and node["exposure"] not in exposures:
        name = node["exposure"]
        checked.tell((*path, "exposure"), "reference", f'there is no exposure "{name}". {nearest(name, exposures)}')
    if "class" in node and node["class"] not in classes:
        name = node["class"]
        checked.tell((*path, "class"), "reference", f'the class "{name}" has no criterion. {nearest(name, classes)}')
    if "criterion" in node and node["criterion"] not in criteria:
        name = node["criterion"]
        checked.tell((*path, "criterion"), "reference", f'there is no criterion "{name}". {nearest(name, criteria)}')


def _circles(checked: Checked, terms: Any, criteria: Any, classes: Any) -> None:
    edges: dict[str, set[str]] = {}
    places: dict[str, Path] = {}
    sources = {name: (("terms", name), term.get("when")) for name, term in terms.items()} | {
        f"criterion {name}": entry for name, entry in criteria.items()
    }
    for name, (path, condition) in sources.items():
        places[name] = path
        found = edges.setdefault(name, set())
        if condition is None:
            continue
        for _, node in naming.conditions(condition, path):
            if isinstance(node, str):
                found |= {node} & terms.keys()
            elif isinstance(node, dict):
                found |= {f"criterion {node['criterion']}"} if node.get("criterion") in criteria else set()
                of = node.get("class")
                found |= {f"criterion {c}" for c in criteria if of in classes and c.split(".")[0] == of}
    members = naming.circle(edges)
    if members:
        checked.tell(
            places[members[0]],
            "reference",
            f"this rests on itself: {' -> '.join(members)}. Break the circle at one of them.",
        )
