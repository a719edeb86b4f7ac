"""Repairs: made where the digits prove exactly one, told always; listed instead of made where they prove several."""

from __future__ import annotations

from datetime import date

import pytest

from screening.mrz import Repair, read

ON = date(2010, 1, 1)
TD3 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
TD1 = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
LONG = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<"
VISA = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<"


def digit(text: str) -> str:
    """Doc 9303-3, 4.9, written anew."""
    values = ["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(char) for char in text]
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)


def visa(number: str, number_digit: str):
    """What is read of a visa with this number of nine characters: no composite digit, so this digit alone decides."""
    return read(f"V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\n{number}{number_digit}XXX4009078F9612109<<<<<<<<", ON)


@pytest.mark.parametrize(
    ("raw", "printed", "seen", "repairs"),
    [
        (TD3, "L898902C3", "L8989O2C3", [Repair("number", "L8989O2C3", "L898902C3")]),
        (TD3, "L898902C3", "L8989Q2C3", [Repair("number", "L8989Q2C3", "L898902C3")]),
        (TD1, "UTOD23145890", "UTOD2314S890", [Repair("number", "D2314S890", "D23145890")]),
        (TD1, "UTOD23145890", "UTOD2314589D", [Repair("number", "D2314589D", "D23145890")]),
        (VISA, "L8988901C", "L89889O1C", [Repair("number", "L89889O1C", "L8988901C")]),
        (TD3, "7408122F", "74O8122F", [Repair("birth_date", "74O812", "740812")]),
        (TD3, "7408122F", "74O8IZ2F", [Repair("birth_date", "74O8IZ", "740812")]),
        (TD3, "7408122F", "740812ZF", [Repair("birth_date check digit", "Z", "2")]),
        (TD3, "1204159", "I2O4IS9", [Repair("expiry_date", "I2O4IS", "120415")]),
        (TD3, "ZE184226B<<<<<10", "ZE184226B<<<<<I0", [Repair("optional check digit", "I", "1")]),
        (TD3, "ZE184226B<<<<<10", "ZE184226B<<<<<1O", [Repair("composite check digit", "O", "0")]),
        (TD3, "C36UTO", "C3GUTO", [Repair("number check digit", "G", "6")]),
        (
            TD3,
            "L898902C36UTO7408122F",
            "L8989O2C36UTO74O8122F",
            [Repair("number", "L8989O2C3", "L898902C3"), Repair("birth_date", "74O812", "740812")],
        ),
    ],
)
def test_look_alikes_are_put_right_and_told(raw, printed, seen, repairs):
    assert raw.count(printed) == 1
    sound, found = read(raw, ON), read(raw.replace(printed, seen), ON)
    assert found.fields == sound.fields
    assert found.checks == sound.checks
    assert list(found.repairs) == repairs
    assert found.status == "warn"
    assert found.as_json()["repairs"] == [
        {"field": each.field, "read": each.read, "taken_as": each.taken_as} for each in repairs
    ]


@pytest.mark.parametrize(
    ("raw", "printed", "seen"),
    [
        (TD3, "L898902C3", "L998902C3"),
        (TD3, "7408122F", "7408132F"),  # a digit is never taken for another digit
        (TD3, "7408122F", "74X8122F"),
        (TD3, "7408122F", "74M8122F"),  # M has the value 22, and must not pass for a 2
        (TD3, "7408122F", "7408IO2F"),
        (TD3, "1204159", "1204158"),
        (TD3, "<<<<<10", "<<<<<11"),
        (TD3, "ZE184226B", "XE184226B"),
        (TD1, "UTO<<<<<<<<<<<6", "UTO<<B<<<<<<<<6"),  # optional data of a card: covered by the composite digit alone
        (TD1, "UTO<<<<<<<<<<<6", "UTO<<<<<<<<<<<A"),
    ],
)
def test_what_no_look_alike_explains_rejects(raw, printed, seen):
    assert raw.count(printed) == 1
    assert read(raw.replace(printed, seen), ON).status == "reject"


