"""Posts, areas and translations by themselves: zones, codes and days that exist."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, Final
from zoneinfo import ZoneInfo

from sops import countries, facts, grammar
from sops.mistakes import nearest
from sops.scalars import DATE
from sops.shapes import Checked, Path

_DIVISION: Final = re.compile(r"([A-Z]{2})-[A-Z0-9]{1,3}")
_BRACES: Final = re.compile(r"\{[a-z0-9_]+\}")
_RIGHT_TO_LEFT: Final = ("ar", "ur")
_NAMED: Final[Mapping[str, tuple[str, ...]]] = {
    "alerts": (*grammar.ALERTS, "definition-amber"),
    "answers": ("yes", "no", "unknown", "refused", "unasked"),
    "classes": grammar.CLASSES,
    "exposures": tuple(facts.EXPOSURE_FIELDS),
    "languages": grammar.LANGUAGES,
    "outcomes": grammar.OUTCOMES,
    "post_kinds": grammar.POST_KINDS,
    "roles": grammar.ROLES,
    "signs": facts.SIGNS,
    "statuses": facts.STATUSES,
}
"""Kinds of names of which every word must be there: the program shows each of them."""
OPEN = ("clauses", "correction_reasons", "countries", "danger_signs", "divisions", "documents", "exposure_words",
         "facts", "glossary_meanings", "glossary_terms", "marks", "papers", "sexes", "sources")  # fmt: skip


def check_names(checked: Checked) -> None:
    """Names are of a kind that the program shows, and no word of a closed vocabulary lacks one."""
    data: Any = checked.data
    kind = data.get("names")
    if kind is None:
        return
    known = (*_NAMED, *OPEN)
    if kind not in known:
        checked.tell(("names",), "reference", f'nothing shows names of "{kind}". {nearest(kind, known)}')
    words = data.get("words", {})
    for word in words:
        if kind == "countries":
            _country(checked, word, ("words", word))
        elif kind == "divisions":
            _division(checked, word, ("words", word))
    if kind in _NAMED and "words" in data:
        tell_words(checked, _NAMED[kind])


def tell_words(checked: Checked, wanted: Iterable[str]) -> None:
    """Tell words that the program shows and that have no name, and words that stand there in their place."""
    data: Any = checked.data
    words, known = data.get("words", {}), set(wanted)
    missing = [word for word in wanted if word not in words and ("words", word) not in checked.places]
    for word in words if missing else ():
        if word not in known:
            checked.tell(("words", word), "unknown-key", f'nothing shows the word "{word}". {nearest(word, missing)}')
    for word in missing:
        message = f'{data.get("names")}: the word "{word}" has no name. Add "{word}: ...".'
        checked.tell(("words",), "missing-key", message)


def check_post(checked: Checked) -> None:
    """A post's zone exists, its country and number code are well formed."""
    data: Any = checked.data
    zone = data.get("time_zone")
    if isinstance(zone, str):
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError):
            checked.tell(
                ("time_zone",), "value", f'"{zone}" is no time zone. Write an IANA name, for example America/Panama.'
            )
    _country(checked, data.get("country"), ("country",))
    _division(checked, data.get("division"), ("division",), data.get("country"))
    for path, phone in (
        (("phone",), data.get("phone")),
        *((("receivers", name, "phone"), each.get("phone")) for name, each in data.get("receivers", {}).items()),
    ):
        if isinstance(phone, str) and not re.search(r"[0-9]{2}", phone):
            checked.tell(
                path, "value", f'"{phone}" is no telephone number. Write it as it is dialled, for example 911.'
            )
    code = data.get("code")
    if isinstance(code, str) and not re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]{2,3}){1,3}", code):
        checked.tell(("code",), "value", f'"{code}" is no post code. Write it like PA-DAR-LB.')
    fields = data.get("night count", {})
    for name, field in fields.items():
        whole = field.get("part of")
        if whole is not None and (whole == name or whole not in fields or "split by" in fields[whole]):
            others = [each for each, of in fields.items() if each != name and "split by" not in of]
            message = f'"{whole}" is no other field of this night count that is one number. {nearest(whole, others)}'
            checked.tell(("night count", name, "part of"), "reference", message)


def check_areas(checked: Checked) -> None:
    """Rows of an area table run forward and do not contradict each other."""
    data: Any = checked.data
    seen: dict[tuple[str, str | None], list[tuple[str, str, int]]] = {}
    for index, row in enumerate(data.get("rows", ())):
        _country(checked, row.get("country"), ("rows", index, "country"))
        _division(checked, row.get("division"), ("rows", index, "division"), row.get("country"))
        first, last = row.get("from"), row.get("until", "9999-12-31")
        if not isinstance(first, str) or not isinstance(last, str):
            continue
        if last < first:
            checked.tell(
                ("rows", index, "until"), "date", f"until ({last}) lies before from ({first}). Correct one of them."
            )
        place = (str(row.get("country")), row.get("division"))
        for start, end, other in seen.setdefault(place, []):
            if start <= last and first <= end:
                checked.tell(
                    ("rows", index),
                    "date",
                    f"{place[0]} has another row for these days (row {other + 1}). Let one end earlier.",
                )
        seen[place].append((first, last, index))


