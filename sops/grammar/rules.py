"""What a condition may say, by the word it begins with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sops import facts
from sops.grammar.kinds import DAYS, FLAG, ID, LABEL, Field, Form, OneOf, Rule, Scalar, Seq, Shape, Table, measure
from sops.grammar.words import ALERTS, CLASSES, DOES, OUTCOMES, POST_KINDS, ROLES, SEXES

_COUNTED = Scalar("parameter", 0, 100_000)
_definition = Rule("definition")
_procedure = Rule("procedure")
_invariant = Rule("invariant")


def _operators(rule: Rule) -> dict[str, Form]:
    return {
        "all of": Form("all of", {"all of": Field(Seq(rule), "every part holds", required=True)}),
        "any of": Form("any of", {"any of": Field(Seq(rule), "at least one part holds", required=True)}),
        "none of": Form("none of", {"none of": Field(Seq(rule), "no part holds", required=True)}),
        "at least": Form(
            "at least",
            {
                "at least": Field(Scalar("integer", 1, 50), "how many parts must hold", required=True),
                "of": Field(Seq(rule), "the parts that are counted", required=True),
            },
        ),
    }


def _leaf(lead: str, shape: Shape, says: str, **more: Field) -> tuple[str, Form]:
    fields = {lead: Field(shape, says, required=True)} | {key.replace("_", " "): field for key, field in more.items()}
    return lead, Form(lead, fields)


_CONDITIONS: Final[dict[str, dict[str, Form]]] = {
    "definition": _operators(_definition)
    | dict(
        [
            _leaf("sign", OneOf(facts.SIGNS), "the sign is present"),
            _leaf("any sign", OneOf(("who", "all")), "one of the WHO signs, or of all signs, is present"),
            _leaf("reading at least", measure("degrees Celsius"), "the deciding temperature reading, degrees Celsius"),
            _leaf("onset within days", DAYS, "the first day of illness is at most so many days ago"),
            _leaf("fact", OneOf(facts.JUDGEMENTS), "the fact was answered yes"),
            _leaf("unasked", OneOf(facts.JUDGEMENTS), "nobody asked for the fact"),
            _leaf("imaging", OneOf(facts.IMAGING), "result of chest imaging"),
            _leaf("deceased", OneOf(facts.DEATH), "a fact about a death"),
            _leaf(
                "exposure",
                ID,
                "name of an exposure of this edition",
                within_days=Field(DAYS, "length of the window, both ends in", required=True),
                before=Field(
                    OneOf(("onset", "screening", "onset or screening")), "where the window ends", required=True
                ),
            ),
            _leaf(
                "test",
                Form(
                    "test",
                    {
                        "type": Field(Seq(OneOf(facts.TEST_TYPES)), "types of test that count", required=True),
                        "result": Field(OneOf(facts.TEST_RESULTS), "the result", required=True),
                    },
                ),
                "a test with that result",
            ),
            _leaf("class", OneOf(CLASSES[1:]), "a criterion of that class is met"),
            _leaf("criterion", LABEL, "that criterion is met, for example suspected.A"),
        ]
    ),
    "procedure": _operators(_procedure)
    | dict(
        [
            ("possibly", Form("possibly", {"possibly": Field(_procedure, "it is not excluded", required=True)})),
            _leaf("answered", Table(Seq(LABEL), least=1), "the step was answered with one of these"),
            _leaf(
                "ended with", Table(Seq(LABEL), least=1), "an interrupt that a person pressed led back with that answer"
            ),
            _leaf("any sign", OneOf(("who", "all")), "one of the WHO signs, or of all signs, is present"),
            _leaf("reading at least", measure("degrees Celsius"), "the deciding temperature reading, degrees Celsius"),
            _leaf(
                "number at least", _COUNTED, "the number given at a step", of_step=Field(ID, "the step", required=True)
            ),
            _leaf("number below", _COUNTED, "the number given at a step", of_step=Field(ID, "the step", required=True)),
            _leaf("camp-like post", FLAG, "the post counts as a camp-like setting (a setting of the post)"),
            _leaf("test positive", FLAG, "a test that shows an infection now is positive; antibodies do not"),
            _leaf("class at least", OneOf(CLASSES[1:]), "the class, floor of what is known"),
            _leaf("ceiling at least", OneOf(CLASSES[1:]), "the highest class that is still possible"),
            _leaf("is contact", FLAG, "the contact definition is met"),
            _leaf("alert", OneOf(ALERTS), "the alert is up"),
            _leaf("age below", measure("years"), "age in years"),
            _leaf("age months below", measure("months"), "age in months, where it is known so finely"),
            _leaf("sex is", OneOf(SEXES), "the sex in the document or as told; X is unknown"),
            _leaf("open fact", LABEL, "that fact can still change the class"),
            _leaf("post is", Seq(OneOf(POST_KINDS)), "kind of post"),
            _leaf("on duty", OneOf(ROLES), "somebody of that role is at the post"),
        ]
    ),
}
CONDITIONS: Final[Mapping[str, Mapping[str, Form]]] = _CONDITIONS | {
    "invariant": _CONDITIONS["procedure"]
    | _operators(_invariant)
    | dict(
        [
            ("possibly", Form("possibly", {"possibly": Field(_invariant, "it is not excluded", required=True)})),
            _leaf("did", Seq(OneOf(DOES)), "a step that does one of these was passed"),
            _leaf("course is", Seq(ID), "the walk has ended with one of these courses"),
            _leaf("outcome is", Seq(OneOf(OUTCOMES)), "its course leads to one of these outcomes"),
            _leaf("course does", Seq(OneOf(DOES)), "a duty of its course that is owed does one of these"),
        ]
    ),
}
"""What a condition may say, by the word it begins with."""
