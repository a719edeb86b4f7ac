"""What a reading of a document asks of the official, in one line: nothing, or which fields to compare by eye. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.strings import tr

if TYPE_CHECKING:
    from screening.mrz import Reading

__all__ = ["checks_in_words", "reading_in_words"]

_CHECKED: Final = ("number", "birth_date", "expiry_date", "composite")
_DOUBTS: Final = {
    "number in doubt": "number",
    "no number": "number",
    "no surname": "name",
    "no double filler in name": "name",
    "digit in name": "name",
    "sex X": "sex",
    "unknown state code: issuing state": "issuer",
    "unknown state code: nationality": "nationality",
    "birth": "birth_date",
    "expiry": "expiry_date",
    "no expiry date": "expiry_date",
    "unusual document type": "kind",
    "optional digit wrong": "optional",
}
"""How a warning begins, and the field to look at; what the reader's cable did to the lines asks for nothing."""


def reading_in_words(reading: Reading) -> str:
    """One line: read in full, or what to compare; a second one for an expired document; why a reading is rejected."""
    if reading.status == "reject":
        failed = [field for field in _CHECKED if getattr(reading.checks, field, None) is False]
        if failed:
            return tr("scan.bad_digits", fields=", ".join(tr(f"scan.{field}") for field in failed))
        return tr("scan.bad_layout")
    fields = ", ".join(tr(f"scan.{field}") for field in _doubtful(reading))
    lines = [tr("scan.look", fields=fields) if fields else tr("scan.whole")]
    if "expired" in reading.warnings:
        lines.append(tr("warn.expired"))
    return "\n".join(lines)


def checks_in_words(reading: Reading) -> str:
    """Which check digits agree, for who wants to know."""
    agrees = [tr(f"scan.{field}") for field in _CHECKED if getattr(reading.checks, field, None)]
    return tr("scan.agrees", fields=", ".join(agrees)) if agrees else ""


def _doubtful(reading: Reading) -> tuple[str, ...]:
    repaired = [repair.field for repair in reading.repairs if not repair.field.endswith(" check digit")]
    told = [field for warning in reading.warnings for begins, field in _DOUBTS.items() if warning.startswith(begins)]
    return tuple(dict.fromkeys([*repaired, *told]))
