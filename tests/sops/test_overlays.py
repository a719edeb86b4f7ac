"""Overlays: a patch on a named edition, checked at its own places, and where every value comes from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sops import catalogue, checking
from sops.aloud import aloud
from sops.catalogue import File, NoEditionError, load, read_file
from sops.keeping import Keep
from sops.overlaying import lay, texts_of
from sops.rendering import rendered

SHIPPED = load()
BASE = SHIPPED.named("procedure", "poe-entry@2020-01-31")
DAY = date(2021, 3, 23)
HEAD = """\
overlay: trial
edition: 2021-01-01
title: {en: Trial, es: Prueba}
published_on: 2021-01-01
in_force_from: 2021-02-01
review_by: 2021-12-31
source: {document: paso-design, clause: trial, mark: design}
on: poe-entry@2020-01-31
"""
STEP = """\
add steps:
  - before: declare_contact
    steps:
      - step: hats
        part: A3
        by: officer
        title: {en: Hats, es: Sombreros}
        ask: {en: A hat?, es: "¿Sombrero?"}
        answer: yes_no
        mandatory: yes
        then: declare_contact
        source: {document: paso-design, clause: trial, mark: design}
"""
DUTY = """\
add duties:
  - duty: praise
    part: A6
    title: {en: Praise, es: Elogio}
    do: {en: Praise the hat., es: Elogie el sombrero.}
    when: {answered: {hats: [yes]}}
    owner: officer
    into: [advice]
    source: {document: paso-design, clause: trial, mark: design}
"""
POST = (catalogue.SHIPPED / "posts" / "paso-canoas.yaml").read_text(encoding="utf-8")


def told(folder: Path, text: str, name: str = "trial.yaml") -> list[str]:
    """The errors of an overlay among the shipped files, as `line:column: code: path: message`."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    mistakes = checking.check_paths([path], catalogue.shipped_files())
    return [str(mistake).removeprefix(f"{path}:") for mistake in mistakes if mistake.severity == "error"]


def with_overlay(folder: Path, *texts: str, overlays: str = "[trial]") -> catalogue.Catalogue:
    """The catalogue with overlays, and with Paso Canoas naming them."""
    for number, text in enumerate(texts):
        (folder / f"overlay-{number}.yaml").write_text(text, encoding="utf-8")
    (folder / "post.yaml").write_text(POST.replace("\nareas:", f"\noverlays: {overlays}\nareas:"), encoding="utf-8")
    return load([folder])


def here(known: catalogue.Catalogue, kind: str = "procedure", on: date = DAY) -> File:
    return known.named(kind, known.at_post(kind, known.post("paso-canoas"), on))


# ------------------------------------------------------------------------------------------------- what is set counts


def test_a_number_set_by_an_overlay_counts_and_tells_where_it_comes_from(tmp_path):
    number = "parameters:\n  fever_threshold_c:\n    value: 37.8\n    source: {document: who-imci, clause: trial}\n"
    known = with_overlay(tmp_path, HEAD + number)
    procedure = known.made(here(known))
    assert known.mistakes == ()
    assert procedure.name == "poe-entry@2020-01-31+trial@2021-01-01"
    assert procedure.parameters["fever_threshold_c"].value == 37.8
    assert procedure.parameters["fever_threshold_c"].unit == "degrees Celsius"
    assert procedure.parameters["fever_threshold_c"].source.document == "who-imci"
    (overlay,) = procedure.about.overlays
    (change,) = overlay.changes
    assert (change.path, change.was, change.now) == ("parameters.fever_threshold_c", "38", "37.8")
    assert change.source.document == "who-imci"
    assert SHIPPED.procedure(BASE.name).parameters["fever_threshold_c"].value == 38.0


def test_a_text_set_by_an_overlay_is_shown_and_the_old_one_is_told(tmp_path):
    known = with_overlay(tmp_path, HEAD + "texts:\n  steps.observe.ask: {en: What now?, es: '¿Y ahora?'}\n")
    procedure = known.made(here(known))
    assert procedure.steps["observe"].ask == {"en": "What now?", "es": "¿Y ahora?"}
    (change,) = procedure.about.overlays[0].changes
    assert change.was == {"en": "What do you see?", "es": "¿Qué observa?"}
    assert change.now == {"en": "What now?", "es": "¿Y ahora?"}


def test_an_added_step_stands_on_every_way_that_led_to_the_step_behind_it(tmp_path):
    known = with_overlay(tmp_path, HEAD + STEP + DUTY)
    procedure = known.made(here(known))
    names = list(procedure.steps)
    assert names[names.index("hats") + 1] == "declare_contact"
    leading = {name for name, step in procedure.steps.items() if any(r.go == "declare_contact" for r in step.then)}
    assert leading == {"hats"}
    assert procedure.courses["advice"].duties.index("praise") < procedure.courses["advice"].duties.index("give_advice")


