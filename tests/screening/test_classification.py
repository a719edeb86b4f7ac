"""The verdict: its form, who decides, what is open and in which order, alerts, and the contact beside the class."""

from __future__ import annotations

from dataclasses import replace

import pytest

from screening.classification import classify
from screening.facts_json import read_facts
from screening.worlds import kleene, worlds
from sops.facts import Answer
from tests.sops.travellers import engine

FACE = {
    "kind": "contact",
    "index": "confirmed",
    "how": "face_to_face",
    "distance_m": 1.0,
    "minutes": 20,
    "index_day": 2,
}
CONTACT = {**FACE, "first_day_ago": 5, "last_day_ago": 5}
AREA = {"kind": "area", "status": "community", "mode": "travel", "first_day_ago": 9, "last_day_ago": 6}
ILL = {"fever": 3, "cough": 3}
ANTIGEN = [{"type": "ag_rdt", "result": "positive"}]


def verdict(edition="2020-12-16", **plain):
    return classify(engine(edition), read_facts(plain)[0])


def test_the_example_of_the_vocabulary_has_its_result():
    result = verdict(
        symptoms={"fever": 3, "cough": 2, "headache": "no", "anosmia": "unknown"},
        temp_c=38.4,
        onset_days_ago=3,
        acute_onset="yes",
        hospitalisation_required="unknown",
        alternative_aetiology="no",
        exposures=[AREA, CONTACT],
        exposures_unknown=["cluster_link"],
        tests=ANTIGEN,
    )
    assert result.as_json() == {
        "definition": "who-covid19@2020-12-16",
        "class": "confirmed",
        "floor": "confirmed",
        "ceiling": "confirmed",
        "by": "confirmed.B",
        "contact": "yes",
        "open": [],
        "alerts": [],
    }


def test_a_well_traveller_is_no_case_and_nothing_is_open():
    result = verdict(symptoms={})
    assert result.as_json()["class"] == "not_a_case"
    assert result.is_settled
    assert (result.by, result.open, result.alerts, result.contact.word) == ("", (), (), "no")


def test_undetermined_carries_floor_ceiling_and_the_first_criterion_of_the_ceiling():
    result = verdict(symptoms={"sore_throat": 2, "coryza": "unknown", "headache": 2}, exposures=[AREA])
    assert (result.classification, result.floor, result.ceiling) == ("undetermined", "not_a_case", "suspected")
    assert (result.by, result.open) == ("suspected.A", ("symptoms.coryza",))
    assert not result.is_settled


def test_the_first_criterion_in_the_order_of_the_text_decides():
    both = {"symptoms": ILL, "hospitalisation_required": "yes"}
    assert verdict(**both, exposures=[AREA]).by == "suspected.A"
    assert verdict(**both).by == "suspected.B"


def test_a_criterion_that_is_not_certain_yields_to_one_that_is():
    result = verdict(symptoms=ILL, hospitalisation_required="yes", exposures_unknown=["area"])
    assert (result.classification, result.by) == ("suspected", "suspected.B")


def test_a_contact_who_may_have_been_ill_before_it_is_not_settled():
    """Contact counts before onset, and a well person's from screening: the headache and its day decide."""
    result = verdict("2022-07-22", symptoms={"headache": "unknown"}, exposures=[CONTACT])
    assert (result.floor, result.ceiling, result.by) == ("contact", "suspected", "suspected.A")
    assert set(result.open) == {"symptoms.headache", "onset_days_ago"}
    told = verdict("2022-07-22", symptoms={"headache": "unknown"}, onset_days_ago=3, exposures=[CONTACT])
    assert (told.classification, told.by, told.open) == ("suspected", "suspected.A", ())


def test_the_floor_is_exact_where_each_criterion_alone_is_unknown():
    """Linked: suspected by A. Not linked: by C. Neither is certain, their class is."""
    result = verdict("2022-07-22", symptoms={}, tests=ANTIGEN, exposures_unknown=["contact"])
    assert (result.floor, result.ceiling, result.by) == ("suspected", "confirmed", "confirmed.B")
    assert result.open == ("exposures.contact",)


def test_the_contact_stands_beside_the_class():
    assert verdict(symptoms=ILL, exposures=[CONTACT]).contact.word == "yes"
    assert verdict(symptoms=ILL, exposures=[{**CONTACT, "minutes": "unknown"}]).contact.word == "unknown"
    assert (
        verdict(
            symptoms={"fever": 9, "cough": 9}, exposures=[{**FACE, "first_day_ago": 20, "last_day_ago": 20}]
        ).contact.word
        == "no"
    )