def test_letters_of_a_date_that_could_be_meant_otherwise_still_need_the_digit():
    # 13 September is a date too, but 740913 has another check digit than the one printed.
    assert read(TD3.replace("7408122F", "74O9132F"), ON).status == "reject"


def test_a_number_of_several_readings_is_left_open_and_they_are_listed():
    # Weights 7 3 1 repeat: in 8A28A2000 both 8 weigh 7, so either B for 8 alters the sum by 3 x 7 = 21, that is by 1.
    # Sum of 8A28A2000: 56 + 30 + 2 + 56 + 30 + 2 = 176, digit 6; with one B it is 7.
    found = visa("8A28A2000", "7")
    assert found.status == "warn"
    assert found.fields.number is None
    assert found.candidates == ("8A2BA2000", "BA28A2000")
    assert found.repairs == ()
    assert found.checks.number is False
    assert found.warnings == ("number in doubt: 8A2BA2000 or BA28A2000", "expired")
    assert found.as_json()["fields"]["number"] is None
    assert found.as_json()["candidates"] == {"number": ["8A2BA2000", "BA28A2000"]}
    assert str(found.fields.birth_date) == "1940-09-07"


def test_the_number_printed_is_among_those_listed():
    # D at the front read as 0: 023145B90 has the digit 7 too.
    found = read(TD1.replace("UTOD23145890", "UTO023145890"), ON)
    assert found.candidates == ("023145B90", "D23145890")


@pytest.mark.parametrize(
    ("printed", "seen"),
    [
        ("ACE8FH47K", "ACEBFH47K"),
        ("ACE0FH47K", "ACEOFH47K"),
        ("ACE0FH47K", "ACEQFH47K"),
        ("ACE0FH47K", "ACEDFH47K"),
        ("ACE1FH47K", "ACEIFH47K"),
        ("ACE2FH47K", "ACEZFH47K"),
        ("ACE5FH47K", "ACESFH47K"),
        ("ACEBFH47K", "ACE8FH47K"),  # beside letters a letter may be meant
        ("ACEDFH47K", "ACE0FH47K"),
        ("34793474B", "347934748"),  # at the end, as in Spain
        ("B34793474", "834793474"),
    ],
)
def test_each_look_alike_of_a_number_is_put_right_where_it_is_the_only_one(printed, seen):
    found = visa(seen, digit(printed))
    assert (found.fields.number, found.repairs) == (printed, (Repair("number", seen, printed),))


def test_a_letter_amid_digits_is_listed_and_not_taken():
    found = visa("347984734", digit("3479B4734"))
    assert (found.status, found.fields.number, found.candidates, found.repairs) == ("warn", None, ("3479B4734",), ())


def test_all_zeros_read_as_letters_are_put_right_together():
    found = visa("ACOE7O347", digit("AC0E70347"))
    assert (found.fields.number, found.repairs) == ("AC0E70347", (Repair("number", "ACOE7O347", "AC0E70347"),))


def test_a_misread_personal_number_is_repaired_or_told_but_never_hides_the_rest():
    sound = read(TD3, ON)
    found = read(TD3.replace("ZE184226B", "ZE18422GB"), ON)
    assert found == sound  # 6 and G have the same check digit, and nobody is shown the personal number
    found = read(TD3.replace("ZE184226B", "ZEI84226B"), ON)
    assert (found.fields, found.warnings) == (sound.fields, ("optional digit wrong",))


def test_a_long_number_is_repaired_over_its_whole_length():
    found = read(LONG.replace("<7349<", "<73A9<"), ON)
    assert found.status == "reject"
    sound = read(LONG, ON)
    found = read(LONG.replace("D23145890<7349", "D2314589O<7349"), ON)
    assert found.fields == sound.fields
    assert found.repairs == (Repair("number", "D2314589O734", "D23145890734"),)
