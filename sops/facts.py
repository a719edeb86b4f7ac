"""Facts: what is known about one traveller, in the one vocabulary of interview, definitions and records.

`Facts` has no defaults: whoever makes one says what each fact is. "Not asked", "does not know" and "refused" stay
tellable apart although all three are UNKNOWN to the logic.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from sops.logic import NO, UNKNOWN, YES, Truth


class Answer(StrEnum):
    """What was said to a question."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"  # asked, and not known
    REFUSED = "refused"
    UNASKED = "unasked"

    @property
    def truth(self) -> Truth:
        """The answer as the logic sees it: only yes and no are known."""
        return _TRUTH[self]


_TRUTH: Final = {
    Answer.YES: YES,
    Answer.NO: NO,
    Answer.UNKNOWN: UNKNOWN,
    Answer.REFUSED: UNKNOWN,
    Answer.UNASKED: UNKNOWN,
}

WHO_SIGNS: Final = (
    "fever",
    "cough",
    "weakness",
    "fatigue",
    "headache",
    "myalgia",
    "sore_throat",
    "coryza",
    "dyspnoea",
    "anorexia",
    "nausea",
    "vomiting",
    "diarrhoea",
    "altered_mental_status",
    "anosmia",
    "ageusia",
)
OTHER_SIGNS: Final = ("chills", "rash", "abdominal_pain", "conjunctivitis", "earache")
SIGNS: Final = WHO_SIGNS + OTHER_SIGNS

JUDGEMENTS: Final = (
    "acute_onset",
    "hospitalisation_required",
    "alternative_aetiology",
    "anosmia_other_cause",
    "recent_anosmia",
)
"""Facts answered yes, no or unknown, beside the signs."""

DEATH: Final = ("adult", "respiratory_distress", "otherwise_explained")
IMAGING: Final = ("suggestive", "not_suggestive")

TEST_TYPES: Final = ("naat", "ag_rdt", "ag_self", "antibody", "pan_coronavirus", "other_pathogen")
INFECTION_TESTS: Final = ("naat", "ag_rdt", "ag_self", "pan_coronavirus")
"""Tests that show an infection now: antibodies may be old, and a test for another germ tells of another illness."""
TEST_RESULTS: Final = ("positive", "negative", "inconclusive", "pending", "not_possible")

STATUSES: Final = ("china", "community", "clusters", "sporadic", "imported_only", "local")
EXPOSURE_FIELDS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "area": {"status": STATUSES, "mode": ("travel", "residence")},
    "setting": {"setting": ("camp_like", "closed_residential"), "mode": ("residing", "working")},
    "health_work": {"where": ("health_facility", "household_or_community")},
    "facility_treating_cases": {"mode": ("attended", "working")},
    "cluster_link": {"has_confirmed": ("yes", "no")},
    "live_animal_market": {},
    "contact": {
        "index": ("confirmed", "probable", "suspected"),
        "how": (
            "face_to_face",
            "direct_physical",
            "direct_care_without_ppe",
            "direct_care_with_ppe",
            "same_environment",
            "conveyance_within_1m",
            "other_local_risk",
        ),
    },
}
"""Kinds of exposure, with the words each of their fields may hold."""

CONTACT_NUMBERS: Final = ("distance_m", "minutes", "index_day", "index_symptom_free_since_day")

Unknown = Literal[Answer.UNKNOWN]


@dataclass(frozen=True, slots=True)
class Exposure:
    """One exposure. Days are whole days before the day of screening, `first_day_ago >= last_day_ago`.

    A field is None where its kind has no such field, and for `index_day` also where nobody said (counts as inside);
    `Answer.UNKNOWN` where it was asked or left open.
    """

    kind: str
    first_day_ago: int | Unknown
    last_day_ago: int | Unknown
    status: str | None = None
    mode: str | None = None
    setting: str | None = None
    where: str | None = None
    has_confirmed: str | None = None
    index: str | None = None
    how: str | None = None
    distance_m: float | Unknown | None = None
    minutes: float | Unknown | None = None
    index_day: int | Unknown | None = None
    index_symptom_free_since_day: int | Unknown | None = None


@dataclass(frozen=True, slots=True)
class Test:
    """One laboratory or rapid test; `pending` decides nothing yet."""

    type: str
    result: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known about one traveller on the day of screening.

    `signs` holds every sign of `SIGNS`; `onset_of` the day of onset, in days ago, of those that are dated.
    `temperature_c` is the deciding reading, None where none was taken into account, UNKNOWN where it was not or could
    not be taken. `onset_days_ago` is the first day of illness as told or as derived from the dated signs.
    `exposures` and `tests` are None where nothing about them is known; `exposures_unknown` names the kinds that were
    asked and not known.
    """

    signs: Mapping[str, Answer]
    onset_of: Mapping[str, int]
    temperature_c: float | Unknown | None
    onset_days_ago: int | Unknown
    judgements: Mapping[str, Answer]
    chest_imaging: str | None
    exposures: tuple[Exposure, ...] | None
    exposures_unknown: frozenset[str]
    tests: tuple[Test, ...] | None
    deceased: Mapping[str, Answer] | None
