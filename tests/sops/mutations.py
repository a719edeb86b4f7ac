"""Our own valid files, broken in one place each: the family that the checker must refuse (P11, P34)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sops import grammar, reading
from sops.catalogue import SHIPPED
from sops.mistakes import Kind

PROCEDURE = SHIPPED / "procedures" / "poe-entry" / "2020-01-31.yaml"
DEFINITION = SHIPPED / "definitions" / "who-covid19" / "2020-12-16.yaml"
POST = SHIPPED / "posts" / "lajas-blancas.yaml"
AREAS = SHIPPED / "areas" / "who-transmission.yaml"
TRANSLATION = SHIPPED / "translations" / "fr.yaml"
SOURCES = SHIPPED / "sources.yaml"
ANYWHERE = "(anywhere)"
FILES = {"procedure": PROCEDURE, "definition": DEFINITION, "post": POST, "areas": AREAS, "translation": TRANSLATION,
         "sources": SOURCES}  # fmt: skip


@dataclass(frozen=True)
class Mutation:
    """One file with one thing wrong: the kind of mistake, and the line (from 1) where it is told, if that is clear."""

    name: str
    file: Path
    raw: bytes
    kind: Kind
    line: int | None = None
    says: str = ""


def replaced(name: str, file: Path, old: str, new: str, kind: Kind, *, mark: str = "", says: str = "") -> Mutation:
    """`old`, which stands there once, replaced; told on the line where `mark` (else the first changed one) stands."""
    text = file.read_text("utf-8")
    assert text.count(old) >= 1, (name, old)
    broken = text.replace(old, new, 1)
    start = text.index(old)
    line: int | None
    if mark == ANYWHERE:
        line = None
    elif mark:
        near = broken.find(mark, max(0, start - 2000))
        line = broken[: near if near >= 0 else broken.index(mark)].count("\n") + 1
    else:
        same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        line = broken[: start + same].count("\n") + 1
    return Mutation(name, file, broken.encode(), kind, line, says)


def bytes_of(
    name: str, change: Callable[[bytes], bytes], kind: Kind, line: int | None = None, says: str = ""
) -> Mutation:
    return Mutation(name, PROCEDURE, change(PROCEDURE.read_bytes()), kind, line, says)


def top_level(file: Path) -> list[tuple[str, int, int]]:
    """Each top-level key with its first line and the line after its last, from 0."""
    root = reading.read(file)
    assert root.pairs is not None
    starts = [(str(key.text), key.line - 1) for key, _ in root.pairs]
    lines = file.read_text("utf-8").count("\n") + 1
    return [
        (key, at, following) for (key, at), following in zip(starts, [*(n for _, n in starts[1:]), lines], strict=True)
    ]


def every_top_level_key() -> Iterator[Mutation]:
    """Each key of each kind of file left out, doubled and misspelt."""
    for kind, file in FILES.items():
        lines = file.read_text("utf-8").split("\n")
        form = grammar.FILES[kind]
        for key, start, end in top_level(file):
            without = "\n".join(lines[:start] + lines[end:]).encode()
            if form.fields[key].required and key != kind:
                yield Mutation(f"{kind} without {key}", file, without, "missing-key", 1, f'"{key}"')
            doubled = "\n".join([*lines[:end], *lines[start:end], *lines[end:]]).encode()
            yield Mutation(
                f"{kind} with two {key}", file, doubled, "duplicate-key", end + 1, f"first on line {start + 1}"
            )
            odd = key[:-1] + "x" if key != "post" else "posst"
            misspelt = "\n".join([*lines[:start], lines[start].replace(key, odd, 1), *lines[start + 1 :]]).encode()
            yield Mutation(f"{kind} with {odd}", file, misspelt, "unknown-key", start + 1, f'Did you mean "{key}"?')


def every_key_of_a_step() -> Iterator[Mutation]:
    """Each key of a step and of a duty left out or misspelt."""
    text = PROCEDURE.read_text("utf-8")
    for head in ("  - step: temperature\n", "  - duty: isolate\n"):
        start = text.index(head)
        end = text.index("\n  - ", start + 5) + 1
        block = text[start:end]
        line = text[:start].count("\n") + 1
        for offset, row in enumerate(block.split("\n")):
            key = row[4:].partition(":")[0]
            fields = {**grammar.procedure.STEP.fields, **grammar.procedure.DUTY.fields}
            if row[:4] not in ("    ", "  - ") or row[4:5] in (" ", "-", "") or key not in fields:
                continue
            odd = row.replace(key, key + "z", 1)
            misspelt = text.replace(block, block.replace(row, odd, 1)).encode()
            yield Mutation(f"{head.strip()}: {key}z", PROCEDURE, misspelt,
                           "unknown-key", line + offset, f'Did you mean "{key}"?')  # fmt: skip
            twice = block.replace(row + "\n", row + "\n" + f"    {key}: x\n", 1)
            if not row.endswith(":"):
                yield Mutation(f"{head.strip()}: {key} twice", PROCEDURE, text.replace(block, twice).encode(),
                               "duplicate-key", line + offset + 1)  # fmt: skip


HAND_MADE = [
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
    replaced("a phrase that nobody has", PROCEDURE, "phrases: [q7]", "phrases: [q77]", "translation", says="q77"),
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
        mark="    then:\n      - {when: {reading at least: fever_threshold_c}",
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
        "{when: {answered: {emergency_end: [recovered]}}, go: resume}",
        "{when: {answered: {emergency_end: [recovered]}}, go: death}",
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
        mark="before: handover",
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
    replaced("a number of 5,000 digits", PROCEDURE, "value: 38.0", "value: " + "9" * 5000, "type"),
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
    replaced("a month of 31 days that has 30", PROCEDURE, "review_by: 2022-12-31", "review_by: 2022-11-31", "date"),
    replaced("the 29th of February 2021", PROCEDURE, "review_by: 2022-12-31", "review_by: 2021-02-29", "date"),
    replaced("month 13", PROCEDURE, "review_by: 2022-12-31", "review_by: 2022-13-01", "date"),
    replaced("a date the other way round", PROCEDURE, "review_by: 2022-12-31", "review_by: 31-12-2022", "date"),
    replaced("a date with slashes", PROCEDURE, "review_by: 2022-12-31", "review_by: 2022/12/31", "date"),
    replaced("a date with an hour", PROCEDURE, "review_by: 2022-12-31", 'review_by: "2022-12-31T00:00:00"', "date"),
    replaced("a date without its zero", PROCEDURE, "review_by: 2022-12-31", "review_by: 2022-2-1", "date"),
    replaced("a date in other digits", PROCEDURE, "review_by: 2022-12-31", "review_by: ٢٠٢٢-١٢-٣١", "date"),
    replaced("the year nought", PROCEDURE, "review_by: 2022-12-31", "review_by: 0000-12-31", "date"),
    replaced(
        "in force before it appeared",
        PROCEDURE,
        "published_on: 2020-01-31",
        "published_on: 2020-02-01",
        "date",
        mark="in_force_from",
    ),
    replaced("ended before it began", DEFINITION, "in_force_until: 2022-02-13", "in_force_until: 2020-02-13", "date"),
    replaced("a review before the beginning", PROCEDURE, "review_by: 2022-12-31", "review_by: 2019-12-31", "date"),
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
    # YAML itself
    replaced(
        "a tag that would run code",
        PROCEDURE,
        "first: observe",
        "first: !!python/object/apply:os.system [id]",
        "unsafe-tag",
    ),
    replaced("an ordinary tag", PROCEDURE, "first: observe", "first: !!str observe", "unsafe-tag"),
    replaced("an anchor", PROCEDURE, "first: observe", "first: &x observe", "limit"),
    replaced("an alias", PROCEDURE, "first: observe", "first: *x", "limit"),
    replaced("a merge key", PROCEDURE, "parameters:\n", "parameters: &p\n  <<: *p\n", "limit"),
    replaced("a tab", PROCEDURE, "parameters:\n  fever", "parameters:\n\tfever", "syntax"),
    replaced(
        "wrong indentation",
        PROCEDURE,
        "parameters:\n  fever_threshold_c:\n    value",
        "parameters:\n  fever_threshold_c:\n   x: 1\n    value",
        "syntax",
        mark="    value: 38.0",
    ),
    replaced(
        "an open bracket",
        PROCEDURE,
        "posts: [reception_station, ground_crossing]",
        "posts: [reception_station",
        "syntax",
        mark="deciding reading",
    ),
    replaced(
        "an open quote",
        PROCEDURE,
        "ask: {en: Temperature, es: Temperatura}",
        'ask: {en: "Temperature, es: Temperatura}',
        "syntax",
        mark=ANYWHERE,
    ),
    replaced("two colons", PROCEDURE, "first: observe", "first: observe: now", "syntax"),
    replaced("a second document", PROCEDURE, "first: observe", "---\nfirst: observe", "syntax"),
    replaced("a directive", PROCEDURE, "procedure: poe-entry", "%YAML 9.9\n---\nprocedure: poe-entry", "syntax"),
    replaced("a NUL by its escape", PROCEDURE, "part: A1", 'part: "A\\0"', "encoding"),
    replaced("half a character by its escape", PROCEDURE, "part: A1", 'part: "A\\uD800"', "syntax"),
    replaced("an escape sequence of a terminal", PROCEDURE, "part: A1", 'part: "\\e[31mA1"', "encoding"),
    replaced("a direction override", PROCEDURE, "part: A1", 'part: "A1\u202e"', "encoding"),
    replaced("a byte order mark in the middle", PROCEDURE, "part: A1", 'part: "A\ufeff1"', "encoding"),
    replaced("nested 5,000 deep in lists", PROCEDURE, "first: observe", "first: " + "[" * 5000 + "]" * 5000, "limit"),
    replaced(
        "nested 5,000 deep in mappings",
        PROCEDURE,
        "first: observe",
        "first: " + "{a: " * 5000 + "b" + "}" * 5000,
        "limit",
    ),
    replaced(
        "nested 2,000 deep by indentation",
        PROCEDURE,
        "first: observe",
        "first:\n" + "".join(" " * n + "- \n" for n in range(1, 1000)),
        "limit",
        mark=ANYWHERE,
    ),
    replaced("a text of 20,001 characters", PROCEDURE, "part: A1", "part: " + "a" * 20_001, "limit"),
    replaced("200,000 entries", PROCEDURE, "first: observe", "first: [" + "a," * 200_000 + "a]", "limit"),
    bytes_of("bytes that are no UTF-8", lambda raw: raw.replace(b"Observe", b"Obs\xe9rve", 1), "encoding"),
    bytes_of("the same file in Latin-1", lambda raw: raw.decode().encode("latin-1", "replace"), "encoding"),
    bytes_of("the same file in UTF-16", lambda raw: raw.decode().encode("utf-16"), "encoding", 1),
    bytes_of("a surrogate in bytes", lambda raw: raw.replace(b"Observe", b"\xed\xa0\x80", 1), "encoding"),
    bytes_of("a NUL", lambda raw: raw.replace(b"Observe", b"Obs\0rve", 1), "encoding"),
    bytes_of("a control character", lambda raw: raw.replace(b"Observe", b"Obs\x07rve", 1), "encoding"),
    bytes_of("a scalar of 10 MB", lambda raw: raw.replace(b"Observe", b"o" * 10_000_000, 1), "limit", 1),
    bytes_of("half of the file", lambda raw: raw[: len(raw) // 2], "missing-key", None),
    bytes_of("nothing", lambda _: b"", "syntax", 1),
    bytes_of("blanks", lambda _: b"\n\n  \n", "syntax", 1),
    bytes_of("a remark alone", lambda _: b"# procedure: poe-entry\n", "syntax", 1),
    bytes_of("one word", lambda _: b"poe-entry\n", "type", 1),
    bytes_of("a list", lambda _: b"- procedure: poe-entry\n", "type", 1),
    bytes_of("no kind of file", lambda _: b"title: {en: a, es: b}\n", "missing-key", 1),
    bytes_of("a picture", lambda _: b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "encoding", 1),
    bytes_of("a zip", lambda _: b"PK\x03\x04" + b"\0" * 100, "encoding", 1),
    bytes_of("JSON with a doubled key", lambda _: b'{"procedure": "a", "procedure": "b"}', "duplicate-key", 1),
]

ACCEPTED = [
    bytes_of("a byte order mark at the beginning", lambda raw: b"\xef\xbb\xbf" + raw, "syntax"),
    bytes_of("line ends of Windows", lambda raw: raw.replace(b"\n", b"\r\n"), "syntax"),
    bytes_of("blank lines and remarks", lambda raw: b"# seen\n\n" + raw + b"\n\n# end\n", "syntax"),
    bytes_of("a document marker", lambda raw: b"---\n" + raw + b"...\n", "syntax"),
    bytes_of("words in quotes", lambda raw: raw.replace(b"first: observe", b'"first": "observe"'), "syntax"),
]

ALL = [*HAND_MADE, *every_top_level_key(), *every_key_of_a_step()]
