"""The shapes a value in an SOP file may have, and the few scalars and forms that every kind of file uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sops.grammar.words import MARKS

ScalarKind = Literal["text", "label", "id", "date", "integer", "number", "parameter", "flag"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `number` and `integer` are bounded; `parameter` is a number or the name of a parameter.

    `text` is read by people and holds words; a `label` may be a bare number, as a clause or a desk.
    """

    kind: ScalarKind
    least: float = -1e9
    most: float = 1e9
    whole: bool = False


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word of a closed list."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The same text in several languages; `required` ones must be there and none may be empty."""

    required: tuple[str, ...] = ("en", "es")


@dataclass(frozen=True, slots=True)
class Seq:
    """A list of one shape."""

    of: Shape
    least: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """An open mapping from ids (or the given words) to one shape."""

    of: Shape
    keys: tuple[str, ...] | None = None
    least: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a form: its shape, whether it must be there, and a sentence for the documentation."""

    shape: Shape
    says: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A closed mapping. `conditional` forms are conditions with these fields beside the operator."""

    name: str
    fields: Mapping[str, Field]
    conditional: bool = False
    least: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition; `which` names the leaves it may use."""

    which: Literal["definition", "procedure", "invariant"]


@dataclass(frozen=True, slots=True)
class Either:
    """A scalar shape, or a mapping/list shape, told apart by what stands in the file."""

    scalar: Shape
    other: Shape


Shape: TypeAlias = Scalar | OneOf | Words | Seq | Table | Form | Rule | Either


@dataclass(frozen=True, slots=True)
class Unit:
    """Between what a number of that unit can mean anything at a border, and whether it is counted in wholes."""

    least: float
    most: float
    whole: bool = True


UNITS: Final[Mapping[str, Unit]] = {
    "minutes": Unit(1, 10_080),
    "days": Unit(1, 400),
    "months": Unit(1, 1_200),
    "years": Unit(1, 120),
    "metres": Unit(0.1, 100, whole=False),
    "degrees Celsius": Unit(34, 43, whole=False),
    "per cent": Unit(0, 100, whole=False),
    "breaths a minute": Unit(5, 120),
    "times a day": Unit(1, 100),
    "persons": Unit(1, 100_000),
    "rows": Unit(1, 60),
}


def measure(unit: str) -> Scalar:
    """A number of that unit, or the name of a parameter."""
    return Scalar("parameter", UNITS[unit].least, UNITS[unit].most, UNITS[unit].whole)


TEXT, LABEL, ID, DATE = Scalar("text"), Scalar("label"), Scalar("id"), Scalar("date")
FLAG = Scalar("flag")
DAYS = measure("days")
MINUTES = measure("minutes")

SOURCE: Final = Form(
    "source",
    {
        "document": Field(ID, "id of a document in sources.yaml", required=True),
        "clause": Field(LABEL, "where in the document", required=True),
        "mark": Field(OneOf(MARKS), "how sure we are of the wording; design marks a setting of ours"),
    },
)