def check_translation(checked: Checked) -> None:
    """A translation has its three answers, runs in its own direction, and leaves no brace open."""
    data: Any = checked.data
    language, direction = data.get("translation"), data.get("direction")
    right = "rtl" if language in _RIGHT_TO_LEFT else "ltr"
    if language and direction and direction != right:
        checked.tell(("direction",), "value", f'{language} is not written "{direction}". Write direction: {right}.')
    for name, text in data.get("phrases", {}).items():
        if set("{}") & set(_BRACES.sub("", text)):
            message = (
                "a brace stands here that is no {placeholder}. Write the English text's placeholder, or remove it."
            )
            checked.tell(("phrases", name), "translation", message)
    for word in ("yes", "no", "unknown"):
        if word not in data.get("answers", {}):
            checked.tell(("answers",), "translation", f'the word for "{word}" is missing. Add "{word}: ...".')


def check_sources(checked: Checked) -> None:
    """What is written like a day in a document's date is a day; "March 2020" stays as it is."""
    data: Any = checked.data
    for name, document in data.get("sources", {}).items():
        for found in DATE.findall(document.get("date", "")):
            try:
                date.fromisoformat(found)
            except ValueError as problem:
                checked.tell(("sources", name, "date"), "date", f'"{found}" is no date: {problem}. Correct it.')
        if "date" in document and not re.search(r"\b(19|20)[0-9]{2}\b", document["date"]):
            message = (
                f'"{document["date"]}" names no year. Write the date of issue, for example 2020-12-16 or March 2020.'
            )
            checked.tell(("sources", name, "date"), "date", message)


def check_vignettes(checked: Checked) -> None:
    """The facts of a vignette are JSON, no two have one name, and what is expected can be."""
    data: Any = checked.data
    seen: set[str] = set()
    for index, case in enumerate(data.get("cases", ())):
        if case.get("case") in seen:
            checked.tell(("cases", index, "case"), "duplicate-id", "another vignette has this name. Rename one.")
        seen |= {case.get("case")} - {None}
        _expected(checked, index, case)
        try:
            read = json.loads(case.get("facts", "{}"))
        except (ValueError, RecursionError) as problem:
            checked.tell(("cases", index, "facts"), "value", f"the facts are not JSON: {problem}. Correct them.")
            continue
        if not isinstance(read, dict):
            checked.tell(("cases", index, "facts"), "value", "the facts are no JSON object. Begin them with {.")


def _expected(checked: Checked, index: int, case: Any) -> None:
    """The class lies between floor and ceiling, and is the class of the criterion that decides."""
    decided = [case.get(key) for key in ("floor", "class", "ceiling") if case.get(key) in grammar.CLASSES]
    if decided != sorted(decided, key=grammar.CLASSES.index):
        message = f"{', '.join(decided)}: the floor lies above the class, or the ceiling below it. Correct one of them."
        checked.tell(("cases", index, "class"), "value", message)
    if case.get("class") == "undetermined" and len(decided) == 2 and decided[0] == decided[1]:
        message = f"floor and ceiling are both {decided[0]}, so the class is determined. Correct one of them."
        checked.tell(("cases", index, "class"), "value", message)
    decides = str(case.get("by", "")).partition(".")[0]
    if decides in grammar.CLASSES and case.get("class") not in (decides, "undetermined"):
        message = f'"{case.get("by")}" decides {decides}, not {case.get("class")}. Correct one of them.'
        checked.tell(("cases", index, "by"), "value", message)


def _country(checked: Checked, value: Any, path: Path) -> None:
    if isinstance(value, str) and value not in countries.ALPHA2:
        near = get_close_matches(value.upper(), countries.ALPHA2, n=1, cutoff=0.6)
        hint = f'Did you mean "{near[0]}"?' if near else "Write the three capitals of ISO 3166, for example PAN."
        checked.tell(path, "value", f'"{value}" is no country code. {hint}')


def _division(checked: Checked, value: Any, path: Path, country: Any = None) -> None:
    """A first division of ISO 3166-2, of that country where one is named."""
    if not isinstance(value, str):
        return
    written = _DIVISION.fullmatch(value)
    if not written or written[1] not in countries.ALPHA2.values():
        checked.tell(path, "value", f'"{value}" is no division. Write the code of ISO 3166-2, for example PA-5.')
    elif country in countries.ALPHA2 and countries.ALPHA2[country] != written[1]:
        checked.tell(path, "value", f'"{value}" does not lie in {country}. Write a division that begins with '
                     f'"{countries.ALPHA2[country]}-".')  # fmt: skip
