"""Words for people: phrases said to travellers and names of facts, by language, with an honest fallback.

A phrase that a language does not have is shown in Spanish, then English, and says so; a name falls back to English.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Literal

from sops.model import Text

Direction = Literal["ltr", "rtl"]
FALLBACK: Final = ("es", "en")
"""Languages tried, in order, for a phrase that the asked language does not have."""

ANSWERS: Final = ("yes", "no", "unknown")


class NoSuchWordingError(LookupError):
    """No language has these words: the author of the data files adds them."""


@dataclass(frozen=True, slots=True)
class Review:
    """A native reader who read a translation aloud and signed it."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Translation:
    """All phrases of one language. `review` is None until a native health worker has signed it."""

    language: str
    name: str
    direction: Direction
    confidence: str
    translator: str
    review: Review | None
    answers: Text
    phrases: Text


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase as it is shown. `language` is the one shown; `fallback` says that it is not the one asked for."""

    id: str
    text: str
    language: str
    fallback: bool
    reviewed: bool
    confidence: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Wording:
    """All translations by language, what packs say besides by language, and all names by kind and id."""

    translations: Mapping[str, Translation]
    names: Mapping[str, Mapping[str, Text]]
    packs: Mapping[str, tuple[Translation, ...]] = field(default_factory=dict)

    def phrase(self, phrase_id: str, language: str) -> Phrase:
        """The phrase in that language, else in Spanish, else in English.

        Raises NoSuchWordingError when none of them has it.
        """
        for tried in (language, *FALLBACK):
            for translation in self.saying(phrase_id, tried):
                return _shown(translation, phrase_id, translation.phrases[phrase_id], language)
        raise NoSuchWordingError(
            f'phrase "{phrase_id}": neither "{language}" nor {" nor ".join(FALLBACK)} has it. '
            "Add it to sops/translations/es.yaml and en.yaml."
        )

    def phrases(self, phrase_id: str, language: str) -> tuple[Phrase, ...]:
        """The phrase as a traveller sees it: in his language alone, or, where it is missing, in Spanish and English."""
        shown = self.phrase(phrase_id, language)
        if not shown.fallback:
            return (shown,)
        beside = [tried for tried in FALLBACK if tried != shown.language]
        others = (other for tried in beside for other in self.saying(phrase_id, tried))
        return (shown, *(_shown(other, phrase_id, other.phrases[phrase_id], language) for other in others))

    def saying(self, phrase_id: str, language: str) -> tuple[Translation, ...]:
        """The translation into that language that has the phrase: the language's own, or a pack's; else nothing."""
        own = self.translations.get(language)
        every = (*(() if own is None else (own,)), *self.packs.get(language, ()))
        return tuple(each for each in every if phrase_id in each.phrases)[:1]

    def answers(self, language: str) -> Mapping[str, Phrase]:
        """Yes, no and unknown, by those ids, in that language, else in Spanish, else in English."""
        for tried in (language, *FALLBACK):
            translation = self.translations.get(tried)
            if translation is not None:
                return MappingProxyType(
                    {key: _shown(translation, key, translation.answers[key], language) for key in ANSWERS}
                )
        raise NoSuchWordingError(f"answers: no translation is there, not even {' or '.join(FALLBACK)}. Add the files.")

    def name(self, kind: str, name_id: str, language: str) -> str:
        """The name of a sign, class, outcome ... in that language, else in English.

        Raises NoSuchWordingError when the id is not among the names of that kind.
        """
        words = self.names.get(kind, {}).get(name_id)
        if words is None:
            raise NoSuchWordingError(
                f'name "{kind}.{name_id}" is not known. Add it under "names: {kind}" in sops/names/.'
            )
        return words.get(language) or words["en"]

    def has_name(self, kind: str, name_id: str) -> bool:
        """Whether the id has a name of that kind."""
        return name_id in self.names.get(kind, {})

    def direction(self, language: str) -> Direction:
        """The writing direction of a language; left to right where no translation says otherwise."""
        translation = self.translations.get(language)
        return translation.direction if translation is not None else "ltr"


def wording(
    translations: Iterable[Mapping[str, Any]],
    names: Iterable[Mapping[str, Any]],
    packs: Iterable[Mapping[str, Any]] = (),
) -> Wording:
    """The wording of checked `translation`, `names` and `phrases` files; files of the same kind of names add up."""
    by_kind: dict[str, dict[str, Text]] = {}
    for data in names:
        by_kind.setdefault(data["names"], {}).update(data["words"])
    own = {data["translation"]: _translation(data) for data in translations}
    said: dict[str, tuple[Translation, ...]] = {}
    for data in packs:
        for language in data["languages"].keys() & own.keys():
            said[language] = (*said.get(language, ()), _of_pack(data, language, own[language]))
    return Wording(own, by_kind, said)


def _of_pack(data: Mapping[str, Any], language: str, own: Translation) -> Translation:
    by = {"translation": language, "name": own.name, "direction": own.direction, "answers": own.answers}
    texts = {name: words[language] for name, words in data["texts"].items() if language in words}
    return _translation({**by, **data["languages"][language], "phrases": texts})


def _translation(data: Mapping[str, Any]) -> Translation:
    review = data.get("reviewed")
    return Translation(
        language=data["translation"],
        name=data["name"],
        direction=data["direction"],
        confidence=data["confidence"],
        translator=data["translator"],
        review=Review(review["by"], date.fromisoformat(review["on"])) if review else None,
        answers=data["answers"],
        phrases=data["phrases"],
    )


def _shown(translation: Translation, phrase_id: str, text: str, asked: str) -> Phrase:
    return Phrase(
        id=phrase_id,
        text=text,
        language=translation.language,
        fallback=translation.language != asked,
        reviewed=translation.review is not None,
        confidence=translation.confidence,
        direction=translation.direction,
    )
