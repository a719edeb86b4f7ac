"""Words for papers: names and phrases of the catalogue in all their languages, and plain words for what is open.

Spanish and English are always there; what paper cannot say in a traveller's language falls back to them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from screening.exact import Exact
from screening.referral import Words
from screening.session import State
from screening.worlds import unsure, worlds
from sops.facts import Answer
from sops.model import CLASS_ORDER, Criterion
from sops.wording import Wording

__all__ = ["PaperWords", "deciding", "join", "lettered", "met_at_floor"]

TRAVEL_DOCUMENT: Final[Words] = {
    "es": "documento de viaje",
    "en": "travel document",
    "fr": "document de voyage",
    "pt": "documento de viagem",
    "ht": "dokiman vwayaj",
}
"""What a scan of unknown kind is: its size alone does not tell a passport from a refugee's document or a card."""

HEALTH_WORKER: Final[Words] = {
    "es": "personal de salud",
    "en": "health worker",
    "fr": "personnel de santé",
    "pt": "equipe de saúde",
    "ht": "ajan sante",
}

_ROW: Final = re.compile(r"exposures\[(\d+)\](?:\.(\w+))?")


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The voice of papers."""

    wording: Wording

    def name(self, kind: str, name: str) -> Words:
        """A name of the vocabulary; the bare id where it has none."""
        return self.wording.names.get(kind, {}).get(name) or {"es": name, "en": name}

    def phrase(self, name: str) -> Words:
        """A phrase said to travellers, in every language that has it."""
        found = {code: self.wording.saying(name, code) for code in self.wording.translations}
        return {code: by[0].phrases[name] for code, by in found.items() if by}

    def device(self, said: str) -> Words | str:
        """What a reading was taken with, or why none was: a word of the vocabulary, else the coded word as said."""
        return self.wording.names.get("papers", {}).get(said) or said.replace("_", " ")

    def told(self, value: object) -> Words | None:
        """Yes, no, refused ... as words; None for what is open."""
        return None if value in ("unknown", "unasked", None) else self.name("answers", str(value))

    def classification(self, state: State) -> Words:
        """The class by the definition, and beside it the officer's own where it differs."""
        said = self.name("classes", state.verdict.classification)
        judged = state.judgement
        if judged is None or judged.classification == state.verdict.classification:
            return said
        return join(said, " (", HEALTH_WORKER, ": ", self.name("classes", judged.classification), ")")

    def criterion(self, state: State) -> Words | None:
        """The deciding criterion in plain words, with its letter; None where none is met.

        While the class is open it is the first that could be met, and the words say so.
        """
        found = deciding(state)
        if found is None:
            return None
        open_yet = "" if state.verdict.is_settled else self.name("papers", "could_meet")
        return join(open_yet, found.title, lettered(found))

    def floor(self, state: State) -> Words | None:
        """While the class is open: the class that is certain already, with the letter of what is met."""
        if state.verdict.is_settled or state.verdict.floor == CLASS_ORDER[0]:
            return None
        return join(self.name("classes", state.verdict.floor), lettered(met_at_floor(state)))

    def place(self, division: str | None) -> Words | str | None:
        """A first division by its name, where we have one; else as it was typed."""
        return self.wording.names.get("divisions", {}).get(division, division) if division else None

    def open_fact(self, path: str, state: State) -> Words:
        """What is not known and could change the class."""
        row = _ROW.fullmatch(path)
        if row is not None:
            rows = state.facts.exposures or ()
            kind = rows[int(row[1])].kind if int(row[1]) < len(rows) else "contact"
            said = self.name("exposures", kind)
            return join(said, ": ", self.name("exposure_words", row[2])) if row[2] else said
        group, _, name = path.partition(".")
        if group in ("symptoms", "exposures") and name:
            return self.name("signs" if group == "symptoms" else "exposures", name)
        return self.name("facts", name or group)

    def exposure(self, row: Any) -> Words:
        """One exposure: its kind, and what makes it count."""
        said = self.name("exposures", row.kind)
        for field, kind in (("status", "statuses"), ("index", "classes"), ("how", "exposure_words")):
            value = getattr(row, field)
            if value is not None and not isinstance(value, Answer):
                said = join(said, "; ", self.name(kind, value))
        return said


def deciding(state: State) -> Criterion | None:
    """The criterion that decides the class, or while it is open the first of the ceiling that could."""
    criteria = state.setting.engine.definition.criteria
    return next((criterion for criterion in criteria if criterion.name == state.verdict.by), None)


def met_at_floor(state: State) -> Criterion | None:
    """While the class is open: the first criterion of the floor that holds whatever is still unknown."""
    engine, verdict = state.setting.engine, state.verdict
    wanted = [each for each in engine.definition.criteria if each.classification == verdict.floor]
    if verdict.is_settled or not wanted:
        return None
    exact = Exact(engine, worlds(engine, state.facts), unsure(engine, state.facts))
    return next((each for each in wanted if exact.is_certain(each.name)), None)


def lettered(criterion: Criterion | None) -> str:
    """The letter of a criterion in brackets, as it follows words; empty where the text has none."""
    return f" ({criterion.letter})" if criterion is not None and criterion.letter else ""


def join(*parts: Words | str) -> Words:
    """Texts set one after another, in every language that all of them have: a text never changes its language."""
    told = [part for part in parts if isinstance(part, Mapping)]
    shared = [code for code in told[0] if all(code in part for part in told)] if told else []
    languages = shared or ["es"]
    return {code: "".join(part if isinstance(part, str) else _in(part, code) for part in parts) for code in languages}


def _in(words: Words, language: str) -> str:
    return words.get(language) or words.get("es") or words.get("en") or next(iter(words.values()), "")
