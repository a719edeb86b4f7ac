"""Files with conditions, dates, editions, posts and areas that cannot be."""

from __future__ import annotations

from tests.sops.mutations import AREAS, DEFINITION, POST, PROCEDURE, replaced

RULES = [
    # groups and many at once
    replaced(
        "a need that begins an interrupt that is not there",
        PROCEDURE,
        "    at once: emergency",
        "    at once: emergencie",
        "reference",
        says='"emergency"?',
    ),
    replaced("an answer shared by nobody we know", PROCEDURE, "    shared by: party", "    shared by: boat", "value"),
    replaced(
        "a first pass with more keys than a hand has",
        PROCEDURE,
        "first pass:\n",
        "first pass:  # three more\n"
        + "".join(
            f"  more_{n}: {{title: {{en: a, es: a}}, source: {{document: paso-design, clause: a, mark: design}}}}\n"
            for n in range(3)
        ),
        "value",
        says="at most 7 keys",
    ),
    # conditions
    replaced(
        "a condition of two operators",
        PROCEDURE,
        "when: {answered: {danger: [yes]}}",
        "when: {answered: {danger: [yes]}, any sign: all}",
        "expression",
    ),
    replaced(
        "a condition without an operator", PROCEDURE, "when: {answered: {danger: [yes]}}", "when: {}", "expression"
    ),
    replaced("a condition that is a list", PROCEDURE, "when: {answered: {danger: [yes]}}", "when: [ill]", "expression"),
    replaced(
        "an operator that is none",
        PROCEDURE,
        "when: {answered: {danger: [yes]}}",
        "when: {anwsered: {danger: [yes]}}",
        "expression",
        says='Did you mean "answered"?',
    ),
    replaced(
        "a second clock before the first",
        PROCEDURE,
        "again: {after: transport_again_minutes,",
        "again: {after: 30,",
        "value",
        says="must come after",
    ),
    replaced(
        "a second clock without a first",
        PROCEDURE,
        "    within: transport_within_minutes\n    owner: supervisor\n    escalates to: health_authority\n    again:",
        "    owner: supervisor\n    escalates to: health_authority\n    again:",
        "flow",
        mark="again:",
        says='needs "within"',
    ),
    replaced(
        "notes of an answer that is no yes",
        PROCEDURE,
        "    answer: yes_no\n    notes:\n      allergies:",
        "    answer: days\n    notes:\n      allergies:",
        "value",
        mark="notes:\n      allergies",
        says="only a yes has notes",
    ),
    replaced(
        "a text with a number that is none",
        PROCEDURE,
        "others, for {fever_rest_minutes} minutes",
        "others, for {fever_rest_minuts} minutes",
        "reference",
        says='Did you mean "fever_rest_minutes"?',
    ),
    replaced(
        "a text with another number than its English",
        PROCEDURE,
        "por {fever_rest_minutes} minutos",
        "por diez minutos",
        "translation",
    ),
    replaced("a formula", PROCEDURE, "when: {answered: {danger: [yes]}}", 'when: "danger == yes"', "value"),
    replaced("a template", PROCEDURE, "when: {answered: {danger: [yes]}}", 'when: "{{ danger }}"', "value"),
    replaced("no part to hold", PROCEDURE, "any of: [ill, {test positive: yes}]", "any of: []", "value"),
    replaced(
        "more parts than there are", DEFINITION, "          - at least: 3\n", "          - at least: 30\n", "value"
    ),
    replaced("at least none", DEFINITION, "          - at least: 3\n", "          - at least: 0\n", "value"),
    replaced(
        "a window without an end",
        DEFINITION,
        "within days: exposure_days, before: screening}",
        "within days: exposure_days}",
        "missing-key",
    ),
    replaced("a window that ends nowhere", DEFINITION, "before: screening}", "before: departure}", "value"),
    replaced(
        "a window of 401 days",
        DEFINITION,
        "within days: exposure_days, before: screening}",
        "within days: 401, before: screening}",
        "value",
    ),
    replaced(
        "a field of another kind of exposure",
        DEFINITION,
        "{kind: area, status: [community]}",
        "{kind: area, index: [confirmed]}",
        "unknown-key",
    ),
    replaced(
        "a category that is none",
        DEFINITION,
        "{kind: area, status: [community]}",
        "{kind: area, status: [comunity]}",
        "value",
        says='Did you mean "community"?',
    ),
    replaced(
        "a criterion beside the whole",
        DEFINITION,
        "  contact:\n    whole:",
        "  contact:\n    A: {sign: cough, source: {document: paso-design, clause: x}}\n    whole:",
        "value",
        mark="  contact:\n    A:",
    ),
    replaced(
        "nationality in a condition",
        PROCEDURE,
        "when: {answered: {danger: [yes]}}",
        "when: {nationality: [HTI]}",
        "expression",
    ),
    # dates
    replaced("a month of 31 days that has 30", PROCEDURE, "review_by: 2027-07-22", "review_by: 2022-11-31", "date"),
    replaced("the 29th of February 2021", PROCEDURE, "review_by: 2027-07-22", "review_by: 2021-02-29", "date"),
    replaced("month 13", PROCEDURE, "review_by: 2027-07-22", "review_by: 2022-13-01", "date"),
    replaced("a date the other way round", PROCEDURE, "review_by: 2027-07-22", "review_by: 31-12-2022", "date"),
    replaced("a date with slashes", PROCEDURE, "review_by: 2027-07-22", "review_by: 2022/12/31", "date"),
    replaced("a date with an hour", PROCEDURE, "review_by: 2027-07-22", 'review_by: "2022-12-31T00:00:00"', "date"),
    replaced("a date without its zero", PROCEDURE, "review_by: 2027-07-22", "review_by: 2022-2-1", "date"),
    replaced("a date in other digits", PROCEDURE, "review_by: 2027-07-22", "review_by: ٢٠٢٢-١٢-٣١", "date"),
    replaced("the year nought", PROCEDURE, "review_by: 2027-07-22", "review_by: 0000-12-31", "date"),
    replaced(
        "in force before it appeared",
        PROCEDURE,
        "published_on: 2020-01-31",
        "published_on: 2020-02-01",
        "date",
        mark="in_force_from",
    ),
    replaced("ended before it began", DEFINITION, "in_force_until: 2022-02-13", "in_force_until: 2020-02-13", "date"),
    replaced("a review before the beginning", PROCEDURE, "review_by: 2027-07-22", "review_by: 2019-12-31", "date"),
    replaced("an area's end before its beginning", AREAS, "from: 20", "until: 2019-01-01, from: 20", "date"),
    # editions
    replaced(
        "an edition that runs into the next",
        DEFINITION,
        "in_force_until: 2022-02-13",
        "in_force_until: 2022-02-14",
        "version",
    ),
    replaced(
        "an edition that begins while another holds",
        DEFINITION,
        "in_force_from: 2020-12-16\n",
        "in_force_from: 2022-02-20\n",
        "version",
        mark="in_force_from",
    ),
    replaced(
        "an edition that begins with another",
        DEFINITION,
        "edition: 2020-12-16\n",
        "edition: 2020-12-17\n",
        "version",
        mark="in_force_from",
    ),
    # posts and areas
    replaced("a zone that is none", POST, "time_zone: America/Panama", "time_zone: America/Darien", "value"),
    replaced(
        "a zone that leaves the folder", POST, "time_zone: America/Panama", "time_zone: ../../etc/passwd", "value"
    ),
    replaced("a country of two letters", POST, "country: PAN", "country: PA", "value"),
    replaced("a post's code in words", POST, "code: PA-DAR-LB", "code: Lajas", "value"),
    replaced(
        "a number that no edition has",
        POST,
        "camp_like: yes",
        "camp_like: yes\nparameters: {fever_threshhold_c: 38}",
        "reference",
        mark="parameters",
        says='Did you mean "fever_threshold_c"?',
    ),
]
