"""Documents as ICAO prints them, and what may and may not stand in each field. Expected values are typed by hand.

Sources: ICAO Doc 9303-4 appendix B (TD3), 9303-5 appendix B (TD1), 9303-6 appendix B (TD2), 9303-7 appendices (visas),
9303-3 sections 4.6 (names), 4.8 (dates), 4.9 (check digits).
"""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date, datetime

import pytest

from screening.mrz import read

ON = date(2021, 3, 23)

TD3 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
TD1 = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
TD1_LONG = "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<"
TD2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"
TD2_LONG = "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<\nD23145890<UTO3407127M95071227349<<<8"
MRV_A = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<"
MRV_B = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<"


def digit(text: str) -> str:
    """The check digit, written anew from Doc 9303-3, 4.9, so that it does not share a mistake with the parser."""
    total = 0
    for place in range(len(text)):
        char = text[place]
        value = 0 if char == "<" else ord(char) - 48 if char in "0123456789" else ord(char) - 55
        total += value * [7, 3, 1][place % 3]
    return "0123456789"[total % 10]


def td3(
    *, name="ERIKSSON<<ANNA<MARIA", kind="P<", state="UTO", number="L898902C3", nationality="UTO", birth="740812",
    sex="F", expiry="270415", personal="", personal_digit=None,
) -> str:  # fmt: skip
    number, personal = number.ljust(9, "<"), personal.ljust(14, "<")
    optional = personal + (digit(personal) if personal_digit is None else personal_digit)
    birth, expiry, number = birth + digit(birth), expiry + digit(expiry), number + digit(number)
    composite = digit(number + birth + expiry + optional)
    return f"{kind}{state}{name.ljust(39, '<')}\n{number}{nationality}{birth}{sex}{expiry}{optional}{composite}"


def test_the_hand_written_check_digit_agrees_with_the_norms_worked_examples():
    # Doc 9303-3, 4.9, examples 1 and 2: 520727 gives 3; AB2134<<< gives 5.
    assert digit("520727") == "3"
    assert digit("AB2134<<<") == "5"


ERIKSSON = {
    "surname": "ERIKSSON",
    "given_names": "ANNA MARIA",
    "issuing_state": "UTO",
    "nationality": "UTO",
    "birth_date": "1974-08-12",
    "sex": "F",
    "expiry_date": "2012-04-15",
}
STEVENSON = {
    "surname": "STEVENSON",
    "given_names": "PETER JOHN",
    "number": "D23145890734",
    "issuing_state": "UTO",
    "nationality": "UTO",
    "birth_date": "1934-07-12",
    "sex": "M",
    "expiry_date": "1995-07-12",
}
VISA = {
    **ERIKSSON,
    "number": "L8988901C",
    "nationality": "XXX",
    "birth_date": "1940-09-07",
    "expiry_date": "1996-12-10",
}


@pytest.mark.parametrize(
    ("raw", "kind", "fields", "optional", "composite"),
    [
        (TD3, "TD3", {**ERIKSSON, "number": "L898902C3"}, True, True),
        (TD1, "TD1", {**ERIKSSON, "number": "D23145890"}, None, True),
        (TD2, "TD2", {**ERIKSSON, "number": "D23145890"}, None, True),
        (MRV_A, "MRV-A", VISA, None, None),
        (MRV_B, "MRV-B", VISA, None, None),
        (TD1_LONG, "TD1", STEVENSON, None, True),
        (TD2_LONG, "TD2", STEVENSON, None, True),
    ],
)
def test_specimens_are_read_whole(raw, kind, fields, optional, composite):
    assert read(raw, ON).as_json() == {
        "status": "warn",
        "kind": kind,
        "fields": fields,
        "checks": {
            "number": True,
            "birth_date": True,
            "expiry_date": True,
            "optional": optional,
            "composite": composite,
        },
        "repairs": [],
        "warnings": ["expired"],
    }


def test_a_document_in_force_has_nothing_to_be_said_about():
    found = read(TD3, date(2010, 1, 1))
    assert (found.status, found.warnings, found.repairs) == ("ok", (), ())


