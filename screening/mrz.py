"""The machine-readable zone of a travel document: what a reader sends becomes fields, proved by their check digits.

`read` is pure and total: it raises nothing, whatever the text.
Source: ICAO Doc 9303, parts 3 to 7 (TD1, TD2, TD3, MRV-A, MRV-B).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, Final, Literal

from screening import mrz_fields
from screening.mrz_digits import Checks, Proof, Repair, agreement, prove
from screening.mrz_fields import Impossible
from screening.mrz_layout import Kind, Layout, layout_of, text_of
from screening.mrz_transport import GUESSED, Arrangement, Unreadable, arrangements
from screening.partial_date import PartialDate

__all__ = ["Checks", "Fields", "Kind", "Reading", "Repair", "Status", "read"]

Status = Literal["ok", "warn", "reject"]

_IN_WORDS: Final = {
    "number": "the document number",
    "birth_date": "the birth date",
    "expiry_date": "the expiry date",
    "composite": "the whole line (composite)",
}


@dataclass(frozen=True, slots=True)
class Fields:
    """What the document says of its holder.

    `surname`, `given_names`: "" when absent. `number`: None when in doubt; a filler within it is a space.
    `issuing_state`, `nationality`: ICAO codes without fillers. `birth_date`: None when its year is unknown.
    `sex`: None when left open. `expiry_date`: None when the document has none.
    """

    surname: str
    given_names: str
    number: str | None
    issuing_state: str
    nationality: str
    birth_date: PartialDate | None
    sex: Literal["F", "M"] | None
    expiry_date: PartialDate | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one message of a reader.

    `kind` and `checks` are None when no layout fits; `fields` is None exactly when rejected, and then `reason` says
    why, in words and without the traveller's data. `candidates`: what a number in doubt can be.
    """

    status: Status
    kind: Kind | None = None
    fields: Fields | None = None
    checks: Checks | None = None
    repairs: tuple[Repair, ...] = ()
    warnings: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    reason: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The object of `paso mrz --json` but for its id: no `fields` when rejected, `reason` only then."""
        found: dict[str, Any] = {"status": self.status, "kind": self.kind}
        if self.fields is not None:
            found["fields"] = {
                key: str(value) if isinstance(value, PartialDate) else value
                for key, value in ((key, getattr(self.fields, key)) for key in Fields.__slots__)
            }
        found["checks"] = dict.fromkeys(Checks.__slots__) if self.checks is None else asdict(self.checks)
        found["repairs"] = [asdict(repair) for repair in self.repairs]
        found["warnings"] = list(self.warnings)
        if self.candidates:
            found["candidates"] = {"number": list(self.candidates)}
        if self.reason is not None:
            found["reason"] = self.reason
        return found


def read(raw: str, on: date) -> Reading:
    """What the document says, on the day of screening, which decides the century of the dates and expiry.

    Raises nothing.
    """
    if not isinstance(raw, str):
        return Reading("reject", reason="not text")  # drivers of readers are not typed
    try:
        found = arrangements(raw)
    except Unreadable as refusal:
        return Reading("reject", reason=str(refusal))
    # Of several ways to lay out the lines the one with most right check digits; among equals the one with fewest slips.
    best = max(found, key=_agreement)
    reading = _read_as(best, on)
    if reading.status == "reject" and (_agreement(best) < 2 or not _begins_with_letter(best)):
        reading = _as_sent(found, on) or reading
    return reading


def _agreement(arrangement: Arrangement) -> int:
    return agreement(arrangement.lines, layout_of(arrangement.lines))


def _begins_with_letter(arrangement: Arrangement) -> bool:
    return "A" <= arrangement.lines[0][0] <= "Z"


def _as_sent(found: tuple[Arrangement, ...], on: date) -> Reading | None:
    """The rejection of the text as it was sent, where a digit that agrees by chance would tell of another layout.

    None where the text as sent begins like no document or can be read after all.
    """
    usual = (each for each in found if each.lines[0][0] in layout_of(each.lines).first_letters)
    likeliest = next(usual, None) or next(filter(_begins_with_letter, found), None)
    reading = None if likeliest is None else _read_as(likeliest, on)
    if likeliest is None or reading is None or reading.status != "reject":
        return None
    surely = tuple(slip for slip in likeliest.slips if slip not in GUESSED)
    if len(likeliest.slips) - len(surely) > 1:  # turned and cut wrong at once, and nothing in it agrees
        reason = "no document has lines of these lengths (3 of 30, 2 of 36 or 2 of 44 are read)"
        return Reading("reject", warnings=surely, reason=reason)
    return replace(reading, warnings=surely)


def _read_as(arrangement: Arrangement, on: date) -> Reading:
    """What these lines say."""
    zone = arrangement.lines
    layout = layout_of(zone)
    if not "A" <= zone[0][0] <= "Z":
        reason = f"the first line begins with {zone[0][0]}; a document begins with a letter for its type"
        return Reading("reject", layout.kind, warnings=arrangement.slips, reason=reason)
    proof = prove(zone, layout)
    if proof.failed:
        reason = _disagreement(proof.failed)
        return Reading("reject", layout.kind, checks=proof.checks, warnings=arrangement.slips, reason=reason)
    on = on.date() if isinstance(on, datetime) else on
    try:
        fields, warnings = _fields(proof, layout, on)
    except Impossible as fault:
        return Reading(
            "reject", layout.kind, None, proof.checks, proof.repairs, arrangement.slips, (), reason=str(fault)
        )
    candidates = tuple(_number(text) for text in proof.candidates)
    warnings = (*arrangement.slips, *warnings)
    told = warnings or proof.repairs
    return Reading("warn" if told else "ok", layout.kind, fields, proof.checks, proof.repairs, warnings, candidates)


def _fields(proof: Proof, layout: Layout, on: date) -> tuple[Fields, tuple[str, ...]]:
    """The values of a proved zone and what is to be said about them. Raises Impossible."""
    zone = proof.zone
    kind = _kind_warnings(zone, layout)
    issuing_state, of_state = mrz_fields.state(text_of(zone, layout.issuing_state), "issuing state")
    surname, given_names, of_name = mrz_fields.name(text_of(zone, layout.name))
    number, of_number = _number_told(proof)
    nationality, of_nationality = mrz_fields.state(text_of(zone, layout.nationality), "nationality")
    born, of_birth = mrz_fields.birth_date(text_of(zone, layout.birth.cells), on)
    sex, of_sex = mrz_fields.sex(zone[layout.sex[0]][layout.sex[1]])
    expires, of_expiry = mrz_fields.expiry_date(text_of(zone, layout.expiry.cells), on, born)
    of_optional = ("optional digit wrong",) if proof.checks.optional is False else ()
    fields = Fields(surname, given_names, number, issuing_state, nationality, born, sex, expires)
    parts = (kind, of_state, of_name, of_number, of_nationality, of_birth, of_sex, of_expiry, of_optional)
    return fields, tuple(warning for part in parts for warning in part)


def _number_told(proof: Proof) -> tuple[str | None, tuple[str, ...]]:
    """The document number and what is to be said about it."""
    if proof.number is None:
        return None, ("number in doubt: " + " or ".join(map(_number, proof.candidates)),)
    number = _number(proof.number)
    return number, () if number else ("no number",)


def _kind_warnings(zone: tuple[str, ...], layout: Layout) -> tuple[str, ...]:
    """A type letter the norm does not give to this size (P passports; A, C, I cards) is told, not refused.

    The digits prove the rest, and the official holds the document. Sources: ICAO Doc 9303-4, -5 and -6, 4.2.2.
    """
    return () if zone[0][0] in layout.first_letters else (f"unusual document type: {zone[0][0]}",)


def _number(text: str) -> str:
    """A document number as shown: fillers at its end fall away, one within stands for a space or a mark."""
    return " ".join(text.replace("<", " ").split())


def _disagreement(failed: tuple[str, ...]) -> str:
    which = " and ".join(_IN_WORDS[name] for name in failed)
    return f"the check digit of {which} does not agree, and no misread look-alike explains it"
