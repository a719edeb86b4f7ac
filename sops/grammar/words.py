"""The closed words of the SOP language: languages, roles, outcomes, classes, marks, and how a step is answered."""

from __future__ import annotations

from typing import Final

from sops import facts

LANGUAGES: Final = ("es", "en", "fr", "pt", "ht", "ar", "bn", "hi", "ne", "ur", "zh")
ROLES: Final = ("officer", "health", "supervisor", "attendant", "health_authority", "cleaner", "driver")
OUTCOMES: Final = (
    "cleared_with_advice",
    "ordinary_care",
    "quarantine_handover",
    "referred_and_received",
    "emergency_handover",
    "refused_referred_to_authority",
    "left_before_end",
    "death",
)
CLASSES: Final = ("not_a_case", "contact", "suspected", "probable", "confirmed")
NEEDS: Final = (
    "asylum",
    "trafficking",
    "sexual_violence",
    "rights_complaint",
    "shelter",
    "unaccompanied_child",
    "receiving_community",
)
"""Needs beside health for which a post knows somebody, whatever the course."""
MARKS: Final = ("verified", "verified secondary", "recalled", "design")
SEXES: Final = ("F", "M")
"""What a condition may ask of the sex; where a document says X, and where nobody said, it is unknown."""
POST_KINDS: Final = ("reception_station", "ground_crossing", "airport", "seaport")
DOES: Final = (
    "observes",
    "informs",
    "asks_consent",
    "interviews",
    "measures",
    "examines",
    "masks",
    "isolates",
    "quarantines",
    "notifies",
    "lists_party",
    "reviews_order",
    "refers",
    "transports",
    "dons",
    "doffs",
    "hand_hygiene",
    "cleans",
    "waste",
    "advises",
    "protects_child",
    "calls_ambulance",
    "cares",
    "hands_over",
    "closes",
)
ALERTS: Final = ("definition-gap", "antigen-not-counted")
PAPERS: Final = ("referral_slip", "advice_notice")

ANSWERS: Final = (
    "done",
    "yes_no",
    "choice",
    "person",
    "reading",
    "signs",
    "number",
    "days",
    "period",
    "places",
    "tests",
    "companions",
    "judgement",
)
"""How a step is answered; every kind but `done` and `person` accepts unknown."""

RECORDS: Final = (
    "temperature",
    "signs",
    "onset_days_ago",
    "places",
    "tests",
    *facts.JUDGEMENTS,
    *facts.EXPOSURE_FIELDS,
    "contact.index",
    "contact.how",
    "contact.distance_m",
    "contact.minutes",
    "contact.index_day",
    "contact.period",
    "setting.period",
    "health_work.where",
    "health_work.period",
    "facility_treating_cases.mode",
    "facility_treating_cases.period",
    "cluster_link.has_confirmed",
    "cluster_link.period",
)
"""Where the value of an answer goes in the facts; `contact.minutes` is a field of the traveller's contact."""