def test_an_added_step_may_be_the_first_one(tmp_path):
    known = with_overlay(tmp_path, HEAD + STEP.replace("declare_contact", "observe"))
    assert known.made(here(known)).first == "hats"


def test_a_rule_a_term_a_course_and_a_number_may_be_added(tmp_path):
    more = """\
add parameters:
  hats:
    value: 3
    unit: years
    title: {en: Hats, es: Sombreros}
    source: {document: paso-design, clause: trial, mark: design}
add terms:
  toddler:
    title: {en: a toddler, es: una criatura}
    age below: hats
    source: {document: paso-design, clause: trial, mark: design}
add courses:
  ribbon:
    title: {en: A ribbon, es: Una cinta}
    precaution: {en: A ribbon., es: Una cinta.}
    family: calm
    outcome: cleared_with_advice
    duties: [give_advice]
    source: {document: paso-design, clause: trial, mark: design}
add precaution:
  - ahead of: well
    rule: toddlers
    title: {en: a toddler, es: una criatura}
    when: toddler
    course: ribbon
    source: {document: paso-design, clause: trial, mark: design}
"""
    known = with_overlay(tmp_path, HEAD + more)
    assert known.mistakes == ()
    procedure = known.made(here(known))
    assert [rule.id for rule in procedure.precaution][-2:] == ["toddlers", "well"]
    assert procedure.courses["ribbon"].duties == ("give_advice",)
    assert {change.path for change in procedure.about.overlays[0].changes} == {
        "parameters.hats",
        "terms.toddler",
        "courses.ribbon",
        "precaution.toddlers",
    }


def test_a_definition_takes_numbers_and_texts(tmp_path):
    head = HEAD.replace("on: poe-entry@2020-01-31", "on: who-covid19@2020-12-16")
    number = "parameters:\n  fever_threshold_c:\n    value: 37.5\n    source: {document: who-imci, clause: trial}\n"
    known = with_overlay(tmp_path, head + number)
    file = here(known, "definition")
    assert file.name == "who-covid19@2020-12-16+trial@2021-01-01"
    assert known.engine_of(file).parameters["fever_threshold_c"] == 37.5
    assert here(known).name == BASE.name
    assert here(known, "definition", date(2022, 8, 1)).name == "who-covid19@2022-07-22"


def test_overlays_lie_on_one_another_in_the_order_of_the_post(tmp_path):
    second = (HEAD + "texts:\n  steps.observe.ask: {en: A hat?, es: '¿Cuál?'}\n").replace("trial", "second")
    known = with_overlay(tmp_path, HEAD + STEP, second, overlays="[trial, second]")
    assert here(known).name == "poe-entry@2020-01-31+trial@2021-01-01+second@2021-01-01"
    procedure = known.made(here(known))
    assert procedure.steps["observe"].ask["en"] == "A hat?"
    assert "hats" in procedure.steps
    assert [overlay.name for overlay in procedure.about.overlays] == ["trial@2021-01-01", "second@2021-01-01"]


def test_an_overlay_counts_from_its_day_and_the_last_to_have_begun(tmp_path):
    later = HEAD.replace("edition: 2021-01-01", "edition: 2021-03-01").replace("2021-02-01", "2021-03-20")
    known = with_overlay(tmp_path, HEAD, later)
    names = [here(known, on=day).name for day in (date(2021, 1, 31), date(2021, 2, 1), date(2021, 3, 20))]
    assert names == [BASE.name, f"{BASE.name}+trial@2021-01-01", f"{BASE.name}+trial@2021-03-01"]


def test_the_earlier_review_and_the_later_beginning_count(tmp_path):
    about = here_about(tmp_path)
    assert (about.in_force_from, about.review_by) == (date(2021, 2, 1), date(2021, 12, 31))
    assert about.is_amber(date(2022, 1, 1))
    assert not about.is_amber(date(2021, 12, 31))


def here_about(folder):
    known = with_overlay(folder, HEAD)
    return known.made(here(known)).about


# -------------------------------------------------------------------------------------- bound, kept, read back, aloud


def test_a_screening_is_bound_to_the_very_text_with_its_overlays(tmp_path):
    known = replace(with_overlay(tmp_path, HEAD + STEP), keep=Keep(tmp_path / "texts"))
    file = here(known)
    known.hold([file])
    assert known.bound("procedure", file.name, file.digest).data == file.data
    gone = replace(SHIPPED, keep=Keep(tmp_path / "texts"))
    kept = gone.bound("procedure", file.name, file.digest)
    assert gone.made(kept) == known.made(file)
    assert kept.name == file.name
    with pytest.raises(NoEditionError, match="not here in the wording"):
        SHIPPED.bound("procedure", file.name, file.digest)


