"""Files that name what the world does not have (countries, needs, units), or what nobody would be asked or shown."""

from __future__ import annotations

from sops.catalogue import SHIPPED
from tests.sops.mutations import (
    ANYWHERE,
    AREAS,
    DEFINITION,
    POST,
    PROCEDURE,
    SIGNS,
    SOURCES,
    TRANSLATION,
    VIGNETTES,
    replaced,
)

COUNTRIES = SHIPPED / "names" / "countries.yaml"
DIVISIONS = SHIPPED / "names" / "divisions.yaml"

WORLD = [
    # countries, divisions, telephones
    replaced("a country that is none", POST, "country: PAN", "country: PNA", "value", says="Did you mean"),
    replaced("a country in two letters", POST, "country: PAN", "country: PA", "value", says='Did you mean "PAN"?'),
    replaced("a row of no country", AREAS, "{country: PER,", "{country: PEX,", "value"),
    replaced("a name of no country", COUNTRIES, "  HTI: {", "  HTX: {", "value"),
    replaced("a division that is none", POST, "division: PA-5", "division: Darien", "value", says="PA-5"),
    replaced("a division elsewhere", POST, "division: PA-5", "division: CO-5", "value", says="does not lie in PAN"),
    replaced("a name of no division", DIVISIONS, "  PA-5: {", "  XX-5: {", "value"),
    replaced("a telephone without a number", POST, 'phone: "+507 000-0000 (post setting)"', "phone: ask", "value"),
    replaced("somebody for a need that is none", POST, "for: [asylum]", "for: [asilum]", "reference", says='"asylum"?'),
    replaced(
        "the wrong way of writing", TRANSLATION, "direction: ltr", "direction: rtl", "value", says="direction: ltr"
    ),
    replaced("a brace left open", TRANSLATION, '  q2: "Est', '  q2: "{Est', "translation", says="brace"),
    # units
    replaced("a unit that is none", DEFINITION, "unit: metres", "unit: meters", "value", says='Did you mean "metres"?'),
    replaced(
        "days counted in minutes",
        DEFINITION,
        "{exposure: cluster, within days: exposure_days",
        "{exposure: cluster, within days: contact_minutes",
        "value",
        says="counted in minutes",
    ),
    replaced(
        "a limit counted in days",
        PROCEDURE,
        "within: isolate_within_minutes",
        "within: fever_threshold_c",
        "value",
        says="counted in degrees Celsius",
    ),
    replaced(
        "half a day", DEFINITION, "value: 14\n    unit: days", "value: 14.5\n    unit: days", "value", says="whole"
    ),
    replaced(
        "a metre of minus one",
        DEFINITION,
        "distance_m: {at most: contact_metres}",
        "distance_m: {at most: -1}",
        "value",
    ),
    replaced(
        "no bound", DEFINITION, "distance_m: {at most: contact_metres}", "distance_m: {}", "value", says="at most"
    ),
    replaced("a number of twenty digits", PROCEDURE, "value: 38.0", "value: " + "9" * 20, "value", says="too large"),
    replaced("a year far away", PROCEDURE, "review_by: 2027-07-22", "review_by: 9999-12-31", "date"),
    replaced("a review in twenty years", PROCEDURE, "review_by: 2027-07-22", "review_by: 2040-07-22", "date"),
    replaced("an end on the last of all days", DEFINITION, "until: 2022-02-13", "until: 9999-12-31", "date"),
    replaced("a source of no year", SOURCES, "date: 2020-02-27", "date: soon", "date", says="names no year"),
    # words
    replaced("a title that is a number", PROCEDURE, "{en: Observe, es: Observar}", "{en: 12, es: Observar}", "type"),
    replaced("a title that is true", PROCEDURE, "{en: Observe, es: Observar}", "{en: true, es: Observar}", "type"),
    replaced("a clause that is no number", PROCEDURE, "clause: whole", "clause: .nan", "type"),
    replaced("a sign under another name", SIGNS, "  cough: {", "  coughs: {", "unknown-key", says='"cough"?'),
    replaced("a document left out", SOURCES, "  who-2020-02-27:\n", "  who-2020-02-26:\n", "reference", mark=ANYWHERE),
    # lists and cards
    replaced(
        "one sign counted twice",
        DEFINITION,
        "              - {sign: headache}\n",
        "              - {sign: headache}\n              - {sign: headache}\n",
        "duplicate-id",
        mark=ANYWHERE,
    ),
    replaced(
        "a criterion that is no letter",
        DEFINITION,
        "    B:\n      title: {en: severe",
        "    second:\n      title: {en: severe",
        "value",
    ),
    replaced(
        "a criterion that nobody can name",
        DEFINITION,
        "      title: {en: positive NAAT, es: prueba de amplificación de ácidos nucleicos positiva}\n",
        "",
        "missing-key",
        mark=ANYWHERE,
    ),
    replaced("an alert that nothing shows", DEFINITION, "  definition-gap:\n", "  definition-hole:\n", "unknown-key"),
    replaced(
        "a step that is never asked",
        PROCEDURE,
        "    mandatory: yes\n    does: [observes]",
        "    does: [observes]",
        "flow",
        mark=ANYWHERE,
        says="never asked",
    ),
    replaced(
        "a distance of minus two metres",
        PROCEDURE,
        "es: 1 metro o menos}, value: 1.0}",
        "es: 1 metro o menos}, value: -2.0}",
        "value",
    ),
    # vignettes
    replaced(
        "a class above its ceiling", VIGNETTES, "ceiling: suspected", "ceiling: not_a_case", "value", mark=ANYWHERE
    ),
    replaced(
        "a class that its criterion does not decide",
        VIGNETTES,
        "class: suspected\n    by: suspected.A",
        "class: probable\n    by: suspected.A",
        "value",
        mark=ANYWHERE,
    ),
    replaced(
        "an alert that the edition does not have",
        VIGNETTES,
        "alerts: [definition-gap]",
        "alerts: [definition-gab]",
        "reference",
    ),
    replaced(
        "two vignettes of one name",
        VIGNETTES,
        "case: Weakness and fatigue are one sign",
        'case: "Fever and cough, nothing else"',
        "duplicate-id",
    ),
]
