"""The rim: one spelling of JSON for hashing and sealing, and a plain refusal of what no record may hold."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import cast

from screening.events import Json
from screening.records.errors import RefusedValue

__all__ = ["MOST_BYTES", "checked_text", "decode", "encode"]

MOST_BYTES = 256 * 1024  # of one event's clear or identifying part
_DEEPEST = 32
_INT = 2**63

_encoder = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), check_circular=False
)


def encode(value: Mapping[str, Json], what: str) -> bytes:
    """The canonical UTF-8 bytes of `value`: keys sorted, no spaces, nothing escaped that need not be.

    Tuples are written as lists. `what` names the value in a refusal, e.g. "answered of screening:17, identity"; the
    refusal tells the path to the culprit and never the culprit.
    Raises RefusedValue for NaN and infinities, NUL, lone surrogates, foreign types, keys that are no text, whole
    numbers beyond 64 bits, nesting beyond 32 and parts beyond 256 KiB.
    """
    if not value:
        return b"{}"
    _walk(value, (), what)
    raw = _encoder.encode(value if type(value) is dict else dict(value)).encode("utf-8")
    if len(raw) > MOST_BYTES:
        raise RefusedValue(
            f"{what}: {len(raw)} bytes are more than a record may hold ({MOST_BYTES}). Shorten the text."
        )
    return raw


def decode(raw: bytes) -> dict[str, Json]:
    """The mapping that `encode` wrote. Raises ValueError for anything else."""
    value = json.loads(raw)
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")
    return cast("dict[str, Json]", value)


def checked_text(text: str, what: str) -> str:
    """`text` itself, when it can be stored and read back. Raises RefusedValue for NUL and lone surrogates."""
    if reason := _bad_text(text):
        raise RefusedValue(f"{what} holds {reason}. Type it again without it.")
    return text


def _bad_text(text: str) -> str | None:
    if "\0" in text:
        return "a NUL character"
    if text.isascii():
        return None
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "half of a character (a lone surrogate)"
    return None


def _walk(value: object, path: tuple[str, ...], what: str) -> None:
    reason: str | None = None
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, str):
        reason = _bad_text(value)
    elif isinstance(value, int):
        reason = None if -_INT <= value < _INT else "a whole number beyond 64 bits"
    elif isinstance(value, float):
        reason = None if math.isfinite(value) else "a number that is not finite (NaN or infinity)"
    elif len(path) > _DEEPEST:
        reason = f"lists or mappings nested more than {_DEEPEST} deep"
    elif isinstance(value, (dict, list, tuple)) or (isinstance(value, Mapping) and not path):
        if isinstance(value, (list, tuple)):
            for number, item in enumerate(value):
                _walk(item, (*path, f"[{number}]"), what)
            return
        for key, item in value.items():
            if not isinstance(key, str) or _bad_text(key):
                reason = "a key that is not plain text"
                break
            _walk(item, (*path, key), what)
    else:
        reason = f"a {type(value).__name__}, which JSON does not know"
    if reason:
        where = ".".join(path).replace(".[", "[") or "the top"
        raise RefusedValue(f"{what}: at {where} there is {reason}. It was not recorded; correct it and record again.")