def test_a_moment_serves_as_the_day_of_screening():
    assert read(TD3, datetime(2010, 1, 1, 12)).status == "ok"  # noqa: DTZ001 - only its day counts


def test_the_order_of_keys_is_that_of_the_documentation():
    assert list(read(TD3, ON).as_json()) == ["status", "kind", "fields", "checks", "repairs", "warnings"]
    assert list(read(TD3, ON).as_json()["fields"]) == [
        "surname", "given_names", "number", "issuing_state", "nationality", "birth_date", "sex", "expiry_date",
    ]  # fmt: skip


def test_a_rejection_has_a_reason_and_no_fields():
    found = read(TD3.replace("L898902C36", "L898902C37"), ON).as_json()
    assert found["status"] == "reject"
    assert found["kind"] == "TD3"
    assert "fields" not in found
    assert "document number" in found["reason"]
    assert found["checks"]["number"] is False
    assert found["checks"]["birth_date"] is True


def test_a_reading_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        read(TD3, ON).status = "ok"


@pytest.mark.parametrize(
    ("line", "digit_of"),
    [
        ("L898902C37UTO7408122F1204159ZE184226B<<<<<10", "document number"),
        ("L898902C36UTO7408123F1204159ZE184226B<<<<<10", "birth date"),
        ("L898902C36UTO7408122F1204158ZE184226B<<<<<10", "expiry date"),
        ("L898902C36UTO7408122F1204159ZE184226B<<<<<11", "composite"),
    ],
)
def test_a_wrong_digit_rejects_and_is_named(line, digit_of):
    found = read(TD3.split("\n", 1)[0] + "\n" + line, ON)
    assert found.status == "reject"
    assert digit_of in found.reason


@pytest.mark.parametrize(
    ("raw", "composite_at"),
    [(TD1, 30 + 1 + 29), (TD1_LONG, 30 + 1 + 29), (TD2, 36 + 1 + 35), (TD2_LONG, 36 + 1 + 35), (TD3, 44 + 1 + 43)],
)
def test_every_other_composite_digit_rejects(raw, composite_at):
    for other in set("0123456789") - {raw[composite_at]}:
        assert read(raw[:composite_at] + other + raw[composite_at + 1 :], ON).status == "reject"


@pytest.mark.parametrize(
    ("raw", "cells"),
    [
        # Doc 9303-5, 4.2.4: upper line 6-30, middle line 1-7, 9-15, 19-29; and what is not covered.
        (TD1, [(0, 5, 30), (1, 0, 7), (1, 8, 15), (1, 18, 29)]),
        (TD2, [(1, 0, 10), (1, 13, 20), (1, 21, 35)]),
        (TD3, [(1, 0, 10), (1, 13, 20), (1, 21, 43)]),
    ],
)
def test_the_composite_digit_covers_exactly_the_norms_positions(raw, cells):
    lines = raw.split("\n")
    assert digit("".join(lines[line][start:stop] for line, start, stop in cells)) == lines[cells[-1][0]][-1]


# ------------------------------------------------------------------------------------------------ long document numbers


@pytest.mark.parametrize("extra", ["1", "12", "734", "A1B2C3", "12345678901234"[:13]])
def test_td1_numbers_of_ten_to_twenty_two_characters_are_read(extra):
    full = "D23145890" + extra
    upper = ("I<UTOD23145890<" + extra + digit(full)).ljust(30, "<")
    middle = "3407127M270712" + digit("270712") + "UTO" + "<" * 11
    composite = digit(upper[5:30] + middle[0:7] + middle[8:15] + middle[18:29])
    found = read(f"{upper}\n{middle}{composite}\n{'STEVENSON<<PETER'.ljust(30, '<')}", ON)
    assert (found.status, found.fields.number) == ("ok", full)


def test_optional_data_may_follow_a_long_number():
    upper = "I<UTOD23145890<7349<ABC<<<<<<<"
    middle = "3407127M2707128UTO<<<<<<<<<<<"
    middle = middle[:14] + digit("270712") + middle[15:]
    composite = digit(upper[5:30] + middle[0:7] + middle[8:15] + middle[18:29])
    assert read(f"{upper}\n{middle}{composite}\nSTEVENSON<<PETER<JOHN<<<<<<<<<", ON).fields.number == "D23145890734"


