"""The outcome as the page shows it: class, criteria with their clauses, what is unknown, judgement, duties. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from screening.classification import Verdict
from screening.duties import Duty, awaits_receipt
from screening.explanation import Finding, explain
from screening.session import State
from sops.logic import UNKNOWN as OPEN
from sops.logic import YES as MET
from sops.logic import Truth
from sops.model import CLASS_ORDER
from sops.wording import Wording
from ui.knowledge.facts import asking_step, open_in_words
from ui.outcome.grounds import grounds
from ui.pictograms import of_duty
from ui.saying import Mark, clause, mark_of, name, text
from ui.strings import minutes_in_words, minutes_left, spoken, tr

_DEEPEST: Final = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """One criterion or a part of it: what it says, whether it is met, where it is written, how deep it stands."""

    words: str
    truth: str  # met, open or not_met
    clause: str
    mark: Mark | None = None
    depth: int = 0
    rests_on: str = ""  # of a met criterion: the met observables with their values
    head: tuple[str, str] = ("", "")  # of a criterion: its class and letter


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
    mark: Mark | None = None
    picture: str = "note"
    is_afterwards: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """Everything the outcome page says."""

    family: str
    course: str
    precaution: str
    precaution_source: str  # its clause, where it has a mark
    precaution_mark: Mark | None
    classification: str
    by: str
    reasons: tuple[Reason, ...]
    unknown: tuple[str, ...]
    ask_step: str | None  # the step that could tell the first unknown fact
    alerts: tuple[str, ...]
    program: str  # the program's class, to stand beside the official's
    own: str  # the official's; empty where the procedure asked for none
    own_by: str  # who judged and who agreed
    agrees: bool
    pending: bool  # a lower class waits for a second person
    unreviewed: bool  # a higher one that keeps somebody apart waits for a health worker's review
    closed: str
    closed_family: str
    slip: str

    @property
    def waits(self) -> bool:
        """Whether a second person must say something first."""
        return self.pending or self.unreviewed


def between(verdict: Verdict, wording: Wording) -> str:
    """The classes that an open verdict stands between, in words."""
    floor, ceiling = (name(wording, "classes", each) for each in (verdict.floor, verdict.ceiling))
    return tr("outcome.between", floor=floor, ceiling=ceiling)


def account_of(state: State, wording: Wording) -> Account:
    """The account of a concluded state."""
    course, verdict = state.course, state.verdict
    assert course is not None
    edition = text(state.setting.engine.definition.about.title)
    letter = verdict.by.partition(".")[2]
    program = " ".join(part for part in (name(wording, "classes", verdict.classification), letter) if part)
    by = tr("outcome.by_none", edition=edition)
    if verdict.is_settled and letter:
        by = tr("outcome.by", edition=edition, criterion=letter)
    if not verdict.is_settled:
        by = f"{between(verdict, wording)}, {by}"
        program = name(wording, "classes", verdict.classification)
    mark = mark_of(course.source, wording)
    asks = next((step for step in (asking_step(path, state) for path in verdict.open) if step), None)
    slips = [slip.number for slip in state.log.slips if slip.number]
    return Account(
        family=course.family,
        course=text(course.title),
        precaution=text(course.precaution),
        precaution_source=clause(course.source, wording) if mark else "",
        precaution_mark=mark,
        classification=name(wording, "classes", verdict.classification),
        by=by,
        reasons=_reasons(state, wording),
        unknown=tuple(dict.fromkeys(open_in_words(path, wording) for path in verdict.open)),
        ask_step=asks if state.log.closed is None else None,
        alerts=tuple(name(wording, "alerts", alert) for alert in verdict.alerts),
        program=program,
        own=_own(state, wording),
        own_by=_own_by(state),
        agrees=state.judgement is None,
        pending=state.pending,
        unreviewed=state.unreviewed,
        closed=tr("outcome.closed", outcome=ended(state, wording)) if state.outcome else "",
        closed_family="watch" if awaits_receipt(state) else "calm",
        slip=tr("outcome.slip", number=slips[0]) if slips else "",
    )


def ended(state: State, wording: Wording) -> str:
    """How it ended, in words: nobody was received before the clinic said so."""
    return tr("outcome.owed_receipt") if awaits_receipt(state) else name(wording, "outcomes", str(state.outcome))


def _reasons(state: State, wording: Wording) -> tuple[Reason, ...]:
    """Every criterion with its parts: those met first, then those still open, then the others."""
    found = explain(state.setting.engine, state.facts, wording, spoken())
    ceiling = CLASS_ORDER.index(state.verdict.ceiling)
    ranked = []
    for place, finding in enumerate(found):
        classification, _, letter = finding.name.partition(".")
        rank = CLASS_ORDER.index(classification)
        truth = _word(finding.truth)
        if truth == "open" and rank > ceiling:
            truth = "not_met"
        head = name(wording, "classes", classification), letter
        tree = state.setting.engine.criteria[place][2]
        rests_on = ", ".join(grounds(state, tree, finding, wording)) if truth == "met" else ""
        words = f"{' '.join(head).strip()}: {finding.text}"
        own = replace(_reason(finding, 0, wording), words=words, truth=truth, rests_on=rests_on, head=head)
        order = {"met": 0, "open": 1, "not_met": 2}[truth]
        near = rank if order == 2 else -rank  # of those not met the nearest first: a suspicion before a proof
        ranked.append((order, near, place, (own, *_parts(finding, 1, wording))))
    return tuple(reason for *_, reasons in sorted(ranked, key=lambda item: item[:3]) for reason in reasons)


def _parts(finding: Finding, depth: int, wording: Wording) -> Iterator[Reason]:
    for part in finding.parts:
        if part.source is not None or not part.parts:
            yield _reason(part, depth, wording)
            if part.source is not None and depth < _DEEPEST:
                yield from _parts(part, depth + 1, wording)


def _reason(finding: Finding, depth: int, wording: Wording) -> Reason:
    source = finding.source
    said = clause(source, wording) if source is not None else ""
    return Reason(finding.text, _word(finding.truth), said, mark_of(source, wording), depth)


def _word(truth: Truth) -> str:
    return "met" if truth is MET else "open" if truth is OPEN else "not_met"


def in_short(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The criteria that are met."""
    return tuple(reason for reason in reasons if reason.depth == 0 and reason.truth == "met")


