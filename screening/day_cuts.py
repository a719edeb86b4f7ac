"""Sex and age of a day's travellers, in WHO's bands and in the age groups of flow monitoring, counted together."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

__all__ = ["AGE_BANDS", "AGE_GROUPS", "SEXES", "AgeCuts", "age_cuts", "age_group", "age_sums", "band_of"]

UNKNOWN: Final = "unknown"
SEXES: Final = ("F", "M", "X", UNKNOWN)
AGE_BANDS: Final = (
    *("0-4", "5-9", "10-14", "15-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80+"),
    UNKNOWN,
)
"""WHO's bands, named as `ScreeningRow.age_band` names them."""

AGE_GROUPS: Final = ("0-4", "5-17", "18-59", "60+", UNKNOWN)
"""The groups of IOM's flow monitoring registry."""

_FROM: Final = tuple(int(band.rstrip("+").split("-")[0]) for band in AGE_BANDS[:-1])
_OLD_BANDS: Final = ("60-69", "70-79", "80+")


@dataclass(frozen=True, slots=True)
class AgeCuts:
    """The same travellers by sex, by band, by sex and group, and those under age."""

    sexes: Mapping[str | None, int]
    bands: Mapping[str | None, int]
    groups: Mapping[tuple[str, str], int]
    minors: int


def age_group(years: int | None) -> str:
    """The age group of the flow monitoring registry."""
    if years is None:
        return UNKNOWN
    return "0-4" if years < 5 else "5-17" if years < 18 else "18-59" if years < 60 else "60+"


def band_of(years: int | None) -> str:
    """The band of an age: placing the few ages of a day is cheaper than reading the band of every row."""
    return UNKNOWN if years is None else AGE_BANDS[bisect(_FROM, years) - 1]


def age_cuts(ages: Mapping[tuple[str | None, int | None], int], adult_age: int) -> AgeCuts:
    """The cuts of (sex, years) -> how many. `adult_age` is the first year that is no longer under age."""
    sexes: Counter[str | None] = Counter()
    bands: Counter[str | None] = Counter()
    groups = {(sex, group): 0 for sex in SEXES for group in AGE_GROUPS}
    minors = 0
    for (sex, years), number in ages.items():
        known = sex if sex in SEXES else UNKNOWN
        sexes[known] += number
        bands[band_of(years)] += number
        groups[known or UNKNOWN, age_group(years)] += number
        if years is not None and years < adult_age:
            minors += number
    return AgeCuts(sexes, bands, groups, minors)


def age_sums(adult_age: int) -> list[tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]]:
    """Which cells of the age cuts hold the same travellers: one who knows some can work out others."""

    def grouped(*names: str) -> tuple[tuple[str, ...], ...]:
        return tuple(("age_group", sex, name) for name in names for sex in SEXES)

    def banded(*names: str) -> tuple[tuple[str, ...], ...]:
        return tuple(("age_band", name) for name in names)

    middle = tuple(band for band in AGE_BANDS if band not in ("0-4", UNKNOWN, *_OLD_BANDS))
    by_sex = [((("sex", sex),), tuple(("age_group", sex, group) for group in AGE_GROUPS)) for sex in SEXES]
    under_age = [((("day", "minors"),), grouped("0-4", "5-17"))] if adult_age == 18 else []
    return [
        *by_sex,
        (banded("0-4"), grouped("0-4")),
        (banded(*middle), grouped("5-17", "18-59")),
        (banded(*_OLD_BANDS), grouped("60+")),
        (banded(UNKNOWN), grouped(UNKNOWN)),
        *under_age,
    ]
