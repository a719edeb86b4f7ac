"""Plain checked data -> the text of an SOP file that reads back as the same data: the same bytes for the same data."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from sops import grammar
from sops.grammar import Either, Form, Rule, Scalar, Seq, Shape, Table

_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line breaks to YAML, letters to JSON."""


def rendered(kind: str, data: Mapping[str, Any]) -> bytes:
    """The bytes of a file of that kind, in the flow style that YAML shares with JSON."""
    text = json.dumps(_written(data, grammar.FILES[kind]), ensure_ascii=False, indent=1)
    return (_BREAKS.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n").encode()


def _written(value: Any, shape: Shape) -> Any:
    """A value as its author writes it: flags are words, and a condition stands beside the fields of its form."""
    match shape:
        case Scalar("flag"):
            return "yes" if value else "no"
        case Seq(of):
            return [_written(each, of) for each in value]
        case Table(of):
            return {key: _written(each, of) for key, each in value.items()}
        case Form(fields=fields, conditional=conditional):
            written = {key: _written(each, fields[key].shape) for key, each in value.items() if key in fields}
            if conditional:
                written |= _written(
                    value["when"], Rule("procedure" if shape.name.startswith("procedure") else "definition")
                )
            return written
        case Rule(which) if isinstance(value, Mapping):
            return _written(value, grammar.CONDITIONS[which][next(iter(value))])
        case Either(scalar, other):
            return _written(value, other if isinstance(value, dict | list) else scalar)
    return value
