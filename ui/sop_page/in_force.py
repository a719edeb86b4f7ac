"""What is in force at this post, what will be and what was; amber in words, with the duty that follows. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from sops.model import Edition
from ui.changes.leaving import left_out
from ui.life import EditionState
from ui.saying import text
from ui.sop_page.blocks import Block, amber, heading, named, para, row
from ui.sop_page.settings import source_mark, source_said
from ui.strings import day_in_words, day_shortly, tr

if TYPE_CHECKING:
    from ui.desk import Desk

_AHEAD: Final = ("upcoming", "draft")


def in_force(desk: Desk) -> tuple[Block, ...]:
    """The page. Raises NoEditionError where nothing is in force yet."""
    return tuple(_page(desk))


def _page(desk: Desk) -> Iterator[Block]:
    today, wording = desk.today(), desk.catalogue.wording
    setting = desk.setting(today)
    bound = {"procedure": setting.procedure.about, "definition": setting.engine.definition.about}
    states = {kind: desk.life.states(kind, about.id, desk.clock(), today) for kind, about in bound.items()}
    yield heading(tr("force.here"), "title")
    yield para(tr("force.post", post=desk.post.name, day=day_in_words(today, year=True)))
    warnings = [block for about in bound.values() for block in _amber(about, today)]
    warnings += [amber(left_out(mistake), "") for mistake in desk.catalogue.mistakes if mistake.kind == "signature"]
    yield from warnings or [para(tr("force.all_well"), kind="calm")]
    for kind, about in bound.items():
        here = next((each for each in states[kind] if each.where == "in force"), None)
        since = desk.setting_day(here.since) if here is not None and here.since is not None else about.in_force_from
        yield heading(tr(f"force.{kind}"))
        yield named(text(about.title), about.name)
        yield para(" · ".join(_dates(about, since)))
        for overlay in about.overlays:
            yield para(tr("force.overlay", title=text(overlay.title), name=overlay.name))
        source = source_said(about.source, wording)
        origin = [_origin(here)] if here is not None else []
        yield para(" · ".join([f"{tr('settings.source')}: {source}", *origin, _digest(about.digest)]))
    areas = setting.areas
    yield heading(tr("force.areas"))
    yield named(text(areas.title), areas.id)
    said = (tr("force.checked", day=day_shortly(areas.last_checked)), tr("force.rows", count=len(areas.rows)))
    yield para(" · ".join((*said, source_mark(areas.source, wording), _digest(areas.digest))))
    yield heading(tr("force.settings"))
    yield named(setting.post.name, setting.post.id)
    yield para(_digest(setting.post.digest))
    yield from _others(desk, [each for found in states.values() for each in found])


def _amber(about: Edition, today: date) -> Iterator[Block]:
    if about.in_force_until is not None and today > about.in_force_until:
        yield amber(tr("force.amber_end", name=about.name, day=day_shortly(about.in_force_until)), tr("force.duty"))
    elif today > about.review_by:
        yield amber(tr("force.amber_review", name=about.name, day=day_shortly(about.review_by)), tr("force.duty"))


def _dates(about: Edition, since: date) -> Iterator[str]:
    yield tr("force.since", day=day_shortly(since))
    yield tr("force.until", day=day_shortly(about.in_force_until)) if about.in_force_until else tr("force.open")
    yield tr("force.review", day=day_shortly(about.review_by))
    yield tr("force.published", day=day_shortly(about.published_on))


def _others(desk: Desk, states: list[EditionState]) -> Iterator[Block]:
    """The editions that are not in force: those to come, the next first; those that were, the last first."""
    others = [each for each in states if each.where != "in force"]
    ahead = sorted((each for each in others if each.where in _AHEAD), key=lambda each: str(each.file.data["edition"]))
    past = sorted((each for each in others if each not in ahead), key=lambda each: str(each.file.data["edition"]))
    for kind, found in (("upcoming", ahead), ("past", past[::-1])):
        yield heading(tr(f"force.{kind}"))
        if not found:
            yield para(tr(f"force.none_{kind}"))
        for each in found:
            about: Edition = desk.catalogue.made(each.file).about
            begins = desk.setting_day(each.upcoming) if each.upcoming is not None else about.in_force_from
            until = (
                tr("force.until", day=day_shortly(about.in_force_until)) if about.in_force_until else tr("force.open")
            )
            words = [f"{tr('force.from', day=day_shortly(begins))} {until}", _origin(each)]
            words += [tr("force.set_aside")] if each.where == "set aside" else []
            yield row(text(about.title), about.name, " · ".join(words))


def _origin(of: EditionState) -> str:
    """Who answers for a text."""
    return tr(f"force.{of.origin}", signer=of.signer)


def _digest(digest: str) -> str:
    return tr("force.digest", digest=digest[:12])
