"""The difference of two editions as prose (Markdown), in Spanish or English: classes, meanings, then the text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sops.comparison import Comparison, said
from sops.difference import Change, Difference, Shift
from sops.model import Text
from sops.rewording import Altered, Section, items_of
from sops.smallest import Enough
from sops.telling import Teller

_WORDS: Final[Mapping[str, Text]] = {
    "title": {"en": "From {before} to {after}", "es": "De {before} a {after}"},
    "counts": {
        "en": "Of {combinations} combinations of facts that can occur, {changed} ({percent} %) get another class. "
        "Everything is known in them, but for what nobody asked. A combination is no frequency: rare and common ones "
        "count alike.",
        "es": "De {combinations} combinaciones de hechos que pueden darse, {changed} ({percent} %) reciben otra clase. "
        "En ellas todo se sabe, salvo lo que nadie preguntó. Una combinación no es una frecuencia: las raras y las "
        "comunes cuentan igual.",
    },
    "same": {"en": "No combination of facts gets another class.", "es": "Ninguna combinación recibe otra clase."},
    "classes": {"en": "Who gets another class", "es": "Quién recibe otra clase"},
    "from": {"en": "from", "es": "de"},
    "to": {"en": "to", "es": "a"},
    "combinations": {"en": "combinations", "es": "combinaciones"},
    "enough": {"en": "enough: {parts}", "es": "basta: {parts}"},
    "without": {"en": "and none of: {parts}", "es": "y nada de: {parts}"},
    "always": {"en": "in each of them none of: {parts}", "es": "en cada una de ellas nada de: {parts}"},
    "more": {"en": "and {count} more conditions like these", "es": "y {count} condiciones más como estas"},
    "ways": {"en": "and {count} more ways with fewer combinations", "es": "y {count} vías más con menos combinaciones"},
    "traveller": {"en": "for example", "es": "por ejemplo"},
    "meanings": {"en": "What no longer means the same", "es": "Qué ya no significa lo mismo"},
    "only": {"en": "met only in {edition}", "es": "se cumple solo en {edition}"},
    "text": {"en": "What the text says otherwise", "es": "Qué dice el texto de otro modo"},
    "no text": {"en": "The texts are the same.", "es": "Los textos son iguales."},
    "added": {"en": "added", "es": "añadido"},
    "removed": {"en": "removed", "es": "quitado"},
    "moved": {"en": "in another place", "es": "en otro lugar"},
    "nothing": {"en": "nothing", "es": "nada"},
}
_SHOWN: Final = 3
"""Conditions told of one way; a program reads more in the JSON."""
_SECTIONS: Final[Mapping[str, Text]] = {
    "the edition": {"en": "The edition", "es": "La edición"},
    "parameters": {"en": "Numbers", "es": "Números"},
    "exposures": {"en": "Exposures", "es": "Exposiciones"},
    "terms": {"en": "Terms", "es": "Términos"},
    "classes": {"en": "Criteria", "es": "Criterios"},
    "alerts": {"en": "Alerts", "es": "Alertas"},
    "assumptions": {"en": "Decisions of the encoder", "es": "Decisiones de quien codificó"},
    "steps": {"en": "Steps", "es": "Pasos"},
    "interrupts": {"en": "Interrupts", "es": "Interrupciones"},
    "first pass": {"en": "First pass", "es": "Primer paso"},
    "precaution": {"en": "Which course follows", "es": "Qué camino sigue"},
    "courses": {"en": "Courses", "es": "Caminos"},
    "duties": {"en": "Duties", "es": "Deberes"},
    "rooms": {"en": "Isolation rooms", "es": "Salas de aislamiento"},
    "invariants": {"en": "Invariants", "es": "Invariantes"},
}


def prose(comparison: Comparison) -> str:
    """The whole comparison as Markdown."""
    return "\n".join(_Prose(comparison).lines()) + "\n"


def section_name(name: str, language: str) -> str:
    """What a section of an edition is called in Spanish, else in English."""
    return _SECTIONS[name]["es" if language == "es" else "en"] if name in _SECTIONS else name


class _Prose:
    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.language = comparison.speakers[0].language
        self.names = comparison.before.name, comparison.after.name

    def word(self, key: str, **values: object) -> str:
        return _WORDS[key][self.language].format(**values)

    def lines(self) -> Iterator[str]:
        yield f"# {self.word('title', before=self.names[0], after=self.names[1])}"
        yield ""
        difference, teller = self.comparison.difference, self.comparison.teller
        if difference is not None and teller is not None:
            yield from self._counts(difference, teller)
            yield from self._meanings(difference, teller)
            yield from self._changes(difference, teller)
        yield f"## {self.word('text')}"
        yield ""
        if not self.comparison.sections:
            yield self.word("no text")
        for section in self.comparison.sections:
            yield from self._section(section)

    # -- classes ----------------------------------------------------------------------------------------------------

    def _counts(self, difference: Difference, teller: Teller) -> Iterator[str]:
        if not difference.changes:
            yield self.word("same")
            yield ""
            return
        percent = f"{100 * difference.changed / difference.combinations:.2g}"
        numbers = {"combinations": f"{difference.combinations:,}", "changed": f"{difference.changed:,}"}
        yield self.word("counts", percent=percent, **numbers)
        yield ""
        yield f"| {self.word('from')} | {self.word('to')} | {self.word('combinations')} |"
        yield "|---|---|--:|"
        for change in difference.changes:
            yield f"| {teller.class_name(change.before)} | {teller.class_name(change.after)} | {change.count:,} |"
        yield ""

    def _changes(self, difference: Difference, teller: Teller) -> Iterator[str]:
        if difference.changes:
            yield f"## {self.word('classes')}"
        for change in difference.changes:
            yield from self._change(change, teller)
        yield ""

    def _change(self, change: Change, teller: Teller) -> Iterator[str]:
        yield ""
        yield f"### {teller.class_name(change.before)} → {teller.class_name(change.after)}"
        yield ""
        for shift in change.shifts:
            yield from self._shift(shift, teller)
        if change.more:
            yield f"- {self.word('ways', count=change.more)}"

    def _shift(self, shift: Shift, teller: Teller) -> Iterator[str]:
        before, after = teller.reason(0, shift.before), teller.reason(1, shift.after)
        yield f"- **{before} → {after}** ({shift.count:,})"
        yield from self._conditions(shift.conditions, shift.more, teller, "  ")
        yield f"  - {self.word('traveller')}: `{json.dumps(dict(shift.example), ensure_ascii=False)}`"

    def _conditions(self, found: Sequence[Enough], more: int, teller: Teller, margin: str) -> Iterator[str]:
        """The first few conditions, with what must stay out of all of them told once."""
        found, more = found[:_SHOWN], more + max(0, len(found) - _SHOWN)
        without = [teller.without(each) for each in found]
        several = len(found) > 1
        always = [phrase for phrase in without[0] if all(phrase in each for each in without)] if several else []
        for each, none in zip(found, without, strict=True):
            line = self.word("enough", parts="; ".join(teller.enough(each)))
            own = [phrase for phrase in none if phrase not in always]
            yield f"{margin}- {line}" + (f" · {self.word('without', parts='; '.join(own))}" if own else "")
        if more:
            yield f"{margin}- {self.word('more', count=more)}"
        if always:
            yield f"{margin}- {self.word('always', parts='; '.join(always))}"

    def _meanings(self, difference: Difference, teller: Teller) -> Iterator[str]:
        if not difference.meanings:
            return
        yield f"## {self.word('meanings')}"
        for meaning in difference.meanings:
            yield ""
            yield f"### {self.title(meaning.name, teller)}"
            yield ""
            sides = (meaning.only_before, meaning.more_before), (meaning.only_after, meaning.more_after)
            for name, (found, more) in zip(self.names, sides, strict=True):
                if found:
                    yield f"- {self.word('only', edition=name)}"
                    yield from self._conditions(found, more, teller, "  ")
        yield ""

    def title(self, name: str, teller: Teller) -> str:
        """What a term or criterion is called in the earlier edition, with its name in the file."""
        is_criterion = name in {criterion for criterion, _, _ in teller.space.engines[0].criteria}
        title = teller.criterion(0, name) if is_criterion else self.comparison.speakers[0].title(name)
        return f"`{name}`" if title == name else f"{title} (`{name}`)"

    # -- text -------------------------------------------------------------------------------------------------------

    def _section(self, section: Section) -> Iterator[str]:
        yield f"### {section_name(section.name, self.language)}"
        yield ""
        for key, names, place in (
            ("added", section.added, 1),
            ("removed", section.removed, 0),
            ("moved", section.moved, 1),
        ):
            if names:
                titled = (self._titled(section.name, name, place) for name in names)
                yield f"- {self.word(key)}: {'; '.join(titled)}"
        for text in section.reworded:
            yield f"- `{text.at}` ({text.language}): {self._quoted(text.before)} → {self._quoted(text.after)}"
        for altered in section.altered:
            yield self._altered(altered)
        yield ""

    def _titled(self, section: str, name: str, place: int) -> str:
        """An item by its name, with its title where it has one."""
        file = (self.comparison.before, self.comparison.after)[place]
        title = (items_of(file.data[section]) or {})[name].get("title", {})
        return f"`{name}` ({title.get(self.language) or title['en']})" if title else f"`{name}`"

    def _altered(self, altered: Altered) -> str:
        at = ".".join(filter(None, (altered.at, altered.field)))
        sides = zip(self.comparison.speakers, (altered.before, altered.after), strict=True)
        one, other = (said(speaker, altered.field, value) for speaker, value in sides)
        if _is_names(one) and _is_names(other) and set(one) != set(other):
            told = {"added": [name for name in other if name not in one], "removed": [n for n in one if n not in other]}
            return f"- `{at}`: " + "; ".join(
                f"{self.word(key)} {self._listed(names)}" for key, names in told.items() if names
            )
        return f"- `{at}`: {self._plain(one)} → {self._plain(other)}"

    def _listed(self, names: Sequence[str]) -> str:
        """Names with commas; phrases in quotes."""
        return ", ".join(self._quoted(name) if " " in name else name for name in names)

    def _quoted(self, text: str | None) -> str:
        return self.word("nothing") if text is None else f"“{text}”"

    def _plain(self, value: Any) -> str:
        if value is None:
            return self.word("nothing")
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)
