"""What a slip and a notice say is taken from the state alone: unknown stays unknown, and some things never travel."""

from __future__ import annotations

import dataclasses
import itertools
from datetime import UTC, date, datetime

import pytest

from screening.paper_words import deciding, join
from screening.records.store import RecordStore
from screening.referring import Fixed, advise, refer
from sops.catalogue import load
from sops.facts import SIGNS
from sops.logic import NO, UNKNOWN, YES
from tests.screening.walks import Walk
from ui.demo.script import Act, Script
from ui.demo.walking import Clock, Walker
from ui.desk import Desk

BEGAN = datetime(2021, 3, 23, 14, 14, tzinfo=UTC)
PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
WELL = {"observe": "well", "documents": "no_test", "declare_signs": "no", "declare_contact": "no", "temperature": 36.6}
ILL = {
    **WELL, "observe": "ill", "declare_signs": "yes", "temperature": {"c": 38.4, "device": "infrared"},
    "second_reading": {"c": 38.6, "device": "infrared"}, "danger": "no", "inform": "yes",
    "signs": {**dict.fromkeys(SIGNS, "no"), "fever": 3, "cough": 2, "anosmia": "unknown"},
    "reducers": "no", "places": [{"country": "COL", "division": "Antioquia", "first": 12, "last": 6}],
    "camp": "yes", "camp_period": {"first": 5, "last": 0}, "health_work": "no", "breathing": 22, "saturation": 96,
    "tests": [{"type": "ag_rdt", "result": "pending"}], "vulnerable": "pregnant", "judgement": {"agree": True},
}  # fmt: skip


@pytest.fixture(scope="module")
def catalogue():
    return load()


@pytest.fixture
def walk(catalogue, tmp_path):
    """Walks scripted answers at a desk, and gives the state."""
    with RecordStore.create(tmp_path / "records.sqlite") as store:
        clock = Clock(BEGAN)
        ids = (f"s{number}" for number in itertools.count())
        desk = Desk(catalogue, store, catalogue.post("lajas-blancas"), "1", "o-17", clock, lambda: next(ids))

        def go(answers, *, document=None, language="ht", duties=(), then=()):
            walker = Walker(desk, clock)
            script = Script(clock.now, answers=answers, document=document or {}, language=language, then=then)
            found = walker.walk(script)
            for duty, details in duties:
                desk.do(duty, details)
            state = desk.state
            assert state is not None
            assert found.state.at is None
            return state

        yield go


@pytest.fixture
def slip(walk, catalogue):
    """The referral of scripted answers."""

    def make(answers, **more):
        fixed = Fixed("PA-DAR-LB-1AB-000001-X", 7, "ab" * 32, BEGAN, "o-17")
        return refer(walk(answers, **more), catalogue.wording, fixed)

    return make


def test_the_person_stands_as_the_document_has_it(slip):
    person = slip(ILL, document={"mrz": PASSPORT}).person
    assert (person.family_name, person.given_names, person.spoken_name) == ("ERIKSSON", "ANNA MARIA", None)
    assert (person.birth_date, person.age, person.age_unit, person.sex) == ("1974-08-12", 46, "years", "F")
    assert person.language["es"] == "criollo haitiano"
    assert person.document["es"] == "documento de viaje"  # the size of a scan tells no more
    assert person.interpreter is UNKNOWN
    assert person.companions is None


def test_only_the_last_four_of_a_number_travel(slip):
    referral = slip(ILL, document={"mrz": PASSPORT})
    assert referral.person.document_last4 == "02C3"
    assert "L898902C3" not in repr(referral)


def test_nationality_status_and_protection_never_come_this_way(slip):
    referral = slip(ILL, document={"mrz": PASSPORT})
    assert "UTO" not in repr(referral)
    names = {field.name for part in (referral, referral.person) for field in dataclasses.fields(part)}
    assert not names & {"nationality", "status", "protection", "asylum", "issuing_state"}


def test_moments_are_local_at_the_post(slip):
    referral = slip(ILL, document={"mrz": PASSPORT})
    assert referral.printed_at.isoformat() == "2021-03-23T09:14:00-05:00"
    assert referral.measures.temperature_at.utcoffset() == referral.printed_at.utcoffset()


def test_the_deciding_reading_and_what_was_counted_are_the_measures(slip):
    measures = slip(ILL).measures
    assert (measures.temperature_c, measures.breaths_per_minute, measures.spo2_percent) == (38.6, 22, 96)
    assert measures.device["en"] == "infrared thermometer"


