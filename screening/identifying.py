"""What a document reading says of its holder: the part that identifies nobody, and the part that is sealed."""

from __future__ import annotations

from datetime import date

from screening.events import Json
from screening.mrz import Reading


def document(reading: Reading, on: date) -> tuple[dict[str, Json], dict[str, Json]]:
    """What a document reading says: the part that identifies nobody, and the part to be sealed."""
    fields = reading.fields
    assert fields is not None
    born = fields.birth_date
    body: dict[str, Json] = {
        "document": reading.kind,
        "status": reading.status,
        "warnings": [said.partition(":")[0] for said in reading.warnings],
        "issuing_state": fields.issuing_state,
        "nationality": fields.nationality,
        "sex": fields.sex,
        "age_years": age_on(str(born), on) if born else None,
    }
    if born and (months := months_on(str(born), on)) is not None:
        body["age_months"] = months
    identity: dict[str, Json] = {
        "surname": fields.surname,
        "given_names": fields.given_names,
        "number": fields.number,
        "birth_date": str(born) if born else None,
        "expiry_date": str(fields.expiry_date) if fields.expiry_date else None,
    }
    if any(":" in said for said in reading.warnings):  # "number in doubt: ... or ..." tells the numbers themselves
        identity["warnings"] = list(reading.warnings)
    return body, identity


def months_on(born: str, on: date) -> int | None:
    """Age in whole months of a small child on a day; None with a partial birth date, or past the second birthday."""
    parts = [int(part) for part in born.split("-")]
    if len(parts) < 3:
        return None
    year, month, day = parts
    months = (on.year - year) * 12 + on.month - month - (on.day < day)
    return months if 0 <= months < 24 else None


def age_on(born: str, on: date) -> int | None:
    """Age in whole years on a day; with a partial birth date the lower of the possible ages, None without a year."""
    parts = [int(part) for part in born.split("-")]
    if not parts:
        return None
    year, month, day = (*parts, 12, 31)[:3] if len(parts) == 1 else (*parts, 31)[:3]
    return on.year - year - ((on.month, on.day) < (month, day))
