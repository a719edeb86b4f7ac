"""Officers of a post and their PINs: a fold of sealed events; a PIN is never kept."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from screening import officers
from screening.commands import CommandError, Officer
from screening.officers import Account, gather, is_right, pause_s

AT = datetime(2021, 3, 23, 11, 0, tzinfo=UTC)
BOSS, GUARD = Officer("o-1", AT), Officer("o-17", AT)
SALT, OTHER = "00" * 16, "11" * 16


def post(*more):
    """A post with a supervisor and a guard."""
    events = [officers.add({}, Account("o-1", "supervisor", "Ana Ruiz", SALT, ""), "2468", BOSS)]
    events.append(officers.add(gather(events), Account("o-17", "officer", "", OTHER, ""), "97531", BOSS))
    return [*events, *more]


def test_a_pin_is_known_by_its_digest_alone_and_everything_personal_is_sealed():
    (event, _) = post()
    assert event.stream == "post:officers"
    assert event.body == {"officer": "o-1", "role": "supervisor"}
    assert sorted(event.identity) == ["name", "pin", "salt"]
    assert "2468" not in str(event)
    account = gather([event])["o-1"]
    assert (account.name, account.role) == ("Ana Ruiz", "supervisor")
    assert is_right(account, "2468")
    assert not any(is_right(account, pin) for pin in ("2469", "", "24680", "97531"))


def test_two_officers_with_one_pin_have_different_digests():
    assert officers.digest("2468", SALT) != officers.digest("2468", OTHER)


def test_a_new_pin_ends_the_old_one():
    known = gather(post())
    after = gather(post(officers.renew(known, "o-17", "8642", SALT, GUARD)))
    assert is_right(after["o-17"], "8642")
    assert not is_right(after["o-17"], "97531")


def test_whose_key_was_destroyed_signs_in_no_more():
    assert not is_right(Account("o-1", "supervisor", "", "", ""), "2468")


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda known: officers.add(known, Account("o-17", "officer", "", SALT, ""), "2468", BOSS), "already"),
        (lambda known: officers.add(known, Account("o-2", "king", "", SALT, ""), "2468", BOSS), "no role"),
        (lambda known: officers.add(known, Account("o-2", "officer", "", SALT, ""), "123", BOSS), "4 to 8"),
        (lambda known: officers.add(known, Account("o-2", "officer", "", SALT, ""), "١٢٣٤", BOSS), "4 to 8"),
        (lambda known: officers.add(known, Account("o-2", "officer", "", SALT, ""), "7777", BOSS), "same"),
        (lambda known: officers.add(known, Account("o-2", "officer", "", SALT, ""), "2468", GUARD), "supervisor"),
        (lambda known: officers.add(known, Account("locked-desk", "officer", "", SALT, ""), "2468", BOSS), "another"),
        (lambda known: officers.add({}, Account("o-2", "officer", "", SALT, ""), "2468", GUARD), "first officer"),
        (lambda known: officers.renew(known, "o-1", "8642", SALT, GUARD), "supervisor"),
        (lambda known: officers.remove(known, "o-1", BOSS), "last supervisor"),
        (lambda known: officers.remove(known, "o-9", BOSS), "no officer"),
    ],
)
def test_what_may_not_be_is_said_in_words(act, words):
    with pytest.raises(CommandError, match=words):
        act(gather(post()))


def test_who_was_removed_signs_in_no_more():
    known = gather(post())
    assert list(gather(post(officers.remove(known, "o-17", BOSS)))) == ["o-1"]


def test_every_wrong_pin_makes_the_next_wait_longer_and_none_locks_out():
    assert [pause_s(failures) for failures in range(9)] == [0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert pause_s(10_000) == 60
