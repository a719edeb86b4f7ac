"""Documents of people who never were: machine-readable zones of the state of Utopia (UTO), with right check digits.

The first passport and the first card are the specimens of the norm itself.
Source: ICAO Doc 9303, part 3 section 4.9 (check digits), parts 4 to 7 (layouts).
"""

from __future__ import annotations

from itertools import cycle

__all__ = ["NORM_CARD", "NORM_PASSPORT", "card", "passport", "small_card", "visa"]

NORM_PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
NORM_CARD = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"


def passport(*holder: str) -> str:
    """A passport (TD3) of surname, given names, number, birth, sex and expiry; days are written yymmdd."""
    surname, given, number, born, sex, expires = holder
    first = _fill(f"P<UTO{_name(surname, given)}", 44)
    numbered, birth, expiry = _digited(_fill(number, 9)), _digited(born), _digited(expires)
    rest = _digited("<" * 14)
    composite = _digit(numbered + birth + expiry + rest)
    return f"{first}\n{numbered}UTO{birth}{sex}{expiry}{rest}{composite}"


def card(*holder: str) -> str:
    """An identity card of three lines (TD1)."""
    surname, given, number, born, sex, expires = holder
    first = _fill(f"I<UTO{_digited(_fill(number, 9))}", 30)
    birth, expiry = _digited(born), _digited(expires)
    composite = _digit(first[5:] + birth + expiry + "<" * 11)
    second = f"{birth}{sex}{expiry}UTO{'<' * 11}{composite}"
    return f"{first}\n{second}\n{_fill(_name(surname, given), 30)}"


def small_card(*holder: str) -> str:
    """An identity card of two lines (TD2)."""
    surname, given, number, born, sex, expires = holder
    numbered, birth, expiry = _digited(_fill(number, 9)), _digited(born), _digited(expires)
    composite = _digit(numbered + birth + expiry + "<" * 7)
    return f"{_fill(f'I<UTO{_name(surname, given)}', 36)}\n{numbered}UTO{birth}{sex}{expiry}{'<' * 7}{composite}"


def visa(*holder: str) -> str:
    """A visa of the larger size (MRV-A)."""
    surname, given, number, born, sex, expires = holder
    numbered, birth, expiry = _digited(_fill(number, 9)), _digited(born), _digited(expires)
    return f"{_fill(f'V<UTO{_name(surname, given)}', 44)}\n{_fill(f'{numbered}UTO{birth}{sex}{expiry}', 44)}"


def _name(surname: str, given: str) -> str:
    return f"{surname}<<{given}".replace(" ", "<")


def _fill(text: str, length: int) -> str:
    return text[:length].ljust(length, "<")


def _digited(text: str) -> str:
    return text + _digit(text)


def _digit(text: str) -> str:
    values = (0 if sign == "<" else int(sign, 36) for sign in text)
    return str(sum(value * weight for value, weight in zip(values, cycle((7, 3, 1)), strict=False)) % 10)
