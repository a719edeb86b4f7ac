"""The form of an overlay: what a ministry or a post sets differently on one named edition. Data only, never code."""

from __future__ import annotations

from typing import Final

from sops.grammar.definition import DATED, PARAM
from sops.grammar.invariants import INVARIANT
from sops.grammar.kinds import DATE, ID, LABEL, SOURCE, Field, Form, OneOf, Scalar, Seq, Table, Words
from sops.grammar.procedure import COURSE, DUTY, PRECAUTION, STEP, TERM
from sops.grammar.words import POST_KINDS

OVERLAY: Final = Form(
    "overlay",
    {
        "overlay": Field(ID, "id, for example pa-minsa; posts name it under `overlays`", required=True),
        "edition": Field(DATE, "the overlay's own date", required=True),
        **DATED,
        "on": Field(LABEL, "the edition it lies on, for example poe-entry@2020-01-31", required=True),
        "parameters": Field(
            Table(
                Form(
                    "overlaid parameter",
                    {
                        "value": Field(Scalar("number"), "the number that counts here", required=True),
                        "source": Field(SOURCE, "who set it, and where it is written", required=True),
                    },
                )
            ),
            "parameters of the edition with another number; their unit and name stay",
        ),
        "texts": Field(
            Table(Words()),
            "texts of the edition in other words, by path: steps.observe.do, duties.isolate.title, title",
        ),
        "posts": Field(Seq(OneOf(POST_KINDS)), "kinds of post for which the procedure is complete with this overlay"),
        "add parameters": Field(Table(Form("parameter", PARAM.fields)), "further numbers, for what is added here"),
        "add terms": Field(Table(TERM), "further named conditions"),
        "add steps": Field(
            Seq(
                Form(
                    "added steps",
                    {
                        "before": Field(ID, "every way that led here leads to the first added step", required=True),
                        "steps": Field(Seq(STEP), "the steps, with their own ways on", required=True),
                    },
                )
            ),
            "further steps",
        ),
        "add courses": Field(Table(COURSE), "further courses"),
        "add duties": Field(
            Seq(
                Form(
                    "added duty",
                    {
                        "into": Field(
                            Seq(ID),
                            "courses that owe it, ahead of the duty with which the traveller leaves",
                            required=True,
                        ),
                        **DUTY.fields,
                    },
                )
            ),
            "further duties",
        ),
        "add precaution": Field(
            Seq(
                Form(
                    "added precaution rule",
                    {"ahead of": Field(ID, "the rule that it is asked before", required=True), **PRECAUTION.fields},
                )
            ),
            "further precaution rules",
        ),
        "add invariants": Field(Seq(INVARIANT), "what must hold here besides; it is proved with the others"),
    },
)
