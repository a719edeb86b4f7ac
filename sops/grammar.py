"""The grammar of the SOP language as one table: it drives the checker, the JSON Schema and the documentation.

A file is a `Form` (closed mapping); its fields hold scalars, lists, open tables, further forms, or conditions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sops import facts

ScalarKind = Literal["text", "id", "date", "integer", "number", "parameter", "flag"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `number` and `integer` are bounded; `parameter` is a number or the name of a parameter."""

    kind: ScalarKind
    least: float = -1e9
    most: float = 1e9


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


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition; `which` names the leaves it may use."""

    which: Literal["definition", "procedure"]


@dataclass(frozen=True, slots=True)
class Either:
    """A scalar shape, or a mapping/list shape, told apart by what stands in the file."""

    scalar: Shape
    other: Shape


Shape: TypeAlias = Scalar | OneOf | Words | Seq | Table | Form | Rule | Either

TEXT, ID, DATE = Scalar("text"), Scalar("id"), Scalar("date")
FLAG = Scalar("flag")
DAYS = Scalar("parameter", 0, 400)
PARAMETER = Scalar("parameter")
LANGUAGES: Final = ("es", "en", "fr", "pt", "ht", "ar", "bn", "hi", "ne", "ur", "zh")
ROLES: Final = ("officer", "health", "supervisor", "attendant", "health_authority", "cleaner", "driver")
OUTCOMES: Final = (
    "cleared_with_advice",
    "ordinary_care",
    "quarantine_handover",
    "referred_and_received",
    "emergency_handover",
    "refused_referred_to_authority",
    "left_before_end",
    "death",
)
CLASSES: Final = ("not_a_case", "contact", "suspected", "probable", "confirmed")
MARKS: Final = ("verified", "verified secondary", "recalled", "design")
POST_KINDS: Final = ("reception_station", "ground_crossing", "airport", "seaport")
DOES: Final = (
    "observes",
    "informs",
    "asks_consent",
    "interviews",
    "measures",
    "examines",
    "masks",
    "isolates",
    "quarantines",
    "notifies",
    "lists_party",
    "refers",
    "transports",
    "dons",
    "doffs",
    "hand_hygiene",
    "cleans",
    "waste",
    "advises",
    "protects_child",
    "calls_ambulance",
    "cares",
    "hands_over",
    "closes",
)
PAPERS: Final = ("referral_slip", "advice_notice")

SOURCE: Final = Form(
    "source",
    {
        "document": Field(ID, "id of a document in sources.yaml", required=True),
        "clause": Field(TEXT, "where in the document", required=True),
        "mark": Field(OneOf(MARKS), "how sure we are of the wording; design marks a setting of ours"),
    },
)

Bound: Final = Form(
    "bound",
    {
        "at most": Field(PARAMETER, "the number or less"),
        "at least": Field(PARAMETER, "the number or more"),
        "more than": Field(PARAMETER, "more than the number"),
    },
)
INDEX_DAY: Final = Form(
    "index day window",
    {
        "from": Field(PARAMETER, "first day, counted from the index case's onset; -2 is two days before", required=True),
        "to": Field(PARAMETER, "last day; left out: no end"),
        "or days after symptom free": Field(PARAMETER, "the end is the later of `to` and the symptom-free day plus this"),
    },
)


def _words(kind: str, name: str) -> Seq:
    return Seq(OneOf(facts.EXPOSURE_FIELDS[kind][name]))


MATCHER: Final = Form(
    "matcher",
    {
        "kind": Field(OneOf(tuple(facts.EXPOSURE_FIELDS)), "kind of exposure", required=True),
        "status": Field(_words("area", "status"), "transmission category of the area on those days"),
        "mode": Field(
            Seq(OneOf(("travel", "residence", "residing", "working", "attended"))), "what the traveller did there"
        ),
        "setting": Field(_words("setting", "setting"), "kind of setting"),
        "where": Field(_words("health_work", "where"), "where the health work was"),
        "has_confirmed": Field(_words("cluster_link", "has_confirmed"), "the cluster meets the edition's cluster rule"),
        "index": Field(_words("contact", "index"), "class of the index case"),
        "how": Field(_words("contact", "how"), "how they met"),
        "distance_m": Field(Bound, "metres"),
        "minutes": Field(Bound, "minutes together"),
        "index_day": Field(INDEX_DAY, "days on which the index case counts as infectious"),
    },
)
NAMED_EXPOSURE: Final = Form(
    "named exposure",
    {
        "title": Field(Words(), "name shown to people", required=True),
        "any of": Field(Seq(MATCHER), "one and the same exposure must fit one of these as a whole", required=True),
        "source": Field(SOURCE, "where it is written", required=True),
    },
)

_definition = Rule("definition")
_procedure = Rule("procedure")


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


CONDITIONS: Final[Mapping[str, Mapping[str, Form]]] = {
    "definition": _operators(_definition)
    | dict(
        [
            _leaf("sign", OneOf(facts.SIGNS), "the sign is present"),
            _leaf("any sign", OneOf(("who", "all")), "one of the WHO signs, or of all signs, is present"),
            _leaf("reading at least", PARAMETER, "the deciding temperature reading, degrees Celsius"),
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
            _leaf("criterion", TEXT, "that criterion is met, for example suspected.A"),
        ]
    ),
    "procedure": _operators(_procedure)
    | dict(
        [
            ("possibly", Form("possibly", {"possibly": Field(_procedure, "it is not excluded", required=True)})),
            _leaf("answered", Table(Seq(TEXT), least=1), "the step was answered with one of these"),
            _leaf("any sign", OneOf(("who", "all")), "one of the WHO signs, or of all signs, is present"),
            _leaf("reading at least", PARAMETER, "the deciding temperature reading, degrees Celsius"),
            _leaf("number at least", PARAMETER, "the number given at a step", of_step=Field(ID, "the step", required=True)),
            _leaf("number below", PARAMETER, "the number given at a step", of_step=Field(ID, "the step", required=True)),
            _leaf("test positive", FLAG, "any test that the edition may count is positive"),
            _leaf("class at least", OneOf(CLASSES[1:]), "the class, floor of what is known"),
            _leaf("ceiling at least", OneOf(CLASSES[1:]), "the highest class that is still possible"),
            _leaf("is contact", FLAG, "the contact definition is met"),
            _leaf("alert", OneOf(("definition-gap", "antigen-not-counted")), "the alert is up"),
            _leaf("age below", PARAMETER, "age in years"),
            _leaf("open fact", TEXT, "that fact can still change the class"),
            _leaf("post is", Seq(OneOf(POST_KINDS)), "kind of post"),
            _leaf("on duty", OneOf(ROLES), "somebody of that role is at the post"),
        ]
    ),
}
"""What a condition may say, by the word it begins with."""

PARAM: Final = Form(
    "parameter",
    {
        "value": Field(Scalar("number"), "the number", required=True),
        "unit": Field(TEXT, "its unit", required=True),
        "title": Field(Words(), "name shown in the settings", required=True),
        "source": Field(SOURCE, "where the number is written; mark design: a post setting", required=True),
    },
)
NAMED: Final = Form(
    "named condition",
    {
        "title": Field(Words(), "name shown to people"),
        "source": Field(SOURCE, "where it is written", required=True),
    },
    conditional=True,
)
ASSUMPTION: Final = Form(
    "assumption",
    {
        "says": Field(Words(), "what was decided where the text leaves it open", required=True),
        "mark": Field(OneOf(MARKS), "how sure", required=True),
    },
)
_DATED: Final = {
    "title": Field(Words(), "name shown to people", required=True),
    "published_on": Field(DATE, "day the text appeared", required=True),
    "in_force_from": Field(DATE, "day it begins to bind", required=True),
    "in_force_until": Field(DATE, "last day it binds; left out: open"),
    "review_by": Field(DATE, "day by which somebody must have looked again; past it the edition is amber", required=True),
    "source": Field(SOURCE, "the text it encodes", required=True),
}

DEFINITION: Final = Form(
    "definition",
    {
        "definition": Field(ID, "id, for example who-covid19", required=True),
        "edition": Field(DATE, "the edition's own date", required=True),
        **_DATED,
        "parameters": Field(Table(Form("parameter", PARAM.fields)), "numbers, visible at the post", required=True),
        "exposures": Field(Table(NAMED_EXPOSURE, least=1), "exposures the criteria use", required=True),
        "onset": Field(NAMED, "when an illness of this definition has begun", required=True),
        "terms": Field(Table(Form("term", NAMED.fields, conditional=True)), "named conditions", required=True),
        "classes": Field(
            Table(Table(Form("criterion", NAMED.fields, conditional=True), least=1), keys=CLASSES[1:], least=1),
            "criteria by class and letter; `whole` where the text has no letter",
            required=True,
        ),
        "alerts": Field(
            Table(Form("alert", NAMED.fields, conditional=True)), "known gaps that must be seen", required=True
        ),
        "assumptions": Field(Table(ASSUMPTION), "decisions of the encoder", required=True),
    },
)

ANSWERS: Final = (
    "done",
    "yes_no",
    "choice",
    "person",
    "reading",
    "signs",
    "number",
    "days",
    "period",
    "places",
    "tests",
    "companions",
    "judgement",
)
"""How a step is answered; every kind but `done` and `person` accepts unknown."""

RECORDS: Final = (
    "temperature",
    "signs",
    "onset_days_ago",
    "places",
    "tests",
    *facts.JUDGEMENTS,
    *facts.EXPOSURE_FIELDS,
    "contact.index",
    "contact.how",
    "contact.distance_m",
    "contact.minutes",
    "contact.index_day",
    "contact.period",
    "setting.period",
    "health_work.where",
    "health_work.period",
    "facility_treating_cases.mode",
    "facility_treating_cases.period",
    "cluster_link.has_confirmed",
    "cluster_link.period",
)
"""Where the value of an answer goes in the facts; `contact.minutes` is a field of the traveller's contact."""