def test_a_reading_that_was_not_taken_says_why(slip):
    answers = {**ILL, "temperature": {"c": "unknown", "reason": "no_battery"}, "secondary_temperature": "unknown"}
    answers.pop("second_reading")
    measures = slip(answers).measures
    assert (measures.temperature_c, measures.not_taken) == (None, "no battery")


def test_signs_carry_their_days_and_what_is_not_known_stays_so(slip):
    illness = slip(ILL, document={"mrz": PASSPORT}).illness
    by_name = {sign.name["en"]: sign for sign in illness.signs}
    assert (by_name["fever"].onset, by_name["fever"].present) == (date(2021, 3, 20), YES)
    assert by_name["loss of smell"].present is UNKNOWN
    assert by_name["diarrhoea"].present is NO
    assert (illness.first_day, illness.fever_reducer, illness.pregnant) == (date(2021, 3, 20), NO, YES)
    assert (illness.medicines["es"], illness.allergies, illness.vaccination) == ("no", None, None)  # pregnant alone


def test_the_class_stands_with_its_criterion_and_what_could_change_it(slip):
    decision = slip(ILL).decision
    assert decision.classification["es"] == "en investigación"
    assert decision.criterion["es"].startswith("podría cumplir: ")
    assert any(words["es"] == "pérdida del olfato" for words in decision.unknowns)
    assert [(test.kind["en"], test.result["en"]) for test in decision.tests] == [
        ("rapid antigen test by a professional", "awaited")
    ]


def test_an_open_class_says_its_floor_its_ceiling_and_what_is_met(slip):
    decision = slip(ILL).decision
    assert (decision.floor["es"], decision.ceiling["ht"]) == ("caso sospechoso (A)", "ka pwobab")
    assert decision.floor["ht"] == "ka sispèk (A)"
    assert decision.floor_criterion["en"] == "clinical and epidemiological criteria (A)"
    settled = slip({**ILL, "signs": {**ILL["signs"], "anosmia": "no"}}).decision
    assert (settled.floor, settled.ceiling, settled.floor_criterion) == (None, None, None)


def test_a_text_never_changes_its_language_half_way():
    title = {"en": "clinical criteria", "es": "criterios clínicos"}
    could = {"en": "could meet: ", "es": "podría cumplir: ", "ht": "ta ka koresponn ak: "}
    assert join(could, title, " (A)") == {
        "en": "could meet: clinical criteria (A)",
        "es": "podría cumplir: criterios clínicos (A)",
    }


def test_what_is_told_from_memory_or_set_by_the_post_is_marked(slip, walk, catalogue, monkeypatch):
    plain = slip(ILL).decision
    assert (plain.recalled, plain.post_setting) == (False, False)
    state = walk(ILL)
    criterion = deciding(state)
    recalled = dataclasses.replace(criterion, source=dataclasses.replace(criterion.source, mark="recalled"))
    monkeypatch.setattr("screening.referring.deciding", lambda _: recalled)
    fixed = Fixed("PA-DAR-LB-1AB-000001-X", 7, "ab" * 32, BEGAN, "o-17")
    assert refer(state, catalogue.wording, fixed).decision.recalled


@pytest.mark.parametrize(("on", "is_past"), [(date(2027, 7, 22), False), (date(2027, 7, 23), True)])
def test_an_edition_past_its_review_is_said_on_the_slip(catalogue, on, is_past):
    state = Walk(on).through(ILL).state
    fixed = Fixed("PA-DAR-LB-1AB-000001-X", 7, "ab" * 32, BEGAN, "o-17")
    decision = refer(state, catalogue.wording, fixed).decision
    assert (decision.definition, decision.past_review) == ("who-covid19@2022-07-22", is_past)


def test_a_sign_that_nobody_asked_about_is_unknown(slip):
    signs = {name: said for name, said in ILL["signs"].items() if name != "rash"}
    by_name = {sign.name["en"]: sign.present for sign in slip({**ILL, "signs": signs}).illness.signs}
    assert len(by_name) == len(SIGNS)
    assert by_name["rash"] is UNKNOWN


def test_what_the_clinic_must_know_is_told_in_the_words_that_were_typed(slip):
    told = {"medicines": {"medicines": "losartán 50 mg"}, "allergies": {"allergies": "penicilina"},
            "vaccination": "partly", "interpreter": "by_phone", "carer": {"stays_with": "Rosa Marte"}}  # fmt: skip
    referral = slip({**ILL, "vulnerable": "both", **told})
    illness, person = referral.illness, referral.person
    assert (illness.medicines, illness.allergies) == ("losartán 50 mg", "penicilina")
    assert illness.vaccination["es"] == "COVID-19: empezada, incompleta"
    assert (person.interpreter, person.carer_of_child) == (YES, YES)
    assert "Rosa" not in repr(referral)  # with whom the child stays is for the health authority, not for the driver


