"""The counts of the flow monitoring registry, against the day counted with a pencil."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from summary_samples import DAY, POST, ROWS, day_of, summarise

from screening.dtm import registry_by_hour, registry_of_day
from screening.release import release


def test_the_day_is_the_one_of_the_pencil():
    line = registry_of_day(release(summarise(POST, DAY, ROWS), "health_authority"))
    assert (line.point, line.day, line.hour, line.travellers) == ("PA-DAR-LB", DAY, None, 12)
    assert {key: n for key, n in line.groups.items() if n} == {
        ("F", "5-17"): 1,
        ("F", "18-59"): 4,
        ("M", "0-4"): 1,
        ("M", "5-17"): 1,
        ("M", "18-59"): 1,
        ("M", "60+"): 2,
        ("X", "18-59"): 1,
        ("unknown", "unknown"): 1,
    }
    assert line.nationalities == {"HTI": 6, "CUB": 3, "BGD": 1, "unknown": 2}
    assert line.vulnerable == {"pregnant": 1, "under_5": 1, "unaccompanied": 1}


def test_an_hour_is_the_one_of_the_pencil():
    lines = registry_by_hour(POST, DAY, ROWS)
    assert [line.hour for line in lines] == [f"{hour:02d}" for hour in range(24)]
    six = lines[6]
    assert six.travellers == 3
    assert {key: n for key, n in six.groups.items() if n} == {("F", "18-59"): 1, ("M", "0-4"): 1, ("F", "5-17"): 1}
    assert six.nationalities == {"HTI": 3, "CUB": 0, "BGD": 0, "unknown": 0}
    assert six.vulnerable == {"pregnant": 0, "under_5": 1, "unaccompanied": 1}
    assert lines[0].travellers == 0


@pytest.mark.parametrize("rows", [ROWS, (), day_of(300)], ids=["hand", "none", "made"])
def test_hours_add_up_to_the_day(rows):
    day = registry_of_day(release(summarise(POST, DAY, rows), "health_authority"))
    lines = registry_by_hour(POST, DAY, rows)
    assert sum(line.travellers for line in lines) == day.travellers
    for name in ("groups", "nationalities", "vulnerable"):
        assert {key: sum(getattr(line, name)[key] for line in lines) for key in getattr(day, name)} == getattr(
            day, name
        )


def test_a_public_day_hides_what_the_summary_hides():
    released = release(summarise(POST, DAY, ROWS), "public")
    line = registry_of_day(released)
    assert line.groups["M", "60+"] is None
    assert line.groups["F", "60+"] == 0
    assert line.nationalities["CUB"] is None
    assert line.travellers == released.count("day", "screened")


def test_no_health_data_and_no_names_are_in_a_line():
    words = repr(registry_by_hour(POST, DAY, ROWS))
    for secret in ("suspected", "fever", "38.4", "referred", "s1", "canoe"):
        assert secret not in words
