"""Posts, areas and translations by themselves: zones, codes and days that exist."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from sops import facts, grammar
from sops.checks import naming
from sops.mistakes import nearest
from sops.shapes import DATE, Checked

_COUNTRY = re.compile(r"[A-Z]{3}")

_NAMED: Final[Mapping[str, tuple[str, ...]]] = {
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
_OPEN = ("alerts", "countries", "danger_signs", "divisions", "documents", "exposure_words", "facts", "marks", "papers",
         "sexes")  # fmt: skip


def check_names(checked: Checked) -> None:
    """Names are of a kind that the program shows, and no word of a closed vocabulary lacks one."""
    data: Any = checked.data
    kind = data.get("names")
    if kind is None:
        return
    known = (*_NAMED, *_OPEN)
    if kind not in known:
        checked.tell(("names",), "reference", f'nothing shows names of "{kind}". {nearest(kind, known)}')
    for word in _NAMED.get(kind, ()):
        if "words" in data and word not in data["words"] and ("words", word) not in checked.places:
            checked.tell(("words",), "missing-key", f'{kind}: the word "{word}" has no name. Add "{word}: ...".')


def check_post(checked: Checked) -> None:
    """A post's zone exists, its country and number code are well formed."""
    data: Any = checked.data
    for key in ("desks", "on duty", "languages"):
        naming.check_twice(checked, key)
    zone = data.get("time_zone")
    if isinstance(zone, str):
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError):
            checked.tell(
                ("time_zone",), "value", f'"{zone}" is no time zone. Write an IANA name, for example America/Panama.'
            )
    _country(checked, data.get("country"), ("country",))
    code = data.get("code")
    if isinstance(code, str) and not re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]{2,3}){1,3}", code):
        checked.tell(("code",), "value", f'"{code}" is no post code. Write it like PA-DAR-LB.')


def check_areas(checked: Checked) -> None:
    """Rows of an area table run forward and do not contradict each other."""
    data: Any = checked.data
    seen: dict[tuple[str, str | None], list[tuple[str, str, int]]] = {}
    for index, row in enumerate(data.get("rows", ())):
        _country(checked, row.get("country"), ("rows", index, "country"))
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
    """A translation has its three answers."""
    data: Any = checked.data
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


def check_vignettes(checked: Checked) -> None:
    """The facts of a vignette are JSON."""
    data: Any = checked.data
    for index, case in enumerate(data.get("cases", ())):
        try:
            read = json.loads(case.get("facts", "{}"))
        except (ValueError, RecursionError) as problem:
            checked.tell(("cases", index, "facts"), "value", f"the facts are not JSON: {problem}. Correct them.")
            continue
        if not isinstance(read, dict):
            checked.tell(("cases", index, "facts"), "value", "the facts are no JSON object. Begin them with {.")


def _country(checked: Checked, value: Any, path: tuple[str | int, ...]) -> None:
    if isinstance(value, str) and not _COUNTRY.fullmatch(value):
        checked.tell(path, "value", f'"{value}" is no country code. Write three capitals, for example PAN.')
