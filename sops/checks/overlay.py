"""An overlay: the edition it lies on is there, all that it names is in it, and what comes out is in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sops.checks import across, definition, naming, procedure
from sops.mistakes import Kind, nearest
from sops.overlaying import Laid, OverlayError, begun, lay, stacked
from sops.shapes import Checked, Path

_KINDS: Final[Mapping[str, Callable[[Checked], None]]] = {"procedure": procedure.check, "definition": definition.check}
_Told = tuple[Path, Kind, str, bool]


def check(checked: Checked) -> None:
    """Tell what is wrong in an overlay by itself."""
    naming.check_dates(checked)


def check_across(checked: Checked, others: across.Known) -> None:
    """Tell what an overlay names that its edition does not have, and what its edition would be in disorder with."""
    data: Any = checked.data
    if checked.mistakes or "on" not in data:
        return
    named = {name: each for kind in _KINDS for name, each in _editions(others, kind)}
    base = named.get(data["on"])
    if base is None:
        checked.tell(("on",), "reference", f'there is no edition "{data["on"]}". {nearest(data["on"], named)}')
        return
    kind = next(kind for kind in _KINDS if kind in base)
    laid = lay(base, data)
    for path, wrong in laid.lost:
        checked.tell(path, "reference", wrong)
    if laid.lost:
        return
    before = {(told[1], told[2]) for told in _mistakes(kind, base, Laid(dict(base)), others)}
    found = [told for told in _mistakes(kind, laid.data, laid, others) if (told[1], told[2]) not in before]
    own = [told for told in found if told[0] != ("on",)]
    names = [told for told in own if told[1] != "flow"]
    for path, what, message, warning in (
        names or own or found
    ):  # the first that is not empty is what the rest follows from
        checked.tell(path, what, message, warning=warning)


def check_post(checked: Checked, others: across.Known) -> None:
    """Tell an overlay that a post names and that is not there or does not fit, and a procedure incomplete here."""
    data: Any = checked.data
    overlays = [each for (kind, _), found in others.editions.items() if kind == "overlay" for each in found]
    ids = {each.get("overlay") for each in overlays}
    for index, name in enumerate(data.get("overlays", ())):
        if name not in ids:
            naming.tell_missing(checked, ("overlays", index), "overlay", name, sorted(map(str, ids)))
    for kind in _KINDS:
        for name, base in _editions(others, kind):
            if base[kind] == data.get(kind) and not checked.mistakes:
                _fits(checked, name, base, overlays)


def _fits(checked: Checked, name: str, base: Any, overlays: list[Mapping[str, Any]]) -> None:
    """On every day on which an overlay begins."""
    data: Any = checked.data
    wanted = data.get("overlays", ())
    days = {each["in_force_from"] for each in overlays if each.get("on") == name and each.get("overlay") in wanted}
    for day in sorted({base["in_force_from"], *days}):
        stack = begun(name, wanted, overlays, day)
        found = {f"{each['overlay']}@{each['edition']}": each for each in overlays}
        try:
            laid = stacked(base, (found[each] for each in stack))
        except OverlayError as problem:
            checked.tell(("overlays",), "reference", f"{' and '.join(stack)} cannot be laid on {name}: {problem}")
            return
        if "posts" in laid and data.get("kind") not in laid["posts"]:
            known = sorted({str(each["overlay"]) for each in overlays if data.get("kind") in each.get("posts", ())})
            message = (
                f'from {day} on {name} is not complete for a post of kind "{data.get("kind")}". '
                f"Add one of these under overlays: {', '.join(known) or 'none is there'}."
            )
            checked.tell(("kind",), "reference", message)
            return


def _editions(others: across.Known, kind: str) -> Iterable[tuple[str, Mapping[str, Any]]]:
    for (of, identity), editions in others.editions.items():
        if of == kind:
            yield from ((f"{identity}@{each.get('edition')}", each) for each in editions)


@dataclass(slots=True)
class _Through(Checked):
    """A text with an overlay on it, whose mistakes are told at the places of the overlay."""

    laid: Laid = field(default_factory=lambda: Laid({}))
    told: list[_Told] = field(default_factory=list)

    def tell(
        self, path: Path, kind: Kind, message: str, place: tuple[int, int] | None = None, *, warning: bool = False
    ) -> None:
        """Note a mistake at the part of the overlay that it comes from, else at the edition it lies on."""
        del place  # of another file
        for length in range(len(path), 0, -1):
            if path[:length] in self.laid.origin:
                self.told.append(((*self.laid.origin[path[:length]], *path[length:]), kind, message, warning))
                return
        self.told.append((("on",), kind, message, warning))


def _mistakes(kind: str, data: Any, laid: Laid, others: across.Known) -> list[_Told]:
    through = _Through("", kind, data, laid=laid)
    _KINDS[kind](through)
    across.check_names(through, others)
    return through.told
