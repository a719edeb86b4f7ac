"""One value of an SOP file: a text, an id, a day, a number. Made into data, or told with its cure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from sops.grammar.kinds import Scalar
from sops.mistakes import Kind
from sops.reading import Node

ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?")
DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_DAY: Final = "2000-01-01"
LAST_DAY: Final = "2099-12-31"
"""The days between which a date of ours may lie."""
_TOO_LARGE: Final = re.compile(r"-?[0-9]{10,}(\.[0-9]*)?")
_NOTHING: Final = ("~", "null", "Null", "NULL")
"""What YAML writes for an empty value."""
_READ_OTHERWISE: Final = re.compile(
    r"[-+]?\.?[0-9][0-9_.,]*(e[-+]?[0-9]+)?|[-+]?\.(inf|nan)|true|false|0x[0-9a-f]+", re.IGNORECASE
)
"""What other programs read as a number, or as yes or no, where it stands without quotes."""

_NO_LABEL: Final = re.compile(r"[-+]?\.(inf|nan)|true|false|-[0-9.]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a value could not be made."""

    kind: Kind
    message: str


def short(text: object) -> str:
    """A text as a message shows it."""
    shown = str(text)
    return shown if len(shown) <= 60 else shown[:57] + "..."


def text_of(node: Node) -> str | Wrong:
    """The text of a single value that is not empty."""
    if node.text is None:
        return Wrong("type", f"a single value is wanted here, not {node.what}. Write one value behind the colon.")
    if not node.text.strip() or (node.plain and node.text in _NOTHING):
        return Wrong("value", "nothing stands here. Write a value or remove the key.")
    return node.text


def scalar(node: Node, shape: Scalar) -> str | bool | int | float | Wrong:
    """The value of a node: text, day and id as str; a flag as bool; a number as int or float."""
    text = text_of(node)
    if isinstance(text, Wrong):
        return text
    match shape.kind:
        case "label":
            if node.plain and _NO_LABEL.fullmatch(text):
                return Wrong("type", f'"{short(text)}" names nothing. Write a name, or put it in quotes.')
            return text
        case "text":
            if node.plain and _READ_OTHERWISE.fullmatch(text):
                return Wrong("type", f'"{short(text)}" is no text in words. Write words, or put it in quotes.')
            return text
        case "id":
            if ID.fullmatch(text):
                return text
            message = f'"{short(text)}" is not an id. Use lower-case letters, digits, "-" and "_", at most 60.'
            return Wrong("value", message)
        case "flag":
            if text in ("yes", "no"):
                return text == "yes"
            return Wrong("type", f'"{short(text)}" is neither yes nor no. Write yes or no.')
        case "date":
            return _date(text)
        case "integer" | "number" | "parameter":
            return _number(text, shape, plain=node.plain)


def _date(text: str) -> str | Wrong:
    try:
        if not DATE.fullmatch(text):
            raise ValueError("it is not written as year-month-day")  # noqa: TRY301 - one message for both
        date.fromisoformat(text)
    except ValueError as problem:
        return Wrong("date", f'"{short(text)}" is no date: {problem}. Write it as 2020-12-16.')
    if not FIRST_DAY <= text <= LAST_DAY:
        return Wrong("date", f"{text} lies outside {FIRST_DAY} to {LAST_DAY}. Correct the year.")
    return text


def _number(text: str, shape: Scalar, *, plain: bool) -> str | int | float | Wrong:
    if shape.kind == "parameter" and ID.fullmatch(text) and not text[0].isdigit():
        return text
    if _TOO_LARGE.fullmatch(text):
        return Wrong("value", f"{short(text)} is far too large. Write a number of at most 9 digits.")
    if not NUMBER.fullmatch(text):
        wanted = "a whole number" if shape.kind == "integer" else "a number"
        return Wrong("type", f'"{short(text)}" is not {wanted}. Write digits, for example 14.')
    if not plain:
        return Wrong("type", f'"{text}" stands in quotes, so it is a text. Write the number bare: {text}.')
    number = float(text) if "." in text else int(text)
    if shape.kind == "integer" and not isinstance(number, int):
        return Wrong("type", f'"{text}" is not a whole number. Write it without a point.')
    if not shape.least <= number <= shape.most:
        return Wrong("value", f"{text} lies outside {shape.least:g} to {shape.most:g}. Correct the number.")
    if shape.whole and number != int(number):
        return Wrong("value", f"{text} cannot be meant: these are counted in wholes. Write it without a point.")
    return number
