"""A file among the others: sources it cites, phrases it says, editions it follows or overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sops import grammar
from sops.checks import naming
from sops.mistakes import nearest
from sops.placeholders import placeholders
from sops.shapes import Checked, Path, walk


@dataclass(slots=True)
class Known:
    """What the files of one catalogue name, for the checks between files."""

    sources: set[str] = field(default_factory=set)
    phrases: dict[str, dict[str, str]] = field(default_factory=dict)  # by language
    translated: set[str] = field(default_factory=set)  # phrases of the translations
    packs: dict[str, set[str]] = field(default_factory=dict)  # by phrase
    editions: dict[tuple[str, str], list[Mapping[str, Any]]] = field(default_factory=dict)  # by kind and id


def known(files: Iterable[tuple[str, Mapping[str, Any]]]) -> Known:
    """What plain files (kind, data) name."""
    found = Known()
    for kind, data in files:
        if kind == "sources":
            found.sources |= set(data.get("sources", {}))
        elif kind not in data:  # its own check tells what became of its name
            continue
        elif kind == "translation":
            found.phrases.setdefault(str(data["translation"]), {}).update(data.get("phrases", {}))
            found.translated |= data.get("phrases", {}).keys()
        elif kind == "phrases":
            for phrase, words in data.get("texts", {}).items():
                found.packs.setdefault(phrase, set()).add(str(data["phrases"]))
                for language, text in words.items():
                    found.phrases.setdefault(language, {})[phrase] = text
        elif kind in ("definition", "procedure", "overlay", "areas", "post"):
            found.editions.setdefault((kind, str(data[kind])), []).append(data)
    return found


def check(checked: Checked, others: Known) -> None:
    """Tell what a file names that no other file has, and where its dates run into another edition's."""
    data: Any = checked.data
    check_names(checked, others)
    if checked.kind in ("definition", "procedure", "overlay"):
        _editions(checked, others)
    if "overlaid" in data:
        checked.tell(("overlaid",), "unknown-key", "only the program writes this key. Remove it, and write an overlay.")
    if checked.kind == "post":
        for key in ("procedure", "definition", "areas"):
            _refers(checked, (key,), key, data.get(key), others)
        known_numbers = {
            name
            for (kind, _), editions in others.editions.items()
            if kind in ("definition", "procedure")
            for edition in editions
            for name in edition.get("parameters", {})
        }
        for name in data.get("parameters", {}):
            if name not in known_numbers:
                checked.tell(
                    ("parameters", name),
                    "reference",
                    f'no edition has a parameter "{name}". {nearest(name, known_numbers)}',
                )
        _settings(checked, others)
    if checked.kind == "translation":
        _translation(checked, others)
    if checked.kind == "phrases":
        _pack_phrases(checked, others)
    if checked.kind == "vignettes":
        _vignettes(checked, others)


def check_names(checked: Checked, others: Known) -> None:
    """Tell every document, definition and phrase that a file names and that is not there."""
    data: Any = checked.data
    walk(data, lambda path, value: _source(checked, path, value, others))
    if checked.kind == "procedure":
        _refers(checked, ("definition",), "definition", data.get("definition"), others)
        for section in ("steps", "duties"):
            for index, entry in enumerate(data.get(section, ())):
                for number, phrase in enumerate(entry.get("phrases", ())):
                    _phrase(checked, (section, index, "phrases", number), phrase, others)


def _settings(checked: Checked, others: Known) -> None:
    data: Any = checked.data
    _receivers(checked, others.editions.get(("procedure", str(data.get("procedure"))), ()))
    for name, value in data.get("parameters", {}).items():
        for kind in ("procedure", "definition"):
            editions = others.editions.get((kind, str(data.get(kind))), ())
            units = {edition.get("parameters", {}).get(name, {}).get("unit") for edition in editions} - {None}
            if units:
                naming.check_sense(checked, value, min(units), ("parameters", name))
                break


def _receivers(checked: Checked, procedures: Iterable[Mapping[str, Any]]) -> None:
    data: Any = checked.data
    known = {name for each in procedures for name in each.get("courses", {})}
    known |= {duty["duty"] for each in procedures for duty in each.get("duties", ()) if "duty" in duty}
    for name, receiver in data.get("receivers", {}).items():
        for index, received in enumerate(receiver.get("for", ())):
            if known and received not in known | set(grammar.NEEDS):
                where = ("receivers", name, "for", index)
                naming.tell_missing(checked, where, "course, duty or need", received, known | set(grammar.NEEDS))


def _vignettes(checked: Checked, others: Known) -> None:
    data: Any = checked.data
    if "vignettes" not in data:
        return
    tested = {
        f"{name}@{edition.get('edition')}": edition
        for (kind, name), editions in others.editions.items()
        if kind == "definition"
        for edition in editions
    }
    edition = tested.get(data["vignettes"])
    if edition is None:
        naming.tell_missing(checked, ("vignettes",), "edition", data["vignettes"], tested)
        return
    criteria = {"contact"}
    for cls, letters in edition.get("classes", {}).items():
        criteria |= {cls if letter == "whole" else f"{cls}.{letter}" for letter in letters}
    for index, case in enumerate(data.get("cases", ())):
        path = ("cases", index)
        if "by" in case and case["by"] not in criteria:
            naming.tell_missing(checked, (*path, "by"), "criterion", case["by"], sorted(criteria))
        for number, alert in enumerate(case.get("alerts", ())):
            if alert not in edition.get("alerts", {}):
                naming.tell_missing(checked, (*path, "alerts", number), "alert", alert, edition.get("alerts", {}))