SETS: Final = Form(
    "sets",
    {
        "signs": Field(Table(OneOf(("yes", "no")), keys=facts.SIGNS), "signs settled by this answer"),
        "judgements": Field(Table(OneOf(("yes", "no")), keys=facts.JUDGEMENTS), "facts settled by this answer"),
        "no exposure": Field(Seq(OneOf(tuple(facts.EXPOSURE_FIELDS))), "kinds of exposure denied by this answer"),
        "tests": Field(OneOf(("none",)), "no test is known"),
    },
)
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
    },
)
STEP: Final = Form(
    "step",
    {
        "step": Field(ID, "id, unique in the procedure", required=True),
        "part": Field(TEXT, "its number in the written procedure, for example B4", required=True),
        "by": Field(OneOf(ROLES), "who does it", required=True),
        "title": Field(Words(), "its name in the rail of steps", required=True),
        "do": Field(Words(), "what the official does"),
        "ask": Field(Words(), "the question, in the official's words", required=True),
        "phrases": Field(Seq(ID), "what is said to or asked of the traveller, by phrase id"),
        "answer": Field(OneOf(ANSWERS), "how it is answered", required=True),
        "options": Field(Table(OPTION), "the answers of a choice, in the order of the keys"),
        "records": Field(OneOf(RECORDS), "the fact that takes the answer's value"),
        "with": Field(Table(TEXT), "fixed fields of the exposure that this answer records"),
        "sets": Field(Table(SETS), "further facts settled, by answer"),
        "mandatory": Field(FLAG, "asked even when it can no longer change anything"),
        "needed by": Field(Seq(OneOf(PAPERS)), "papers that print the answer"),
        "only when": Field(_procedure, "the step exists only when this is not excluded"),
        "wait": Field(
            Form(
                "wait",
                {
                    "minutes": Field(PARAMETER, "how long", required=True),
                    "after": Field(ID, "the step from whose answer it runs", required=True),
                    "title": Field(Words(), "what the traveller waits for", required=True),
                },
            ),
            "the step may be answered only after a rest; meanwhile the traveller is parked",
        ),
        "identifying": Field(FLAG, "the answer identifies somebody and is sealed"),
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
        "part": Field(TEXT, "its number in the written procedure", required=True),
        "title": Field(Words(), "short name on the list", required=True),
        "do": Field(Words(), "what has to be done, in words", required=True),
        "phrases": Field(Seq(ID), "what is said to the traveller"),
        "when": Field(_procedure, "the duty exists only when this is not excluded"),
        "within": Field(PARAMETER, "minutes from `starts at`"),
        "starts at": Field(ID, "moment the clock starts: `conclusion`, `interrupt`, or the id of another duty"),
        "owner": Field(OneOf(ROLES), "who does it", required=True),
        "escalates to": Field(OneOf(ROLES), "who hears of it when it is late"),
        "before": Field(ID, "duty that must not be done before this one"),
        "paper": Field(OneOf(PAPERS), "doing it prints this paper"),
        "copies": Field(Scalar("integer", 1, 5), "number of copies"),
        "ends": Field(FLAG, "the traveller leaves the desk with this duty"),
        "afterwards": Field(FLAG, "may be done after the traveller left the desk"),
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
PROCEDURE: Final = Form(
    "procedure",
    {
        "procedure": Field(ID, "id, for example poe-entry", required=True),
        "edition": Field(DATE, "the edition's own date", required=True),
        **_DATED,
        "definition": Field(ID, "the case definition it classifies by", required=True),
        "posts": Field(Seq(OneOf(POST_KINDS)), "kinds of post it is complete for", required=True),
        "parameters": Field(Table(Form("parameter", PARAM.fields)), "numbers, visible at the post", required=True),
        "terms": Field(Table(Form("procedure term", NAMED.fields, conditional=True)), "named conditions"),
        "deciding reading": Field(OneOf(("last", "highest")), "which temperature reading decides", required=True),
        "first": Field(ID, "the first step", required=True),
        "steps": Field(Seq(STEP), "the steps", required=True),
        "interrupts": Field(Table(INTERRUPT), "what may break in at any step", required=True),
        "precaution": Field(Seq(PRECAUTION), "first rule that holds decides the course", required=True),
        "courses": Field(Table(COURSE, least=1), "what follows", required=True),
        "duties": Field(Seq(DUTY), "all duties", required=True),
        "override reasons": Field(Table(Words()), "coded reasons for another judgement", required=True),
    },
)

PHRASES: Final = Form(
    "translation",
    {
        "translation": Field(OneOf(LANGUAGES), "language", required=True),
        "name": Field(TEXT, "the language's own name", required=True),
        "direction": Field(OneOf(("ltr", "rtl")), "writing direction", required=True),
        "confidence": Field(OneOf(("high", "medium to high", "medium", "medium to low", "low")), "the translator's own word", required=True),
        "translator": Field(TEXT, "who translated", required=True),
        "reviewed": Field(
            Form(
                "review",
                {
                    "by": Field(TEXT, "who read it aloud and signed", required=True),
                    "on": Field(DATE, "when", required=True),
                },
            ),
            "left out: not reviewed, and shown as such",
        ),
        "answers": Field(Table(TEXT, keys=("yes", "no", "unknown")), "words for the three answers", required=True),
        "phrases": Field(Table(TEXT, least=1), "phrase id -> text", required=True),
    },
)
SOURCES: Final = Form(
    "sources",
    {
        "sources": Field(
            Table(
                Form(
                    "document",
                    {
                        "title": Field(TEXT, "title of the document", required=True),
                        "publisher": Field(TEXT, "who issued it", required=True),
                        "date": Field(TEXT, "date of issue", required=True),
                        "number": Field(TEXT, "document number"),
                        "seen": Field(TEXT, "what of it was read", required=True),
                    },
                )
            ),
            "documents that rules cite",
            required=True,
        )
    },
)
NAMES: Final = Form(
    "names",
    {
        "names": Field(ID, "what is named: signs, exposures, classes, outcomes ...", required=True),
        "words": Field(Table(Words()), "id -> words", required=True),
    },
)
AREAS: Final = Form(
    "areas",
    {
        "areas": Field(ID, "id of the table", required=True),
        "title": Field(Words(), "its name", required=True),
        "source": Field(SOURCE, "where it comes from", required=True),
        "last_checked": Field(DATE, "when somebody looked last", required=True),
        "rows": Field(
            Seq(
                Form(
                    "area row",
                    {
                        "country": Field(TEXT, "ISO 3166 alpha-3", required=True),
                        "division": Field(TEXT, "first division; left out: whole country"),
                        "status": Field(OneOf(facts.STATUSES), "WHO's transmission category", required=True),
                        "from": Field(DATE, "first day", required=True),
                        "until": Field(DATE, "last day; left out: open"),
                        "source": Field(SOURCE, "where the row comes from"),
                    },
                )
            ),
            "dated rows",
            required=True,
        ),
    },
)
POST: Final = Form(
    "post",
    {
        "post": Field(ID, "id", required=True),
        "name": Field(TEXT, "name", required=True),
        "code": Field(TEXT, "code on slip numbers, for example PA-DAR-LB", required=True),
        "kind": Field(OneOf(POST_KINDS), "kind of post", required=True),
        "country": Field(TEXT, "ISO 3166 alpha-3", required=True),
        "division": Field(TEXT, "first division", required=True),
        "time_zone": Field(TEXT, "IANA name", required=True),
        "camp_like": Field(FLAG, "the place counts as a camp-like setting", required=True),
        "desks": Field(Seq(TEXT), "desk names", required=True),
        "on duty": Field(Seq(OneOf(ROLES)), "roles present", required=True),
        "phone": Field(TEXT, "call-back number printed on papers", required=True),
        "procedure": Field(ID, "procedure used here", required=True),
        "definition": Field(ID, "case definition used here", required=True),
        "areas": Field(ID, "area table used here", required=True),
        "languages": Field(Seq(OneOf(LANGUAGES)), "languages offered, in order", required=True),
        "onward": Field(Form("onward way", {"state": Field(OneOf(("open", "controlled", "closed")), "state", required=True), "since": Field(DATE, "since", required=True)}), "the onward way"),
        "parameters": Field(Table(Scalar("number")), "numbers set differently here"),
        "retention law": Field(TEXT, "law that has identities of cleared travellers kept; left out: they are destroyed"),
        "receivers": Field(
            Table(
                Form(
                    "receiver",
                    {
                        "name": Field(TEXT, "name", required=True),
                        "for": Field(Seq(ID), "courses or duties it receives", required=True),
                        "phone": Field(TEXT, "phone"),
                        "checked_on": Field(DATE, "when somebody rang last", required=True),
                        "mark": Field(OneOf(MARKS), "how sure", required=True),
                    },
                ),
                least=1,
            ),
            "who receives whom",
            required=True,
        ),
        "source": Field(SOURCE, "where the settings come from", required=True),
    },
)
VIGNETTES: Final = Form(
    "vignettes",
    {
        "vignettes": Field(TEXT, "edition they test, for example who-covid19@2020-12-16", required=True),
        "cases": Field(
            Seq(
                Form(
                    "vignette",
                    {
                        "case": Field(TEXT, "who comes", required=True),
                        "facts": Field(TEXT, "the facts, as the JSON of `paso classify`", required=True),
                        "class": Field(OneOf((*CLASSES, "undetermined")), "class expected", required=True),
                        "floor": Field(OneOf(CLASSES), "lowest class possible"),
                        "ceiling": Field(OneOf(CLASSES), "highest class possible"),
                        "by": Field(TEXT, "deciding criterion"),
                        "contact": Field(OneOf(("yes", "no", "unknown")), "contact beside the class"),
                        "alerts": Field(Seq(TEXT, least=0), "alerts expected"),
                        "clause": Field(TEXT, "clause of the norm that says so", required=True),
                    },
                )
            ),
            "cases typed from the norm",
            required=True,
        ),
    },
)

FILES: Final[Mapping[str, Form]] = {
    "definition": DEFINITION,
    "procedure": PROCEDURE,
    "translation": PHRASES,
    "sources": SOURCES,
    "names": NAMES,
    "areas": AREAS,
    "post": POST,
    "vignettes": VIGNETTES,
}
"""Kinds of file, by the key that a file begins with."""
