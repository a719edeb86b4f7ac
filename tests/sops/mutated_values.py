"""Files with values that are none: wrong types, words, numbers and ids."""

from __future__ import annotations

from tests.sops.mutations import PROCEDURE, replaced

VALUES = [
    replaced("a number in quotes", PROCEDURE, "value: 38.0", "value: '38.0'", "type", says="quotes"),
    replaced("a number with a nought before it", PROCEDURE, "value: 10\n", "value: 010\n", "type"),
    # values and types
    replaced(
        "a role that is none", PROCEDURE, "by: supervisor", "by: superviser", "value", says='Did you mean "supervisor"?'
    ),
    replaced(
        "a kind of answer that is none",
        PROCEDURE,
        "answer: reading",
        "answer: readin",
        "value",
        says='Did you mean "reading"?',
    ),
    replaced(
        "a fact that is none", PROCEDURE, "records: temperature", "records: temprature", "value", says='"temperature"?'
    ),
    replaced(
        "a sign that is none",
        PROCEDURE,
        "          cough: no\n",
        "          couhg: no\n",
        "unknown-key",
        says='"cough"?',
    ),
    replaced(
        "an outcome that is none: refusal of entry",
        PROCEDURE,
        "outcome: left_before_end",
        "outcome: entry_refused",
        "value",
    ),
    replaced(
        "a tag that is none", PROCEDURE, "does: [observes]", "does: [observe]", "value", says='Did you mean "observes"?'
    ),
    replaced("a mark that is none", PROCEDURE, "clause: B8, mark: design}", "clause: B8, mark: sure}", "value"),
    replaced(
        "a kind of post that is none",
        PROCEDURE,
        "posts: [reception_station, ground_crossing]",
        "posts: [reception_station, border]",
        "value",
    ),
    replaced("a flag that is neither yes nor no", PROCEDURE, "mandatory: yes", "mandatory: maybe", "type"),
    replaced("a flag in another spelling", PROCEDURE, "mandatory: yes", "mandatory: true", "type"),
    replaced("a number in words", PROCEDURE, "value: 38.0", "value: thirty-eight", "type"),
    replaced("a number with a comma", PROCEDURE, "value: 38.0", 'value: "38,0"', "type"),
    replaced("a number with a unit", PROCEDURE, "value: 38.0", "value: 38.0 C", "type"),
    replaced("a number that is infinite", PROCEDURE, "value: 38.0", "value: .inf", "type"),
    replaced("a number that is none", PROCEDURE, "value: 38.0", "value: .nan", "type"),
    replaced("a number of 5,000 digits", PROCEDURE, "value: 38.0", "value: " + "9" * 5000, "value"),
    replaced("a number in base 16", PROCEDURE, "value: 38.0", "value: 0x26", "type"),
    replaced("a number in base 60", PROCEDURE, "value: 38.0", "value: 38:00", "type"),
    replaced("a number with an exponent", PROCEDURE, "value: 38.0", "value: 1e400", "type"),
    replaced("six copies", PROCEDURE, "copies: 2", "copies: 6", "value"),
    replaced("two and a half copies", PROCEDURE, "copies: 2", "copies: 2.5", "type"),
    replaced(
        "a list where a mapping belongs",
        PROCEDURE,
        "interrupts:\n",
        "interrupts:\n  - emergency\nx:\n",
        "type",
        mark="interrupts:",
    ),
    replaced("a mapping where a list belongs", PROCEDURE, "phrases: [q11]", "phrases: {q11: yes}", "type"),
    replaced("a word where a list belongs", PROCEDURE, "phrases: [q11]", "phrases: q11", "type"),
    replaced("an empty list", PROCEDURE, "phrases: [q11]", "phrases: []", "value"),
    replaced("a key that is a list", PROCEDURE, "parameters:\n", "parameters:\n  ? [a, b]\n  : c\n", "type"),
    replaced("a value left out", PROCEDURE, "first: observe", "first:", "value"),
    replaced("an id in capitals", PROCEDURE, "procedure: poe-entry", "procedure: POE", "value"),
    replaced("an id that leaves the folder", PROCEDURE, "procedure: poe-entry", "procedure: ../../etc", "value"),
    replaced("an id of 61 characters", PROCEDURE, "procedure: poe-entry", "procedure: " + "a" * 61, "value"),
    replaced(
        "options of a question that has none",
        PROCEDURE,
        "    answer: yes_no\n    records: contact\n",
        "    answer: yes_no\n    options: {a: {title: {en: a, es: a}}}\n    records: contact\n",
        "value",
    ),
    replaced(
        "a choice without options",
        PROCEDURE,
        "    answer: yes_no\n    records: contact\n",
        "    answer: choice\n    records: contact\n",
        "missing-key",
        mark="  - step: declare_contact",
    ),
    replaced(
        "a temperature answered by yes or no",
        PROCEDURE,
        "    answer: reading\n    records: temperature\n",
        "    answer: yes_no\n    records: temperature\n",
        "value",
        mark="    records: temperature",
    ),
    replaced(
        "days answered by yes or no",
        PROCEDURE,
        "answer: period\n    records: contact.period",
        "answer: days\n    records: contact.period",
        "value",
        mark="    records: contact.period",
    ),
    replaced(
        "a kind of index case that no definition knows",
        PROCEDURE,
        "      confirmed: {title: {en: Confirmed by a test",
        "      tested: {title: {en: Confirmed by a test",
        "value",
    ),
    replaced(
        "metres without a number",
        PROCEDURE,
        "es: 1 metro o menos}, value: 1.0}",
        "es: 1 metro o menos}}",
        "missing-key",
    ),
    replaced(
        "a fixed field that the exposure does not have",
        PROCEDURE,
        "with: {setting: camp_like, mode: residing}",
        "with: {setting: camp_like, mood: residing}",
        "unknown-key",
        says='Did you mean "mode"?',
    ),
    replaced(
        "a fixed word that the exposure does not have",
        PROCEDURE,
        "with: {setting: camp_like, mode: residing}",
        "with: {setting: tent_like, mode: residing}",
        "value",
    ),
    replaced(
        "a limit that nobody hears of",
        PROCEDURE,
        "    escalates to: supervisor\n",
        "",
        "missing-key",
        mark="  - duty: care_handover",
    ),
]
