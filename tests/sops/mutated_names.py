"""Files that name what is not there, lead nowhere, say things twice or leave a text out."""

from __future__ import annotations

from tests.sops.mutations import ANYWHERE, DEFINITION, POST, PROCEDURE, TRANSLATION, replaced

JULY = DEFINITION.with_name("2022-07-22.yaml")

NAMES = [
    # names that lead nowhere
    replaced(
        "a step that is not there",
        PROCEDURE,
        "then: second_reading",
        "then: second_readin",
        "reference",
        says='Did you mean "second_reading"?',
    ),
    replaced("a route that is not there", PROCEDURE, "go: spoken}", "go: spokken}", "reference", says='"spoken"?'),
    replaced("a first step that is not there", PROCEDURE, "first: observe", "first: observed", "reference"),
    replaced("an interrupt's step that is not there", PROCEDURE, "first: left_check", "first: left_chek", "reference"),
    replaced(
        "a term that is not there",
        PROCEDURE,
        "any of: [ill, {test positive: yes}]",
        "any of: [il, {test positive: yes}]",
        "reference",
    ),
    replaced(
        "a term of a route that is not there",
        PROCEDURE,
        "when: needs_secondary",
        "when: needs_secundary",
        "reference",
        says='Did you mean "needs_secondary"?',
    ),
    replaced(
        "a number of the rooms that is not there",
        PROCEDURE,
        "check every: room_check_minutes",
        "check every: room_chek_minutes",
        "reference",
        says='"room_check_minutes"',
    ),
    replaced(
        "a class of the rooms that is not there",
        PROCEDURE,
        "may share: [[suspected],",
        "may share: [[suspect],",
        "value",
        says='"suspected"',
    ),
    replaced("a room for nobody", POST, "name: Sala 1, places: 2", "name: Sala 1, places: 0", "value"),
    replaced("a phrase that nobody has", PROCEDURE, "phrases: [q7]", "phrases: [q77]", "reference", says="q7"),
    replaced(
        "a document that nobody lists",
        PROCEDURE,
        "{document: cdc-poe-2020",
        "{document: cdc-poe-2021",
        "reference",
        says='Did you mean "cdc-poe-2020"?',
    ),
    replaced(
        "a definition that is not there",
        PROCEDURE,
        "definition: who-covid19",
        "definition: who-covid91",
        "reference",
        says='Did you mean "who-covid19"?',
    ),
    replaced(
        "a parameter that is not there",
        PROCEDURE,
        "within: isolate_within_minutes",
        "within: isolate_in_minutes",
        "reference",
    ),
    replaced(
        "a parameter of a rest that is not there",
        PROCEDURE,
        "minutes: fever_rest_minutes",
        "minutes: rest_minutes",
        "reference",
    ),
    replaced(
        "a parameter of a reading that is not there",
        PROCEDURE,
        "{when: {reading at least: recheck_from_c}",
        "{when: {reading at least: recheck}",
        "reference",
    ),
    replaced(
        "a course that is not there",
        PROCEDURE,
        "course: ordinary_care_apart",
        "course: ordinary_care_appart",
        "reference",
    ),
    replaced("a duty that is not there", PROCEDURE, "duties: [isolate,", "duties: [isolated,", "reference"),
    replaced(
        "a duty before one that is not there", PROCEDURE, "before: care_handover", "before: care_handoff", "reference"
    ),
    replaced(
        "a clock from a duty that is not there",
        PROCEDURE,
        "starts at: call_transport",
        "starts at: call_transports",
        "reference",
    ),
    replaced(
        "a rest after a step that is not there", PROCEDURE, "after: temperature", "after: temperatures", "reference"
    ),
    replaced(
        "an answer that the step does not have",
        PROCEDURE,
        "{answered: {documents: [no_papers]}}",
        "{answered: {documents: [no_paper]}}",
        "reference",
        says='Did you mean "no_papers"?',
    ),
    replaced(
        "an answer of a step that is not there",
        PROCEDURE,
        "{answered: {documents: [no_papers]}}",
        "{answered: {document: [no_papers]}}",
        "reference",
    ),
    replaced(
        "an effect of an answer that is not there", PROCEDURE, "      well: {signs:", "      wel: {signs:", "reference"
    ),
    replaced("a number of a step that is not there", PROCEDURE, "of step: breathing", "of step: breath", "reference"),
    replaced("a number of a step that gives none", PROCEDURE, "of step: breathing", "of step: danger", "value"),
    replaced(
        "a definition's exposure that is not there",
        DEFINITION,
        "{exposure: cluster, within",
        "{exposure: clusters, within",
        "reference",
        says='Did you mean "cluster"?',
    ),
    replaced(
        "a definition's term that is not there",
        DEFINITION,
        "all of: [antigen_positive,",
        "all of: [antigen_positiv,",
        "reference",
    ),
    replaced(
        "a post's procedure that is not there", POST, "procedure: poe-entry", "procedure: poe-entree", "reference"
    ),
    replaced(
        "a post's area table that is not there", POST, "areas: who-transmission", "areas: who-transmision", "reference"
    ),
    # ways that do not lead on
    replaced(
        "a step that no way leads to",
        PROCEDURE,
        "go: rest_mask}",
        "go: second_reading}",
        "flow",
        mark="  - step: rest_mask",
    ),
    replaced("a walk that runs round", PROCEDURE, "    then: acute\n", "    then: danger\n", "flow"),
    replaced("a step that leads to itself", PROCEDURE, "    then: acute\n", "    then: onset\n", "flow"),
    replaced(
        "no way out when nothing holds",
        PROCEDURE,
        "      - {when: needs_secondary, go: mask}\n      - go: end\n",
        "      - {when: needs_secondary, go: mask}\n",
        "flow",
        mark=ANYWHERE,
    ),
    replaced(
        "a way behind one that always holds",
        PROCEDURE,
        "      - {when: {answered: {danger: [yes]}}, go: emergency}\n",
        "      - go: emergency\n",
        "flow",
    ),
    replaced("the walk resumes what was not interrupted", PROCEDURE, "    then: acute\n", "    then: resume\n", "flow"),
    replaced("an interrupt that leads into the walk", PROCEDURE, "    then: care\n", "    then: documents\n", "flow"),
    replaced(
        "interrupts that lead into each other",
        PROCEDURE,
        "{when: {answered: {emergency_end: [recovered, mistake]}}, go: resume}",
        "{when: {answered: {emergency_end: [recovered, mistake]}}, go: death}",
        "flow",
        mark=ANYWHERE,
    ),
    replaced("a rest after a step that comes later", PROCEDURE, "after: temperature", "after: danger", "flow"),
    replaced(
        "no course when no rule holds",
        PROCEDURE,
        "    title: {en: well, es: sin signos}\n",
        "    title: {en: well, es: sin signos}\n    when: ill\n",
        "flow",
        mark="  - rule: well\n",
    ),
    replaced(
        "a rule that hides the others",
        PROCEDURE,
        "    when: {any of: [{answered: {death_check: [confirmed]}}",
        "    # when: {any of: [{answered: {death_check: [confirmed]}}",
        "flow",
        mark="  - rule: died",
    ),
    replaced(
        "a course that no rule leads to",
        PROCEDURE,
        "course: refusal",
        "course: left",
        "flow",
        mark="  refusal:\n    title: {en: Referred",
    ),
    replaced(
        "a duty that no course owes",
        PROCEDURE,
        "belongings, handover,",
        "handover,",
        "flow",
        mark="  - duty: belongings",
    ),
    replaced(
        "a course that nobody ever leaves",
        PROCEDURE,
        "duties: [child_protection, tell_supervisor]",
        "duties: [child_protection]",
        "flow",
    ),
    replaced(
        "a clock that never starts",
        PROCEDURE,
        "emergency_notify, clean_place]",
        "emergency_notify, clean_room]",
        "flow",
    ),
    replaced(
        "duties that wait for each other",
        PROCEDURE,
        "    does: [hands_over, closes]\n    source: {document: paso-design, clause: C7",
        "    before: slip\n    does: [hands_over, closes]\n    source: {document: paso-design, clause: C7",
        "flow",
        mark="before: slip",
    ),
    replaced(
        "a term that rests on itself",
        PROCEDURE,
        "any of: [ill, {test positive: yes}]",
        "any of: [needs_secondary]",
        "reference",
        mark="  ill_or_positive:",
    ),
    replaced(
        "a definition's term that rests on itself",
        DEFINITION,
        "any of: [{sign: fever}, {reading at least: fever_threshold_c}]\n    source: {document: paso-design",
        "any of: [clinical]\n    source: {document: paso-design",
        "reference",
        mark="  fever:\n",
    ),
    # doubled names
    replaced("two steps of one name", PROCEDURE, "  - step: acute\n", "  - step: onset\n", "duplicate-id"),
    replaced(
        "two duties of one name",
        PROCEDURE,
        "  - duty: waste\n",
        "  - duty: receipt\n",
        "duplicate-id",
        mark="  - duty: receipt\n    part: C7",
    ),
    replaced("two rules of one name", PROCEDURE, "  - rule: handed_over\n", "  - rule: died\n", "duplicate-id"),
    # texts
    replaced(
        "a title without Spanish",
        PROCEDURE,
        "title: {en: Observe, es: Observar}",
        "title: {en: Observe}",
        "translation",
    ),
    replaced(
        "a title without English",
        PROCEDURE,
        "title: {en: Observe, es: Observar}",
        "title: {es: Observar}",
        "translation",
    ),
    replaced(
        "an empty title", PROCEDURE, "title: {en: Observe, es: Observar}", 'title: {en: "", es: Observar}', "value"
    ),
    replaced(
        "a title of blanks", PROCEDURE, "title: {en: Observe, es: Observar}", 'title: {en: "  ", es: Observar}', "value"
    ),
    replaced(
        "a title that is nothing",
        PROCEDURE,
        "title: {en: Observe, es: Observar}",
        "title: {en: ~, es: Observar}",
        "value",
    ),
    replaced(
        "a title that is null",
        PROCEDURE,
        "title: {en: Observe, es: Observar}",
        "title: {en: null, es: Observar}",
        "value",
    ),
    replaced(
        "a title in no language",
        PROCEDURE,
        "title: {en: Observe, es: Observar}",
        "title: {en: Observe, es: Observar, sp: X}",
        "unknown-key",
    ),
    replaced(
        "a title that is a list", PROCEDURE, "title: {en: Observe, es: Observar}", "title: [Observe, Observar]", "type"
    ),
    replaced("a title that is one word", PROCEDURE, "title: {en: Observe, es: Observar}", "title: Observe", "type"),
    replaced(
        "a translation without its word for unknown", TRANSLATION, ', unknown: "Je ne sais pas"}', "}", "translation"
    ),
    replaced("a phrase that English does not have", TRANSLATION, "  q1:", "  q1x:", "translation"),
    # what an edition claims of itself
    replaced(
        "monotone in what nobody counts",
        DEFINITION,
        "monotone in: [exposures, tests]",
        "monotone in: [exposure, tests]",
        "value",
        says='Did you mean "exposures"?',
    ),
    replaced("a term that swallows nothing", JULY, "among: asymptomatic", "among: asymtomatic", "reference"),
    replaced(
        "swallowed without a reason", JULY, "        says:\n          en", "        why:\n          en", "unknown-key"
    ),
]