def test_it_is_found_again_by_its_name_alone(tmp_path):
    file = here(with_overlay(tmp_path, HEAD + STEP))
    assert load([tmp_path]).named("procedure", file.name).raw == file.raw
    assert load([tmp_path]).bound("procedure", file.name, file.digest).raw == file.raw


@pytest.mark.parametrize("file", [f for f in SHIPPED.files if f.kind != "sources"], ids=lambda file: file.name)
def test_what_is_rendered_reads_back_as_the_same(file):
    again = read_file(file.path, rendered(file.kind, file.data))
    assert again.data == file.data
    assert rendered(file.kind, again.data) == rendered(file.kind, file.data)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1).filter(str.strip))
def test_any_text_of_an_overlay_is_rendered_faithfully(text):
    if re.search("[\u202a-\u202e\u2066-\u2069\ufeff]", text):
        return
    data = {**SHIPPED.named("names", "roles").data, "words": {"x": {"en": text, "es": "«" + text}}}
    assert checking.check_text(Path("x"), rendered("names", data)).data["words"] == data["words"]


def test_read_aloud_it_says_what_was_set_and_by_whom(tmp_path):
    number = "parameters:\n  fever_threshold_c:\n    value: 37.8\n    source: {document: who-imci, clause: page 9}\n"
    known = with_overlay(tmp_path, HEAD + number + STEP)
    said = aloud(known, here(known).name, "en")
    assert "## Set here" in said
    assert "**Trial** `trial@2021-01-01`" in said
    assert "- `parameters.fever_threshold_c`: 38 → **37.8**. *Source: who-imci, page 9*" in said
    assert "- `steps.hats`: added: **Hats**." in said
    assert "## Fijado aquí" in aloud(known, here(known).name, "es")
    assert "## Set here" not in aloud(known, BASE.name, "en")


# ------------------------------------------------------------------------------------------- mistakes, at their places


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (HEAD.replace("poe-entry@", "poe-entri@"), '8:5: SOP110: on: there is no edition "poe-entri@2020-01-31".'),
        (
            HEAD + "parameters:\n  fever_treshold_c:\n    value: 37.8\n    source: {document: crc, clause: x}\n",
            "10:3: SOP110: parameters.fever_treshold_c: the edition has no parameter",
        ),
        (
            HEAD + "texts:\n  steps.obsrve.do: {en: Look, es: Mire}\n",
            'has no text "steps.obsrve.do". Did you mean "steps.observe.do"',
        ),
        (HEAD + "texts:\n  steps.observe.do: {en: Look}\n", "10:21: SOP112: texts.steps.observe.do: the text in"),
        (
            HEAD + STEP.replace("before: declare_contact", "before: declare_contat"),
            '10:13: SOP110: add steps[0].before: the edition has no step "declare_contat".',
        ),
        (HEAD + STEP.replace("step: hats", "step: observe"), 'steps[0].step: the edition has a step "observe" already'),
        (HEAD + STEP.replace("then: declare_contact", "then: nowhere"), "19:15: SOP110: add steps[0].steps[0].then:"),
        (HEAD + STEP.replace("then: declare_contact", "then: observe"), "the walk runs round"),
        (HEAD + STEP.replace("yes_no", "choice"), '12:9: SOP108: add steps[0].steps[0]: a choice needs "options"'),
        (HEAD + STEP.replace("document: paso-design", "document: nobody"), 'sources.yaml has no document "nobody"'),
        (HEAD + STEP.replace("mandatory: yes", "mandatory: yes\n        phrases: [hat]"), 'there is no phrase "hat"'),
        (HEAD + DUTY, '14:29: SOP110: add duties[0].when.answered.hats: there is no step "hats"'),
        (HEAD + STEP + DUTY.replace("[advice]", "[advise]"), 'duties[0].into[0]: the edition has no course "advise"'),
        (HEAD + "add bells: yes\n", '9:1: SOP107: add bells: overlay: the key "add bells" is not known.'),
        (HEAD.replace("2021-12-31", "2021-01-31"), "6:12: SOP113: review_by: review_by (2021-01-31) lies before"),
        (
            HEAD.replace("poe-entry@2020-01-31", "who-covid19@2020-12-16") + STEP,
            "9:1: SOP110: add steps: a case definition takes parameters and texts only",
        ),
    ],
)  # fmt: skip
def test_a_mistake_of_an_overlay_is_told_at_its_own_place(text, wanted, tmp_path):
    found = told(tmp_path, text)
    assert len(found) == 1, found
    assert wanted in found[0]


