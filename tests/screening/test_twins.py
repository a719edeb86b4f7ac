"""Who may be the same person: documents, names that sound alike, what was said of them; and that it is fast."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.events import Event
from screening.log import gather
from screening.names import NameIndex, folded
from screening.twins import Person, Twins, person_of

AT = datetime(2021, 3, 23, 14, 0, tzinfo=UTC)
FIRST = ["Jean", "María", "Mamadou", "Widlene", "José", "Fatoumata", "Yohana", "Luis", "Nadège", "Ahmed", "Rosa"]
LAST = ["Désir", "González", "Diallo", "Charles", "Ramírez", "Traoré", "Cedeño", "Pierre", "Vásquez", "Okafor", "Louis"]


def log(screening, *, name="", number="", age=None, sex="", different=(), erased=False):
    stream = f"screening:{screening}"
    body = {key: value for key, value in (("age_years", age), ("sex", sex)) if value}
    events = [
        Event(stream, "begun", AT, "o-17", {"language": "es"}),
        Event(stream, "identified", AT, "o-17", body, {"spoken_name": name, "number": number}),
        *(Event(stream, "twin_checked", AT, "o-17", {"other": other}) for other in different),
    ]
    if erased:
        events.append(Event(stream, "erased", AT, "o-17", {"law": "least data"}))
    return gather(events)


def found(twins, **who):
    return [(twin.person.screening, twin.by) for twin in twins.of(Person("new", **who))]


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ("ERIKSSON ANNA MARIA", "Ana María Ericson"),
        ("María González Pérez", "Maria Gonsales"),
        ("José Ramírez Vásquez", "Jose Ramires Basques"),
        ("Mamadou Diallo", "Mamadu Dialo"),
        ("Widlene Charles", "Guidlene Charles"),
        ("Yohana Cedeño", "Johana Sedeno"),
        ("Nadège Pierre", "Pierre Nadej"),
        ("محمد علي", "محمد علي"),
        ("Łukasz Kowalski", "Lukasz Kovalski"),
    ],
)
def test_a_name_as_heard_finds_the_name_as_written(known, told):
    twins = Twins()
    twins.put(log("s1", name=known))
    assert found(twins, name=told) == [("s1", "name")]


@pytest.mark.parametrize("told", ["Juan Pérez", "Pedro Okafor", "Ana Traoré", "علي", "Li", ""])
def test_another_name_finds_nobody(told):
    twins = Twins()
    for place, name in enumerate(["María González", "José Ramírez Vásquez", "Mamadou Diallo", "محمد حسن"]):
        twins.put(log(f"s{place}", name=name))
    assert found(twins, name=told) == []


def test_ages_and_sex_that_cannot_be_one_persons_leave_it_out():
    twins = Twins()
    twins.put(log("father", name="José Ramírez", age=51, sex="M"))
    assert found(twins, name="Jose Ramirez", age_years=24) == []
    assert found(twins, name="Jose Ramirez", sex="F") == []
    assert found(twins, name="Jose Ramirez", age_years=53, sex="M") == [("father", "name")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Ramírez", "Juan Ramírez"),
        ("Anna Eriksson", "Peter Eriksson"),
        ("José Luis Pérez", "José Luis Gómez"),
        ("Fatoumata Diallo", "Mamadou Diallo"),
    ],
)
def test_a_surname_or_a_common_first_name_alone_is_nobody(one, other):
    twins = Twins()
    twins.put(log("s1", name=one, age=30))
    assert found(twins, name=other, age_years=34) == []


def test_an_age_that_fits_makes_up_for_letters():
    twins = Twins()
    twins.put(log("s1", name="Jean-Baptiste Désir", age=31))
    assert found(twins, name="Jan Batis Dezir", age_years=31) == [("s1", "name")]
    assert found(twins, name="Jan Batis Dezir", age_years=35) == []


def test_the_same_document_comes_first_whatever_the_name():
    twins = Twins()
    twins.put(log("a", name="Rosa Louis", number="L898902C3", age=40))
    twins.put(log("b", name="Anna Eriksson", age=46))
    assert found(twins, name="Anna Eriksson", number="L898902C3", age_years=46) == [("a", "number"), ("b", "name")]


def test_said_to_be_different_once_is_not_asked_again_from_either_side():
    twins = Twins()
    twins.put(log("s1", name="Anna Eriksson", different=["s2"]))
    twins.put(log("s2", name="Anna Eriksson"))
    one = person_of(log("s1", name="Anna Eriksson", different=["s2"]))
    asked = [one, Person("s2", "Anna Eriksson"), Person("s3", "Anna Eriksson")]
    assert [[twin.person.screening for twin in twins.of(each)] for each in asked] == [[], [], ["s1", "s2"]]


def test_who_is_erased_is_forgotten_whole():
    twins = Twins()
    twins.put(log("s1", name="Anna Eriksson", number="L898902C3"))
    twins.put(log("s1", erased=True))
    assert (len(twins), found(twins, name="Anna Eriksson", number="L898902C3")) == (0, [])
    assert "eri" not in repr(vars(twins._names)).casefold()


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=12)), max_size=12))
def test_the_index_holds_what_was_put_last_and_nothing_else(puts):
    index, last = NameIndex(), {}
    for key, name in puts:
        index.put(key, name)
        last[key] = name
    fresh = NameIndex()
    for key, name in sorted(last.items()):
        fresh.put(key, name)
    assert (index._names, dict(index._having)) == (fresh._names, dict(fresh._having))
    for key, name in last.items():
        if key in index._names:
            assert (1.0, key) in [(round(like, 6), who) for like, who in index.like(name, most=9)]


def test_ten_thousand_names_are_asked_within_a_key_press():
    draw = random.Random(3)
    twins = Twins()
    for number in range(10_000):
        name = f"{draw.choice(FIRST)} {draw.choice(FIRST)} {draw.choice(LAST)}{number % 97} {draw.choice(LAST)}"
        twins.put(log(f"s{number}", name=name, age=draw.randint(1, 80)))
    spent = []
    for _ in range(20):
        began = time.perf_counter()
        twins.of(Person("new", f"{draw.choice(FIRST)} {draw.choice(LAST)}", age_years=30))
        twins.named(draw.choice(LAST)[:4], 200)
        spent.append(time.perf_counter() - began)
    assert sorted(spent)[10] < 0.1, spent


def test_folding_leaves_other_scripts_as_typed():
    assert folded("Ñandú\u200b") == "nandu"
    assert folded("محمد") == "محمد"
    assert folded("PÉ\u200bREZ\u202e") == "perez"
