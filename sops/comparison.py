"""Two editions side by side: what they decide differently, and what their texts say otherwise. As JSON for programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sops.catalogue import Catalogue, File
from sops.conditions import ALWAYS, condition
from sops.difference import Change, Difference, Meaning, Shift
from sops.matchers_aloud import matcher
from sops.rewording import Section, rewording
from sops.smallest import Enough
from sops.space import Reason
from sops.speaking import Speaker
from sops.telling import Teller
from sops.voices import definition_speaker, procedure_speaker

Json = dict[str, Any]


@dataclass(frozen=True)
class Comparison:
    """Two editions of one kind. `difference` and `teller` are None for procedures, which decide no class."""

    before: File
    after: File
    sections: tuple[Section, ...]
    speakers: tuple[Speaker, Speaker]
    difference: Difference | None = None
    teller: Teller | None = None

    def as_json(self) -> Json:
        """All of it as one object, in the language of the teller."""
        found: Json = {"before": self.before.name, "after": self.after.name, "kind": self.before.kind}
        if self.difference is not None:
            found |= {
                "combinations": self.difference.combinations,
                "changed": self.difference.changed,
                "changes": [self._change(change) for change in self.difference.changes],
                "meanings": [self._meaning(meaning) for meaning in self.difference.meanings],
            }
        return found | {"texts": [self._section(section) for section in self.sections]}

    def _change(self, change: Change) -> Json:
        return {
            "from": change.before,
            "to": change.after,
            "count": change.count,
            "more": change.more,
            "shifts": [self._shift(shift) for shift in change.shifts],
        }

    def _shift(self, shift: Shift) -> Json:
        return {
            "before": self._reason(0, shift.before),
            "after": self._reason(1, shift.after),
            "count": shift.count,
            "conditions": self._conditions(shift.conditions),
            "more": shift.more,
            "example": dict(shift.example),
        }

    def _reason(self, place: int, reason: Reason) -> Json:
        assert self.teller is not None
        return {
            "class": reason.classification,
            "criterion": reason.criterion,
            "says": self.teller.reason(place, reason),
        }

    def _conditions(self, found: tuple[Enough, ...]) -> list[Json]:
        teller = self.teller
        assert teller is not None
        return [{"all of": list(teller.enough(each)), "none of": list(teller.without(each))} for each in found]

    def _meaning(self, meaning: Meaning) -> Json:
        return {
            "name": meaning.name,
            "only before": self._conditions(meaning.only_before),
            "more before": meaning.more_before,
            "only after": self._conditions(meaning.only_after),
            "more after": meaning.more_after,
        }

    def _section(self, section: Section) -> Json:
        return {
            "section": section.name,
            "added": section.added,
            "removed": section.removed,
            "moved": section.moved,
            "reworded": [
                {"at": each.at, "language": each.language, "before": each.before, "after": each.after}
                for each in section.reworded
            ],
            "altered": [
                {
                    "at": each.at,
                    "field": each.field,
                    "before": said(self.speakers[0], each.field, each.before),
                    "after": said(self.speakers[1], each.field, each.after),
                }
                for each in section.altered
            ],
        }


def compare(
    catalogue: Catalogue, before: File, after: File, language: str, numbers: Mapping[str, float] | None = None
) -> Comparison:
    """Two checked files of one kind, definitions or procedures, compared in a language (es, else en).

    `numbers` are those that a post sets in place of the editions' own, by parameter.
    """
    sections = rewording(before.data, after.data)
    wording = catalogue.wording
    if before.kind == "procedure":
        procedures = (catalogue.procedure_of(file, numbers) for file in (before, after))
        one, other = (procedure_speaker(each, wording, language) for each in procedures)
        return Comparison(before, after, sections, (one, other))
    engines = catalogue.engine_of(before, numbers), catalogue.engine_of(after, numbers)
    one, other = (definition_speaker(engine, wording, language) for engine in engines)
    difference = Difference(*engines)
    teller = Teller(difference.space, wording, language)
    return Comparison(before, after, sections, (one, other), difference, teller)


def said(speaker: Speaker, field: str, value: Any) -> Any:
    """A field in words where it is a rule or a way on; as it stands otherwise."""
    tell = _SAID.get(field.rpartition(".")[2])
    return value if tell is None or value is None else tell(speaker, value)


def _condition(speaker: Speaker, value: Any) -> Any:
    return speaker.say(condition(value))


def _alternatives(speaker: Speaker, value: Any) -> Any:
    """What an exposure must be, one phrase an alternative; else a condition that holds when one of its parts does."""
    if any("kind" in part for part in value if isinstance(part, dict)):
        return [matcher(speaker, part) for part in value]
    return speaker.say(condition({"any of": value}))


def _routes(speaker: Speaker, value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return [
        {
            "if": speaker.say(condition(route["when"]) if "when" in route else ALWAYS),
            "then": speaker.title(route["go"]),
        }
        for route in value
    ]


_SAID: dict[str, Callable[[Speaker, Any], Any]] = {
    "when": _condition,
    "only when": _condition,
    "then": _routes,
    "any of": _alternatives,
}