def test_what_nobody_could_say_of_it_stays_unknown_and_a_bare_word_stays_a_word(slip):
    open_ = slip({**ILL, "vulnerable": "unknown"})
    assert (open_.illness.medicines, open_.illness.allergies, open_.illness.vaccination) == (None, None, None)
    assert (open_.person.interpreter, open_.person.carer_of_child) == (UNKNOWN, UNKNOWN)
    bare = slip({**ILL, "vulnerable": "chronic", "medicines": "yes", "allergies": "no", "interpreter": "not_needed",
                 "carer": "no"})  # fmt: skip
    assert (bare.illness.medicines["es"], bare.illness.allergies["en"]) == ("sí", "no")
    assert (bare.person.interpreter, bare.person.carer_of_child) == (NO, NO)
    assert slip({**ILL, "vulnerable": "none"}).illness.medicines["es"] == "no"  # it was asked there already


@pytest.mark.parametrize(("said", "chronic"), [("no", "no"), ("yes", "enfermedad crónica o medicinas")])
def test_a_man_is_asked_for_a_long_illness_alone_and_the_slip_says_it(slip, said, chronic):
    illness = slip({**ILL, "chronic": said}, document={"age_years": 50, "sex": "M"}).illness
    assert illness.pregnant is None
    assert illness.chronic["es"].casefold() == chronic


def test_an_order_stands_with_its_authority_and_number(slip):
    order = {"ordered_by": "MINSA, Dra. Ríos", "order_number": "DAR-31", "legal_basis": "Código Sanitario"}
    told = slip({**ILL, "inform": "no", "order": order}).told
    assert (told.agreed, told.ordered_by, told.order_number) == (NO, "MINSA, Dra. Ríos", "DAR-31")
    refused = slip({**ILL, "inform": "no", "order": "no"})
    assert (refused.told.ordered_by, refused.told.order_number) == ("", None)
    assert refused.measures.breaths_per_minute is None


@pytest.mark.parametrize(
    ("answers", "worn"),
    [
        (ILL, True),  # driven to the clinic
        ({**ILL, "camp": "no", "cluster": "no", "signs": {**dict.fromkeys(SIGNS, "no"), "headache": 1}}, False),
        ({**WELL, "observe": "danger", "emergency_end": "handed_over"}, True),
    ],
)
def test_protection_of_those_who_go_along_is_known_for_every_course(slip, answers, worn):
    assert slip(answers).transport.guarded is worn


def test_a_receiver_that_nobody_named_is_told_as_the_posts_arrangement_and_a_placeholder_is_no_phone(slip):
    referral = slip(ILL)
    assert referral.transport.destination == "Puesto de salud del MINSA en la estación"
    assert referral.transport.destination_arranged
    assert (referral.transport.destination_phone, referral.call_back) == (None, None)


def test_a_place_that_posts_know_has_its_name(slip):
    places = [
        {"country": "PAN", "division": "PA-5", "first": 5, "last": 0},
        {"country": "COL", "division": "Antioquia", "first": 12, "last": 6},
    ]
    darien, antioquia = slip({**ILL, "places": places}).stays
    assert (darien.division["es"], antioquia.division) == ("Darién", "Antioquia")


def test_a_settled_class_says_what_is_met(slip):
    answers = {**ILL, "signs": {**ILL["signs"], "anosmia": "no"}}
    decision = slip(answers).decision
    assert decision.classification["en"] == "suspected case"
    assert decision.criterion["en"] == "clinical and epidemiological criteria (A)"
    assert decision.unknowns == ()


def test_the_persons_own_judgement_stands_beside_the_program(slip):
    answers = {**ILL, "signs": {**ILL["signs"], "anosmia": "no"}, "judgement": {"class": "probable", "reason": "seen"}}
    assert slip(answers).decision.classification["en"] == "suspected case (health worker: probable case)"


def test_a_pregnancy_is_no_chronic_illness(slip):
    assert slip(ILL).illness.chronic["es"] == "no"


def test_a_settled_class_without_a_criterion_says_that_none_is_met(slip):
    referral = slip({**WELL, "observe": "danger", "emergency_end": "recovered"})
    assert referral.decision.ceiling is None
    assert referral.decision.criterion == ""


