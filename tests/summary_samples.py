"""A day at a small post, written by hand, and what anybody with a pencil counts in it."""

from __future__ import annotations

import random
from dataclasses import fields
from datetime import date
from typing import Final

from screening import summary
from screening.row import ScreeningRow
from sops.model import Post

DAY = date(2021, 3, 23)
NEW, OLD = "who-covid19@2020-12-16", "who-covid19@2020-08-07"

POST = Post(
    id="lajas-blancas",
    name="Estación de Recepción Migratoria Lajas Blancas",
    code="PA-DAR-LB",
    kind="reception_station",
    country="PAN",
    division="PA-5",
    time_zone="America/Panama",
    camp_like=True,
    desks=("1", "2"),
    on_duty=(),
    phone="",
    procedure="poe-entry",
    definition="who-covid19",
    areas="who-transmission",
    languages=("es", "ht", "fr", "en", "pt", "hi", "ne", "ur", "ar", "zh"),
    onward=None,
    parameters={},
    retention_law=None,
    receivers=(),
    digest="",
)

NUMBERS: Final = {"fever_threshold_c": 38.0, "adult_age": 18}
"""What the shipped procedure says."""


def summarise(*given, **more):
    """The summary with the numbers of the shipped procedure, or others."""
    return summary.summarise(*given, **NUMBERS | more)


_WELL = dict.fromkeys(field.name for field in fields(ScreeningRow)) | dict(
    unreviewed=False,
    undecided=0,
    post="lajas-blancas",
    desk="1",
    day="2021-03-23",
    hour=6,
    began_at="2021-03-23T11:00:00.000000Z",
    status="closed",
    procedure="poe-entry@2020-12-20",
    definition=NEW,
    classification="not_a_case",
    contact="no",
    pending=False,
    outcome="cleared_with_advice",
    emergency=False,
    secondary=False,
    symptomatic="no",
    readings=1,
    companions=0,
    corrections=0,
    tests="",
    unknown_answers=0,
    answers=5,
    training=False,
    owed=0,
    erased=True,
)


