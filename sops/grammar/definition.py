"""The form of a case definition, and of the vignettes that test one."""

from __future__ import annotations

from typing import Final

from sops import facts
from sops.grammar.kinds import (
    DATE,
    ID,
    LABEL,
    SOURCE,
    TEXT,
    UNITS,
    Either,
    Field,
    Form,
    OneOf,
    Scalar,
    Seq,
    Table,
    Words,
    measure,
)
from sops.grammar.words import ALERTS, CLASSES, MARKS


def _bound(unit: str) -> Form:
    number = measure(unit)
    fields = {
        "at most": Field(number, "the number or less"),
        "at least": Field(number, "the number or more"),
        "more than": Field(number, "more than the number"),
    }
    return Form(f"bound in {unit}", fields, least=1)


_INDEX_DAY: Final = Scalar("parameter", -100, 400, whole=True)
INDEX_DAY: Final = Form(
    "index day window",
    {
        "from": Field(
            _INDEX_DAY, "first day, counted from the index case's onset; -2 is two days before", required=True
        ),
        "to": Field(_INDEX_DAY, "last day; left out: no end"),
        "or days after symptom free": Field(
            Scalar("parameter", 0, 400, whole=True), "the end is the later of `to` and the symptom-free day plus this"
        ),
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
        "distance_m": Field(_bound("metres"), "metres"),
        "minutes": Field(_bound("minutes"), "minutes together"),
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

PARAM: Final = Form(
    "parameter",
    {
        "value": Field(Scalar("number"), "the number", required=True),
        "unit": Field(OneOf(tuple(UNITS)), "its unit", required=True),
        "title": Field(Words(), "name shown in the settings", required=True),
        "source": Field(SOURCE, "where the number is written; mark design: a post setting", required=True),
    },
)
NAMED: Final = Form(
    "named condition",
    {
        "title": Field(Words(), "name shown to people", required=True),
        "source": Field(SOURCE, "where it is written", required=True),
    },
    conditional=True,
)
SWALLOWED: Final = Form(
    "swallowed",
    {
        "among": Field(ID, "a term: it decides for nobody of whom this holds; left out: for nobody at all"),
        "says": Field(Words(), "why other criteria always decide before it", required=True),
    },
)
CRITERION: Final = Form(
    "criterion",
    {
        **NAMED.fields,
        "swallowed": Field(SWALLOWED, "it decides for nobody, and that is so on purpose; proved by `paso sop prove`"),
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
DATED: Final = {
    "title": Field(Words(), "name shown to people", required=True),
    "published_on": Field(DATE, "day the text appeared", required=True),
    "in_force_from": Field(DATE, "day it begins to bind", required=True),
    "in_force_until": Field(DATE, "last day it binds; left out: open"),
    "review_by": Field(
        DATE, "day by which somebody must have looked again; past it the edition is amber", required=True
    ),
    "source": Field(SOURCE, "the text it encodes", required=True),
}

_SAID: Final = Either(TEXT, Words(()))
OVERLAID: Final = Form(
    "overlaid",
    {
        "overlay": Field(ID, "id of the overlay", required=True),
        "edition": Field(DATE, "its edition", required=True),
        "title": Field(Words(), "its name", required=True),
        "source": Field(SOURCE, "the text it encodes", required=True),
        "changes": Field(
            Seq(
                Form(
                    "change",
                    {
                        "path": Field(TEXT, "what was changed or added", required=True),
                        "was": Field(_SAID, "what stood there; left out: it was added"),
                        "now": Field(_SAID, "what stands there"),
                        "source": Field(SOURCE, "who says so", required=True),
                    },
                ),
                least=0,
            ),
            "every value that it changed or added",
            required=True,
        ),
    },
)
"""Where the values of a text with overlays come from. The program writes it, so that a bound text tells it for ever."""

DEFINITION: Final = Form(
    "definition",
    {
        "definition": Field(ID, "id, for example who-covid19", required=True),
        "edition": Field(DATE, "the edition's own date", required=True),
        **DATED,
        "parameters": Field(Table(Form("parameter", PARAM.fields)), "numbers, visible at the post", required=True),
        "exposures": Field(Table(NAMED_EXPOSURE, least=1), "exposures the criteria use", required=True),
        "onset": Field(NAMED, "when an illness of this definition has begun", required=True),
        "terms": Field(Table(Form("term", NAMED.fields, conditional=True)), "named conditions", required=True),
        "classes": Field(
            Table(Table(CRITERION, least=1), keys=CLASSES[1:], least=1),
            "criteria by class and letter; `whole` where the text has no letter",
            required=True,
        ),
        "alerts": Field(
            Table(Form("alert", {"source": NAMED.fields["source"]}, conditional=True), keys=ALERTS),
            "known gaps that must be seen",
            required=True,
        ),
        "assumptions": Field(Table(ASSUMPTION), "decisions of the encoder", required=True),
        "monotone in": Field(
            Seq(OneOf(("signs", "exposures", "tests"))),
            "more of these never lower the class; proved by `paso sop prove`",
        ),
        "overlaid": Field(Seq(OVERLAID), "the overlays that lie on it; the program writes this, nobody else"),
    },
)

VIGNETTES: Final = Form(
    "vignettes",
    {
        "vignettes": Field(LABEL, "edition they test, for example who-covid19@2020-12-16", required=True),
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
                        "by": Field(LABEL, "deciding criterion"),
                        "contact": Field(OneOf(("yes", "no", "unknown")), "contact beside the class"),
                        "alerts": Field(Seq(ID, least=0), "alerts expected"),
                        "clause": Field(LABEL, "clause of the norm that says so", required=True),
                    },
                )
            ),
            "cases typed from the norm",
            required=True,
        ),
    },
)