def test_exposures_and_places_have_days(slip):
    referral = slip(ILL)
    camp = next(each for each in referral.exposures if each.kind["en"].startswith("camp"))
    assert (camp.first, camp.last) == (date(2021, 3, 18), date(2021, 3, 23))
    (stay,) = referral.stays
    assert (stay.country["es"], stay.division, stay.first) == ("Colombia", "Antioquia", date(2021, 3, 11))


def test_nobody_asked_is_none_and_not_an_empty_list(slip):
    referral = slip({"observe": "danger", "emergency_end": "handed_over"})
    assert (referral.illness.signs, referral.exposures, referral.stays, referral.decision.tests) == (None,) * 4
    assert referral.person == type(referral.person)(language=referral.person.language)
    assert [words["en"] for words in referral.danger_signs] == ["danger sign seen by the officer"]


def test_asked_and_absent_danger_is_an_empty_list(slip):
    assert slip(ILL).danger_signs == ()


@pytest.mark.parametrize(
    ("more", "signs"),
    [
        ({"breathing": 40, "emergency_end": "handed_over"}, ["breathing too fast"]),
        ({"saturation": 85, "emergency_end": "recovered"}, ["low oxygen (SpO2)"]),
        ({"danger": "yes", "emergency_end": "recovered"}, ["danger sign found by the health worker"]),
    ],
)
def test_what_called_the_emergency_is_the_danger_sign_also_without_an_age(slip, more, signs):
    referral = slip({**ILL, **more})
    assert referral.person.age is None
    assert [words["en"] for words in referral.danger_signs] == signs
    assert referral.emergency


@pytest.mark.parametrize(
    ("end", "signs", "emergency"), [("recovered", None, True), ("handed_over", None, True), ("mistake", (), False)]
)
def test_an_emergency_that_somebody_pressed_is_never_no_danger_observed(slip, end, signs, emergency):
    referral = slip({**ILL, "emergency_end": end}, then=(Act("emergency", at="inform"),))
    assert (referral.danger_signs, referral.emergency) == (signs, emergency)


def test_danger_that_nobody_looked_for_is_unknown(slip):
    answers = {**WELL, "observe": "well"}
    assert slip(answers).danger_signs is None


def test_what_was_done_and_who_was_told_follow_from_the_duties(slip):
    referral = slip(
        ILL,
        duties=[
            ("isolate", None),
            ("notify_health_authority", {"taken_by": "Dra. Ríos", "reference": "DAR-7"}),
            ("call_transport", {"receiver": "meteti-hospital", "vehicle": "Ambulancia 12"}),
        ],
    )
    assert (referral.care.mask, referral.care.isolated) == (YES, YES)
    assert referral.care.isolated_from is not None
    assert (referral.transport.destination, referral.transport.vehicle) == ("Hospital de Metetí", "Ambulancia 12")
    assert referral.transport.called_at is not None
    assert (referral.notified.name, referral.notified.reference) == ("Dra. Ríos", "DAR-7")
    assert not referral.transport.destination_arranged
    assert referral.transport.guarded
    assert referral.notified.authority is None  # nobody noted which
    assert referral.told.text[-1]["es"].endswith("avísenos de inmediato.")  # of the duty that was done


def test_nothing_done_yet_is_unknown(slip):
    referral = slip(ILL)
    assert (referral.care.isolated, referral.notified.at, referral.transport.called_at) == (UNKNOWN, None, None)


def test_the_traveller_was_told_in_his_language_and_agreed(slip):
    told = slip(ILL).told
    assert (told.agreed, told.ordered_by) == (YES, None)  # nobody noted an order, nor that there was none
    assert told.text[0]["es"].startswith("Queremos examinarle")
    assert not any("¿" in words["es"] for words in told.text)
    assert told.language["en"] == "Haitian Creole"


def test_a_notice_names_nobody_and_is_in_all_languages(walk, catalogue):
    state = walk(WELL, document={"mrz": PASSPORT}, language="fr")
    notice = advise(state, catalogue.wording, BEGAN)
    assert "ERIKSSON" not in repr(notice)
    assert {"es", "en", "fr", "pt", "ht"} <= notice.if_ill.keys()
    assert notice.why_we_note["fr"]
    assert notice.printed_at.isoformat() == "2021-03-23T09:14:00-05:00"


def test_a_post_that_does_not_know_the_onward_way_does_not_call_it_open(catalogue):
    walked = Walk(post="paso-canoas")
    assert walked.setting.post.onward is None
    words = catalogue.wording
    notice = advise(walked.state, words, walked.now)
    assert notice.next_steps["es"] == words.phrase("i5", "es").text
    assert notice.next_steps["es"] != words.phrase("onward_open", "es").text
