"""What stands in the lists of the daily summary: each line a name and a number, hidden ones included as stars."""

from __future__ import annotations

from collections.abc import Sequence

from screening.release import Release

from .summary_words import HIDDEN, SummaryWords

__all__ = ["Line", "care", "figures", "largest", "outcomes", "people", "signs"]

Line = tuple[str, str]
"""A name and what is said of it. A name that begins with two spaces belongs to the line above."""

_BELOW = "  "


def figures(released: Release, say: SummaryWords) -> tuple[tuple[str, str, str], ...]:
    """The six numbers of the day: number, name, and what it is measured against."""
    screened = released.count("day", "screened")

    def share(*cell: str) -> str:
        number = released.count(*cell)
        if HIDDEN in (part := say.percent(number, screened)):
            return ""
        return say.word("of_screened", n=part) if screened else ""

    def yesterday(series: str) -> str:
        before = released.yesterday
        if before is None:
            return ""
        return say.word("yesterday_n", n=say.number(sum(n for (_, _, name), n in _by_hour(before) if name == series)))

    coverage = released.coverage
    arrivals = "" if coverage is None else say.word("coverage", n=f"{coverage:.0f} %", of=say.number(released.arrivals))
    return (
        (say.number(screened), say.word("day:screened"), arrivals or yesterday("screened")),
        (_count(released, say, "outcome", "cleared_with_advice"),
         _sentence(say.key("outcome", "cleared_with_advice")),
         share("outcome", "cleared_with_advice")),
        (_count(released, say, "day", "secondary"), say.word("day:secondary"), share("day", "secondary")),
        (_count(released, say, "outcome", "ordinary_care"), _sentence(say.key("outcome", "ordinary_care")),
         yesterday("ordinary_care") or share("outcome", "ordinary_care")),
        (_count(released, say, "day", "cases"), say.word("day:cases"), yesterday("cases") or share("day", "cases")),
        (_count(released, say, "day", "handed_over"), say.word("day:handed_over"), say.word("handed_over_is")),
    )  # fmt: skip


def _by_hour(counts: object) -> list[tuple[tuple[str, str, str], int]]:
    assert hasattr(counts, "items")
    return [((cell[0], cell[1], cell[2]), number) for cell, number in counts.items() if cell[0] == "hour"]


def _count(released: Release, say: SummaryWords, *cell: str) -> str:
    return say.number(released.count(*cell))


def outcomes(released: Release, say: SummaryWords) -> list[Line]:
    """The eight outcomes and who has none yet, zeros included."""
    return [(_sentence(name), number) for name, number in _table(released, say, "outcome")]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _table(released: Release, say: SummaryWords, name: str) -> list[Line]:
    return [(say.key(name, *keys), say.number(number)) for keys, number in released.table(name).items()]


def _day(released: Release, say: SummaryWords, *names: str) -> list[Line]:
    return [(say.word(f"day:{name}"), _count(released, say, "day", name)) for name in names]


def _measures(released: Release, say: SummaryWords, *names: str) -> list[Line]:
    return [(_BELOW + say.measure_name(name), say.measure(released.measure(name))) for name in names]


def _rooms(released: Release, say: SummaryWords) -> list[Line]:
    """How rooms were used, where anybody was in one."""
    lines = _table(released, say, "rooms")
    return [*lines, *_measures(released, say, "room_longest")] if lines else []


def care(released: Release, say: SummaryWords) -> list[Line]:
    """What was done and how long it took."""
    return [
        *_day(released, say, "emergencies", "isolated"),
        (_BELOW + say.word("investigated"), _count(released, say, "day", "possible_isolated")),
        *_measures(released, say, "isolated_at_once", "minutes_isolated"),
        *_rooms(released, say),
        *_day(released, say, "notified"),
        *_measures(released, say, "minutes_to_call"),
        (_sentence(say.key("outcome", "referred_and_received")),
         _count(released, say, "outcome", "referred_and_received")),
        *_measures(released, say, "minutes_to_handover"),
        (_BELOW + say.word("receipt:no"), _count(released, say, "receipt", "no")),
        *_day(released, say, "companions_of_cases"),
        *_measures(released, say, "companions_per_case"),
        *_day(released, say, "clusters", "overrides", "corrections", "pending"),
    ]  # fmt: skip


def signs(released: Release, say: SummaryWords) -> list[Line]:
    """Signs, contact, readings, syndromes, tests."""
    threshold = f"{released.summary.fever_threshold_c:.1f}"
    lines = [(say.word("table:symptoms"), _count(released, say, "symptoms", "yes"))]
    lines += [(_BELOW + say.key("symptoms", "unknown"), _count(released, say, "symptoms", "unknown"))]
    lines += [(say.word("table:contact"), _count(released, say, "contact", "yes"))]
    lines += [(_BELOW + say.key("contact", "unknown"), _count(released, say, "contact", "unknown"))]
    taken = released.measure("temperature_taken")
    lines += [(say.word("day:temperature_taken"), say.measure(taken))]
    lines += [(say.word("day:fever_readings", n=threshold), _count(released, say, "day", "fever_readings"))]
    lines += [(say.word("table:syndrome"), "")]
    lines += [(_BELOW + name, number) for name, number in _table(released, say, "syndrome")]
    tests = [(say.key("test", *keys), say.number(n)) for keys, n in released.table("test").items() if n != 0]
    lines += [(say.word("table:test"), "" if tests else say.word("none"))]
    return lines + [(_BELOW + name, number) for name, number in tests[:6]]


def people(released: Release, say: SummaryWords) -> list[Line]:
    """Sex, the vulnerable, and the desks with their times: per desk, never per officer."""
    lines = [(_sentence(say.key("sex", *key)), say.number(n)) for key, n in released.table("sex").items()]
    persons = released.summary.persons
    lines += [(say.word("day:persons"), say.word("unknown") if persons is None else say.number(released.persons))]
    lines += _day(released, say, "minors", "unaccompanied", "pregnant", "language_not_offered", "parties")
    lines += _day(released, say, "late_entries")
    lines += [(say.measure_name("unknown_answers"), say.measure(released.measure("unknown_answers")))]
    lines += [(_sentence(say.key("status", *key)), say.number(n)) for key, n in released.table("status").items()]
    for (desk,), number in [*released.table("desk").items()][:4]:
        lines.append((_sentence(say.word("desk_is", desk=desk)), say.number(number)))
        if f"seconds_median:{desk}" in released.summary.measures:
            times = [released.measure(f"seconds_{kind}:{desk}") for kind in ("median", "95th")]
            lines.append((_BELOW + say.word("desk_time"), say.both(*times)))
    return lines


def largest(released: Release, say: SummaryWords, name: str, most: int) -> list[tuple[str, int | None]]:
    """The first entries of a table that has too many for a page, and the others together: hidden if one of them is."""
    entries: Sequence[tuple[tuple[str, ...], int | None]] = [*released.table(name).items()]
    kept = entries if len(entries) <= most else entries[: most - 1]
    lines = [(say.key(name, *keys), number) for keys, number in kept]
    if len(kept) < len(entries):
        rest = [number for _, number in entries[len(kept) :]]
        total = None if None in rest else sum(number for number in rest if number is not None)
        lines.append((say.word("others", n=len(rest)), total))
    return lines
