"""The row of a screening, made from its state alone, so that a rebuilt projection equals the one written on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC
from typing import Any, Final
from zoneinfo import ZoneInfo

from screening.afterwards import owed
from screening.answers import is_open
from screening.duties import RECEIPT
from screening.events import Event
from screening.log import Log, gather
from screening.row import ScreeningRow
from screening.session import State, walk
from screening.setting import Setting
from sops.facts import SIGNS
from sops.logic import any_of

_BY_STEP: Final = {
    "unaccompanied": ("accompanied", {"yes": "no", "no": "yes"}),
    "pregnant": ("vulnerable", {"none": "no", "chronic": "no", "pregnant": "yes", "both": "yes"}),
}
"""Field -> the step that asks for it and what its answers say; any other answer is unknown.

What no tag of the SOP language names is read by the ids of the shipped procedure, here for the row and in
`screening.referred_health` for the slip: a procedure without such a step leaves the field empty.
"""

_SECONDARY: Final = frozenset({"dons", "asks_consent"})
"""What is done in a secondary screening only."""

_BANDS: Final = (
    (5, "0-4"),
    (10, "5-9"),
    (15, "10-14"),
    (20, "15-19"),
    *((t + 10, f"{t}-{t + 9}") for t in range(20, 80, 10)),
)

BANDS: Final = (*(band for _, band in _BANDS), "80+")
"""The age bands of every count, youngest first."""


def age_band(years: int | None) -> str | None:
    """WHO's weekly bands of 2020: 0-4, 5-9, 10-14, 15-19, then by ten, 80+."""
    if years is None:
        return None
    return next((band for end, band in _BANDS if years < end), BANDS[-1])


def row_of(state: State) -> ScreeningRow:
    """The projection of a screening. Pure: no clock, nothing that identifies anybody."""
    log, post = state.log, state.setting.post
    began = log.began
    local = log.screened_at.astimezone(ZoneInfo(post.time_zone))
    status = "closed" if log.closed else "parked" if log.parked is not None else "open"
    document = log.document
    judged = state.judgement
    concluded = state.is_concluded
    readings = [v.value["c"] for v in state.path if v.step.records == "temperature" and _number(v.value)]
    reading = state.facts.temperature_c
    symptomatic = any_of([*(state.facts.signs[name].truth for name in SIGNS)])
    tests = state.facts.tests or ()
    slips = [slip.number for slip in log.slips if slip.number and slip.paper == "referral_slip"]
    return ScreeningRow(
        screening=state.screening,
        post=post.id,
        desk=str(began.body["desk"]),
        day=local.date().isoformat(),
        hour=local.hour,
        began_at=_moment(log.screened_at) or "",
        status=status,
        step=None if log.closed or state.at is None else state.at.id,
        waits_for=log.parked,
        wait_until=_moment(state.wait_until) if log.parked is not None else None,
        closed_at=_moment(log.closed.at) if log.closed else None,
        seconds=_seconds(log),
        procedure=state.setting.procedure.name,
        definition=state.verdict.definition,
        classification=state.verdict.classification if concluded else None,
        floor=state.verdict.floor if concluded else None,
        ceiling=state.verdict.ceiling if concluded else None,
        by=state.verdict.by if concluded else None,
        contact=state.verdict.contact.word if concluded else None,
        judgement=judged.classification if judged else None,
        pending=state.pending,
        course=state.course.id if state.course else None,
        outcome=state.outcome,
        emergency=_is_emergency(state),
        secondary=_is_secondary(state),
        symptomatic=symptomatic.word,
        temperature_c=reading if isinstance(reading, float) else None,
        readings=len(readings),
        sex=_text(document.get("sex")),
        age_years=state.age_years,
        age_band=age_band(state.age_years),
        nationality=_text(document.get("nationality")),
        language=log.language,
        party=log.party,
        unaccompanied=_told(state, "unaccompanied"),
        pregnant=_told(state, "pregnant"),
        companions=len(log.companions),
        tests=",".join(f"{test.type}:{test.result}" for test in tests),
        unknown_answers=sum(is_open(visited.value) for visited in state.path),
        answers=len(state.path),
        syndrome=_syndrome(state),
        isolated_at=_first(state, "isolates"),
        released_at=_first(state, "hands_over"),
        notified_at=_first(state, "notifies"),
        concluded_at=_moment(state.concluded_at) if concluded else None,
        handed_over_at=_handed_over(state),
        receipt_at=_done(log, RECEIPT),
        owed=len(owed((state,), began.at)),
        slip=slips[0] if slips else None,
        training=bool(began.body.get("training")),
        erased=log.erased,
        corrections=log.corrections,
        entered_at=_moment(log.entered_at),
        unreviewed=state.unreviewed,
        undecided=len(log.proposed),
    )


