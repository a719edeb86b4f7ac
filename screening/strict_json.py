"""JSON as the norm has it: a doubled key, NaN or half a character is an error that names its path.

Source: RFC 8259, sections 4 and 6.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

__all__ = ["JsonError", "parse"]


class JsonError(ValueError):
    """The text cannot be used. `item` is what could be read of it all the same, None when nothing could."""

    def __init__(self, message: str, item: object = None) -> None:
        super().__init__(message)
        self.item = item


class _Doubted(Exception):
    """Something the fast reading does not explain: the slow one will."""


def parse(text: str) -> Any:
    """The value of a JSON text. Raises JsonError naming the path of what the norm does not allow."""
    try:
        if not text.isascii():
            text.encode()
        return _fast(text)
    except UnicodeEncodeError:
        raise JsonError("this is not UTF-8") from None
    except _Doubted:
        return _explained(text)
    except json.JSONDecodeError as problem:
        raise JsonError(f"this is not JSON: {problem.msg} at character {problem.pos + 1}") from None
    except RecursionError:
        raise JsonError("this is not JSON of a traveller: nested too deeply") from None
    except ValueError:
        raise JsonError("this is not JSON of a traveller: a number is too long") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _Doubted
    return made


def _doubt(_: str) -> Any:
    raise _Doubted


_fast: Final = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_doubt).decode


class _Pairs(list[tuple[str, Any]]):
    """An object with all its keys, doubled ones too."""


class _Constant(str):
    """NaN, Infinity or -Infinity, by name."""

    __slots__ = ()


def _explained(text: str) -> Any:
    found = json.loads(text, object_pairs_hook=_Pairs, parse_constant=_Constant)
    problem = next(_problems(found, ""), "something here is not JSON")
    raise JsonError(problem, json.loads(text))


def _problems(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, _Constant):
        yield f"{path or 'the line'}: {value} is not a number"
    elif isinstance(value, _Pairs):
        seen = set[str]()
        for key, inner in value:
            here = f"{path}.{key}" if path else key
            if key in seen:
                yield f"{here}: this key stands here twice. Keep one."
            seen.add(key)
            yield from _problems(inner, here)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _problems(inner, f"{path}[{place}]")
