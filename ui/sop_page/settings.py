"""Every number with value, unit, who set it, source and mark; the post; the decisions of the encoder. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sops.model import CaseDefinition, Edition, Parameter, Post, Procedure, Source
from ui.saying import clause, document, name, text
from ui.sop_page.blocks import Block, Run, heading, para, row
from ui.strings import day_shortly, has, tr

if TYPE_CHECKING:
    from sops.wording import Wording
    from ui.desk import Desk

_COLUMNS = ("what", "value", "who", "source")


def settings(desk: Desk) -> tuple[Block, ...]:
    """The page of settings. Raises NoEditionError where nothing is in force yet."""
    return tuple(_settings(desk))


def assumptions(desk: Desk) -> tuple[Block, ...]:
    """The page of assumptions. Raises NoEditionError where nothing is in force yet."""
    return tuple(_assumptions(desk))


def _settings(desk: Desk) -> Iterator[Block]:
    setting, known = desk.setting(desk.today()), desk.catalogue
    yield heading(tr("sop.tab.settings"), "title")
    bound = {"procedure": setting.procedure.about, "definition": setting.engine.definition.about}
    for kind, about in bound.items():
        edition: CaseDefinition | Procedure = known.made(known.bound(kind, about.name, about.digest))
        yield heading(tr(f"force.{kind}"))
        yield row(*(tr(f"settings.{column}") for column in _COLUMNS), kind="columns")
        for parameter in edition.parameters.values():
            yield _parameter(parameter, about, setting.post, known.wording)
    yield from _post(setting.post, known.wording)


def _parameter(parameter: Parameter, about: Edition, post: Post, wording: Wording) -> Block:
    """As the edition has it, with what an overlay or the post set differently."""
    value, source = parameter.value, parameter.source
    who = tr("settings.edition", edition=about.edition)
    for overlay in about.overlays:
        for change in overlay.changes:
            if change.path == f"parameters.{parameter.name}" and change.was is not None:
                who = tr("settings.overlay", name=overlay.name, value=_amount(str(change.was), parameter.unit))
                source = change.source
    if parameter.name in post.parameters:
        who = tr("settings.of_post", value=_amount(f"{value:g}", parameter.unit))
        value = post.parameters[parameter.name]
    said = source_said(source, wording)
    return row(text(parameter.title), _amount(f"{value:g}", parameter.unit), who, said)


def _amount(value: str, unit: str) -> str:
    return f"{value} {tr(f'unit.{unit}') if has(f'unit.{unit}') else unit}"


def source_said(source: Source, wording: Wording) -> str:
    """Document, clause and mark."""
    return f"{document(source, wording)}, {source_mark(source, wording)}"


def source_mark(source: Source, wording: Wording) -> str:
    """Clause and mark; every mark is said, that of a wording read too."""
    return f"{clause(source, wording)} · {_mark(source.mark, wording)}"


def _mark(mark: str, wording: Wording) -> str:
    return name(wording, "marks", mark.replace(" ", "-"))


def _post(post: Post, wording: Wording) -> Iterator[Block]:
    who, file = tr("settings.post_file"), post.id
    yield heading(tr("settings.post"))
    yield row(*(tr(f"settings.{column}") for column in _COLUMNS), kind="columns")
    facts = {
        "camp": name(wording, "answers", "yes" if post.camp_like else "no"),
        "staff": ", ".join(name(wording, "roles", role) for role in post.on_duty),
        "languages": ", ".join(name(wording, "languages", code) for code in post.languages),
        "retention": post.retention_law or tr("settings.no_law"),
        "phone": post.phone,
    }
    for key, said in facts.items():
        yield row(tr(f"settings.{key}"), said, who, f"{file} · {_mark('design', wording)}")
    if post.rooms:
        yield heading(tr("settings.rooms"))
        yield row(*(tr(f"settings.{column}") for column in _COLUMNS), kind="columns")
    for room in post.rooms:
        toilet = tr("rooms.toilet" if room.own_toilet else "rooms.no_toilet")
        said = f"{tr('rooms.places', count=room.places)} · {toilet}"
        yield row(room.name, said, who, f"{file} · {_mark(room.mark, wording)}")
    yield heading(tr("settings.receivers"))
    yield row(*(tr(f"settings.{column}") for column in ("receivers", "value", "who", "source")), kind="columns")
    for each in post.receivers:
        phone = tr("settings.receiver", phone=each.phone or tr("settings.no_phone"), day=day_shortly(each.checked_on))
        yield row(each.name, phone, who, f"{file} · {_mark(each.mark, wording)}")


def _assumptions(desk: Desk) -> Iterator[Block]:
    setting, wording = desk.setting(desk.today()), desk.catalogue.wording
    yield heading(tr("sop.tab.assumptions"), "title")
    yield para(tr("assumptions.lead"))
    texts: tuple[CaseDefinition | Procedure, ...] = (setting.procedure, setting.engine.definition)
    for edition in texts:
        yield heading(text(edition.about.title))
        yield Block("para", ((Run(edition.about.name, "code"),),))
        for each in edition.assumptions:
            runs = (Run(each.name, "bold"), Run(f"  {text(each.says)}"), Run(f"  {_mark(each.mark, wording)}", "soft"))
            yield Block("item", (runs,), "•")