def in_one_line(reasons: tuple[Reason, ...]) -> str:
    """The criteria that are open or not met; where not one is met or open, just that: their letters are under F1."""
    if all(reason.truth == "not_met" for reason in reasons if reason.depth == 0):
        return tr("outcome.none_met")
    left: dict[str, dict[str, list[str]]] = {}
    for reason in reasons:
        if reason.depth == 0 and reason.truth != "met":
            class_, letter = reason.head
            left.setdefault(reason.truth, {}).setdefault(class_, []).append(letter)
    said = []
    for truth, classes in left.items():
        words = "; ".join(f"{class_} {', '.join(letters)}".strip() for class_, letters in classes.items())
        said.append(f"{tr(f'outcome.{truth}').capitalize()}: {words}.")
    return "  ".join(said)


def _own(state: State, wording: Wording) -> str:
    """The official's own class with its reason, or that he or she agrees; empty where nobody was asked."""
    judged = state.judgement
    if judged is None:
        return tr("outcome.agrees") if _judged(state) else ""
    reasons = state.setting.procedure.override_reasons
    reason = text(reasons[judged.reason]) if judged.reason in reasons else judged.reason
    return tr("outcome.judged", class_=name(wording, "classes", judged.classification), reason=reason)


def _judged(state: State) -> bool:
    return any(v.step.answer == "judgement" and isinstance(v.value, dict) and v.value.get("agree") for v in state.path)


def _own_by(state: State) -> str:
    judged = state.judgement
    if judged is None:
        given = next((state.log.answers[v.step.id] for v in state.path if v.step.answer == "judgement"), None)
        return given.by if given is not None else ""
    second = judged.agreed_by or judged.reviewed_by
    return judged.by if second is None else f"{judged.by} · {tr('outcome.agreed', who=second)}"


def tasks_of(duties: tuple[Duty, ...], now: datetime, offset: timedelta, wording: Wording) -> tuple[Task, ...]:
    """The duties with their clocks; the next is the first that keeps the traveller and may be done now.

    `offset`: local time minus UTC.
    """
    blocked = {duty.spec.before for duty in duties if duty.done_at is None and duty.spec.before}
    following = next((d.spec.id for d in duties if d.keeps_traveller and d.spec.id not in blocked), None)
    tasks = []
    for place, duty in enumerate(duties, 1):
        spec = duty.spec
        tasks.append(
            Task(
                key=str(place) if place <= 9 else "",
                id=spec.id,
                title=text(spec.title),
                do=text(spec.do),
                owner=name(wording, "roles", spec.owner),
                clock=_clock(duty, now, offset),
                escalates=_escalates(duty, wording),
                is_done=duty.done_at is not None,
                is_late=duty.is_late,
                is_next=spec.id == following,
                has_paper=spec.paper is not None,
                mark=mark_of(spec.source, wording),
                picture=of_duty(spec),
                is_afterwards=spec.afterwards,
            )
        )
    return tuple(tasks)


def _escalates(duty: Duty, wording: Wording) -> str:
    """Who hears of it when it is late; once it is, who is to be told now."""
    if duty.tell:
        words = "outcome.tell_again" if duty.is_late_again else "outcome.tell"
        return tr(words, role=name(wording, "roles", duty.tell))
    role = duty.spec.escalates_to
    return tr("outcome.escalates", role=name(wording, "roles", role)) if role else ""


def _clock(duty: Duty, now: datetime, offset: timedelta) -> str:
    if duty.is_of_paper and duty.done_at is not None:
        return tr("duty.done_on_paper")
    if duty.is_of_paper and duty.due_at is not None:
        return tr("duty.on_paper", time=f"{duty.due_at + offset:%H:%M}")
    if duty.done_at is not None:
        return tr("outcome.done_at", time=f"{duty.done_at + offset:%H:%M}")
    if duty.due_at is None:
        return tr("outcome.afterwards") if duty.spec.afterwards else ""
    left = (duty.due_at - now).total_seconds()
    if left < 0:
        return tr("outcome.late", time=minutes_in_words(max(60, -left)))
    return tr("outcome.within", time=minutes_left(left))
