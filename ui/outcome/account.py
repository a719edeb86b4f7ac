"""The outcome as the page shows it: class, criteria with their clauses, what is unknown, judgement, duties. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from screening.classification import kleene, worlds
from screening.duties import Duty
from screening.session import State
from sops.model import CLASS_ORDER
from sops.wording import Wording
from ui.knowledge.facts import asking_step, open_in_words
from ui.saying import name, text
from ui.strings import span_in_words, tr

Truth = Literal["met", "not_met", "open"]
_SHOWN_CRITERIA: Final = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """One criterion: what it says, whether it is met, where it is written."""

    words: str
    truth: Truth
    clause: str


@dataclass(frozen=True, slots=True)
class Task:
    """One duty as it stands now."""

    key: str
    id: str
    title: str
    do: str
    owner: str
    clock: str
    escalates: str
    is_done: bool
    is_late: bool
    is_next: bool
    has_paper: bool


@dataclass(frozen=True, slots=True)
class Account:
    """Everything the outcome page says."""

    family: str
    course: str
    precaution: str
    classification: str
    by: str
    reasons: tuple[Reason, ...]
    unknown: tuple[str, ...]
    ask_step: str | None  # the step that could tell the first unknown fact
    judgement: str
    pending: bool
    closed: str
    slip: str


def account_of(state: State, wording: Wording) -> Account:
    """The account of a concluded state."""
    course, verdict = state.course, state.verdict
    assert course is not None
    edition = verdict.definition.replace("who-covid19@", "WHO ")
    letter = verdict.by.partition(".")[2]
    if letter:
        by = tr("outcome.by", edition=edition, criterion=letter)
    else:
        by = tr("outcome.by_none", edition=edition)
    if not verdict.is_settled:
        between = tr(
            "outcome.between",
            floor=name(wording, "classes", verdict.floor),
            ceiling=name(wording, "classes", verdict.ceiling),
        )
        by = f"{between}, {by}"
    asks = next((step for step in (asking_step(path, state) for path in verdict.open) if step), None)
    slips = [slip.number for slip in state.log.slips if slip.number]
    return Account(
        family=course.family,
        course=text(course.title),
        precaution=text(course.precaution),
        classification=name(wording, "classes", verdict.classification),
        by=by,
        reasons=_reasons(state),
        unknown=tuple(dict.fromkeys(open_in_words(path, wording) for path in verdict.open)),
        ask_step=asks if state.log.closed is None else None,
        judgement=_judgement(state, wording),
        pending=state.pending,
        closed=tr("outcome.closed", outcome=name(wording, "outcomes", state.outcome)) if state.outcome else "",
        slip=tr("outcome.slip", number=slips[0]) if slips else "",
    )


def _reasons(state: State) -> tuple[Reason, ...]:
    """The criteria that are met, then those still open, then the nearest that are not met."""
    engine = state.setting.engine
    met, possible = engine.decide(*kleene(worlds(engine, state.facts)))
    found: list[Reason] = []
    by_name = {criterion.name: criterion for criterion in engine.definition.criteria}
    order = sorted(enumerate(engine.criteria), key=lambda item: -CLASS_ORDER.index(item[1][1]))
    ceiling = CLASS_ORDER.index(state.verdict.ceiling)
    for number, (criterion_name, classification, _) in order:
        criterion = by_name[criterion_name]
        truth: Truth = "met" if met >> number & 1 else "open" if possible >> number & 1 else "not_met"
        if truth == "open" and CLASS_ORDER.index(classification) > ceiling:
            truth = "not_met"
        letter = f" {criterion.letter}" if criterion.letter else ""
        found.append(Reason(f"{classification}|{letter}|{text(criterion.title)}", truth, criterion.source.clause))
    met_first = [reason for reason in found if reason.truth == "met"]
    still_open = [reason for reason in found if reason.truth == "open"]
    others = [reason for reason in reversed(found) if reason.truth == "not_met"]
    return tuple((met_first + still_open + others)[:_SHOWN_CRITERIA])


def reason_in_words(reason: Reason, wording: Wording) -> str:
    """`suspected case A: clinical and epidemiological criteria`."""
    classification, letter, title = reason.words.split("|", 2)
    head = f"{name(wording, 'classes', classification)}{letter}"
    return f"{head}: {title}" if title else head


def _judgement(state: State, wording: Wording) -> str:
    judged = state.log.judgement
    if judged is None:
        agreed = any(v.step.answer == "judgement" and isinstance(v.value, dict) and v.value.get("agree") for v in state.path)
        return tr("outcome.agrees") if agreed else tr("outcome.not_judged")
    reasons = state.setting.procedure.override_reasons
    reason = text(reasons[judged.reason]) if judged.reason in reasons else judged.reason
    words = tr("outcome.judged", class_=name(wording, "classes", judged.classification), reason=reason)
    if judged.agreed_by is not None:
        words = f"{words}  {tr('outcome.agreed', who=judged.agreed_by)}"
    return words


def tasks_of(duties: tuple[Duty, ...], now: datetime, offset: timedelta, wording: Wording) -> tuple[Task, ...]:
    """The duties with their clocks; the next is the first that may be done now. `offset`: local time minus UTC."""
    open_ids = {duty.spec.id for duty in duties if duty.done_at is None}
    blocked = {duty.spec.before for duty in duties if duty.done_at is None and duty.spec.before}
    following = next((d.spec.id for d in duties if d.spec.id in open_ids and d.spec.id not in blocked), None)
    tasks = []
    for place, duty in enumerate(duties, 1):
        spec = duty.spec
        escalates = tr("outcome.escalates", role=name(wording, "roles", spec.escalates_to)) if spec.escalates_to else ""
        tasks.append(
            Task(
                key=str(place) if place <= 9 else "",
                id=spec.id,
                title=text(spec.title),
                do=text(spec.do),
                owner=name(wording, "roles", spec.owner),
                clock=_clock(duty, now, offset),
                escalates=escalates,
                is_done=duty.done_at is not None,
                is_late=duty.is_late,
                is_next=spec.id == following,
                has_paper=spec.paper is not None,
            )
        )
    return tuple(tasks)


def _clock(duty: Duty, now: datetime, offset: timedelta) -> str:
    if duty.done_at is not None:
        return tr("outcome.done_at", time=f"{duty.done_at + offset:%H:%M}")
    if duty.due_at is None:
        return tr("outcome.afterwards") if duty.spec.afterwards else ""
    left = (duty.due_at - now).total_seconds()
    return tr("outcome.late", time=span_in_words(-left)) if left < 0 else tr("outcome.within", time=span_in_words(left))
