"""What one exposure must be to count, in words: the matchers of a named exposure, in Spanish and English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sops.model import Text
from sops.speaking import Speaker

Data = Mapping[str, Any]

_WORDS: Final[Mapping[str, Text]] = {
    "or": {"en": "or", "es": "o"},
    "at most": {"en": "{number} {unit} or less", "es": "{number} {unit} o menos"},
    "at least": {"en": "{number} {unit} or more", "es": "{number} {unit} o más"},
    "more than": {"en": "more than {number} {unit}", "es": "más de {number} {unit}"},
    "distance_m": {"en": "m", "es": "m"},
    "minutes": {"en": "minutes", "es": "minutos"},
    "from": {
        "en": "from day {start} of the other person's illness on",
        "es": "desde el día {start} de la enfermedad de la otra persona",
    },
    "from to": {
        "en": "days {start} to {end} of the other person's illness",
        "es": "días {start} a {end} de la enfermedad de la otra persona",
    },
    "free": {
        "en": ", or until {days} days after that person had no more signs",
        "es": ", o hasta {days} días después de quedar esa persona sin síntomas",
    },
}
_KINDS: Final = {"status": "statuses", "index": "classes", "has_confirmed": "answers"}
_FIELDS: Final = ("status", "mode", "setting", "where", "has_confirmed", "index", "how")


def matcher(speaker: Speaker, data: Data) -> str:
    """One matcher of checked data: its kind, then what each of its fields must be."""
    kind = speaker.name("exposures", data["kind"])
    parts = "; ".join(_parts(speaker, data))
    return f"{kind}: {parts}" if parts else kind


def _parts(speaker: Speaker, data: Data) -> Iterator[str]:
    for field in (each for each in _FIELDS if each in data):
        said = data[field] if isinstance(data[field], list) else [data[field]]
        names = [speaker.name(_KINDS.get(field, "exposure_words"), str(value)) for value in said]
        label = f"{speaker.name('exposure_words', field)}: " if field == "has_confirmed" else ""
        yield label + _either(speaker, names)
    for field in (each for each in ("distance_m", "minutes") if each in data):
        for word, value in data[field].items():
            yield _word(speaker, word, number=_number(speaker, value), unit=_word(speaker, field))
    if "index_day" in data:
        days = data["index_day"]
        free = days.get("or days after symptom free")
        key = "from to" if "to" in days else "from"
        until = "" if free is None else _word(speaker, "free", days=_number(speaker, free))
        numbers = {name: _number(speaker, days[at]) for name, at in (("start", "from"), ("end", "to")) if at in days}
        yield _word(speaker, key, **numbers) + until


def _either(speaker: Speaker, names: Sequence[str]) -> str:
    """One of several, with commas and a last "or"; in Spanish that is "u" before an o."""
    *first, last = names
    word = "u" if speaker.language == "es" and last.startswith("o") else _word(speaker, "or")
    return f"{', '.join(first)} {word} {last}" if first else last


def _number(speaker: Speaker, value: Any) -> str:
    return f"{speaker.number(value):g}"


def _word(speaker: Speaker, key: str, **values: object) -> str:
    return _WORDS[key][speaker.language].format(**values)