def _source(checked: Checked, path: Path, value: Any, others: Known) -> None:
    if isinstance(value, dict) and value.keys() >= {"document", "clause"} and value["document"] not in others.sources:
        name = str(value["document"])
        checked.tell(
            (*path, "document"), "reference", f'sources.yaml has no document "{name}". {nearest(name, others.sources)}'
        )


def _refers(checked: Checked, path: Path, kind: str, name: Any, others: Known) -> None:
    names = [identity for of, identity in others.editions if of == kind]
    if name is not None and name not in names:
        checked.tell(path, "reference", f'there is no {kind} "{name}". {nearest(str(name), names)}')


def _phrase(checked: Checked, path: Path, phrase: str, others: Known) -> None:
    for language in ("es", "en"):
        if phrase not in others.phrases.get(language, {}):
            everything = {name for words in others.phrases.values() for name in words}
            if phrase not in everything:
                checked.tell(path, "reference", f'there is no phrase "{phrase}". {nearest(phrase, everything)}')
                return
            message = f'the phrase "{phrase}" has no text in "{language}". Add it to {language}.yaml.'
            checked.tell(path, "translation", message)
            return
        if placeholders(others.phrases[language][phrase]):
            message = (
                f'the phrase "{phrase}" leaves a number to be filled in, and travellers are told none. Write it out.'
            )
            checked.tell(path, "translation", message)
            return
    missing = [code for code in grammar.LANGUAGES if phrase not in others.phrases.get(code, {})]
    if missing:
        where = ", ".join(missing)
        message = f'the phrase "{phrase}" is not translated into {where}; es and en are shown.'
        checked.tell(path, "translation", message, warning=True)


def _translation(checked: Checked, others: Known) -> None:
    data: Any = checked.data
    source = others.phrases.get("en", {})
    for name, text in data.get("phrases", {}).items():
        if name not in source:
            checked.tell(
                ("phrases", name),
                "translation",
                f'English has no phrase "{name}", so nothing says it. {nearest(name, source)}',
            )
        elif placeholders(text) != placeholders(source[name]):
            checked.tell(
                ("phrases", name), "translation", "its placeholders differ from the English text. Make them equal."
            )
    missing = sorted(source.keys() - data.get("phrases", {}).keys() - others.packs.keys())
    if missing and data.get("translation") not in ("es", "en"):
        message = (
            f"{len(missing)} phrases have no text here and are shown in es and en: {', '.join(missing)}. Add them."
        )
        checked.tell(("phrases",), "translation", message, warning=True)
    if data.get("translation") in ("es", "en"):
        for name in source.keys() | others.phrases.get("es", {}).keys():
            if name not in data.get("phrases", {}) and name not in others.packs:
                checked.tell(
                    ("phrases",), "translation", f'the phrase "{name}" is missing in a source language. Add it.'
                )


def _pack_phrases(checked: Checked, others: Known) -> None:
    """Every language says who translated it, and no phrase is said by two packs or takes the place of a shipped one."""
    data: Any = checked.data
    for name, words in data.get("texts", {}).items():
        path = ("texts", name)
        elsewhere = others.packs.get(name, set()) - {str(data.get("phrases"))}
        elsewhere |= {"the translations"} if name in others.translated else set()
        if elsewhere:
            message = f'the phrase "{name}" stands in {", ".join(sorted(elsewhere))} too. Rename it.'
            checked.tell(path, "duplicate-id", message)
        for language, text in words.items():
            if language not in data.get("languages", {}):
                message = f'nobody is named who translated into "{language}". Add it under languages.'
                checked.tell((*path, language), "translation", message)
            elif placeholders(text) != placeholders(words.get("en", text)):
                message = "its placeholders differ from the English text. Make them equal."
                checked.tell((*path, language), "translation", message)


def _editions(checked: Checked, others: Known) -> None:
    data: Any = checked.data
    mine, until = data.get("in_force_from"), data.get("in_force_until")
    if not isinstance(mine, str):
        return
    siblings = [e for e in others.editions.get((checked.kind, str(data.get(checked.kind))), ()) if e is not data]
    siblings = [e for e in siblings if e.get("on") == data.get("on")]
    for other in siblings:
        if other.get("edition") == data.get("edition") or "in_force_from" not in other:
            continue
        begins, ends = str(other.get("in_force_from")), other.get("in_force_until")
        if begins == mine:
            checked.tell(
                ("in_force_from",), "version", f"the edition {other.get('edition')} begins on the same day, {mine}."
            )
        elif mine < begins and isinstance(until, str) and until >= begins:
            checked.tell(
                ("in_force_until",),
                "version",
                f"this edition overlaps {other.get('edition')}, which begins on {begins}. End it before.",
            )
        elif begins < mine and isinstance(ends, str) and ends >= mine:
            checked.tell(
                ("in_force_from",),
                "version",
                f"this edition overlaps {other.get('edition')}, in force until {ends}. Begin after it.",
            )
    later = sorted(str(e["in_force_from"]) for e in siblings if str(e.get("in_force_from", "")) > mine)
    if until is None and later:
        message = f"no last day is given, and the next edition begins on {later[0]}. Add in_force_until."
        checked.tell(("in_force_from",), "version", message, warning=True)
    if (
        isinstance(until, str)
        and later
        and date.fromisoformat(later[0]) - date.fromisoformat(until) > timedelta(days=1)
    ):
        checked.tell(
            ("in_force_until",), "version", f"no edition is in force between {until} and {later[0]}.", warning=True
        )