def test_a_long_number_with_a_wrong_digit_rejects():
    assert read(TD1_LONG.replace("<7349<", "<7348<"), ON).status == "reject"


def test_a_filler_for_a_check_digit_without_more_number_rejects():
    assert read(TD1.replace("D231458907", "D23145890<"), ON).status == "reject"


# ------------------------------------------------------------------------------------------------------- optional data


@pytest.mark.parametrize(("personal_digit", "status"), [("<", "ok"), ("0", "ok"), ("5", "warn")])
def test_an_empty_personal_number_may_have_a_filler_or_zero(personal_digit, status):
    found = read(td3(personal_digit=personal_digit), ON)
    assert found.status == status
    assert found.warnings == (() if status == "ok" else ("optional digit wrong",))


@pytest.mark.parametrize("personal_digit", ["<", "7"])
def test_a_wrong_digit_of_a_personal_number_warns(personal_digit):
    found = read(td3(personal="ZE184226B", personal_digit=personal_digit), ON)
    assert found.status == "warn"
    assert found.warnings == ("optional digit wrong",)
    assert found.checks.optional is False
    assert found.checks.composite is True


# --------------------------------------------------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("name", "surname", "given", "warnings"),
    [
        ("ERIKSSON<<ANNA<MARIA", "ERIKSSON", "ANNA MARIA", ()),
        ("VAN<DER<MUELLEN<<JAN", "VAN DER MUELLEN", "JAN", ()),
        ("ARKFREITH", "ARKFREITH", "", ()),
        ("<<ANNA<MARIA", "", "ANNA MARIA", ("no surname",)),
        ("ERIKSSON<ANNA<MARIA", "ERIKSSON ANNA MARIA", "", ("no double filler in name",)),
        ("ER1KSSON<<ANNA", "ER1KSSON", "ANNA", ("digit in name",)),
        ("BENNELONG<WOOLOOMOOLOO<WARRANDYTE<<D<P<T", "BENNELONG WOOLOOMOOLOO WARRANDYTE", "D P", ()),
        ("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONGKRA", "NILAVADHANANANDA", "CHAYAPA DEJTHAMRONGKR", ()),
        ("A" * 39, "A" * 39, "", ("no double filler in name",)),
        ("A" * 38, "A" * 38, "", ("no double filler in name",)),
        ("A" * 37, "A" * 37, "", ()),
    ],
)
def test_names_are_split_at_the_double_filler(name, surname, given, warnings):
    found = read(td3(name=name[:39]), ON)
    assert (found.fields.surname, found.fields.given_names, found.warnings) == (surname, given, warnings)


def test_no_name_at_all_rejects():
    found = read(td3(name=""), ON)
    assert found.status == "reject"
    assert "name" in found.reason


# ----------------------------------------------------------------------------------------------------------------- sex


@pytest.mark.parametrize(
    ("char", "status", "sex", "warnings"),
    [("F", "ok", "F", ()), ("M", "ok", "M", ()), ("<", "ok", None, ()), ("X", "warn", None, ("sex X",))],
)
def test_sex_is_f_m_or_left_open(char, status, sex, warnings):
    found = read(td3(sex=char), ON)
    assert (found.status, found.fields.sex, found.warnings) == (status, sex, warnings)


@pytest.mark.parametrize("char", ["N", "H", "0", "1", "W"])
def test_any_other_sex_rejects(char):
    assert read(td3(sex=char), ON).status == "reject"


# --------------------------------------------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("birth", "expected", "warnings"),
    [
        ("740812", "1974-08-12", ()),
        ("7408<<", "1974-08", ()),
        ("74<<<<", "1974", ()),
        ("<<<<<<", None, ()),
        ("<<0812", None, ()),
        ("74<<12", "1974", ()),
        ("740800", "1974-08", ("birth day 00 read as unknown",)),
        ("740000", "1974", ("birth month 00 read as unknown", "birth day 00 read as unknown")),
        ("210323", "2021-03-23", ()),
        ("210324", "1921-03-24", ()),
        ("2103<<", "2021-03", ()),
        ("2104<<", "1921-04", ()),
        ("21<<<<", "2021", ()),
        ("22<<<<", "1922", ()),
        ("000229", "2000-02-29", ()),
        ("200229", "2020-02-29", ()),
    ],
)
def test_birth_dates_are_partial_where_the_document_is_and_never_in_the_future(birth, expected, warnings):
    found = read(td3(birth=birth), ON)
    assert found.as_json()["fields"]["birth_date"] == expected
    assert found.warnings == warnings


