"""Laying an overlay on an edition: plain data and a typed patch -> plain data, and where each value comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Final

from sops.mistakes import nearest

Path = tuple[str | int, ...]
_ENTRIES: Final = {"steps": "step", "duties": "duty", "precaution": "rule", "invariants": "invariant"}
"""Lists of a procedure whose entries are named by an id."""


@dataclass(slots=True)
class Laid:
    """A text with an overlay on it.

    `data` is plain data of the kind of the base. `origin` leads from a path in it to the path in the overlay it came
    from. `lost` are the paths of the overlay that found nothing to lie on, each with what is wrong and what now.
    """

    data: dict[str, Any]
    origin: dict[Path, Path] = field(default_factory=dict)
    lost: list[tuple[Path, str]] = field(default_factory=list)
    changes: list[dict[str, Any]] = field(default_factory=list)
    source: Any = None

    def change(self, path: str, now: Any, was: Any = None, source: Any = None) -> None:
        """Note one value with what stood there before; None where nothing stood."""
        said = {"path": path, "was": was, "now": now, "source": source or self.source}
        self.changes.append({key: value for key, value in said.items() if value is not None})


def lay(base: Mapping[str, Any], overlay: Mapping[str, Any]) -> Laid:
    """The base with the overlay on it. What the overlay names and the base does not have is told in `lost`."""
    laid = Laid(deepcopy(dict(base)), source=overlay["source"])
    if "procedure" not in base:
        wrong = "a case definition takes parameters and texts only; its rules are those of its edition. Remove this."
        laid.lost += [((key,), wrong) for key in overlay if key == "posts" or key.startswith("add ")]
    _parameters(laid, overlay.get("parameters", {}))
    for path, words in overlay.get("texts", {}).items():
        _text(laid, path, words)
    if "procedure" in base:
        _posts(laid, overlay.get("posts", ()))
        for section in ("parameters", "terms", "courses"):
            _table(laid, section, overlay.get(f"add {section}", {}))
        for number, group in enumerate(overlay.get("add steps", ())):
            _steps(laid, group, ("add steps", number))
        for number, duty in enumerate(overlay.get("add duties", ())):
            _duty(laid, duty, ("add duties", number))
        for number, rule in enumerate(overlay.get("add precaution", ())):
            _rule(laid, rule, ("add precaution", number))
        for number, invariant in enumerate(overlay.get("add invariants", ())):
            _invariant(laid, invariant, ("add invariants", number))
        _settle_places(laid)
    _dates(laid, overlay)
    kept = {key: overlay[key] for key in ("overlay", "edition", "title", "source")}
    laid.data["overlaid"] = [*laid.data.get("overlaid", ()), {**kept, "changes": laid.changes}]
    return laid


class OverlayError(ValueError):
    """An overlay names what its base does not have. The message says what, and what now."""


def stacked(base: Mapping[str, Any], overlays: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The base with the overlays on it, each on the one before. Raises OverlayError at the first that does not fit."""
    data = dict(base)
    for overlay in overlays:
        laid = lay(data, overlay)
        if laid.lost:
            path, wrong = laid.lost[0]
            raise OverlayError(f"{'.'.join(map(str, path))}: {wrong}")
        data = laid.data
    return data


def begun(name: str, wanted: Iterable[str], overlays: Iterable[Mapping[str, Any]], day: str) -> tuple[str, ...]:
    """The names of the overlays wanted that lie on the edition of that name: of each id the last to have begun.

    >>> each = {"overlay": "airport", "edition": "2020-01-31", "on": "poe@2020-01-31", "in_force_from": "2020-02-10"}
    >>> begun("poe@2020-01-31", ["airport"], [each], "2020-02-09")
    ()
    >>> begun("poe@2020-01-31", ["airport"], [each], "2020-02-10")
    ('airport@2020-01-31',)
    """
    here = [each for each in overlays if each["on"] == name and each["in_force_from"] <= day]
    found = []
    for identity in wanted:
        editions = [(each["in_force_from"], each["edition"]) for each in here if each["overlay"] == identity]
        if editions:
            found.append(f"{identity}@{max(editions)[1]}")
    return tuple(found)


