"""Slip numbers: `PA-DAR-LB-1K7-48210377-Q`, unique offline and safe to read out and type.

post prefix, then three characters (the desk's and two drawn at random for this installation), then a counter of eight
digits that starts at a random place, then the check character. The text has 37 possible symbols, letters, digits and
hyphen, and 37 is prime: ISO 7064 MOD 37-2 over the whole text, hyphens included, therefore catches every single wrong
character and every swap of two neighbours. The few numbers whose check character would be the 37th are not given out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["COUNTERS", "SYMBOLS", "NotASlipNumber", "SlipNumber", "check_character", "is_valid", "make", "parse"]

SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
COUNTERS = 10**8
_VALUE = {symbol: value for value, symbol in enumerate(SYMBOLS + "-")}
_PREFIX = re.compile(r"[A-Z0-9]{1,6}(?:-[A-Z0-9]{1,6}){0,3}", re.ASCII)
_INSTALL = re.compile(r"[A-Z0-9]{3}", re.ASCII)
_NUMBER = re.compile(r"([A-Z0-9]{1,6}(?:-[A-Z0-9]{1,6}){0,3})-([A-Z0-9]{3})-([0-9]{8})-([A-Z0-9])", re.ASCII)


class NotASlipNumber(ValueError):
    """The text is no slip number, or was mistyped; the message says which."""


@dataclass(frozen=True, slots=True)
class SlipNumber:
    """The parts of a slip number; `text` is the whole, as printed."""

    prefix: str
    install: str
    counter: int
    text: str


def check_character(payload: str) -> str | None:
    """The symbol that brings `payload` (all before the check character) to 1 modulo 37; None for the 37th symbol."""
    total = 0
    for symbol in payload:
        total = (total + _VALUE[symbol]) * 2 % 37
    value = (1 - total) % 37
    return SYMBOLS[value] if value < 36 else None


def make(prefix: str, install: str, counter: int) -> str | None:
    """The number in text, or None when this counter is one of those that are not given out (one in 37).

    Raises ValueError for a prefix, install or counter that is out of the pattern.
    """
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"slip prefix {prefix!r} is not 1 to 4 groups of 1 to 6 capitals or digits, such as PA-DAR-LB")
    if not _INSTALL.fullmatch(install) or not 0 <= counter < COUNTERS:
        raise ValueError(
            f"install {install!r} is not three capitals or digits, or counter {counter} has more than 8 digits"
        )
    payload = f"{prefix}-{install}-{counter:08d}-"
    check = check_character(payload)
    return None if check is None else payload + check


def parse(text: str) -> SlipNumber:
    """The parts of a number as typed or scanned; outer spaces and small letters are forgiven, nothing else is.

    Raises NotASlipNumber.
    """
    tidy = text.strip().upper()
    found = _NUMBER.fullmatch(tidy)
    if not found:
        raise NotASlipNumber("this is not a slip number; one looks like PA-DAR-LB-1K7-48210377-Q")
    if check_character(tidy[:-1]) != found[4]:
        raise NotASlipNumber("a character of this slip number is wrong, or two are swapped; look at the slip again")
    return SlipNumber(found[1], found[2], int(found[3]), tidy)


def is_valid(text: str) -> bool:
    """Whether `parse` accepts it."""
    try:
        parse(text)
    except NotASlipNumber:
        return False
    return True