# ----------------------------------------------------------------------------------------------------------- open


@pytest.mark.parametrize(
    ("plain", "opened"),
    [
        ({"symptoms": {**ILL}, "hospitalisation_required": "unknown"}, ("hospitalisation_required",)),
        ({"symptoms": {"headache": 2, "myalgia": 2, "coryza": "unknown"}}, ()),  # no exposure: never a case
        ({"symptoms": {"weakness": 2, "fatigue": "unknown", "headache": 2}, "exposures": [AREA]}, ()),  # one sign
        ({"symptoms": {"headache": 2, "coryza": "unknown", "myalgia": "unknown"}, "exposures": [AREA]},
         ("symptoms.myalgia", "symptoms.coryza")),
        ({"symptoms": {"headache": 2, "myalgia": 2}, "temp_c": "unknown", "exposures": [AREA]}, ("temp_c",)),
        ({"symptoms": {"fever": 11, "cough": 11}, "exposures": [{**AREA, "first_day_ago": 15, "last_day_ago": 12}]},
         ("acute_onset",)),
        ({"symptoms": {"fever": "yes", "cough": "yes"}, "acute_onset": "yes", "exposures": [AREA]},
         ("onset_days_ago",)),
        ({"symptoms": {"headache": "yes"}, "exposures": [{**CONTACT, "how": "unknown"}]}, ("exposures[0].how",)),
        ({"symptoms": {}, "exposures": [{**CONTACT, "minutes": "unknown"}]}, ("exposures[0].minutes",)),
        ({"symptoms": {}, "exposures": [{**CONTACT, "minutes": "unknown", "distance_m": 2}]}, ()),
        ({"symptoms": {}, "exposures": [{**CONTACT, "minutes": "unknown", "distance_m": "unknown"}]},
         ("exposures[0].distance_m", "exposures[0].minutes")),
        ({"symptoms": {}, "exposures": [CONTACT], "exposures_unknown": ["contact"]}, ()),  # one is enough
        ({"symptoms": {}, "exposures_unknown": ["contact", "area", "setting"]}, ("exposures.contact",)),
        ({"symptoms": ILL, "exposures_unknown": ["area", "health_work"]}, ("exposures.area", "exposures.health_work")),
        ({"symptoms": ILL, "exposures": [AREA], "chest_imaging": "unknown"}, ("chest_imaging",)),
        ({"symptoms": {}, "tests": "unknown"}, ("tests",)),
        ({"symptoms": {"anosmia": 2}, "recent_anosmia": "unknown", "anosmia_other_cause": "unknown"},
         ("recent_anosmia", "anosmia_other_cause")),
    ],
)  # fmt: skip
def test_open_names_exactly_what_can_still_change_the_class(plain, opened):
    assert sorted(verdict(**plain).open) == sorted(opened)


def test_an_exposure_that_is_open_does_not_make_the_onset_open():
    """Headache is no respiratory illness: only the contact counts, and it counts from screening."""
    result = verdict("2020-02-27", symptoms={"headache": "yes"}, exposures=[{**CONTACT, "how": "unknown"}])
    assert result.open == ("exposures[0].how",)


def test_the_fact_that_settles_most_comes_first():
    asked = {"symptoms": {"headache": 2, "myalgia": 2, "coryza": "unknown"}}
    assert verdict("2022-07-22", **asked, tests="unknown").open[0] == "tests"  # a positive settles it, whatever else
    lost = {"symptoms": {"anosmia": "unknown"}, "exposures_unknown": ["contact"]}
    assert verdict(**lost).open == ("symptoms.anosmia", "exposures.contact")
    assert verdict(**lost, anosmia_other_cause="yes").open == ("exposures.contact",)
    settled = verdict(symptoms={**ILL, "coryza": "unknown"}, acute_onset="unknown", exposures=[AREA])
    assert settled.open == ("acute_onset",)


def test_a_dated_sign_off_the_list_does_not_push_the_onset_back():
    """Chills 12 days ago are no onset: cough, undated, may have begun yesterday, after the stay or before."""
    stay = {**AREA, "first_day_ago": 4, "last_day_ago": 4}
    result = verdict(symptoms={"fever": "yes", "cough": "yes", "chills": 12}, acute_onset="yes", exposures=[stay])
    assert (result.floor, result.ceiling) == ("not_a_case", "suspected")


