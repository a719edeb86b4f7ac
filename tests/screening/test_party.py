"""Parties: who belongs to whom, who is listed, proposed, a contact by a person's word, released. Source: SOP C5."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening import party_acts
from screening.commands import CommandError, Officer
from screening.companions import companions
from screening.party import UNITS, add, fold
from screening.records.store import RecordStore
from screening.sharing import offered, offers
from tests.screening.walks import WELL, Walk

AT = datetime(2021, 3, 23, 14, 14, tzinfo=UTC)
FIVE = ("father", "mother", "son", "daughter", "aunt")


def who(minutes=0):
    return Officer("o-17", AT + timedelta(minutes=minutes))


def boat(*members):
    events = [party_acts.open_party("p1", "boat", who(), post="lajas-blancas", desk="1")]
    return fold([*events, *(party_acts.join("p1", member, who()) for member in members)])


def standings(party, **classes):
    return {one.screening: one.standing for one in companions(party, {m: classes.get(m) for m in party.members})}


def report(party, index, said, **classes):
    return add(party, party_acts.report(party, classes, index, said, who()))


def decide(party, companion, is_contact=True, **classes):
    for event in party_acts.decide(party, classes, companion, who(), is_contact=is_contact):
        party = add(party, event)
    return party


@pytest.mark.parametrize(
    ("index", "others"),
    [
        (None, "none"),  # not concluded
        ("not_a_case", "none"),
        ("contact", "none"),
        ("suspected", "listed"),
        ("probable", "proposed"),
        ("confirmed", "proposed"),
    ],
)
def test_companions_follow_the_class_of_the_index(index, others):
    found = standings(boat("father", "son"), father=index)
    assert found == {"father": "index" if others != "none" else "none", "son": others}


def test_a_listed_companion_cannot_be_made_a_contact():
    with pytest.raises(CommandError, match="no contact to confirm"):
        decide(boat("father", "son"), "son", father="suspected")


def test_a_proposal_becomes_a_contact_by_a_persons_word_and_is_released_with_the_index():
    party, classes = boat(*FIVE), {"father": "suspected"}
    party = report(party, "father", "confirmed", **classes)
    party = decide(party, "son", **classes)
    party = decide(party, "aunt", is_contact=False, **classes)
    assert standings(party, **classes) == {
        "father": "index", "mother": "proposed", "son": "contact", "daughter": "proposed", "aunt": "declined",
    }  # fmt: skip
    party = report(party, "father", "discarded", **classes)
    assert set(standings(party, **classes).values()) == {"none", "released"}
    assert standings(party, **classes)["son"] == "released"


def test_a_contact_of_two_stays_one_when_only_one_of_them_is_discarded():
    classes = {"father": "probable", "mother": "confirmed"}
    party = decide(boat(*FIVE), "son", **classes)
    party = report(party, "father", "discarded", **classes)
    assert standings(party, **classes)["son"] == "contact"


def test_a_class_that_falls_back_to_suspected_leaves_only_the_list():
    party = decide(boat("father", "son"), "son", father="probable")
    assert standings(party, father="suspected")["son"] == "listed"


def test_only_of_one_who_may_be_a_case_a_result_is_heard():
    with pytest.raises(CommandError, match="at least a suspected case"):
        report(boat("father", "son"), "son", "confirmed", father="suspected")


def test_child_and_carer_are_linked_both_ways_and_never_in_a_ring():
    party = boat("father", "mother", "son")
    for carer in ("father", "mother"):
        party = add(party, party_acts.link(party, "son", carer, who()))
    assert party.carers_of("son") == ("father", "mother")
    assert party.children_of("mother") == ("son",)
    with pytest.raises(CommandError, match="another carer"):
        party_acts.link(party, "mother", "son", who())
    with pytest.raises(CommandError, match="another carer"):
        party_acts.link(party, "son", "son", who())
    party = add(party, party_acts.unlink(party, "son", "father", who()))
    assert party.carers_of("son") == ("mother",)


def test_one_who_does_not_belong_leaves_with_links_and_decisions():
    party = decide(boat("father", "son"), "son", father="probable")
    party = add(party, party_acts.link(party, "son", "father", who()))
    party = add(party, party_acts.leave(party, "son", who()))
    assert (party.members, party.links, party.decided) == (("father",), frozenset(), {})
    with pytest.raises(CommandError, match="does not belong"):
        party_acts.leave(party, "son", who())


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["join", "leave", "report", "decide", "link", "unlink"]),
        st.sampled_from(FIVE),
        st.sampled_from(FIVE),
        st.sampled_from(["probable", "confirmed", "discarded"]),
        st.booleans(),
    ),
    max_size=25,
)
CLASSES = st.fixed_dictionaries(dict.fromkeys(FIVE, st.sampled_from([None, "not_a_case", "suspected", "confirmed"])))


@given(ACTS, CLASSES)
def test_nobody_is_a_contact_without_a_certain_index_and_a_persons_word(acts, classes):
    party = boat("father")
    for act, one, other, said, is_contact in acts:
        try:
            events = {
                "join": lambda one=one: [party_acts.join("p1", one, who())],
                "leave": lambda one=one, party=party: [party_acts.leave(party, one, who())],
                "report": lambda one=one, said=said, party=party: [party_acts.report(party, classes, one, said, who())],
                "decide": lambda one=one, is_contact=is_contact, party=party: party_acts.decide(
                    party, classes, one, who(), is_contact=is_contact
                ),
                "link": lambda one=one, other=other, party=party: [party_acts.link(party, one, other, who())],
                "unlink": lambda one=one, other=other, party=party: [party_acts.unlink(party, one, other, who())],
            }[act]()
        except CommandError:
            continue
        for event in events:
            party = add(party, event)
    certain = [m for m in party.members if (party.reported.get(m) or classes[m]) in ("probable", "confirmed")]
    for one in companions(party, classes):
        if one.standing == "contact":
            assert any(party.decided.get((one.screening, index)) for index in certain if index != one.screening)
    assert all(child in party.members and carer in party.members for child, carer in party.links)


def test_a_party_of_the_store_reads_back_and_the_chain_holds(tmp_path):
    with RecordStore.create(tmp_path / "records.sqlite") as store:
        party = boat("father", "son")
        events = [
            party_acts.open_party("p1", "boat", who(), post="lajas-blancas", desk="1"),
            *(party_acts.join("p1", member, who()) for member in ("father", "son")),
            party_acts.take(party, "documents", "son", "father", who()),
            *party_acts.decide(party, {"father": "probable"}, "son", who(), is_contact=True),
        ]
        store.append(events)
        found = fold(stored.event for stored in store.history("party:p1"))
        assert (found.unit, found.members) == ("boat", ("father", "son"))
        assert found.decided == {("son", "father"): True}
        assert [(t.step, t.to, t.whose) for t in found.taken] == [("documents", "son", "father")]
        assert store.verify().ok
        assert all(not event.identity for event in events)


def test_an_unknown_unit_is_refused():
    assert UNITS == ("family", "vehicle", "boat", "tent", "seats")
    with pytest.raises(CommandError, match="is no party"):
        party_acts.open_party("p1", "caravan", who(), post="x", desk="1")


# ------------------------------------------------------------------------------------------------- shared answers


def test_only_steps_the_procedure_calls_shared_are_proposed_and_never_ones_own():
    first = Walk(age=34).through(WELL)
    found = offers([first.state])
    assert {step: offer.value for step, offer in found.items()} == {"documents": "no_test", "declare_contact": "no"}
    second = Walk(age=31)
    assert offered(second.state, found) == ()  # what is seen of a person is proposed by nobody
    second.give("well")
    assert offered(second.state, found) == ()  # both are called t1: one's own answer is no proposal
    others = {step: type(offer)(offer.value, "t0") for step, offer in found.items()}
    assert [step.id for step, _ in offered(second.state, others)] == ["documents", "declare_contact"]
    second.give("no_papers")
    assert second.at == "spoken"
    assert offered(second.state, others) == ()


def test_the_newest_answer_of_the_party_is_the_one_proposed():
    early, late = Walk(age=34).through(WELL), Walk(age=30)
    late.now += timedelta(hours=1)
    late.through({**WELL, "documents": "no_papers"})
    assert offers([late.state, early.state])["documents"].value == "no_papers"
