"""What changed, in few lines: which text, since when, by whom, and whom it concerns. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from sops.comparison import compare
from sops.comparison_aloud import section_name
from sops.model import CLASS_ORDER
from sops.rewording import RULES, Section
from sops.space import UNDETERMINED
from ui.actions import ACTS
from ui.changes import unread
from ui.saying import name, text
from ui.sop_page.blocks import Block, Run, heading, para
from ui.strings import day_in_words, spoken, tr

if TYPE_CHECKING:
    from screening.activation import Activation
    from sops.catalogue import File
    from sops.comparison import Comparison
    from sops.difference import Difference
    from sops.speaking import Speaker
    from sops.telling import Teller
    from sops.wording import Wording
    from ui.desk import Desk

__all__ = ["account", "whole_account"]

_MOST: Final = 8
_NAMES: Final = 6
_FIELDS: Final = (*RULES, "value")
_ENCODER: Final = ("the edition", "assumptions", "invariants")  # for authors; the desk does nothing by them


def account(desk: Desk, changes: Sequence[Activation]) -> tuple[Block, ...]:
    """Which texts, since when and by whom: at once."""
    return tuple(block for change in changes for block in _about(desk, change))


def whole_account(desk: Desk, changes: Sequence[Activation]) -> tuple[Block, ...]:
    """The same with what each decides and says otherwise. Slow: every combination of facts is counted."""
    return tuple(block for change in changes for block in (*_about(desk, change), *_difference(desk, change)))


def _about(desk: Desk, change: Activation) -> Iterator[Block]:
    at = change.since.astimezone(ZoneInfo(desk.post.time_zone))
    here, former = unread.here(desk, change), unread.former(desk, change)
    yield heading(tr(f"force.{_KINDS[change.kind]}"))
    yield Block("para", ((Run(_title(desk, here) if here else change.name, "bold"), Run(f"   {change.name}", "code")),))
    signed = tr("changes.signed", signer=change.signer, pack=change.pack)
    by = tr("changes.by", officer=change.by) if change.by else tr("changes.dates")
    who = signed if change.signer else by
    yield para(f"{tr('changes.since', day=day_in_words(at.date(), year=True), time=f'{at:%H:%M}')} · {who}")
    before = tr("changes.before", title=_title(desk, former)) if former else tr("changes.first")
    yield para(before, former.name if former else "")


_KINDS: Final = {"procedure": "procedure", "definition": "definition", "areas": "areas", "post": "settings"}


def _title(desk: Desk, file: File) -> str:
    made = desk.catalogue.made(file)
    title = getattr(getattr(made, "about", made), "title", None)
    return text(title) if title else str(getattr(made, "name", file.name))


def _difference(desk: Desk, change: Activation) -> Iterator[Block]:
    here, former = unread.here(desk, change), unread.former(desk, change)
    if here is None or former is None:
        return
    if change.kind in ("post", "areas"):
        yield from _values(former.data, here.data)
        return
    found = compare(desk.catalogue, former, here, spoken())
    if found.difference is not None:
        yield from _classes(found)
    yield from _texts(found, desk.catalogue.wording)
    key = next(act.keys[0] for act in ACTS if act.id == "sops")
    yield para(tr("changes.all", key=key))


def _classes(found: Comparison) -> Iterator[Block]:
    difference, teller = found.difference, found.teller
    assert difference is not None
    assert teller is not None
    if not difference.changes:
        yield para(tr("changes.no_class"), kind="calm")
        return
    yield heading(tr("changes.classes"), "caption")
    ways = _ways(difference, teller)
    for after, why, befores in ways[:_MOST]:
        words = f"{', '.join(befores)} → {after}"
        yield Block("item", ((Run(words, "bold"), Run(f"   {why}", "soft")),), "•")
    if len(ways) > _MOST:
        yield para(tr("changes.more", count=len(ways) - _MOST))


def _ways(difference: Difference, teller: Teller) -> list[tuple[str, str, list[str]]]:
    """The class that follows, why, and the classes it follows on: those that rise first, undetermined ones left out."""
    found: dict[tuple[bool, int, str, str], list[str]] = {}
    for change in difference.changes:
        if UNDETERMINED in (change.before, change.after):
            continue
        shift, rank = change.shifts[0], CLASS_ORDER.index(change.after)
        falls = rank < CLASS_ORDER.index(change.before)
        reason = teller.reason(0, shift.before) if falls else teller.reason(1, shift.after)
        why = tr("changes.lost" if falls else "changes.met", criterion=reason)
        found.setdefault((falls, rank, teller.class_name(change.after), why), []).append(
            teller.class_name(change.before)
        )
    return [(after, why, befores) for (_, _, after, why), befores in sorted(found.items())]


def _texts(found: Comparison, wording: Wording) -> Iterator[Block]:
    lines = [
        line for each in found.sections if each.name not in _ENCODER for line in _section(each, found.speakers, wording)
    ]
    if not lines:
        yield para(tr("changes.no_text"), kind="calm")
        return
    yield heading(tr("changes.text"), "caption")
    for line in lines:
        yield Block("item", ((Run(line),),), "•")


def _section(section: Section, speakers: tuple[Speaker, Speaker], wording: Wording) -> Iterator[str]:
    """What was added, removed, or has another rule or number; where it is written is left to the whole comparison."""
    altered = dict.fromkeys(each.at for each in section.altered if each.field.rpartition(".")[2] in _FIELDS)
    for kind, names, place in (("added", section.added, 1), ("removed", section.removed, 0), ("altered", altered, 1)):
        titles = [_titled(item, speakers[place], wording) for item in names if item]
        if titles:
            more = [tr("changes.more", count=len(titles) - _NAMES)] if len(titles) > _NAMES else []
            said = "; ".join([*titles[:_NAMES], *more])
            yield tr(f"changes.{kind}", section=section_name(section.name, spoken()), names=said)


def _titled(item: str, speaker: Speaker, wording: Wording) -> str:
    """What an item is called: a criterion by its class and letter, an alert by its name, all else by its title."""
    head, _, letter = item.partition(".")
    if head in CLASS_ORDER:
        return f"{name(wording, 'classes', head)} {letter}".strip()
    return name(wording, "alerts", item) if wording.has_name("alerts", item) else speaker.title(item)


def _values(before: Any, after: Any) -> Iterator[Block]:
    """The values of a post or an area table that are others now."""
    for key in sorted(before.keys() | after.keys()):
        one, other = before.get(key), after.get(key)
        if one == other:
            continue
        if isinstance(one, dict) and isinstance(other, dict):
            yield from _values(one, other)
        else:
            yield Block("item", ((Run(tr("changes.value", name=key, before=_short(one), after=_short(other))),),), "•")


def _short(value: Any) -> str:
    return "–" if value is None else "…" if isinstance(value, list | dict) else str(value)
