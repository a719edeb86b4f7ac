"""Travellers for the benchmarks: seeded, in the JSON form of facts, like those of a busy post."""

from __future__ import annotations

import random
from typing import Any

_SIGNS = (
    "fever",
    "cough",
    "headache",
    "sore_throat",
    "myalgia",
    "coryza",
    "fatigue",
    "diarrhoea",
    "dyspnoea",
    "anosmia",
)


def travellers(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """So many facts, every one written out: well ones, ill ones, exposed ones, a few with unknowns."""
    rng = random.Random(seed)
    return [_traveller(rng) for _ in range(count)]


def _traveller(rng: random.Random) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "symptoms": {name: rng.randint(0, 12) for name in rng.sample(_SIGNS, rng.choice((0, 0, 1, 2, 3, 4)))},
        "temp_c": rng.choice((36.4, 36.6, 36.9, 37.2, 37.6, 38.1, 38.8)),
        "hospitalisation_required": rng.choice(("no", "no", "no", "yes")),
        "exposures": [_exposure(rng) for _ in range(rng.choice((0, 1, 1, 2)))],
        "tests": [{"type": "ag_rdt", "result": rng.choice(("positive", "negative"))}] if rng.random() < 0.2 else [],
    }
    if rng.random() < 0.05 and facts["symptoms"]:
        facts["symptoms"]["cough"] = "unknown"
    return facts


def _exposure(rng: random.Random) -> dict[str, Any]:
    last = rng.randint(0, 18)
    days = {"first_day_ago": last + rng.randint(0, 6), "last_day_ago": last}
    match rng.randrange(3):
        case 0:
            return {"kind": "area", "status": rng.choice(("community", "local")), "mode": "travel", **days}
        case 1:
            return {"kind": "setting", "setting": "camp_like", "mode": "residing", **days}
        case _:
            return {
                "kind": "contact", "index": "confirmed", "how": rng.choice(("face_to_face", "direct_physical")),
                "distance_m": rng.choice((0.5, 1.0, 2.0)), "minutes": rng.choice((5, 15, 30)),
                "index_day": rng.randint(-3, 15), "index_symptom_free_since_day": 10, **days,
            }  # fmt: skip
