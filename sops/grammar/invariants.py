"""The form of an invariant: what must hold on every walk through a procedure, to be proved before it binds anyone."""

from __future__ import annotations

from typing import Final

from sops.grammar.kinds import ID, LABEL, SOURCE, Field, Form, OneOf, Rule, Seq, Table, Words
from sops.grammar.words import DOES

_invariant = Rule("invariant")
_PARTS = ("source", "do", "phrases", "owner", "within", "escalates to", "paper")

CLAIMS: Final[dict[str, tuple[str, ...]]] = {
    "never": (),
    "before each": ("holds",),
    "each": ("with", "has"),
    "each doing": ("ends with",),
    "no condition reads": (),
    "makes no difference": ("but for",),
    "one step away": ("begins with",),
}
"""What an invariant may claim, by the key that says it, with the keys that stand beside it."""

OPTIONAL: Final = ("with", "but for")

INVARIANT: Final = Form(
    "invariant",
    {
        "invariant": Field(ID, "id, unique in the procedure", required=True),
        "title": Field(Words(), "what it says, in one sentence", required=True),
        "never": Field(_invariant, "at the end of no walk this holds"),
        "before each": Field(Seq(OneOf(DOES)), "whenever a step that does one of these is about to be asked ..."),
        "holds": Field(_invariant, "... this holds"),
        "each": Field(OneOf(("step", "duty")), "each of them ..."),
        "with": Field(OneOf(_PARTS), "... that has this part (left out: all of them) ..."),
        "has": Field(Seq(OneOf(_PARTS)), "... has these parts too"),
        "each doing": Field(OneOf(DOES), "each step or duty that does this ..."),
        "ends with": Field(OneOf(DOES), "... does this later, in itself"),
        "no condition reads": Field(Seq(ID), "no condition looks at what was answered to these steps"),
        "makes no difference": Field(
            Table(Seq(LABEL, least=2)), "which of these is answered to the step changes neither the way nor its end ..."
        ),
        "but for": Field(Seq(ID), "... except that these steps are passed"),
        "one step away": Field(ID, "this interrupt can break in at every step and lead back to it ..."),
        "begins with": Field(Seq(OneOf(DOES)), "... and its first step does one of these"),
        "source": Field(SOURCE, "where it is written; the clause is its number there", required=True),
    },
)
