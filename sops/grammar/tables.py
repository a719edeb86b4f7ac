"""The forms of everything that is a table: translations, names, sources, areas, posts."""

from __future__ import annotations

from typing import Final

from sops import facts
from sops.grammar.kinds import DATE, FLAG, ID, LABEL, SOURCE, TEXT, Field, Form, OneOf, Scalar, Seq, Table, Words
from sops.grammar.words import LANGUAGES, MARKS, POST_KINDS, ROLES

PHRASES: Final = Form(
    "translation",
    {
        "translation": Field(OneOf(LANGUAGES), "language", required=True),
        "name": Field(TEXT, "the language's own name", required=True),
        "direction": Field(OneOf(("ltr", "rtl")), "writing direction", required=True),
        "confidence": Field(
            OneOf(("high", "medium to high", "medium", "medium to low", "low")),
            "the translator's own word",
            required=True,
        ),
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
PACK_PHRASES: Final = Form(
    "phrases",
    {
        "phrases": Field(ID, "id of the pack that says them", required=True),
        "languages": Field(
            Table(
                Form(
                    "translated by",
                    {name: PHRASES.fields[name] for name in ("confidence", "translator", "reviewed")},
                ),
                keys=LANGUAGES,
                least=1,
            ),
            "who translated, by language",
            required=True,
        ),
        "texts": Field(Table(Words(), least=1), "phrase id -> the same words by language", required=True),
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
                        "date": Field(LABEL, "date of issue", required=True),
                        "number": Field(LABEL, "document number"),
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
        "words": Field(Table(Words(), least=1), "id -> words", required=True),
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
                        "division": Field(LABEL, "first division; left out: whole country"),
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
        "code": Field(LABEL, "code on slip numbers, for example PA-DAR-LB", required=True),
        "kind": Field(OneOf(POST_KINDS), "kind of post", required=True),
        "country": Field(TEXT, "ISO 3166 alpha-3", required=True),
        "division": Field(TEXT, "first division", required=True),
        "time_zone": Field(TEXT, "IANA name", required=True),
        "camp_like": Field(FLAG, "the place counts as a camp-like setting", required=True),
        "desks": Field(Seq(LABEL), "desk names", required=True),
        "on duty": Field(Seq(OneOf(ROLES)), "roles present", required=True),
        "phone": Field(LABEL, "call-back number printed on papers", required=True),
        "procedure": Field(ID, "procedure used here", required=True),
        "definition": Field(ID, "case definition used here", required=True),
        "areas": Field(ID, "area table used here", required=True),
        "overlays": Field(Seq(ID), "overlays that lie on the procedure or the definition here, in this order"),
        "languages": Field(Seq(OneOf(LANGUAGES)), "languages offered, in order", required=True),
        "onward": Field(
            Form(
                "onward way",
                {
                    "state": Field(OneOf(("open", "controlled", "closed")), "state", required=True),
                    "since": Field(DATE, "since", required=True),
                },
            ),
            "the onward way",
        ),
        "parameters": Field(Table(Scalar("number")), "numbers set differently here"),
        "retention law": Field(
            TEXT, "law that has identities of cleared travellers kept; left out: they are destroyed"
        ),
        "receivers": Field(
            Table(
                Form(
                    "receiver",
                    {
                        "name": Field(TEXT, "name", required=True),
                        "for": Field(Seq(ID), "courses or duties it receives", required=True),
                        "phone": Field(LABEL, "phone"),
                        "checked_on": Field(DATE, "when somebody rang last", required=True),
                        "mark": Field(OneOf(MARKS), "how sure", required=True),
                    },
                ),
                least=1,
            ),
            "who receives whom",
            required=True,
        ),
        "rooms": Field(
            Table(
                Form(
                    "room",
                    {
                        "name": Field(TEXT, "what people call it", required=True),
                        "places": Field(Scalar("integer", 1, 99), "how many people it holds", required=True),
                        "own toilet": Field(FLAG, "it has a toilet of its own", required=True),
                        "mark": Field(OneOf(MARKS), "how sure", required=True),
                    },
                ),
                least=1,
            ),
            "isolation rooms, in the order of their keys",
        ),
        "night count": Field(
            Table(
                Form(
                    "night field",
                    {
                        "title": Field(Words(), "what is counted", required=True),
                        "part of": Field(ID, "a field of this list that it cannot exceed; a split one adds up to it"),
                        "split by": Field(OneOf(("sex and age",)), "counted for each sex and age band"),
                    },
                ),
                least=1,
            ),
            "what a station counts each night, in the order of the form",
        ),
        "source": Field(SOURCE, "where the settings come from", required=True),
    },
)
