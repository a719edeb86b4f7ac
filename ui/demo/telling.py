"""The demonstration day as plain data: what `demo.json` holds and the page shows. Same seed, same bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from screening.duties import follow
from screening.paper_words import PaperWords, join
from screening.projecting import folding
from screening.records.store import RecordStore
from screening.session import State
from sops.model import Text
from sops.wording import Wording
from ui.demo.day import DAY, Day, Visit
from ui.demo.page_words import ACTS
from ui.demo.walking import Went
from ui.desk import STREAM
from ui.printing import title_of
from ui.saying import said
from ui.strings import speak, spoken

__all__ = ["tell"]


def tell(day: Day) -> dict[str, Any]:
    """Everything of the day, ready for JSON: who came, why each class, papers, the kill, the soundness of the store."""
    with RecordStore.open(day.home.records) as store:
        desk = day.home.open_desk(shipped=day.catalogue, store=store)
        checked = store.verify()
        rebuilt = store.rebuild(folding(desk.setting_of))
        travellers = [_traveller(day, visit, number, store) for number, visit in enumerate(day.visits, 1)]
        post = desk.post
        setting = desk.setting(DAY)
    return {
        "seed": day.seed,
        "day": DAY.isoformat(),
        "post": {"id": post.id, "name": post.name, "code": post.code},
        "procedure": setting.procedure.name,
        "definition": setting.engine.definition.name,
        "travellers": travellers,
        "outcomes": dict(Counter(each["outcome"]["id"] for each in travellers)),
        "store": {
            "events": checked.events,
            "head": checked.head.short,
            "chain_holds": checked.ok,
            "rows": rebuilt.rows,
            "rows_equal": not rebuilt.differences,
            "erased": sum(each["erased"] for each in travellers),
        },
        "queue": {"most": day.most_queued},
    }


def _traveller(day: Day, visit: Visit, number: int, store: RecordStore) -> dict[str, Any]:
    walk, state = visit.walk, visit.walk.state
    zone = ZoneInfo(state.setting.post.time_zone)
    words = PaperWords(day.catalogue.wording)
    course = state.course
    rule = next((each for each in state.setting.procedure.precaution if each.id == state.rule), None)
    judged = state.log.judgement
    return {
        "key": visit.key,
        "number": number,
        "time": f"{state.log.began.at.astimezone(zone):%H:%M}",
        "desk": walk.script.desk,
        "party": walk.script.party,
        "language": {"id": state.log.language, **_named(words.name("languages", state.log.language))},
        "story": _named(walk.script.story),
        "screening": state.screening,
        "name": _name(state),
        "erased": state.log.erased,
        "age_years": state.age_years,
        "document": _document(visit),
        "class": {"id": state.verdict.classification, **_named(words.name("classes", state.verdict.classification))},
        "floor": state.verdict.floor,
        "ceiling": state.verdict.ceiling,
        "between": _named(
            join(words.name("classes", state.verdict.floor), " … ", words.name("classes", state.verdict.ceiling))
        ),
        "by": state.verdict.by,
        "criterion": _named(words.criterion(state)),
        "contact": state.verdict.contact.word,
        "open": [_named(words.open_fact(path, state)) for path in state.verdict.open],
        "alerts": [{"id": alert, **_named(words.name("alerts", alert))} for alert in state.verdict.alerts],
        "judgement": None
        if judged is None
        else {
            "class": judged.classification,
            **_named(words.name("classes", judged.classification)),
            "reason": _named(state.setting.procedure.override_reasons.get(judged.reason)),
            "agreed_by": judged.agreed_by,
        },
        "course": {"id": course.id, "family": course.family, **_named(course.title)} if course else None,
        "rule": {"id": rule.id, **_named(rule.title)} if rule else None,
        "outcome": {"id": state.outcome or "none", **_named(words.name("outcomes", state.outcome or "none"))},
        "steps": _steps(day, visit, zone),
        "duties": _duties(state, zone),
        "papers": [
            {"paper": each.paper, "number": each.number, "file": f"papers/{title_of(each)}.pdf"}
            for each in visit.papers
        ],
        "queued": visit.queued,
        "parked_for": visit.parked_for,
        "kill": _kill(visit),
        "events": len(store.history(STREAM + state.screening)),
    }


def _named(words: Text | Mapping[str, str] | None) -> dict[str, str]:
    return {} if not words else {code: words.get(code) or words.get("en", "") for code in ("es", "en")}


def _between(state: State, words: PaperWords) -> dict[str, str]:
    floor, ceiling = (words.name("classes", each) for each in (state.verdict.floor, state.verdict.ceiling))
    return _named(join(floor, " … ", ceiling))


def _name(state: State) -> str | None:
    """The name as the store still has it: none once the key is destroyed."""
    known = state.log.identity
    parts = (known.get("surname"), known.get("given_names"))
    return ", ".join(str(part) for part in parts if part) or known.get("spoken_name")


def _document(visit: Visit) -> dict[str, Any]:
    reading = visit.walk.reading
    if reading is None:
        by_hand = bool(visit.walk.script.document)
        return {"kind": "by hand" if by_hand else "none", "status": "typed" if by_hand else "none", "told": []}
    told = [*reading.warnings, *(f"{each.field}: {each.read} -> {each.taken_as}" for each in reading.repairs)]
    return {"kind": reading.kind, "status": reading.status, "told": told}


def _steps(day: Day, visit: Visit, zone: ZoneInfo) -> list[dict[str, Any]]:
    state = visit.walk.state
    on = state.on
    return [
        {
            "kind": went.kind,
            "step": went.name,
            "title": _title(state, went),
            "value": went.value,
            "said": _said(state, went, day.catalogue.wording, on),
            "why": went.why,
            "at": f"{went.at.astimezone(zone):%H:%M:%S}",
        }
        for went in visit.walk.went
    ]


def _title(state: State, went: Went) -> dict[str, str]:
    procedure = state.setting.procedure
    if went.kind == "step":
        return _named(procedure.steps[went.name].title)
    return dict(ACTS.get(went.name) or {"es": went.name, "en": went.name})


def _said(state: State, went: Went, wording: Wording, on: date) -> dict[str, str]:
    """An answer or an act in words, in Spanish and English."""
    procedure = state.setting.procedure
    told: dict[str, str] = {}
    before = spoken()
    for language in ("es", "en"):
        speak(language)
        if went.kind == "step":
            told[language] = said(procedure.steps[went.name], went.value, wording, on)
        elif went.what in procedure.duties:
            told[language] = procedure.duties[went.what].title[language]
        elif went.what in procedure.steps:
            told[language] = procedure.steps[went.what].title[language]
        elif isinstance(went.value, dict) and went.name == "companion":
            told[language] = ", ".join(str(each) for each in went.value.values())
        else:
            told[language] = went.what
    speak(before)
    return told


def _duties(state: State, zone: ZoneInfo) -> list[dict[str, Any]]:
    last = state.log.last_at
    if last is None:
        return []
    return [
        {
            "id": duty.spec.id,
            **_named(duty.spec.title),
            "done": f"{duty.done_at.astimezone(zone):%H:%M}" if duty.done_at else None,
            "due": f"{duty.due_at.astimezone(zone):%H:%M}" if duty.due_at else None,
            "late": duty.is_late,
        }
        for duty in follow(state, last)
    ]


def _kill(visit: Visit) -> dict[str, Any] | None:
    kill = visit.kill
    if kill is None:
        return None
    return {
        "step": kill.step,
        "resumed_at": kill.resumed_at,
        "events_before": kill.events_before,
        "events_after": kill.events_after,
    }