@pytest.mark.parametrize("birth", ["741301", "740231", "740230", "740431", "740832", "190229", "74089<", "7<0812"])
def test_an_impossible_birth_date_rejects_though_its_digit_is_right(birth):
    found = read(td3(birth=birth), ON)
    assert found.status == "reject"
    assert "birth date" in found.reason
    assert found.checks.birth_date


@pytest.mark.parametrize(
    ("expiry", "expected", "warnings"),
    [
        ("210323", "2021-03-23", ()),
        ("210322", "2021-03-22", ("expired",)),
        ("310101", "2031-01-01", ()),
        ("701231", "2070-12-31", ()),
        ("960229", "1996-02-29", ("expired",)),
        ("270400", "2027-04", ("expiry day 00 read as unknown",)),
        ("210300", "2021-03", ("expiry day 00 read as unknown",)),
        ("<<<<<<", None, ("no expiry date",)),
    ],
)
def test_expiry_is_in_the_century_nearest_to_the_day_of_screening(expiry, expected, warnings):
    found = read(td3(expiry=expiry), ON)
    assert found.as_json()["fields"]["expiry_date"] == expected
    assert found.warnings == warnings


def test_a_document_cannot_have_expired_before_its_holder_was_born():
    assert read(td3(birth="010203", expiry="991231"), ON).as_json()["fields"]["expiry_date"] == "2099-12-31"


@pytest.mark.parametrize("expiry", ["271301", "270230", "270431"])
def test_an_impossible_expiry_date_rejects(expiry):
    assert read(td3(expiry=expiry), ON).status == "reject"


# --------------------------------------------------------------------------------------------- states, types, numbers


@pytest.mark.parametrize(
    "code", ["PAN", "D<<", "GBD", "RKS", "UNO", "UNA", "UNK", "EUE", "XOM", "XPO", "XXA", "XXC", "XXX"]
)
def test_known_codes_are_ok_and_shown_without_fillers(code):
    found = read(td3(state=code, nationality=code), ON)
    assert (found.status, found.fields.nationality) == ("ok", code.rstrip("<"))


@pytest.mark.parametrize("code", ["XYZ", "DDD", "UT0", "<<<"])
def test_unknown_codes_warn_for_each_role(code):
    found = read(td3(state=code, nationality=code), ON)
    assert found.warnings == ("unknown state code: issuing state", "unknown state code: nationality")


@pytest.mark.parametrize(("kind", "warnings"), [("P<", ()), ("PD", ()), ("I<", ("unusual document type: I",))])
def test_an_unusual_type_of_document_is_told(kind, warnings):
    assert read(td3(kind=kind), ON).warnings == warnings


@pytest.mark.parametrize("kind", ["A<", "C<", "IP", "AC"])
def test_cards_of_all_types_are_ok(kind):
    assert read(TD1.replace("I<", kind, 1), date(2010, 1, 1)).status == "ok"
    assert read(TD2.replace("I<", kind, 1), date(2010, 1, 1)).status == "ok"


@pytest.mark.parametrize("first", ["1", "<"])
def test_a_document_without_a_letter_for_its_type_rejects(first):
    assert read(first + TD1[1:], ON).status == "reject"


@pytest.mark.parametrize(
    ("number", "shown", "warnings"),
    [("A1", "A1", ()), ("AB<12", "AB 12", ()), ("000000000", "000000000", ()), ("", "", ("no number",))],
)
def test_numbers_are_shown_without_fillers(number, shown, warnings):
    found = read(td3(number=number), ON)
    assert (found.fields.number, found.warnings) == (shown, warnings)
