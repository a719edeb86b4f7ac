"""The row of a screening: the flat projection used by searches, the board and the daily summary."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScreeningRow:
    """One screening as counted; nothing in it identifies anybody, so it outlives the traveller's key.

    Days and hours are local at the post; moments are ISO 8601 in UTC; None means not known or not reached.
    """

    screening: str  # id, without the "screening:" prefix
    post: str
    desk: str
    day: str  # local calendar day on which it began, "2021-03-23"
    hour: int  # local hour 0-23
    began_at: str
    status: str  # open | parked | closed
    step: str | None  # where it stands
    waits_for: str | None  # what a parked one waits for
    wait_until: str | None
    closed_at: str | None
    seconds: int | None  # from begun to closed, without the time it was parked
    procedure: str
    definition: str  # "who-covid19@2020-12-16"
    classification: str | None
    floor: str | None
    ceiling: str | None
    by: str | None  # deciding criterion
    contact: str | None  # yes | no | unknown
    judgement: str | None  # the officer's own class where it differs
    pending: bool  # a downgrade waits for a second person
    course: str | None  # the precaution chosen by the procedure
    outcome: str | None
    emergency: bool
    secondary: bool
    symptomatic: str | None  # yes | no | unknown
    temperature_c: float | None  # the deciding reading
    readings: int
    sex: str | None  # F | M | X | None
    age_years: int | None
    age_band: str | None  # 0-4, 5-9, ...
    nationality: str | None
    language: str | None
    party: str | None
    unaccompanied: str | None
    pregnant: str | None
    companions: int
    tests: str  # "ag_rdt:positive,naat:pending"
    unknown_answers: int
    answers: int
    syndrome: str | None
    isolated_at: str | None
    released_at: str | None
    notified_at: str | None
    concluded_at: str | None
    handed_over_at: str | None
    receipt_at: str | None
    owed: int  # duties still to be done after the traveller has gone; 0 until closed
    slip: str | None
    training: bool
    erased: bool
    corrections: int = 0  # answers corrected after closing that count
    entered_at: str | None = None  # when a paper form was typed in; the day and hour above are those it tells
    unreviewed: bool = False  # an upgrade keeps somebody apart, and no health worker has agreed to it yet
    undecided: int = 0  # answers corrected after closing of which nobody has said yet whether they count