def _parameters(laid: Laid, numbers: Mapping[str, Any]) -> None:
    known = laid.data.get("parameters", {})
    for name, said in numbers.items():
        path = ("parameters", name)
        if name not in known:
            laid.lost.append((path, f'the edition has no parameter "{name}". {nearest(name, known)}'))
            continue
        was, now = known[name]["value"], said["value"]
        laid.change(f"parameters.{name}", f"{now:g}", f"{was:g}", said["source"])
        known[name] |= {"value": now, "source": said["source"]}
        laid.origin[path] = path


def _text(laid: Laid, dotted: str, words: Any) -> None:
    node: Any = laid.data
    path: Path = ()
    *parts, last = dotted.split(".")
    for part in parts:
        found = _entry(node, part, path)
        if found is None:
            break
        path, node = (*path, found), node[found]
    else:
        addable = last == "do" and isinstance(node, dict) and "step" in node
        if isinstance(node, dict) and (_is_words(node.get(last)) or (addable and last not in node)):
            laid.change(dotted, words, node.get(last))
            node[last] = words
            laid.origin[(*path, last)] = ("texts", dotted)
            return
    near = nearest(dotted, texts_of(laid.data))
    laid.lost.append((("texts", dotted), f'the edition has no text "{dotted}". {near}'))


def _entry(node: Any, part: str, path: Path) -> str | int | None:
    """The key or index under which a part of a dotted path stands."""
    if isinstance(node, list):
        named = _ENTRIES.get(str(path[-1]), "")
        return next((i for i, entry in enumerate(node) if isinstance(entry, dict) and entry.get(named) == part), None)
    return part if isinstance(node, dict) and part in node else None


def _is_words(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("en"), str) and isinstance(value.get("es"), str)


def texts_of(data: Any, path: str = "") -> Iterator[str]:
    """The dotted paths of all texts that an overlay may say in other words."""
    if _is_words(data):
        yield path
    elif isinstance(data, dict):
        for key, value in data.items():
            if key != "overlaid":
                yield from texts_of(value, f"{path}.{key}".lstrip("."))
    elif isinstance(data, list):
        named = _ENTRIES.get(path, "")
        for entry in data:
            if isinstance(entry, dict) and named in entry:
                yield from texts_of(entry, f"{path}.{entry[named]}")


def _posts(laid: Laid, posts: Any) -> None:
    already = laid.data["posts"]
    more = [post for post in posts if post not in already]
    if more:
        laid.change("posts", ", ".join((*already, *more)), ", ".join(already))
        laid.data["posts"] = [*already, *more]


def _table(laid: Laid, section: str, entries: Mapping[str, Any]) -> None:
    table = laid.data.setdefault(section, {})
    for name, entry in entries.items():
        path = (f"add {section}", name)
        if _is_new(laid, table, section[:-1], name, path):
            table[name] = entry
            laid.origin[(section, name)] = path
            laid.change(f"{section}.{name}", entry.get("title"))


def _is_new(laid: Laid, known: Any, what: str, name: str, path: Path) -> bool:
    if name in known:
        laid.lost.append((path, f'the edition has a {what} "{name}" already. Rename this one.'))
    return name not in known


def _ids(laid: Laid, section: str) -> list[str]:
    return [entry[_ENTRIES[section]] for entry in laid.data[section]]


def _steps(laid: Laid, group: Any, path: Path) -> None:
    """Every way that led to the step named, from the first step or an interrupt too, leads to the new ones."""
    data, before, known = laid.data, group["before"], _ids(laid, "steps")
    if before not in known:
        laid.lost.append(((*path, "before"), f'the edition has no step "{before}". {nearest(before, known)}'))
        return
    for number, step in enumerate(group["steps"]):
        _is_new(laid, known, "step", step["step"], (*path, "steps", number, "step"))
    first = group["steps"][0]["step"]
    for leads, key in _ways(data):
        if leads[key] == before:
            leads[key] = first
    at = known.index(before)
    for number, step in enumerate(group["steps"]):
        data["steps"].insert(at + number, _from(step, (*path, "steps", number)))
        laid.change(f"steps.{step['step']}", step["title"], source=step["source"])