def band(years):
    if years is None:
        return None
    if years < 20:
        return ("0-4", "5-9", "10-14", "15-19")[years // 5]
    return "80+" if years >= 80 else f"{years // 10 * 10}-{years // 10 * 10 + 9}"


def _settled(known):
    """Floor and ceiling of a class in which nothing is open."""
    settled = known["classification"] if known["classification"] != "undetermined" else None
    return dict(floor=settled, ceiling=settled)


def traveller(name, sex, age_years, nationality, language, **known):
    return ScreeningRow(
        **_WELL
        | dict(screening=name, sex=sex, age_years=age_years, nationality=nationality, language=language)
        | dict(age_band=band(age_years))
        | _settled({**_WELL, **known})
        | known
    )


def at(clock):
    """A moment of the day, in UTC."""
    return f"2021-03-23T{clock}:00.000000Z"


ROWS = (
    # Three by canoe at six: a mother, her son, and a girl of eight whom nobody answers for.
    traveller("w1", "F", 31, "HTI", "ht", temperature_c=36.5, seconds=18, party="canoe"),
    traveller("w2", "M", 4, "HTI", "ht", temperature_c=36.8, seconds=22, party="canoe"),
    traveller("w3", "F", 8, "HTI", "ht", temperature_c=37.0, seconds=40, unaccompanied="yes", desk="2"),
    traveller("w4", "M", 63, "CUB", "es", hour=7, seconds=30, pregnant="no", unknown_answers=1),
    traveller(
        "s1", "F", 29, "HTI", "ht", hour=7, temperature_c=38.4, classification="suspected", symptomatic="yes",
        secondary=True, outcome="referred_and_received", party="canoe", companions=3, seconds=900,
        tests="ag_rdt:pending,naat:not_possible", concluded_at=at("12:05"), isolated_at=at("12:10"),
        notified_at=at("12:15"), handed_over_at=at("13:40"), released_at=at("13:40"), receipt_at=at("15:00"), answers=9,
    ),
    # The officer thinks no case of it, and waits for a second person. Not handed over yet.
    traveller(
        "s2", "M", 45, "BGD", "bn", hour=7, desk="2", temperature_c=38.0, classification="probable", symptomatic="yes",
        secondary=True, outcome="referred_and_received", party="canoe", companions=1, status="open", pending=True,
        judgement="contact", tests="ag_rdt:positive", concluded_at=at("12:28"), isolated_at=at("12:30"),
        notified_at=at("12:48"), contact="yes", answers=9,
    ),
    traveller(
        "o1", "M", 17, "CUB", "es", hour=8, temperature_c=38.9, outcome="ordinary_care", symptomatic="yes",
        secondary=True, syndrome="fever", seconds=600, answers=9,
    ),
    traveller(
        "o2", "F", 24, "HTI", "ht", hour=8, temperature_c=37.9, classification="undetermined", outcome="ordinary_care",
        floor="not_a_case", ceiling="suspected",
        symptomatic="unknown", contact="unknown", secondary=True, syndrome="ili", pregnant="yes", seconds=700,
        unknown_answers=3, answers=9,
    ),
    traveller(
        "q1", "M", 80, None, "fr", hour=9, desk="2", temperature_c=36.6, classification="contact", contact="yes",
        outcome="quarantine_handover", secondary=True, seconds=500, answers=9,
    ),
    # Begun under the edition before, as the hour tells; carried past the desk.
    traveller(
        "e1", None, None, None, None, hour=9, definition=OLD, classification="suspected", symptomatic="yes",
        emergency=True, outcome="emergency_handover", seconds=120, notified_at=at("14:30"), concluded_at=at("14:20"),
        contact="unknown", answers=1,
    ),
    traveller(
        "r1", "X", 50, "CUB", "es", hour=23, classification=None, outcome="refused_referred_to_authority",
        symptomatic="unknown", contact="unknown", seconds=60, unknown_answers=4,
    ),
    traveller(
        "p1", "F", 36, "HTI", "ht", hour=23, classification=None, outcome=None, symptomatic="no", contact=None,
        status="parked", answers=4, temperature_c=37.6,
    ),
    # A drill never counts.
    traveller("d1", "F", 36, "HTI", "ht", training=True, classification="confirmed", outcome="death"),
)  # fmt: skip

COUNTED = {
    ("day", "screened"): 12,
    ("day", "cases"): 3,  # s1 s2 e1
    ("day", "handed_over"): 4,  # s1 s2 q1 e1
    ("outcome", "cleared_with_advice"): 4,
    ("outcome", "ordinary_care"): 2,
    ("outcome", "quarantine_handover"): 1,
    ("outcome", "referred_and_received"): 2,
    ("outcome", "emergency_handover"): 1,
    ("outcome", "refused_referred_to_authority"): 1,
    ("outcome", "left_before_end"): 0,
    ("outcome", "death"): 0,
    ("outcome", "none"): 1,
    ("status", "closed"): 10,
    ("status", "parked"): 1,
    ("status", "open"): 1,
    ("edition", NEW): 11,
    ("edition", OLD): 1,
    ("class", NEW, "confirmed"): 0,
    ("class", NEW, "probable"): 1,
    ("class", NEW, "suspected"): 1,
    ("class", NEW, "undetermined"): 1,
    ("class", NEW, "contact"): 1,
    ("class", NEW, "not_a_case"): 5,
    ("class", NEW, "none"): 2,
    ("class", OLD, "suspected"): 1,
    ("class", OLD, "probable"): 0,
    ("class", OLD, "not_a_case"): 0,
    ("symptoms", "yes"): 4,  # s1 s2 o1 e1
    ("symptoms", "no"): 6,
    ("symptoms", "unknown"): 2,
    ("symptoms", "none"): 0,
    ("contact", "yes"): 2,
    ("contact", "no"): 6,
    ("contact", "unknown"): 3,
    ("contact", "none"): 1,
    ("day", "temperature_taken"): 9,  # not w4, e1, r1
    ("day", "fever_readings"): 3,  # 38.4, 38.0, 38.9; not 37.9
    ("day", "secondary"): 5,
    ("day", "emergencies"): 1,
    ("day", "isolated"): 2,
    ("day", "possible_isolated"): 0,
    ("day", "notified"): 3,
    ("receipt", "yes"): 1,
    ("receipt", "no"): 1,
    ("syndrome", "ili"): 1,
    ("syndrome", "fever"): 1,
    ("syndrome", "acute_diarrhoea"): 0,
    ("syndrome", "other"): 0,
    ("syndrome", "none"): 0,
    ("day", "companions_of_cases"): 4,
    ("day", "clusters"): 1,  # the canoe
    ("day", "parties"): 1,
    ("day", "overrides"): 1,
    ("day", "corrections"): 0,
    ("day", "pending"): 1,
    ("day", "minors"): 3,  # 4, 8 and 17
    ("day", "unaccompanied"): 1,
    ("day", "pregnant"): 1,
    ("day", "language_not_offered"): 1,  # bn
    ("test", "ag_rdt", "positive"): 1,
    ("test", "ag_rdt", "pending"): 1,
    ("test", "ag_rdt", "negative"): 0,
    ("test", "naat", "not_possible"): 1,
    ("hour", "06", "screened"): 3,
    ("hour", "07", "screened"): 3,
    ("hour", "08", "screened"): 2,
    ("hour", "09", "screened"): 2,
    ("hour", "10", "screened"): 0,
    ("hour", "23", "screened"): 2,
    ("hour", "07", "cases"): 2,
    ("hour", "09", "cases"): 1,
    ("hour", "08", "ordinary_care"): 2,
    ("hour", "07", "handed_over"): 2,
    ("hour", "09", "handed_over"): 2,
    ("sex", "F"): 5,
    ("sex", "M"): 5,
    ("sex", "X"): 1,
    ("sex", "unknown"): 1,
    ("age_band", "0-4"): 1,
    ("age_band", "5-9"): 1,
    ("age_band", "10-14"): 0,
    ("age_band", "15-19"): 1,
    ("age_band", "20-29"): 2,
    ("age_band", "30-39"): 2,
    ("age_band", "40-49"): 1,
    ("age_band", "50-59"): 1,
    ("age_band", "60-69"): 1,
    ("age_band", "70-79"): 0,
    ("age_band", "80+"): 1,
    ("age_band", "unknown"): 1,
    ("age_group", "F", "0-4"): 0,
    ("age_group", "F", "5-17"): 1,
    ("age_group", "F", "18-59"): 4,
    ("age_group", "M", "0-4"): 1,
    ("age_group", "M", "5-17"): 1,
    ("age_group", "M", "18-59"): 1,
    ("age_group", "M", "60+"): 2,
    ("age_group", "X", "18-59"): 1,
    ("age_group", "unknown", "unknown"): 1,
    ("nationality", "HTI"): 6,
    ("nationality", "CUB"): 3,
    ("nationality", "BGD"): 1,
    ("nationality", "unknown"): 2,
    ("language", "ht"): 6,
    ("language", "es"): 3,
    ("language", "fr"): 1,
    ("language", "bn"): 1,
    ("language", "unknown"): 1,
    ("desk", "1"): 9,
    ("desk", "2"): 3,
}

MEASURED = {
    "temperature_taken": (75.0, 12),  # 9 of 12
    "unknown_answers": (100 * 8 / 75, 12),  # 1 + 3 + 4 of 5 + 5 + 5 + 5 + 9 + 9 + 9 + 9 + 9 + 1 + 5 + 4
    "companions_per_case": (4 / 3, 3),
    "minutes_to_call": (10.0, 3),  # 10, 20, 10
    "minutes_to_handover": (95.0, 1),
    "minutes_isolated": (90.0, 1),
    "isolated_at_once": (2, 2),  # 12:30 to 13:40
    "seconds_median": (26.0, 4),  # 18 22 30 40
    "seconds_95th": (38.5, 4),  # 30 + 0.85 x 10
    "seconds_median:1": (22.0, 3),
    "seconds_95th:1": (29.2, 3),
    "seconds_median:2": (40.0, 1),
    "seconds_95th:2": (40.0, 1),
}


def day_of(travellers, seed=1, day=DAY, editions=(NEW,)):
    """A made-up day of so many travellers, most of them well, most of them in the morning: the same for a seed."""
    chance = random.Random(seed)
    hours = [2, 1, 1, 1, 2, 14, 60, 55, 40, 36, 30, 24, 14, 18, 24, 26, 20, 12, 8, 6, 4, 3, 2, 2]
    rows = []
    for number in range(travellers):
        hour = chance.choices(range(24), hours)[0]
        nationality = chance.choices(
            ["HTI", "CUB", "CHL", "BRA", "BGD", "NPL", "VEN", "GHA", None], [62, 12, 8, 6, 4, 3, 3, 1, 1]
        )[0]
        language = {"HTI": "ht", "CUB": "es", "CHL": "es", "BRA": "pt", "BGD": "bn", "NPL": "ne", "VEN": "es"}
        age = chance.choice([*range(18, 50)] * 3 + [*range(18)] + [*range(50, 84)] + [None])
        known = dict(hour=hour, desk=chance.choice("112"), seconds=chance.randint(12, 55), answers=6)
        known |= dict(
            day=day.isoformat(), definition=chance.choice(editions), temperature_c=round(36 + chance.random() * 1.4, 1)
        )
        known |= dict(party=f"g{number // 4}", unaccompanied="no" if age is not None and age < 18 else None)
        sex = chance.choices(["F", "M", None], [40, 59, 1])[0]
        if sex == "F" and age is not None and 15 <= age < 50:
            known["pregnant"] = chance.choices(["no", "yes"], [92, 8])[0]
        match chance.choices(["well", "care", "case", "contact", "odd", "parked"], [88, 5, 3, 2, 1, 1])[0]:
            case "care":
                known |= dict(outcome="ordinary_care", secondary=True, symptomatic="yes", temperature_c=38.1)
                known |= dict(syndrome=chance.choice(["ili", "fever", "acute_diarrhoea", "other"]), seconds=500)
                known |= dict(classification=chance.choice(["not_a_case", "not_a_case", "undetermined"]))
            case "case":
                minute = chance.randint(0, 29)
                known |= dict(outcome="referred_and_received", secondary=True, symptomatic="yes", temperature_c=38.6)
                known |= dict(classification=chance.choice(["suspected", "suspected", "probable"]), companions=2)
                known |= dict(
                    concluded_at=at(f"{hour:02d}:{minute:02d}"), notified_at=at(f"{hour:02d}:{minute + 9:02d}")
                )
                known |= dict(isolated_at=at(f"{hour:02d}:{minute + 5:02d}"), tests="ag_rdt:pending", seconds=1100)
                known |= dict(
                    released_at=at(f"{hour:02d}:{minute + 28:02d}"), handed_over_at=at(f"{hour:02d}:{minute + 28:02d}")
                )
                known |= dict(receipt_at=chance.choice([None, at("23:40")]))
                if minute < 2:
                    known |= dict(notified_at=None)
            case "contact":
                known |= dict(outcome="quarantine_handover", contact="yes", classification="contact", secondary=True)
            case "odd":
                known |= dict(outcome=chance.choice(["left_before_end", "refused_referred_to_authority"]))
                known |= dict(classification=None, symptomatic="unknown")
            case "parked":
                known |= dict(outcome=None, classification=None, status="parked", seconds=None)
        rows.append(traveller(f"t{number}", sex, age, nationality, language.get(nationality or "", "en"), **known))
    return tuple(rows)
