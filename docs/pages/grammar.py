"""The reference of the SOP language, from the very table that the checker uses: every form, field and condition."""

from __future__ import annotations

from collections.abc import Iterator

from docs.pages.markdown import code, link, table
from sops import grammar
from sops.grammar import Either, Form, OneOf, Rule, Scalar, Seq, Shape, Table, Words

_SCALARS = {
    "text": "text in words",
    "label": "text",
    "id": "id (small letters, digits, `-`, `_`)",
    "date": "date, `2020-12-16`",
    "integer": "whole number",
    "number": "number",
    "parameter": "number, or the name of a parameter",
    "flag": "`yes` or `no`",
}
_BOUND = 1e9


def reference() -> Iterator[str]:
    """Every kind of file with its forms, then the conditions."""
    told: set[str] = set()
    for key, form in grammar.FILES.items():
        yield f"### File: {key}"
        yield ""
        yield f"A file that begins with the key `{key}:`."
        yield ""
        yield from _fields(form)
        yield from _sections(form, told)
    for which, operators in grammar.CONDITIONS.items():
        yield f"### Conditions in a {which}"
        yield ""
        yield "A condition is the name of a term, or one mapping that begins with one of these:"
        yield ""
        head = ("begins with", "what stands there", "holds when", "further keys")
        yield from table(head, map(_operator, operators.values()))
        for operator in operators.values():
            yield from _sections(operator, told)


def _sections(form: Form, told: set[str]) -> Iterator[str]:
    """The forms inside a form that were not told yet."""
    for inner in _inside(form):
        if inner.name in told:
            continue
        told.add(inner.name)
        yield f"#### {_heading(inner)}"
        yield ""
        if inner.conditional:
            where = "procedure" if inner.name.startswith("procedure") else "definition"
            yield f"One {link('condition', f'Conditions in a {where}')}, with these keys beside it:"
            yield ""
        yield from _fields(inner)


def _heading(form: Form) -> str:
    return f"Form: {form.name}"


def _fields(form: Form) -> Iterator[str]:
    yield from table(
        ("key", "what stands there", "must", "meaning"),
        ((f"`{key}`", _say(f.shape), "yes" if f.required else "", f.says) for key, f in form.fields.items()),
    )


def _operator(form: Form) -> tuple[str, str, str, str]:
    (key, lead), *more = form.fields.items()
    further = "; ".join(f"`{name}`: {_say(field.shape)} ({field.says})" for name, field in more)
    return f"`{key}`", _say(lead.shape), lead.says, further


def _inside(form: Form) -> Iterator[Form]:
    """The forms inside a form, each before those inside it."""
    for field in form.fields.values():
        for inner in _forms(field.shape):
            yield inner
            yield from _inside(inner)


def _forms(shape: Shape) -> Iterator[Form]:
    match shape:
        case Form():
            yield shape
        case Seq(of) | Table(of):
            yield from _forms(of)
        case Either(scalar, other):
            yield from _forms(scalar)
            yield from _forms(other)
        case _:
            return


def _say(shape: Shape) -> str:
    match shape:
        case Scalar(kind, least, most, _):
            bounds = f", {least:g} to {most:g}" if least > -_BOUND or most < _BOUND else ""
            return _SCALARS[kind] + bounds
        case OneOf(words):
            return code(*words)
        case Words(required):
            return f"text by language, at least {code(*required)}"
        case Seq(of):
            return f"list of: {_say(of)}"
        case Table(of, keys):
            return f"by {'id' if keys is None else 'word (' + code(*keys) + ')'}: {_say(of)}"
        case Form():
            return link(shape.name, _heading(shape))
        case Rule(which):
            return link("condition", f"Conditions in a {which}")
        case Either(scalar, other):
            return f"{_say(scalar)}; or {_say(other)}"
