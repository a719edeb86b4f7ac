"""Who comes, what is answered, and what must follow. Expected values are typed from the norm (B8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.screening.walks import (
    ILL,
    IN_A_CAMP,
    INTERVIEW,
    MET_A_CASE,
    WELL,
    WELL_CONTACT,
    Walk,
    all_signs,
)

MILD = {**WELL, **INTERVIEW, "declare_signs": "yes"}  # says yes, and the interview finds what the scene says
POSITIVE_ANTIGEN = {"documents": "test_shown", "test_shown": [{"type": "ag_rdt", "result": "positive"}]}


@dataclass(frozen=True)
class Scene:
    who: str
    answers: dict[str, Any]
    course: str
    rule: str
    classification: str
    on: date = date(2021, 3, 23)
    age: int | None = 30
    passes: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    owes_not: tuple[str, ...] = field(default=())


HELD = ("notify_health_authority", "list_party")
SCENES = [
    Scene("a well traveller is cleared", WELL, "advice", "well", "not_a_case", spares=("mask", "second_reading")),
    Scene(
        "fever and cough in a community area is a suspected case: isolated, notified, party listed, referred",
        {**ILL, **IN_A_CAMP}, "case", "ill_and_possible_case", "suspected",
        passes=("rest_mask", "second_reading", "camp_period", "judgement", "doff"),
        duties=("isolate", *HELD, "slip", "call_transport", "belongings", "handover", "clean_room", "waste", "receipt"),
        owes_not=("child_protection", "give_advice"),
    ),
    Scene(
        "38.2 that falls to 36.8 after the rest clears, when the answers are no (A4: the repeat decides)",
        {**WELL, "temperature": {"c": 38.2}, "second_reading": {"c": 36.8}},
        "advice", "well", "not_a_case", passes=("rest_mask", "second_reading"), spares=("mask",),
    ),
    Scene(
        "37.5 is repeated once without the mask (A4)",
        {**WELL, "temperature": {"c": 37.5}, "second_reading": {"c": 37.4}},
        "advice", "well", "not_a_case", passes=("second_reading",), spares=("rest_mask", "mask"),
    ),
    Scene(
        "37.9 twice goes by the answers (A4)",
        {**WELL, "temperature": {"c": 37.9}, "second_reading": {"c": 37.9}},
        "advice", "well", "not_a_case", passes=("second_reading",), spares=("rest_mask", "mask"),
    ),
    Scene("37.4 is not repeated", {**WELL, "temperature": {"c": 37.4}}, "advice", "well", "not_a_case",
          spares=("second_reading",)),
    Scene(
        "38.0 twice with all signs denied is ill by the thermometer, and the signs are asked one by one",
        {**WELL, **INTERVIEW, "temperature": {"c": 38.0}, "second_reading": {"c": 38.0}},
        "ordinary_care", "ill", "not_a_case", passes=("rest_mask", "mask", "signs"), duties=("care_slip",),
    ),
    Scene(
        "38.4 that is 38.3 after the rest stays a fever when the cool room shows 36.6 (A4 before B6)",
        {**WELL, **INTERVIEW, "temperature": {"c": 38.4}, "second_reading": {"c": 38.3}},
        "ordinary_care", "ill", "not_a_case", passes=("secondary_temperature",),
    ),
    Scene(
        "no papers never block the screening (A2)", {**WELL, "documents": "no_papers", "spoken": {"age_years": 40}},
        "advice", "well", "not_a_case", age=None, passes=("spoken",), spares=("accompanied",),
    ),
    Scene(
        "an unaccompanied child is protected, also when it is well (7.1)", {**WELL, "accompanied": "no"},
        "advice", "well", "not_a_case", age=9, passes=("accompanied",), duties=("child_protection", "give_advice"),
    ),
    Scene("a child with an adult owes no protection duty", {**WELL, "accompanied": "yes"}, "advice", "well",
          "not_a_case", age=9, passes=("accompanied",), owes_not=("child_protection",)),
    Scene("of unknown age it is asked whether an adult is there", {**WELL, "accompanied": "unknown"}, "advice", "well",
          "not_a_case", age=None, passes=("accompanied",), duties=("child_protection",)),
    Scene("17 is a child", {**WELL, "accompanied": "yes"}, "advice", "well", "not_a_case", age=17,
          passes=("accompanied",)),
    Scene("18 is an adult", WELL, "advice", "well", "not_a_case", age=18, spares=("accompanied",)),
    Scene(
        "a well contact goes to quarantine, never to the isolation room (B8)", WELL_CONTACT,
        "quarantine", "well_and_exposed", "contact", duties=("explain_quarantine", *HELD, "quarantine_handover"),
        owes_not=("isolate", "call_transport"), spares=("signs", "secondary_temperature", "breathing"),
    ),
    Scene(
        "a well contact whose temperature could not be taken goes to quarantine too",
        {**WELL_CONTACT, "temperature": {"c": "unknown", "reason": "no_device"}},
        "quarantine", "well_and_exposed", "contact", duties=HELD,
    ),
    Scene("14 minutes face to face is no contact (D-15MIN)", {**WELL_CONTACT, "contact_minutes": "under_15"},
          "advice", "well", "not_a_case"),
    Scene("15 minutes is one", {**WELL_CONTACT, "contact_minutes": "about_15"}, "quarantine", "well_and_exposed",
          "contact"),
    Scene("beyond 1 metre is no contact", {**WELL_CONTACT, "contact_distance": "beyond"}, "advice", "well",
          "not_a_case"),
    Scene("a contact 14 days ago counts", {**WELL_CONTACT, "contact_period": {"first": 14, "last": 14}},
          "quarantine", "well_and_exposed", "contact"),
    Scene("one 15 days ago does not", {**WELL_CONTACT, "contact_period": {"first": 15, "last": 15}},
          "advice", "well", "not_a_case"),
    Scene("meeting somebody who was only suspected makes no contact", {**WELL_CONTACT, "contact_index": "suspected"},
          "advice", "well", "not_a_case"),
    Scene(
        "an ill contact below suspected gets ordinary care, kept apart (B8)", {**MILD, **MET_A_CASE,
        "signs": all_signs(rash=2)}, "ordinary_care_apart", "ill_contact", "contact",
        duties=("apart", *HELD, "care_slip", "care_handover"), owes_not=("isolate",),
    ),
    Scene(
        "one who cannot be understood is never isolated, kept apart by agreement (B8)",
        {**MILD, "declare_signs": "unknown", "signs": "unknown"}, "ordinary_care_apart", "signs_unknown",
        "undetermined", duties=("apart", *HELD), owes_not=("isolate",),
    ),
    Scene(
        "one who refuses to tell signs is treated the same",
        {**MILD, "declare_signs": "refused", "signs": "refused"}, "ordinary_care_apart", "signs_unknown",
        "undetermined", owes_not=("isolate",),
    ),
    Scene(
        "a contact who refuses to tell signs is kept apart too",
        {**MILD, **MET_A_CASE, "declare_signs": "refused", "signs": "refused"}, "ordinary_care_apart",
        "signs_unknown", "undetermined",
    ),
    Scene("an illness that is no case is cared for: most fever in Darien is not COVID-19 (F)",
          {**MILD, "signs": all_signs(diarrhoea=1)}, "ordinary_care", "ill", "not_a_case",
          duties=("care_slip", "care_handover"), owes_not=("isolate", "notify_health_authority")),
    Scene(
        "a definition gap counts as suspected for the precaution (B8)",
        {**MILD, **POSITIVE_ANTIGEN, "signs": all_signs(rash=2)}, "case", "ill_and_possible_case", "not_a_case",
        duties=("isolate", *HELD),
    ),
    Scene("a positive test that was shown is not lost when nothing more is known",
          {**MILD, **POSITIVE_ANTIGEN, "signs": all_signs(rash=2), "tests": "unknown"}, "case",
          "ill_and_possible_case", "not_a_case"),
    Scene("a positive malaria test isolates nobody",
          {**MILD, "signs": all_signs(rash=2), "tests": [{"type": "other_pathogen", "result": "positive"}]},
          "ordinary_care", "ill", "not_a_case"),
    Scene("'do not know' about exposure alone gives advice (B8)", {**WELL, **INTERVIEW, "declare_contact": "unknown"},
          "advice", "well", "undetermined", passes=("mask", "judgement")),
    Scene("who looks ill goes to secondary whatever he declares", {**WELL, **INTERVIEW, "observe": "ill"},
          "ordinary_care", "ill", "not_a_case", passes=("mask", "signs")),
    Scene("a temperature that was not taken holds nobody (A4)",
          {**WELL, "temperature": {"c": "unknown", "reason": "too_hot"}}, "advice", "well", "not_a_case",
          spares=("mask",)),
    Scene("without consent nothing is examined, and the case is a case all the same (B3)",
          {**ILL, **IN_A_CAMP, "inform": "no"}, "case", "ill_and_possible_case", "suspected",
          spares=("secondary_temperature", "breathing", "saturation")),
    Scene(
        "in 2022-07 the contact alone is suspected, and well goes to quarantine all the same", WELL_CONTACT,
        "quarantine", "well_and_exposed", "suspected", on=date(2022, 8, 1), duties=HELD, owes_not=("isolate",),
    ),
    Scene(
        "on 2020-02-10 a facility with cases is asked for, and acute respiratory illness there is suspected",
        {**MILD, "signs": all_signs(cough=2), "facility": "yes", "facility_period": {"first": 6, "last": 4}},
        "case", "ill_and_possible_case", "suspected", on=date(2020, 2, 10), passes=("facility", "facility_period"),
    ),
    Scene("on 2021-03-23 nobody asks for it", {**MILD, "signs": all_signs(cough=2)}, "ordinary_care", "ill",
          "not_a_case", spares=("facility",)),
]  # fmt: skip


EVERY_PLACE = list(dict.fromkeys(
    at for scene in SCENES if scene.on.year == 2021
    for at in Walk(scene.on, age=scene.age).through(scene.answers).asked
))  # fmt: skip
TO_EVERY_PLACE = {at: scene for scene in reversed(SCENES) if scene.on.year == 2021
                  for at in Walk(scene.on, age=scene.age).through(scene.answers).asked}  # fmt: skip


def standing_at(at):
    scene = TO_EVERY_PLACE[at]
    return Walk(scene.on, age=scene.age).until(at, scene.answers), scene
