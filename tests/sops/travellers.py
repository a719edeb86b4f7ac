"""Travellers for properties: random facts, what they could turn out to be, and the editions that judge them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

from hypothesis import strategies as st

from sops import building, reading, shapes
from sops.engine import Engine
from sops.facts import EXPOSURE_FIELDS, JUDGEMENTS, SIGNS, WHO_SIGNS, Answer, Exposure, Facts, Test

FOLDER = Path(__file__).resolve().parents[2] / "sops" / "definitions" / "who-covid19"
EDITIONS = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
UNKNOWN, YES, NO = Answer.UNKNOWN, Answer.YES, Answer.NO
LATEST = 36
"""Later than any day that a rule could tell apart from the days before."""


@cache
def engine(edition):
    path = FOLDER / f"{edition}.yaml"
    return Engine(building.case_definition(shapes.check(path.name, reading.read(path)).data, "0" * 64))


engines = st.sampled_from(EDITIONS).map(engine)

SPAN = st.integers(0, 20)
CONTACT = {
    "index": st.sampled_from(("confirmed", "confirmed", "probable", "suspected")),
    "how": st.sampled_from(("face_to_face", *EXPOSURE_FIELDS["contact"]["how"])),
    "distance_m": st.sampled_from((0.5, 1.0, 1.1)),
    "minutes": st.sampled_from((14, 15, 16)),
    "index_day": st.one_of(st.none(), st.integers(-4, 18)),
    "index_symptom_free_since_day": st.integers(0, 14),
}


@st.composite
def exposures(draw):
    kind = draw(st.sampled_from(("contact", "contact", "contact", *EXPOSURE_FIELDS)))
    last = draw(SPAN)
    first = last + draw(st.sampled_from((0, 0, 1, 5, 20)))
    words = {name: draw(st.sampled_from(words)) for name, words in EXPOSURE_FIELDS[kind].items()}
    if kind == "contact":
        words |= {name: draw(values) for name, values in CONTACT.items()}
    if kind == "area":
        words["status"] = draw(st.sampled_from(("community", "local", "china", "sporadic")))
    return Exposure(kind, first, last, **words)


TESTS = st.lists(
    st.builds(
        Test,
        st.sampled_from(("naat", "ag_rdt", "ag_rdt", "ag_self", "pan_coronavirus", "other_pathogen")),
        st.sampled_from(("positive", "negative", "inconclusive", "not_possible", "pending")),
    ),
    max_size=2,
).map(tuple)
ILLNESSES = ((), ("fever", "cough"), ("fever", "cough"), ("cough",), ("headache", "coryza"), ("anosmia",))
COMMON = ("fever", "cough", "headache", "coryza", "nausea", "diarrhoea", "anosmia", "fatigue", "chills")


@st.composite
def known_facts(draw):
    """Facts without anything unknown but what nobody asked: acute onset, the day of an undated illness."""
    signs = dict.fromkeys(SIGNS, NO)
    dated = {}
    told = {*draw(st.sampled_from(ILLNESSES)), *draw(st.lists(st.sampled_from(COMMON), max_size=2))}
    is_dated = draw(st.booleans())
    for name in sorted(told):
        signs[name] = YES
        if is_dated and draw(st.booleans()):
            dated[name] = draw(st.sampled_from((0, 2, 3, 9, 10, 11, 14)))
    oldest = max((day for name, day in dated.items() if name in WHO_SIGNS), default=None)
    judgements = {name: draw(st.sampled_from((YES, NO))) for name in JUDGEMENTS}
    judgements["acute_onset"] = draw(st.sampled_from((YES, NO, Answer.UNASKED)))
    return Facts(
        signs=signs,
        onset_of=dated,
        temperature_c=draw(st.sampled_from((None, 36.5, 38.0))),
        onset_days_ago=draw(st.sampled_from((3, 10, 11))) if oldest is None else oldest,
        judgements=judgements,
        chest_imaging=draw(st.sampled_from((None, None, "suggestive", "not_suggestive"))),
        exposures=tuple(draw(st.lists(exposures(), min_size=draw(st.sampled_from((0, 1))), max_size=2))),
        exposures_unknown=frozenset(),
        tests=draw(TESTS),
        deceased=draw(
            st.one_of(
                st.none(),
                st.none(),
                st.just({"adult": YES, "respiratory_distress": YES, "otherwise_explained": NO}),
            )
        ),
    )


# -------------------------------------------------------------------------------------------- what is not known


@dataclass(frozen=True)
class Blank:
    """One fact that is not known: its path as results name it, what it could be, and how it is written in."""

    path: str
    values: tuple[object, ...]

    def fill(self, facts, value):
        """The facts with that value in the place of the blank; UNKNOWN makes the blank."""
        where, _, field = self.path.partition(".")
        if where == "symptoms":
            dated = facts.onset_of if value is YES else {k: v for k, v in facts.onset_of.items() if k != field}
            return replace(facts, signs={**facts.signs, field: value}, onset_of=dated)
        if where in JUDGEMENTS:
            return replace(facts, judgements={**facts.judgements, where: value})
        if where == "deceased":
            return replace(facts, deceased={**facts.deceased, field: value})
        if where == "exposures":
            kinds = facts.exposures_unknown | {field} if value is UNKNOWN else facts.exposures_unknown - {field}
            rows = facts.exposures if value is UNKNOWN else (*facts.exposures, *value)
            return replace(facts, exposures_unknown=kinds, exposures=rows)
        if where.startswith("exposures["):
            number = int(where[10:-1])
            row = replace(facts.exposures[number], **{field: value})
            return replace(facts, exposures=(*facts.exposures[:number], row, *facts.exposures[number + 1 :]))
        name = {"temp_c": "temperature_c", "tests": "tests"}.get(where, where)
        return replace(facts, **{name: None if name == "tests" and value is UNKNOWN else value})


def row_blank(row, number, field):
    """A field of an exposure that is not known."""
    last, first = row.last_day_ago, row.first_day_ago
    values = {
        "first_day_ago": range(last, LATEST),
        "last_day_ago": range(first + 1),
        "index_day": range(-4, LATEST + 4),
        "index_symptom_free_since_day": range(-4, LATEST + 4),
        "distance_m": (1.0, 1.1),
        "minutes": (14, 15, 16),
    }
    return Blank(f"exposures[{number}].{field}", tuple(values.get(field) or EXPOSURE_FIELDS[row.kind][field]))


def kind_blank(kind):
    """Exposures of a kind that nobody asked for: none, one day, or a stay over all days."""
    words = {name: words[0] for name, words in EXPOSURE_FIELDS[kind].items()}
    if kind == "contact":
        words |= {"how": "direct_physical"}
    statuses = ("china", "community", "local", "sporadic") if kind == "area" else (None,)
    days = [*((day, day) for day in range(LATEST + 15)), (LATEST + 15, 0)]
    rows = [
        (Exposure(kind, first, last, **{**words, **({"status": status} if status else {})}),)
        for status in statuses
        for first, last in days
    ]
    return Blank(f"exposures.{kind}", ((), *rows))


def blanks(facts, judge):
    """Every fact of a traveller that could have been left unknown."""
    found = [Blank(f"symptoms.{name}", (YES, NO)) for name in COMMON]
    found += [Blank(name, (YES, NO)) for name in JUDGEMENTS]
    found += [Blank("temp_c", (36.5, 38.0)), Blank("chest_imaging", ("suggestive", "not_suggestive"))]
    possible = [Test(*key) for key in judge.test_bits]
    found.append(
        Blank(
            "tests",
            tuple(
                tuple(test for test, taken in zip(possible, which, strict=True) if taken)
                for which in product((False, True), repeat=len(possible))
            ),
        )
    )
    if not facts.onset_of:
        found += [Blank("onset_days_ago", tuple(range(LATEST + 17)))] * 8
    if facts.deceased is not None:
        found += [Blank(f"deceased.{name}", (YES, NO)) for name in facts.deceased]
    found += [kind_blank(kind) for kind in (*EXPOSURE_FIELDS, *["contact", "area"] * 2)]
    for number, row in enumerate(facts.exposures):
        fields = judge.exposures.unknown_fields(everything_unknown(row))
        found += [row_blank(row, number, field) for field in fields] * 2
    return found


def everything_unknown(row):
    """An exposure of the same kind of which nothing is known."""
    return replace(row, **dict.fromkeys(Exposure.__dataclass_fields__.keys() - {"kind"}, UNKNOWN))


@st.composite
def partly_known(draw, judge, most=3, ways=6000):
    """Known facts, and a few blanks of them; not so many that all ways to fill them could not be tried."""
    facts = draw(known_facts())
    chosen, count = [], 1
    every = blanks(facts, judge)
    for blank in draw(st.lists(st.sampled_from(every), min_size=1, max_size=most, unique_by=lambda b: b.path)):
        own_row = blank.path.startswith("exposures[")
        if own_row and any(b.path.partition(".")[0] == blank.path.partition(".")[0] for b in chosen):
            continue  # the days of one exposure lean on each other; test_exposures.py has them
        if count * len(blank.values) <= ways:
            chosen.append(blank)
            count *= len(blank.values)
    for blank in chosen:
        facts = blank.fill(facts, UNKNOWN)
    return facts, tuple(chosen)


def completions(facts, chosen):
    """Every way the blanks could be filled: the values, and the facts."""
    for values in product(*(blank.values for blank in chosen)):
        whole = facts
        for blank, value in zip(chosen, values, strict=True):
            whole = blank.fill(whole, value)
        yield values, whole
