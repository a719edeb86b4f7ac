"""Who may sit at a desk of this post, and the PIN of each: a fold of the events in the stream `post:officers`.

A PIN is never kept: only its scrypt digest with a salt of its own, sealed like everything that belongs to one person.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from screening.commands import CommandError, Officer
from screening.events import Event, Json
from sops.grammar.words import ROLES

__all__ = ["LOCKED", "ROLES", "SALT_BYTES", "STREAM", "UNKNOWN", "Account", "Refused"]
__all__ += ["add", "digest", "gather", "is_right", "pause_s", "refuse", "refused", "remove", "renew"]

STREAM: Final = "post:officers"
LOCKED: Final = "locked-desk"
"""Stands in the log where an officer would, for what is done at a desk that nobody has unlocked."""
UNKNOWN: Final = "unknown"
"""Whose a wrong PIN was, where no officer of that code may sign in here."""
SALT_BYTES: Final = 16
_SCRYPT: Final = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}  # about 50 ms and 16 MiB a try on the reference machine
_LEADS: Final = "supervisor"
_FIGURES: Final = (4, 8)
_LONGEST_PAUSE_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class Account:
    """An officer of the post. `salt` and `pin` are hexadecimal; both are empty once the key of the stream is gone."""

    id: str
    role: str
    name: str
    salt: str
    pin: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A wrong PIN: when, for which officer, at which desk, and how many there had been in a row with it."""

    at: datetime
    officer: str
    desk: str
    in_a_row: int


def refused(events: Iterable[Event]) -> tuple[Refused, ...]:
    """The wrong PINs, oldest first."""
    return tuple(
        Refused(event.at, str(event.body["officer"]), str(event.body["desk"]), int(str(event.body["in_a_row"])))
        for event in events
        if event.kind == "pin_refused"
    )


def refuse(known: Mapping[str, Account], officer: str, who: Officer, *, desk: str, in_a_row: int) -> Event:
    """A PIN was wrong. Nothing of it is kept, and no code but that of a known officer."""
    body: dict[str, Json] = {"officer": officer if officer in known else UNKNOWN, "desk": desk, "in_a_row": in_a_row}
    return Event(STREAM, "pin_refused", who.at, who.id, body)


def gather(events: Iterable[Event]) -> Mapping[str, Account]:
    """The officers who may sign in, by id, in the order in which they came."""
    found: dict[str, Account] = {}
    for event in events:
        officer = str(event.body.get("officer"))
        sealed = {key: str(event.identity.get(key, "")) for key in ("name", "salt", "pin")}
        match event.kind:
            case "officer_added":
                found[officer] = Account(officer, str(event.body["role"]), **sealed)
            case "officer_pin_set" if officer in found:
                found[officer] = replace(found[officer], salt=sealed["salt"], pin=sealed["pin"])
            case "officer_removed":
                found.pop(officer, None)
    return found


def add(known: Mapping[str, Account], account: Account, pin: str, who: Officer) -> Event:
    """A new officer with a first PIN; `account.salt` is fresh. Raises CommandError, with words."""
    if not account.id or account.id in known or account.id == LOCKED:
        raise CommandError(
            f"there is an officer '{account.id}' already, or the code is empty. Choose another code.", "officer_taken"
        )
    _must_lead(known, who)
    if not known and account.role != _LEADS:
        raise CommandError("the first officer with a PIN is a supervisor, who adds the others", "first_leads")
    if account.role not in ROLES:
        raise CommandError(f"'{account.role}' is no role of a post. Choose one of {', '.join(ROLES)}.")
    sealed = {"name": account.name, "salt": account.salt, "pin": digest(_checked(pin), account.salt)}
    body = {"officer": account.id, "role": account.role}
    return Event(STREAM, "officer_added", who.at, who.id, body, {key: value for key, value in sealed.items() if value})


def renew(known: Mapping[str, Account], officer: str, pin: str, salt: str, who: Officer) -> Event:
    """Another PIN for an officer, set by a supervisor or by that officer. Raises CommandError."""
    _must_know(known, officer)
    if officer != who.id:
        _must_lead(known, who)
    sealed = {"salt": salt, "pin": digest(_checked(pin), salt)}
    return Event(STREAM, "officer_pin_set", who.at, who.id, {"officer": officer}, sealed)


def remove(known: Mapping[str, Account], officer: str, who: Officer) -> Event:
    """The officer signs in here no more; what was done under the code stays. The last supervisor may not go."""
    _must_know(known, officer)
    _must_lead(known, who)
    if not any(each.role == _LEADS for each in known.values() if each.id != officer):
        raise CommandError("this is the last supervisor with a PIN. Add another one first.", "last_leads")
    return Event(STREAM, "officer_removed", who.at, who.id, {"officer": officer})


def digest(pin: str, salt: str) -> str:
    """The scrypt digest of a PIN, hexadecimal."""
    return hashlib.scrypt(pin.encode(), salt=bytes.fromhex(salt), **_SCRYPT).hex()


def is_right(account: Account, pin: str) -> bool:
    """Whether this is the officer's PIN. Takes the same time whether it is or not."""
    return bool(account.pin) and hmac.compare_digest(digest(pin, account.salt), account.pin)


def pause_s(failures: int) -> float:
    """Seconds to wait after so many wrong PINs in a row: 1, 2, 4 ... at most a minute; never a lock-out.

    >>> [pause_s(failures) for failures in (0, 1, 2, 3, 20)]
    [0.0, 1.0, 2.0, 4.0, 60.0]
    """
    return min(2.0 ** min(failures - 1, 10), _LONGEST_PAUSE_S) if failures else 0.0


def _checked(pin: str) -> str:
    least, most = _FIGURES
    if not (pin.isascii() and pin.isdigit() and least <= len(pin) <= most):
        raise CommandError(
            f"a PIN has {least} to {most} figures and nothing else", "pin_figures", least=least, most=most
        )
    if len(set(pin)) == 1:
        raise CommandError("all figures of this PIN are the same. Choose another one.", "pin_same")
    return pin


def _must_lead(known: Mapping[str, Account], who: Officer) -> None:
    if known and (who.id not in known or known[who.id].role != _LEADS):
        raise CommandError("this is for a supervisor to do. Let the supervisor sign in.", "supervisor")


def _must_know(known: Mapping[str, Account], officer: str) -> None:
    if officer not in known:
        raise CommandError(f"there is no officer '{officer}' at this post", "officer_unknown")
