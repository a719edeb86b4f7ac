"""The grammar as JSON Schema, so that any editor completes and checks SOP files."""

from __future__ import annotations

from typing import Any, Final

from sops import grammar
from sops.grammar import Either, Form, OneOf, Rule, Scalar, Seq, Shape, Table, Words
from sops.grammar.kinds import UNITS

_SCALARS: Final[dict[str, dict[str, Any]]] = {
    "text": {"type": "string", "pattern": "\\S"},
    "label": {"type": ["string", "number", "boolean"]},
    "id": {"type": ["string", "integer"], "pattern": "^[a-z0-9][a-z0-9_-]{0,59}$"},
    "date": {"type": "string", "pattern": "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
    "flag": {"enum": ["yes", "no", True, False]},
}


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of every kind of SOP file, made from the grammar table."""
    conditions = {f"{which}-condition": _conditions(which) for which in grammar.CONDITIONS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Paso Seguro SOP file",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in grammar.FILES],
        "$defs": {**{name: _shape(form) for name, form in grammar.FILES.items()}, **conditions},
    }


def _shape(shape: Shape) -> dict[str, Any]:
    match shape:
        case Scalar(kind, least, most, whole):
            number = {"type": "integer" if whole or kind == "integer" else "number", "minimum": least, "maximum": most}
            if kind in ("integer", "number"):
                return number
            if kind == "parameter":
                return {"anyOf": [number, {"type": "string", "pattern": _SCALARS["id"]["pattern"]}]}
            return dict(_SCALARS[kind])
        case OneOf(words):
            both = {"yes": [True], "no": [False]}
            return {"enum": [*words, *(value for word in words for value in both.get(word, ()))]}
        case Words(required):
            texts = dict.fromkeys(grammar.LANGUAGES, _SCALARS["text"])
            return {"type": "object", "properties": texts, "required": list(required), "additionalProperties": False}
        case Seq(of, least):
            return {"type": "array", "items": _shape(of), "minItems": least, "uniqueItems": True}
        case Table(of, keys, least):
            if keys is None:
                names = {"pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$"}
                of_any = {"additionalProperties": _shape(of), "propertyNames": names}
                return {"type": "object", **of_any, "minProperties": least}
            named = dict.fromkeys(keys, _shape(of))
            return {"type": "object", "properties": named, "additionalProperties": False, "minProperties": least}
        case Form():
            return _form(shape)
        case Rule(which):
            return {"$ref": f"#/$defs/{which}-condition"}
        case Either(scalar, other):
            return {"anyOf": [_shape(scalar), _shape(other)]}


def _form(form: Form) -> dict[str, Any]:
    fields = {name: {**_shape(field.shape), "description": field.says} for name, field in form.fields.items()}
    required = [name for name, field in form.fields.items() if field.required]
    if not form.conditional:
        closed = {"properties": fields, "required": required, "additionalProperties": False}
        return {"type": "object", **closed, "minProperties": form.least, **_measured(form)}
    which = "procedure" if form.name.startswith("procedure") else "definition"
    return {
        "anyOf": [
            {
                "type": "object",
                "properties": {**fields, **_fields_of(operator)},
                "required": [*required, *(name for name, field in operator.fields.items() if field.required)],
                "additionalProperties": False,
            }
            for operator in grammar.CONDITIONS[which].values()
        ]
    }


def _measured(form: Form) -> dict[str, Any]:
    """Between what the value of a parameter may lie, by its unit."""
    if not {"value", "unit"} <= form.fields.keys():
        return {}
    return {
        "allOf": [
            {
                "if": {"properties": {"unit": {"const": name}}, "required": ["unit"]},
                "then": {
                    "properties": {
                        "value": {
                            "type": "integer" if unit.whole else "number",
                            "minimum": unit.least,
                            "maximum": unit.most,
                        }
                    }
                },
            }
            for name, unit in UNITS.items()
        ]
    }


def _fields_of(operator: Form) -> dict[str, Any]:
    return {name: {**_shape(field.shape), "description": field.says} for name, field in operator.fields.items()}


def _conditions(which: str) -> dict[str, Any]:
    forms = [_form(form) for form in grammar.CONDITIONS[which].values()]
    return {"anyOf": [{"type": "string", "description": "the name of a term"}, *forms]}
