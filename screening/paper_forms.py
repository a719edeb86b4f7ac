"""Forms filled in on paper: numbers reserved so that none comes twice, and screenings typed in from them later.

A screening that is typed in keeps two moments: when the traveller stood here decides the edition, the day and the hour;
when it was typed in stands on its events, and says that it was late.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from screening.commands import CommandError, Officer
from screening.events import Event, Json
from screening.told_moment import told_moment

__all__ = ["FORMS", "MOST", "Forms", "done_on_paper", "fold", "late", "reserve"]

FORMS: Final = "forms:"
MOST: Final = 100
"""So many forms are made at once."""
_FEWEST_FIGURES: Final = 4


@dataclass(frozen=True, slots=True)
class Forms:
    """Every number reserved here, with its stream; and the screening that a form became."""

    reserved: Mapping[str, str] = field(default_factory=dict)
    entered: Mapping[str, str] = field(default_factory=dict)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The numbers that nobody has typed in, in the order they were reserved."""
        return tuple(number for number in self.reserved if number not in self.entered)

    def find(self, typed: str) -> str:
        """The number meant: whole, or its last figures where they are of one waiting form only.

        Raises CommandError with what is wrong.
        """
        tidy = typed.strip().upper()
        if tidy in self.entered:
            raise CommandError(f"form {tidy} was typed in already, as screening {self.entered[tidy]}", "form_used")
        if tidy in self.reserved:
            return tidy
        figures = tidy.replace("-", "")
        found = [number for number in self.waiting if number.replace("-", "").endswith(figures)]
        if len(figures) < _FEWEST_FIGURES or not found:
            raise CommandError(
                f"no form with the number '{tidy[:40]}' was made here; look at the number again", "form_unknown"
            )
        if len(found) > 1:
            raise CommandError(f"several forms end with '{tidy}'; type more of the number", "form_many")
        return found[0]


def fold(events: Iterable[Event]) -> Forms:
    """What the events of all `forms:` streams say."""
    reserved: dict[str, str] = {}
    entered: dict[str, str] = {}
    for event in events:
        numbers = event.body.get("numbers")
        if event.kind == "forms_reserved" and isinstance(numbers, list):
            reserved |= {str(number): event.stream for number in numbers}
        elif event.kind == "form_entered":
            entered[str(event.body["number"])] = str(event.body["screening"])
    return Forms(reserved, entered)


def reserve(forms: str, numbers: Sequence[str], who: Officer, *, post: str, procedure: str) -> Event:
    """Blank forms with these numbers were made of an edition. Raises CommandError for none or too many."""
    if not 1 <= len(numbers) <= MOST:
        raise CommandError(f"{len(numbers)} forms: from 1 to {MOST} are made at once", "forms_count", most=MOST)
    body: dict[str, Json] = {"post": post, "procedure": procedure, "numbers": list(numbers)}
    return Event(FORMS + forms, "forms_reserved", who.at, who.id, body)


def late(begun: Event, screened_at: datetime, form: str | None, forms: Forms) -> tuple[Event, ...]:
    """The first events of a screening that is typed in from paper: `begun` with the true moment, and the form used up.

    Raises CommandError for a moment that is still to come.
    """
    if screened_at > begun.at:
        raise CommandError("the screening on paper lies ahead of the clock. Look at the date and time again.", "ahead")
    at = screened_at.astimezone(UTC).isoformat(timespec="seconds")
    first = replace(begun, body={**begun.body, "screened_at": at, **({"form": form} if form else {})})
    if form is None:
        return (first,)
    body = {"number": form, "screening": begun.stream.partition(":")[2]}
    return (first, Event(forms.reserved[form], "form_entered", begun.at, begun.by, body))


def done_on_paper(typed: str, screened_at: datetime, now: datetime) -> datetime | None:
    """When something was done by a form; both moments are local. A time alone is the first one after the screening.

    None for what is no moment, lies ahead, or comes before the screening.
    """
    for day in (screened_at, screened_at + timedelta(days=1)):
        at = told_moment(f"{day:%d/%m/%Y} {typed.strip()}", now)
        if at is not None and at >= screened_at:
            return at
    at = told_moment(typed, now)
    return at if at is not None and at >= screened_at else None