def _ways(data: Any) -> Iterator[tuple[Any, str]]:
    """Every place that names where the walk goes on."""
    yield data, "first"
    for interrupt in data["interrupts"].values():
        yield interrupt, "first"
    for step in data["steps"]:
        if isinstance(step["then"], str):
            yield step, "then"
        else:
            yield from ((route, "go") for route in step["then"])


def _duty(laid: Laid, added: Any, path: Path) -> None:
    """The duty stands ahead of the one with which the traveller leaves; one done afterwards stands at the end."""
    duty = {key: value for key, value in added.items() if key != "into"}
    if not _is_new(laid, _ids(laid, "duties"), "duty", duty["duty"], (*path, "duty")):
        return
    leaving = {each["duty"] for each in laid.data["duties"] if each.get("ends")}
    courses = laid.data["courses"]
    for number, name in enumerate(added["into"]):
        if name not in courses:
            wrong = f'the edition has no course "{name}". {nearest(name, courses)}'
            laid.lost.append(((*path, "into", number), wrong))
            continue
        owed = courses[name]["duties"]
        ends = next((at for at, each in enumerate(owed) if each in leaving), len(owed))
        owed.insert(len(owed) if duty.get("afterwards") else ends, duty["duty"])
    laid.data["duties"].append(_from(duty, path))
    laid.change(f"duties.{duty['duty']}", duty["title"], source=duty["source"])


def _rule(laid: Laid, added: Any, path: Path) -> None:
    rule = {key: value for key, value in added.items() if key != "ahead of"}
    known, before = _ids(laid, "precaution"), added["ahead of"]
    if before not in known:
        wrong = f'the edition has no precaution rule "{before}". {nearest(before, known)}'
        laid.lost.append(((*path, "ahead of"), wrong))
    elif _is_new(laid, known, "rule", rule["rule"], (*path, "rule")):
        laid.data["precaution"].insert(known.index(before), _from(rule, path))
        laid.change(f"precaution.{rule['rule']}", rule["title"], source=rule["source"])


def _invariant(laid: Laid, added: Any, path: Path) -> None:
    name, known = added["invariant"], laid.data.setdefault("invariants", [])
    if _is_new(laid, _ids(laid, "invariants"), "invariant", name, (*path, "invariant")):
        known.append(_from(added, path))
        laid.change(f"invariants.{name}", added["title"], source=added["source"])


class _From(dict[str, Any]):
    """An entry of a list while the places in the list are still moving: it knows where in the overlay it stands."""

    path: Path = ()


def _from(entry: Mapping[str, Any], path: Path) -> _From:
    made = _From(deepcopy(dict(entry)))
    made.path = path
    return made


def _settle_places(laid: Laid) -> None:
    """The origin of every added entry of a list, now that the list is whole."""
    owed: dict[str, Path] = {}
    for section, named in _ENTRIES.items():
        for index, entry in enumerate(laid.data.get(section, ())):
            if isinstance(entry, _From):
                laid.origin[section, index] = entry.path
                laid.data[section][index] = dict(entry)
                owed |= {entry[named]: entry.path} if section == "duties" else {}
    for name, course in laid.data["courses"].items():
        for index, duty in enumerate(course["duties"]):
            if duty in owed:
                laid.origin["courses", name, "duties", index] = (*owed[duty], "into")


def _dates(laid: Laid, overlay: Mapping[str, Any]) -> None:
    """A text with an overlay begins with the later of both, and is to be looked at, and ends, with the earlier."""
    data = laid.data
    data["in_force_from"] = max(data["in_force_from"], overlay["in_force_from"])
    data["review_by"] = min(data["review_by"], overlay["review_by"])
    ends = [each["in_force_until"] for each in (data, overlay) if "in_force_until" in each]
    if ends:
        data["in_force_until"] = min(ends)
