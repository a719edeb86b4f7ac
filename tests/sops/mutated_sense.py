"""Files of the right shape that cannot be meant: numbers out of sense, entries twice, words without a name."""

from __future__ import annotations

from tests.sops.mutations import ANSWERS, ANYWHERE, DEFINITION, POST, PROCEDURE, SIGNS, SOURCES, VIGNETTES, replaced

SENSE = [
    # names
    replaced(
        "names of a kind that nothing shows",
        SIGNS,
        "names: signs",
        "names: xsigns",
        "reference",
        says='Did you mean "signs"?',
    ),
    replaced("a sign without a name", SIGNS, "  cough: {", "  coughs: {", "missing-key", mark="words:", says='"cough"'),
    replaced("an answer without a name", ANSWERS, "  refused: {", "  refuse: {", "missing-key", mark="words:"),
    # numbers that are texts, or that cannot be meant
    replaced("a fever of 380 degrees", PROCEDURE, "value: 38.0", "value: 380", "value", says="34 to 43"),
    replaced("a fever of 100.4 degrees", DEFINITION, "value: 38.0", "value: 100.4", "value", says="34 to 43"),
    replaced("a rest of minus ten minutes", PROCEDURE, "value: 10\n", "value: -10\n", "value", says="minutes"),
    replaced("a rest of a year", PROCEDURE, "value: 10\n", "value: 525600\n", "value", says="minutes"),
    replaced("an oxygen of 190 per cent", PROCEDURE, "value: 90\n", "value: 190\n", "value", says="0 to 100"),
    replaced(
        "a window that ends before it begins",
        DEFINITION,
        "index_day: {from: -2, to: 14}",
        "index_day: {from: 20, to: 14}",
        "value",
        says="no day counts",
    ),
    replaced("a reading of 380", DEFINITION, "reading at least: fever_threshold_c", "reading at least: 380", "value"),
    replaced(
        "a kind of post twice",
        PROCEDURE,
        "[reception_station, ground_crossing]",
        "[reception_station, reception_station]",
        "duplicate-id",
    ),
    replaced("a language offered twice", POST, "languages: [es, ht", "languages: [es, es", "duplicate-id"),
    replaced("two desks of one name", POST, 'desks: ["1", "2"]', 'desks: ["1", "1"]', "duplicate-id"),
    replaced(
        "a setting that cannot be meant",
        POST,
        "onward:",
        "parameters: {fever_threshold_c: 99}\nonward:",
        "value",
        says="34 to 43",
    ),
    replaced("a document of 32 January", SOURCES, "date: 2020-01-31", "date: 2020-01-32", "date"),
    replaced("vignettes of no edition", VIGNETTES, "@2020-12-16", "@2020-12-17", "reference", says="Did you mean"),
    replaced("a vignette by no criterion", VIGNETTES, "by: suspected.A", "by: suspected.Z", "reference"),
    replaced("facts that are no JSON", VIGNETTES, '{"', "{", "value", mark=ANYWHERE, says="JSON"),
]
