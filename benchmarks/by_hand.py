"""The floor of the decision: WHO's edition of 2020-12-16 written out by hand, three-valued, no data structure between.

It repeats the rules on purpose: a benchmark's floor must not run the code it measures. The product never imports it.
"""

from __future__ import annotations

from typing import Any

NO, MAYBE, YES = 0, 1, 2
_SAID = {"no": NO, "unknown": MAYBE, "yes": YES}


def decide(facts: dict[str, Any]) -> tuple[str, str, dict[str, int]]:  # noqa: PLR0915 - by hand is the point
    """Floor, ceiling and the truth of every criterion, from the JSON form of facts."""
    said = facts.get("symptoms")
    if said is None:
        sign = dict.fromkeys(_SIGNS, MAYBE)
    else:
        sign = dict.fromkeys(_SIGNS, NO)
        for name, value in said.items():
            sign[name] = YES if type(value) is int else _SAID[value]
    reading = facts.get("temp_c")
    hot = MAYBE if reading == "unknown" else YES if reading is not None and reading >= 38.0 else NO
    fever = max(sign["fever"], hot)
    dated = [value for name, value in (said or {}).items() if type(value) is int and name in _WHO]
    onset = facts.get("onset_days_ago", max(dated, default=None))
    known = type(onset) is int
    ill = max(fever, *(sign[name] for name in _WHO))
    acute = _SAID[facts["acute_onset"]] if "acute_onset" in facts else YES if known and onset <= 10 else MAYBE
    eleven = (
        fever, sign["cough"], max(sign["weakness"], sign["fatigue"]), sign["headache"], sign["myalgia"],
        sign["sore_throat"], sign["coryza"], sign["dyspnoea"], max(sign["anorexia"], sign["nausea"], sign["vomiting"]),
        sign["diarrhoea"], sign["altered_mental_status"],
    )  # fmt: skip
    sure, open_ = eleven.count(YES), eleven.count(YES) + eleven.count(MAYBE)
    three = YES if sure >= 3 else MAYBE if open_ >= 3 else NO
    clinical = min(acute, max(min(fever, sign["cough"]), three))
    epidemiological = linked = contact = NO
    for row in facts.get("exposures", ()):
        first, last = row["first_day_ago"], row["last_day_ago"]
        before = ill == YES and known and last <= onset + 14 and first >= onset
        kind = row["kind"]
        if kind == "contact":
            near = row.get("how") == "face_to_face" and row.get("distance_m", 9) <= 1 and row.get("minutes", 0) >= 15
            near = near or row.get("how") in ("direct_physical", "direct_care_without_ppe", "other_local_risk")
            if near and row.get("index") in ("confirmed", "probable") and -2 <= row.get("index_day", 0) <= 14:
                contact = YES if last <= 14 else contact
                linked = YES if before or (ill == NO and last <= 14) else linked
        elif before and (kind in ("setting", "health_work") or row.get("status") == "community"):
            epidemiological = YES
    for kind in facts.get("exposures_unknown", ()):
        if kind in ("contact", "cluster_link"):
            contact, linked = max(contact, MAYBE), max(linked, MAYBE)
        elif ill != NO:
            epidemiological = max(epidemiological, MAYBE)
    hospital = _SAID[facts.get("hospitalisation_required", "no")]
    soon = YES if known and onset <= 10 else NO if known else MAYBE
    results = {(test["type"], test["result"]) for test in facts.get("tests", ())}
    antigen = YES if ("ag_rdt", "positive") in results else NO
    well = 2 - max(ill, *(sign[name] for name in _OTHER))
    imaging = YES if facts.get("chest_imaging") == "suggestive" else NO
    lost = min(max(sign["anosmia"], sign["ageusia"]), _SAID[facts.get("recent_anosmia", "yes")])
    truth = {"contact": contact}
    truth["suspected.A"] = min(clinical, epidemiological)
    truth["suspected.B"] = min(fever, sign["cough"], soon, hospital)
    truth["suspected.C"] = min(well, 2 - epidemiological, antigen)
    truth["probable.A"] = min(clinical, linked)
    truth["probable.B"] = min(max(truth["suspected.A"], truth["suspected.B"], truth["suspected.C"]), imaging)
    truth["probable.C"] = min(lost, 2 - _SAID[facts.get("anosmia_other_cause", "no")])
    truth["confirmed.A"] = YES if ("naat", "positive") in results else NO
    probable = max(truth["probable.A"], truth["probable.B"], truth["probable.C"])
    truth["confirmed.B"] = min(antigen, max(probable, truth["suspected.A"], truth["suspected.B"]))
    truth["confirmed.C"] = min(well, antigen, linked)
    floor = ceiling = "not_a_case"
    for name, value in truth.items():
        if value == YES:
            floor = name.partition(".")[0]
        if value != NO:
            ceiling = name.partition(".")[0]
    return floor, ceiling, truth


_WHO = (
    "fever", "cough", "weakness", "fatigue", "headache", "myalgia", "sore_throat", "coryza", "dyspnoea", "anorexia",
    "nausea", "vomiting", "diarrhoea", "altered_mental_status", "anosmia", "ageusia",
)  # fmt: skip
_OTHER = ("chills", "rash", "abdominal_pain", "conjunctivitis", "earache")
_SIGNS = _WHO + _OTHER
