"""The form of a procedure: steps, interrupts, precaution, courses and duties."""

from __future__ import annotations

from typing import Final

from sops import facts
from sops.grammar.definition import ASSUMPTION, DATED, NAMED, OVERLAID, PARAM
from sops.grammar.invariants import INVARIANT
from sops.grammar.kinds import (
    DATE,
    FLAG,
    ID,
    LABEL,
    MINUTES,
    SOURCE,
    Either,
    Field,
    Form,
    OneOf,
    Rule,
    Scalar,
    Seq,
    Table,
    Words,
)
from sops.grammar.words import ANSWERS, CLASSES, DOES, OUTCOMES, PAPERS, POST_KINDS, RECORDS, ROLES

_procedure = Rule("procedure")

SETS: Final = Form(
    "sets",
    {
        "signs": Field(Table(OneOf(("yes", "no")), keys=facts.SIGNS, least=1), "signs settled by this answer"),
        "judgements": Field(
            Table(OneOf(("yes", "no")), keys=facts.JUDGEMENTS, least=1), "facts settled by this answer"
        ),
        "no exposure": Field(Seq(OneOf(tuple(facts.EXPOSURE_FIELDS))), "kinds of exposure denied by this answer"),
        "tests": Field(OneOf(("none",)), "no test is known"),
    },
)
SHARED: Final = OneOf(("party",))
ROUTE: Final = Form(
    "route",
    {
        "when": Field(_procedure, "taken when this holds; left out: always"),
        "go": Field(ID, "the next step, or the name of an interrupt, or `end`", required=True),
    },
)
OPTION: Final = Form(
    "option",
    {
        "title": Field(Words(), "words on the answer key", required=True),
        "value": Field(Scalar("number"), "the number this option stands for"),
        "phrase": Field(ID, "phrase shown to the traveller"),
        "also": Field(LABEL, "another word by which scripts may give this answer"),
    },
)
NOTE: Final = Form(
    "note",
    {
        "title": Field(Words(), "what is typed there", required=True),
        "required": Field(FLAG, "a yes without it is no answer"),
    },
)
STEP: Final = Form(
    "step",
    {
        "step": Field(ID, "id, unique in the procedure", required=True),
        "part": Field(LABEL, "its number in the written procedure, for example B4", required=True),
        "by": Field(OneOf(ROLES), "who does it", required=True),
        "title": Field(Words(), "its name in the rail of steps", required=True),
        "do": Field(Words(), "what the official does"),
        "ask": Field(Words(), "the question, in the official's words", required=True),
        "phrases": Field(Seq(ID), "what is said to or asked of the traveller, by phrase id"),
        "answer": Field(OneOf(ANSWERS), "how it is answered", required=True),
        "answered by": Field(
            OneOf(("staff",)),
            "who answers; left out, the traveller, who may refuse. What staff see or judge themselves nobody refuses",
        ),
        "options": Field(Table(OPTION), "the answers of a choice, in the order of the keys"),
        "notes": Field(Table(NOTE), "what a yes may name in a few typed words; they are sealed"),
        "records": Field(OneOf(RECORDS), "the fact that takes the answer's value"),
        "with": Field(Table(LABEL, least=1), "fixed fields of the exposure that this answer records"),
        "sets": Field(Table(SETS, least=1), "further facts settled, by answer"),
        "mandatory": Field(FLAG, "asked even when it can no longer change anything"),
        "needed by": Field(Seq(OneOf(PAPERS)), "papers that print the answer"),
        "only when": Field(
            _procedure, "the step exists only when this holds; with `possibly` also where it is not known"
        ),
        "wait": Field(
            Form(
                "wait",
                {
                    "minutes": Field(MINUTES, "how long", required=True),
                    "after": Field(ID, "the step from whose answer it runs", required=True),
                    "title": Field(Words(), "what the traveller waits for", required=True),
                },
            ),
            "the step may be answered only after a rest; meanwhile the traveller is parked",
        ),
        "identifying": Field(FLAG, "the answer identifies somebody and is sealed"),
        "shared by": Field(SHARED, "who travel together answer alike: it is proposed to the next"),
        "does": Field(Seq(OneOf(DOES)), "what is done here; invariants rest on it"),
        "then": Field(Either(ID, Seq(ROUTE)), "where it leads: a step, an interrupt or `end`", required=True),
        "source": Field(SOURCE, "where it is written", required=True),
    },
)
INTERRUPT: Final = Form(
    "interrupt",
    {
        "title": Field(Words(), "its name on the button", required=True),
        "first": Field(ID, "its first step", required=True),
        "source": Field(SOURCE, "where it is written", required=True),
    },
)
DUTY: Final = Form(
    "duty",
    {
        "duty": Field(ID, "id, unique in the procedure", required=True),
        "part": Field(LABEL, "its number in the written procedure", required=True),
        "title": Field(Words(), "short name on the list", required=True),
        "do": Field(Words(), "what has to be done, in words", required=True),
        "phrases": Field(Seq(ID), "what is said to the traveller"),
        "when": Field(_procedure, "the duty exists only when this is not excluded"),
        "within": Field(MINUTES, "minutes from `starts at`"),
        "starts at": Field(ID, "when the clock starts: `conclusion`, `interrupt`, or the id of a duty or a step"),
        "owner": Field(OneOf(ROLES), "who does it", required=True),
        "escalates to": Field(OneOf(ROLES), "who hears of it when it is late"),
        "again": Field(
            Form(
                "again",
                {
                    "after": Field(MINUTES, "minutes from `starts at`, more than `within`", required=True),
                    "escalates to": Field(OneOf(ROLES), "who hears of it then", required=True),
                },
            ),
            "a second time at which somebody hears of it while it is not done",
        ),
        "before": Field(ID, "duty that must not be done before this one"),
        "paper": Field(
            OneOf(PAPERS),
            "doing it prints this paper; an advice notice says the first of the phrases: what to do if ill",
        ),
        "copies": Field(Scalar("integer", 1, 5), "number of copies"),
        "ends": Field(FLAG, "the traveller leaves the desk with this duty"),
        "afterwards": Field(FLAG, "may be done after the traveller left the desk"),
        "shared by": Field(SHARED, "may be done once for all who travel together"),
        "does": Field(Seq(OneOf(DOES)), "what is done; invariants rest on it"),
        "source": Field(SOURCE, "where it is written", required=True),
    },
)
COURSE: Final = Form(
    "course",
    {
        "title": Field(Words(), "name of the precaution", required=True),
        "precaution": Field(Words(), "what it means for the traveller, in one sentence", required=True),
        "family": Field(OneOf(("calm", "watch", "hold", "emergency", "unknown")), "colour and shape", required=True),
        "outcome": Field(OneOf(OUTCOMES), "the outcome when its duties are done", required=True),
        "duties": Field(Seq(ID, least=0), "its duties in order", required=True),
        "source": Field(SOURCE, "where it is written", required=True),
    },
)
PRECAUTION: Final = Form(
    "precaution rule",
    {
        "rule": Field(ID, "id", required=True),
        "title": Field(Words(), "the reason, in words", required=True),
        "when": Field(_procedure, "taken when this holds; left out: always"),
        "course": Field(ID, "the course it leads to", required=True),
        "source": Field(SOURCE, "where it is written", required=True),
    },
)
NEED: Final = Form(
    "need",
    {
        "title": Field(Words(), "words on the key of the first pass", required=True),
        "do": Field(Words(), "what the official does with such a traveller, in one sentence"),
        "at once": Field(ID, "the interrupt that begins at once"),
        "source": Field(SOURCE, "where it is written", required=True),
    },
)
ROOMS: Final = Form(
    "room rule",
    {
        "check every": Field(MINUTES, "how often somebody looks into a room that is taken", required=True),
        "may share": Field(
            Seq(Seq(OneOf(CLASSES))),
            "classes that the health authority may put into one room; families may always share",
            required=True,
        ),
        "source": Field(SOURCE, "where it is written", required=True),
    },
)
TERM: Final = Form("procedure term", NAMED.fields, conditional=True)
PROCEDURE: Final = Form(
    "procedure",
    {
        "procedure": Field(ID, "id, for example poe-entry", required=True),
        "edition": Field(DATE, "the edition's own date", required=True),
        **DATED,
        "definition": Field(ID, "the case definition it classifies by", required=True),
        "posts": Field(Seq(OneOf(POST_KINDS)), "kinds of post it is complete for", required=True),
        "parameters": Field(Table(Form("parameter", PARAM.fields)), "numbers, visible at the post", required=True),
        "terms": Field(Table(TERM), "named conditions"),
        "deciding reading": Field(OneOf(("last", "highest")), "which temperature reading decides", required=True),
        "first": Field(ID, "the first step", required=True),
        "steps": Field(Seq(STEP), "the steps", required=True),
        "interrupts": Field(Table(INTERRUPT), "what may break in at any step", required=True),
        "first pass": Field(
            Table(NEED, least=1), "one look when many come at once: one key a person, whoever needs it most first"
        ),
        "precaution": Field(Seq(PRECAUTION), "first rule that holds decides the course", required=True),
        "courses": Field(Table(COURSE, least=1), "what follows", required=True),
        "duties": Field(Seq(DUTY), "all duties", required=True),
        "rooms": Field(ROOMS, "isolation rooms: checks, and who may share"),
        "invariants": Field(Seq(INVARIANT), "what must hold on every walk; `paso sop prove` proves it"),
        "assumptions": Field(Table(ASSUMPTION), "decisions of the encoder", required=True),
        "override reasons": Field(Table(Words(), least=1), "coded reasons for another judgement", required=True),
        "overlaid": Field(Seq(OVERLAID), "the overlays that lie on it; the program writes this, nobody else"),
    },
)