def _seconds(log: Log) -> int | None:
    """How long a closed screening took at the desk; None for what was typed in from paper."""
    if log.closed is None or log.entered_at is not None:
        return None
    return max(0, round((log.closed.at - log.began.at).total_seconds() - log.parked_seconds))


def folding(setting_of: Callable[[Event], Setting]) -> Callable[[Sequence[Event]], ScreeningRow | None]:
    """The fold of a rebuild: events of one stream -> its row. `setting_of` gives the texts a screening is bound to."""

    def fold(events: Sequence[Event]) -> ScreeningRow | None:
        if not events or events[0].kind != "begun":
            return None
        return row_of(walk(setting_of(events[0]), gather(events)))

    return fold


def _moment(at: Any) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _number(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("c"), int | float)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _done(log: Log, duty: str) -> str | None:
    event = log.duties.get(duty)
    return _moment(event.at) if event else None


def _handed_over(state: State) -> str | None:
    if state.course is None:
        return None
    for name in state.course.duties:
        if state.setting.procedure.duties[name].ends and (done := _done(state.log, name)):
            return done
    return None


def _first(state: State, deed: str) -> str | None:
    """The first moment at which a duty that does this was done, whatever the course is by now."""
    specs = state.setting.procedure.duties
    done = [event.at for name, event in state.log.duties.items() if name in specs and deed in specs[name].does]
    return _moment(min(done, default=None))


def _is_emergency(state: State) -> bool:
    """Whether an ambulance was called on the way, or an interrupt broke in that begins by calling one."""
    procedure = state.setting.procedure
    begun = [procedure.interrupts[name].first for name in state.log.ever_interrupted if name in procedure.interrupts]
    steps = [*(visited.step for visited in state.path), *(procedure.steps[name] for name in begun)]
    return any("calls_ambulance" in step.does for step in steps)


def _is_secondary(state: State) -> bool:
    """Whether the walk has come to the secondary screening: it stands at one of its steps or has passed it."""
    steps = [visited.step for visited in state.path]
    steps += [state.at] if state.at is not None else []
    return any(not _SECONDARY.isdisjoint(step.does) for step in steps)


def _told(state: State, field: str) -> str | None:
    """What the answer of the field's step says; None when it was not asked."""
    step, meanings = _BY_STEP[field]
    said = state.value(step)
    return None if said is None else meanings.get(said, "unknown") if isinstance(said, str) else "unknown"


def _syndrome(state: State) -> str | None:
    """A coarse syndrome for the summary of ordinary care, by the signs alone: the first that fits."""
    signs = state.facts.signs
    reading = state.facts.temperature_c
    fever = signs["fever"] == "yes" or (
        isinstance(reading, float) and reading >= state.setting.number("fever_threshold_c")
    )
    if fever and signs["cough"] == "yes":
        return "ili"
    if signs["diarrhoea"] == "yes":
        return "acute_diarrhoea"
    if fever:
        return "fever"
    return "other" if any(answer == "yes" for answer in signs.values()) else None
