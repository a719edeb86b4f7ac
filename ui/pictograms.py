"""Which of our pictograms stands for a sign, a step and a duty. No Qt: names of drawings only.

What a thing does decides, so that a procedure of another disease has its pictures without a word here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sops.model import DutySpec, Step

SIGNS: Final = {
    "fever": "fever",
    "cough": "cough",
    "weakness": "weakness",
    "fatigue": "fatigue",
    "headache": "headache",
    "myalgia": "myalgia",
    "sore_throat": "sore_throat",
    "coryza": "coryza",
    "dyspnoea": "breath",
    "anorexia": "anorexia",
    "nausea": "nausea",
    "vomiting": "vomiting",
    "diarrhoea": "diarrhoea",
    "altered_mental_status": "confused",
    "anosmia": "smell",
    "ageusia": "taste",
    "chills": "chills",
    "rash": "rash",
    "abdominal_pain": "belly",
    "conjunctivitis": "red_eye",
    "earache": "earache",
}
_DEEDS: Final = {
    "isolates": "room",
    "quarantines": "home",
    "notifies": "phone",
    "lists_party": "people",
    "transports": "ambulance",
    "calls_ambulance": "ambulance",
    "refers": "paper",
    "hands_over": "handover",
    "protects_child": "child",
    "waste": "waste",
    "advises": "talk",
    "masks": "mask",
    "dons": "gloves",
    "cleans": "clean",
    "doffs": "gloves_off",
    "cares": "help",
    "measures": "thermometer",
    "examines": "examine",
    "observes": "look",
    "asks_consent": "talk",
    "informs": "talk",
    "hand_hygiene": "wash",
}
_RECORDED: Final = {
    "contact": "near",
    "cluster_link": "people",
    "places": "map",
    "setting": "tent",
    "health_work": "health_work",
    "facility_treating_cases": "health_work",
    "tests": "test",
    "onset_days_ago": "calendar",
    "signs": "signs",
}
_ANSWERED: Final = {"period": "calendar", "days": "calendar", "person": "person", "companions": "people",
                    "judgement": "scale", "places": "map", "tests": "test", "reading": "thermometer"}  # fmt: skip


def of_duty(spec: DutySpec) -> str:
    """The picture of a duty: by what it does, else by its paper; a pencil where it only has to be written down."""
    return _first(_DEEDS, spec.does) or ("paper" if spec.paper else "note")


def of_step(step: Step) -> str:
    """The picture of a step: by what it records, how it is answered, what it does; else somebody is spoken to."""
    recorded = (step.records or "").partition(".")[0]
    return (
        _ANSWERED.get(step.answer) or _RECORDED.get(recorded) or _first(_DEEDS, step.does) or "talk"
    )  # an interview does no more than talk


def _first(pictures: Mapping[str, str], deeds: Iterable[str]) -> str:
    """The picture of that deed which stands first in the table: what matters most of it."""
    mine = set(deeds)
    return next((picture for deed, picture in pictures.items() if deed in mine), "")
