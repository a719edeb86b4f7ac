"""What is said to a traveller where an edition is read aloud: in his language, and what that lacks says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sops.model import Text
from sops.wording import Wording

__all__ = ["ToTraveller"]

_WORDS: Final[dict[str, Text]] = {
    "to": {"en": "To the traveller", "es": "A la persona"},
    "missing": {"en": "not in {language}: this is {shown}", "es": "falta en {language}: esto es {shown}"},
    "for staff": {
        "en": "For staff in English; what is said to the traveller in {language}.",
        "es": "Para el personal en español; lo que se dice a la persona, en {language}.",
    },
    "not reviewed": {
        "en": "No native health worker has reviewed these words yet.",
        "es": "Ningún hablante nativo del sector salud ha revisado todavía estas palabras.",
    },
    "not on paper": {
        "en": "Paper cannot set {language}: the traveller's screen shows these words in it.",
        "es": "El papel no puede escribir {language}: la pantalla de la persona muestra estas palabras.",
    },
    "nothing": {
        "en": "There is nothing in {language} here: a case definition is for staff, in English.",
        "es": "Aquí no hay nada en {language}: una definición de caso es para el personal, en español.",
    },
}


@dataclass(frozen=True, slots=True)
class ToTraveller:
    """What is said to a traveller of `language`, told to staff in `spoken`. Where not `settable`, in their language."""

    wording: Wording
    spoken: str
    language: str
    settable: bool = True

    def _word(self, key: str, **values: str) -> str:
        return _WORDS[key][self.spoken].format(**values)

    def _name(self, language: str) -> str:
        return self.wording.name("languages", language, self.spoken)

    def head(self) -> Iterator[str]:
        """In which language the traveller is spoken to, where it is not that of staff."""
        if self.language == self.spoken:
            return
        yield ""
        language = self._name(self.language)
        if not self.settable:
            yield self._word("not on paper", language=language)
            return
        told = self._word("for staff", language=language)
        translation = self.wording.translations.get(self.language)
        signed = translation is not None and translation.review is not None
        yield told if signed else f"{told} {self._word('not reviewed')}"

    def nothing(self) -> Iterator[str]:
        """That a text has nothing for travellers, where another language was asked for."""
        if self.language != self.spoken:
            yield ""
            yield self._word("nothing", language=self._name(self.language))

    def lines(self, phrases: Iterable[str]) -> Iterator[str]:
        """The phrases as one line of a list, each that is not in the language with a word on it."""
        said = " ".join(map(self._said, phrases))
        if said:
            yield f"   - {self._word('to')}: {said}"

    def _said(self, phrase_id: str) -> str:
        phrase = self.wording.phrase(phrase_id, self.language if self.settable else self.spoken)
        words = f"«{phrase.text}»" if self.spoken == "es" else f"“{phrase.text}”"
        if not phrase.fallback:
            return words
        missing = self._word("missing", language=self._name(self.language), shown=self._name(phrase.language))
        return f"{words} ({missing})"
