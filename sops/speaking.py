"""Conditions in words: the very rule that decides, as a person would say it, in Spanish and English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sops.conditions import ALWAYS, AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf, Possibly, Term
from sops.model import Text
from sops.wording import Wording

_WORDS: Final[Mapping[str, Text]] = {
    "and": {"en": "and", "es": "y"},
    "or": {"en": "or", "es": "o"},
    "none": {"en": "none of ({parts})", "es": "nada de ({parts})"},
    "not": {"en": "not ({parts})", "es": "no ({parts})"},
    "at least": {"en": "at least {count} of ({parts})", "es": "al menos {count} de ({parts})"},
    "term": {"en": "“{name}”", "es": "«{name}»"},
    "known": {"en": "on record ({parts})", "es": "consta ({parts})"},
    "not known": {"en": "not on record ({parts})", "es": "no consta ({parts})"},
    "possibly": {"en": "possibly {parts}", "es": "posiblemente {parts}"},
    "always": {"en": "always", "es": "siempre"},
    "any sign who": {"en": "any sign of the WHO list", "es": "algún signo de la lista de la OMS"},
    "any sign all": {"en": "any sign of illness", "es": "algún signo de enfermedad"},
    "reading at least": {"en": "a reading of {number} °C or more", "es": "una lectura de {number} °C o más"},
    "onset within days": {"en": "onset {number} days ago or less", "es": "inicio hace {number} días o menos"},
    "unasked": {"en": "nobody asked for it ({fact})", "es": "nadie lo preguntó ({fact})"},
    "imaging": {"en": "chest imaging: {value}", "es": "imagen de tórax: {value}"},
    "deceased": {"en": "death: {value}", "es": "fallecimiento: {value}"},
    "test": {"en": "{types}: {result}", "es": "{types}: {result}"},
    "class": {"en": "the criteria of a {name} are met", "es": "se cumplen los criterios de {name}"},
    "criterion": {"en": "criterion {name} is met", "es": "se cumple el criterio {name}"},
    "before onset": {
        "en": "{exposure}, in the {number} days before onset",
        "es": "{exposure}, en los {number} días antes del inicio",
    },
    "before screening": {
        "en": "{exposure}, in the last {number} days",
        "es": "{exposure}, en los últimos {number} días",
    },
    "before onset or screening": {
        "en": "{exposure}, in the {number} days before onset (or before screening when well)",
        "es": "{exposure}, en los {number} días antes del inicio (o del control si no hay signos)",
    },
    "answered": {"en": "{step}: {answers}", "es": "{step}: {answers}"},
    "number at least": {"en": "{step} {number} or more", "es": "{step} {number} o más"},
    "number below": {"en": "{step} below {number}", "es": "{step} menos de {number}"},
    "test positive": {"en": "a positive test", "es": "una prueba positiva"},
    "class at least": {"en": "class {name} or higher", "es": "clase {name} o más alta"},
    "ceiling at least": {"en": "{name} is still possible", "es": "todavía es posible {name}"},
    "is contact": {"en": "contact of a case", "es": "contacto de un caso"},
    "alert": {"en": "the alert: {name}", "es": "la alerta: {name}"},
    "age below": {"en": "younger than {number} years", "es": "menor de {number} años"},
    "age months below": {"en": "younger than {number} months", "es": "menor de {number} meses"},
    "sex is": {"en": "sex {name}", "es": "sexo {name}"},
    "open fact": {"en": "{name} can still change the class", "es": "{name} todavía puede cambiar la clase"},
    "post is": {"en": "at: {names}", "es": "en: {names}"},
    "camp-like post": {
        "en": "this post counts as camp-like: {name}",
        "es": "este puesto cuenta como campamento: {name}",
    },
    "on duty": {"en": "on duty: {names}", "es": "de turno: {names}"},
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says conditions in one language; `titles` name terms, exposures and steps, `number` resolves parameters."""

    wording: Wording
    language: str
    titles: Mapping[str, Text]
    number: Callable[[Any], float]

    def say(self, tree: Condition) -> str:
        """A condition as part of a sentence."""
        return self._say(tree, nested=False)

    def _say(self, tree: Condition, *, nested: bool) -> str:
        if tree == ALWAYS:
            return self._word("always")
        match tree:
            case AllOf(parts):
                return self._join(parts, "and", nested=nested)
            case AnyOf(parts):
                return self._join(parts, "or", nested=nested)
            case NoneOf((Possibly(NoneOf(parts)),)):
                return self._word("known", parts=self._join(parts, "or", nested=False))
            case Possibly(NoneOf(parts)):
                return self._word("not known", parts=self._join(parts, "or", nested=False))
            case NoneOf(parts):
                return self._word("not" if len(parts) == 1 else "none", parts=self._list(parts))
            case AtLeast(count, parts):
                return self._word("at least", count=count, parts=self._list(parts))
            case Possibly(part):
                return self._word("possibly", parts=self._say(part, nested=True))
            case Term(name):
                return self._word("term", name=self.title(name))
            case Leaf():
                return self.leaf(tree)

    def _list(self, parts: tuple[Condition, ...]) -> str:
        return "; ".join(self._say(part, nested=False) for part in parts)

    def _join(self, parts: tuple[Condition, ...], word: str, *, nested: bool) -> str:
        said = [self._say(part, nested=True) for part in parts]
        if len(said) == 1:
            return said[0]
        text = f" {self._word(word)} ".join(said)
        return f"({text})" if nested else text

    def title(self, name: str) -> str:
        """The title of a term, an exposure or a step."""
        words = self.titles.get(name)
        return name.replace("_", " ") if words is None else words.get(self.language) or words["en"]

    def name(self, kind: str, name: str) -> str:
        """A word of the vocabulary."""
        return self.wording.name(kind, name, self.language) if self.wording.has_name(kind, name) else name

    def leaf(self, leaf: Leaf) -> str:  # noqa: C901 - one line a leaf of the grammar
        """One observable in words."""
        value: Any = leaf.get(leaf.kind)
        match leaf.kind:
            case "sign":
                return self.name("signs", str(value))
            case "any sign":
                return self._word(f"any sign {value}")
            case "fact":
                return self.name("facts", str(value))
            case "unasked":
                return self._word("unasked", fact=self.name("facts", str(value)))
            case "imaging" | "deceased":
                return self._word(leaf.kind, value=self.name("facts", str(value)))
            case "test":
                spec: dict[str, Any] = dict(value) if isinstance(value, tuple) else dict(leaf.arguments)
                kinds = spec["type"] if isinstance(spec["type"], tuple) else (spec["type"],)
                types = f" {self._word('or')} ".join(self.name("facts", kind) for kind in kinds)
                return self._word("test", types=types, result=self.name("facts", str(spec["result"])))
            case "class" | "class at least" | "ceiling at least":
                return self._word(leaf.kind, name=self.name("classes", str(value)))
            case "criterion":
                of, _, letter = str(value).partition(".")
                return self._word("criterion", name=f"{self.name('classes', of)} {letter}".strip())
            case "exposure":
                number = self._number(leaf["within days"])
                return self._word(f"before {leaf['before']}", exposure=self.title(str(value)), number=number)
            case "answered" | "ended with":
                said = (self._word("answered", step=self.title(s), answers=self._answers(s, a)) for s, a in value)
                return f" {self._word('and')} ".join(said)
            case "number at least" | "number below":
                return self._word(leaf.kind, step=self.title(str(leaf["of step"])), number=self._number(value))
            case "reading at least" | "onset within days" | "age below" | "age months below":
                return self._word(leaf.kind, number=self._number(value))
            case "alert":
                return self._word("alert", name=self.name("alerts", str(value)))
            case "post is" | "on duty":
                kind = "post_kinds" if leaf.kind == "post is" else "roles"
                names = value if isinstance(value, tuple) else (value,)
                return self._word(leaf.kind, names=", ".join(self.name(kind, str(n)) for n in names))
            case "sex is":
                return self._word(leaf.kind, name=self.name("sexes", str(value)))
            case "camp-like post":
                return self._word(leaf.kind, name=self.name("answers", "yes" if value else "no"))
            case _:
                return self._word(leaf.kind, name=str(value))

    def _answers(self, step: str, said: tuple[str, ...]) -> str:
        names = []
        for answer in said:
            option = f"{step}={answer}"
            names.append(self.title(option) if option in self.titles else self.name("answers", answer))
        return f" {self._word('or')} ".join(names)

    def _number(self, value: Any) -> str:
        return f"{self.number(value):g}"

    def _word(self, key: str, **values: object) -> str:
        words = _WORDS[key]
        return (words.get(self.language) or words["en"]).format(**values)
