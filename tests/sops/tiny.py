"""Small editions, and persons judged by their text alone: without the engine, the diagrams and the matchers."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

from sops import building
from sops.catalogue import read_file
from sops.engine import Engine

HEAD = """
definition: tiny
edition: {edition}
title: {{en: Tiny, es: Tiny}}
published_on: {edition}
in_force_from: {edition}
review_by: 2030-01-01
source: {{document: paso-design, clause: test}}
"""
SOURCE = "{document: paso-design, clause: test}"
BODY = """
parameters: {{}}
exposures:
  met:
    title: {{en: met a case, es: encontró un caso}}
    any of: [{{kind: contact, index: [confirmed]}}]
    source: {SOURCE}
  stayed:
    title: {{en: stayed there, es: estuvo allí}}
    any of: [{{kind: area, status: [community]}}]
    source: {SOURCE}
onset:
  title: {{en: ill, es: enferma}}
  any of: [{{sign: fever}}, {{sign: cough}}]
  source: {SOURCE}
terms:
  acute:
    title: {{en: acute, es: agudo}}
    any of: [{{fact: acute_onset}}, {{all of: [{{unasked: acute_onset}}, {{onset within days: {acute}}}]}}]
    source: {SOURCE}
classes:
  contact:
    whole:
      any of: [{{exposure: met, within days: 4, before: screening}}]
      title: {{en: so, es: así}}
      source: {SOURCE}
  suspected:
    A:
      {operator}: [acute, {{exposure: stayed, within days: {days}, before: onset}}]
      title: {{en: so, es: así}}
      source: {SOURCE}
    B:
      all of:
        - {{sign: cough}}
        - none of: [{{sign: fever}}]
        - {{exposure: met, within days: 6, before: onset or screening}}
      title: {{en: so, es: así}}
      source: {SOURCE}
  confirmed:
    whole:
      any of: [{{test: {{type: [naat], result: positive}}}}]
      title: {{en: so, es: así}}
      source: {SOURCE}
alerts: {{}}
assumptions: {{}}
"""


def tiny(edition, **numbers):
    """A small edition: its data, and its engine."""
    text = (HEAD + BODY).format(edition=edition, SOURCE=SOURCE, **numbers)
    file = read_file(Path(f"{edition}.yaml"), text.encode())
    return file.data, Engine(building.case_definition(file.data, file.digest))


class Person:
    """One traveller of the small editions; everything is looked up by hand."""

    def __init__(self, signs, acute, onset, rows, *, naat):
        self.signs, self.acute, self.rows, self.naat = signs, acute, rows, naat
        self.onset = onset if signs else None

    def was_exposed(self, kind, days, before):
        if before == "onset or screening":
            before = "screening" if self.onset is None else "onset"
        begin = 0 if before == "screening" else self.onset
        return begin is not None and any(k == kind and begin <= day <= begin + days for k, day in self.rows)

    def truth(self, data, tree, acute):
        """The truth of a condition, the answer about acute onset supposed to be `acute`."""
        if isinstance(tree, str):
            return self.truth(data, data["terms"][tree]["when"], acute)
        match tree:
            case {"all of": parts}:
                return all(self.truth(data, part, acute) for part in parts)
            case {"any of": parts}:
                return any(self.truth(data, part, acute) for part in parts)
            case {"none of": parts}:
                return not any(self.truth(data, part, acute) for part in parts)
            case {"sign": name}:
                return name in self.signs
            case {"fact": "acute_onset"}:
                return acute
            case {"unasked": "acute_onset"}:
                return self.acute == "unasked"
            case {"onset within days": days}:
                return self.onset is not None and self.onset <= days
            case {"exposure": name, "within days": days, "before": before}:
                return self.was_exposed({"met": "contact", "stayed": "area"}[name], days, before)
            case {"test": _}:
                return self.naat
        raise AssertionError(tree)

    def classified(self, data):
        supposed = (True, False) if self.acute == "unasked" else (self.acute == "yes",)
        found = {self.highest(data, acute) for acute in supposed}
        return found.pop() if len(found) == 1 else "undetermined"

    def highest(self, data, acute):
        for name in ("confirmed", "probable", "suspected", "contact"):
            if any(self.truth(data, each["when"], acute) for each in data["classes"].get(name, {}).values()):
                return name
        return "not_a_case"

    def combination(self, *numbers):
        """All that the two editions can tell apart about this person."""
        first, second = numbers
        exposed = [
            self.was_exposed(*which)
            for which in (
                ("contact", 4, "screening"),
                ("contact", 6, "screening"),
                ("contact", 6, "onset"),
                ("area", first["days"], "onset"),
                ("area", second["days"], "onset"),
            )
        ]
        cuts = [self.onset is not None and self.onset <= number["acute"] for number in numbers]
        return (*(name in self.signs for name in ("fever", "cough")), self.acute, *cuts, *exposed, self.naat)


FIRST = {"operator": "all of", "acute": 3, "days": 2}
SECOND = {"operator": "any of", "acute": 5, "days": 4}


def everybody():
    """Every person up to what could matter: two signs, onset and exposures on any day, up to three exposures."""
    days = range(18)
    for signs in ((), ("fever",), ("cough",), ("fever", "cough")):
        for onset in (0, 2, 3, 4, 5, 6, 8) if signs else (None,):
            rows = [(kind, day) for kind in ("contact", "area") for day in days]
            told = {}
            for count in range(4):
                for chosen in combinations(rows, count):
                    person = Person(signs, "no", onset, chosen, naat=False)
                    told.setdefault(person.combination(FIRST, SECOND), chosen)
            for chosen, acute, naat in product(told.values(), ("yes", "no", "unasked"), (False, True)):
                yield Person(signs, acute, onset, chosen, naat=naat)