def test_not_asked_refused_and_not_known_are_one_to_the_logic():
    facts, _ = read_facts({"symptoms": {**ILL, "coryza": "unknown"}, "exposures": [AREA], "tests": "unknown"})
    verdicts = {
        classify(engine("2020-12-16"), replace(facts, signs={**facts.signs, "coryza": answer, "cough": answer}))
        for answer in (Answer.UNKNOWN, Answer.REFUSED, Answer.UNASKED)
    }
    assert len(verdicts) == 1


# --------------------------------------------------------------------------------------------------------- alerts


@pytest.mark.parametrize(
    ("edition", "plain", "alerts"),
    [
        ("2020-03-20", {"tests": ANTIGEN, "symptoms": {}}, ("antigen-not-counted",)),
        ("2020-03-20", {"tests": ANTIGEN, "symptoms": "all"}, ("antigen-not-counted",)),
        ("2020-12-16", {"tests": ANTIGEN, "symptoms": {"headache": 1}}, ("definition-gap",)),
        ("2020-12-16", {"tests": ANTIGEN, "symptoms": {"headache": "unknown"}}, ()),  # well: suspected C
        ("2020-12-16", {"tests": ANTIGEN, "symptoms": {"headache": 1, "coryza": "unknown"}}, ("definition-gap",)),
        ("2022-07-22", {"tests": ANTIGEN, "symptoms": {"headache": 1}, "exposures_unknown": ["contact"]}, ()),
    ],
)
def test_an_alert_is_up_when_it_is_certain(edition, plain, alerts):
    given = {name: value for name, value in plain.items() if value != "all"}
    assert verdict(edition, **given).alerts == alerts


# --------------------------------------------------------------------------------------------------------- worlds


@pytest.mark.parametrize(
    ("plain", "onsets"),
    [
        ({"symptoms": {}}, {None}),
        ({"symptoms": {}, "temp_c": 37.9}, {None}),
        ({"symptoms": {"chills": 3}}, {None}),  # off the list: symptomatic, no onset
        ({"symptoms": {"cough": 3}}, {3}),
        ({"symptoms": {"cough": "unknown"}, "onset_days_ago": 3}, {None, 3}),
    ],
)
def test_a_world_is_a_day_of_onset_that_could_be(plain, onsets):
    judge = engine("2020-12-16")
    assert {world.onset for world in worlds(judge, read_facts(plain)[0])} == onsets


def test_a_fever_reading_has_an_onset_of_unknown_day():
    judge = engine("2020-12-16")
    found = worlds(judge, read_facts({"symptoms": {}, "temp_c": 38.0})[0])
    assert None not in {world.onset for world in found}
    assert len(found) > 1


def test_an_onset_that_is_not_known_is_not_before_the_oldest_dated_sign():
    judge = engine("2020-12-16")
    found = worlds(judge, read_facts({"symptoms": {"cough": 4}, "onset_days_ago": "unknown"})[0])
    assert min(world.onset for world in found) == 4


def test_what_is_true_in_every_world_is_true():
    judge = engine("2022-07-22")
    facts, _ = read_facts({"symptoms": {"cough": "yes"}, "exposures": [{**CONTACT, "minutes": "unknown"}]})
    yes, may = kleene(worlds(judge, facts))
    cough = judge.sign_bits["cough"]
    assert yes & cough
    assert yes & ~may == 0
    assert may & judge.exposures.bits
    assert not yes & judge.exposures.bits


def test_many_half_known_exposures_are_decided_as_one_and_each_is_told_open():
    """What alike exposures may add up to is told by a few of them, however many there are."""
    half = {"kind": "contact", "index": "confirmed", "last_day_ago": 5}
    one, many = verdict(exposures=[half]), verdict(exposures=[half] * 400)
    assert (many.classification, many.floor, many.ceiling) == (one.classification, one.floor, one.ceiling)
    assert "exposures[0].how" in one.open
    assert {f"exposures[{number}].how" for number in range(400)} <= set(many.open)


def test_a_contact_that_settles_it_closes_the_half_known_beside_it():
    told = verdict(symptoms={"fever": 3, "cough": 3}, exposures=[CONTACT, {"kind": "contact"}, {"kind": "contact"}])
    assert told.classification != "undetermined"
    assert not [path for path in told.open if path.startswith("exposures")]