def test_a_faulty_overlay_replaces_nothing_and_its_post_does_not_work_without_it(tmp_path):
    known = with_overlay(tmp_path, HEAD + STEP.replace("then: declare_contact", "then: nowhere"))
    assert [mistake.kind for mistake in known.mistakes] == ["reference", "reference"]
    assert known.post("paso-canoas").overlays == ()
    asked = replace(known.post("paso-canoas"), overlays=("trial",))
    with pytest.raises(NoEditionError, match="works with the overlay 'trial', which is not here or has a mistake"):
        known.at_post("procedure", asked, DAY)


def test_a_post_cannot_name_an_overlay_that_is_not_there(tmp_path):
    (mistake,) = with_overlay(tmp_path, overlays="[airprt]").mistakes
    assert (mistake.path, mistake.code) == ("overlays[0]", "SOP110")
    assert 'Did you mean "airport"?' in mistake.message


def test_a_post_of_a_kind_the_procedure_is_not_complete_for_is_told_which_overlay_helps(tmp_path):
    text = POST.replace("kind: ground_crossing", "kind: airport")
    (found,) = told(tmp_path, text, "post.yaml")
    assert "SOP110: kind: from 2020-01-31 on poe-entry@2020-01-31 is not complete for a post of kind" in found
    assert "Add one of these under overlays: airport." in found


def test_two_overlays_that_do_not_fit_together_are_told_at_the_post(tmp_path):
    known = with_overlay(tmp_path, HEAD + STEP, (HEAD + STEP).replace("trial", "second"), overlays="[trial, second]")
    (mistake,) = known.mistakes
    assert mistake.path == "overlays"
    assert 'the edition has a step "hats" already' in mistake.message


def test_nobody_writes_by_hand_what_overlays_did(tmp_path):
    raw = rendered("procedure", {**BASE.data, "overlaid": []}).decode()
    source = '"source": {"document": "crc", "clause": "x"}'
    laid = f'{{"overlay": "x", "edition": "2021-01-01", "title": {{"en": "x", "es": "x"}}, {source}, "changes": []}}'
    text = raw.replace('"overlaid": []', f'"overlaid": [{laid}]')
    assert any("only the program writes this key" in found for found in told(tmp_path, text))


# --------------------------------------------------------------------------------------------------------- what we ship


def test_the_slot_of_the_ministry_is_empty():
    slot = SHIPPED.named("overlay", "pa-minsa@2021-01-01")
    assert lay(BASE.data, slot.data).changes == []


@pytest.mark.parametrize(
    ("post", "kind", "steps", "duties"),
    [
        ("tocumen", "airport", {"seat_row", "aircraft_declaration"},
         {"ask_declaration", "list_seats", "free_pratique"}),
        ("cristobal", "seaport", {"cabin", "maritime_declaration"},
         {"ask_declaration", "list_all_on_board", "free_pratique"}),
    ],
)  # fmt: skip
def test_airport_and_seaport_add_to_the_procedure_and_take_nothing_away(post, kind, steps, duties):
    name = SHIPPED.at_post("procedure", SHIPPED.post(post), DAY)
    made, base = SHIPPED.procedure(name), SHIPPED.procedure(BASE.name)
    assert name == f"poe-entry@2020-01-31+{kind}@2020-01-31"
    assert made.posts == (*base.posts, kind)
    assert made.steps.keys() - base.steps.keys() == steps
    assert base.steps.keys() <= made.steps.keys()
    assert made.duties.keys() - base.duties.keys() == duties
    assert made.courses["case"].duties.index("free_pratique") < made.courses["case"].duties.index("handover")
    assert made.duties["free_pratique"].escalates_to == "health_authority"


def test_at_the_airport_the_list_of_seats_says_the_rows_of_the_setting():
    name = SHIPPED.at_post("procedure", SHIPPED.post("tocumen"), DAY)
    assert "of 2 rows ahead and behind" in SHIPPED.procedure(name).duties["list_seats"].do["en"]
    assert "of 3 rows ahead and behind" in SHIPPED.procedure(name, {"contact_rows": 3}).duties["list_seats"].do["en"]


def test_every_text_of_the_procedure_can_be_named_by_a_path():
    paths = list(texts_of(BASE.data))
    assert len(paths) == len(set(paths))
    assert {"title", "steps.observe.do", "steps.documents.options.no_papers.title", "duties.slip.title"} <= set(paths)
