"""The words of the desk as a Qt Linguist catalogue (.ts), for whoever translates; and back again.

`python -m ui.strings.linguist fr > desk_fr.ts` writes what is to be translated: a context a feature, the English words
as source, the Spanish ones as a hint, the id as comment. `read` gives the words that were translated, and
`ui.strings.add` lets the desk speak them.
"""

from __future__ import annotations

import re
import sys
from typing import Final
from xml.etree import ElementTree as ET

from ui.strings import FEATURES

__all__ = ["CatalogueError", "catalogue", "read"]

_VALUE: Final = re.compile(r"\{[a-z_]+\}")
_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


class CatalogueError(ValueError):
    """A catalogue that cannot be taken over; the message names the words and what is wrong."""


def catalogue(language: str) -> str:
    """The catalogue to be translated into `language`."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for feature in FEATURES:
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = feature.__name__.rpartition(".")[2]
        for name, (spanish, english) in feature.WORDS.items():
            message = ET.SubElement(context, "message")
            ET.SubElement(message, "source").text = english
            ET.SubElement(message, "comment").text = name
            ET.SubElement(message, "extracomment").text = spanish
            ET.SubElement(message, "translation", type="unfinished")
    ET.indent(root, "    ")
    return f"{_HEAD}{ET.tostring(root, encoding='unicode')}\n"


def read(text: str) -> dict[str, str]:
    """The finished translations of a catalogue by id. Raises CatalogueError for one that says other values."""
    if "<!ENTITY" in text:
        raise CatalogueError("the catalogue defines entities, which no catalogue of words needs. Save it in Linguist.")
    try:
        root = ET.fromstring(text)  # noqa: S314 - entities are refused above
    except ET.ParseError as problem:
        raise CatalogueError(f"the catalogue is no .ts file: {problem}. Save it again in Linguist.") from problem
    known = {name: words[1] for feature in FEATURES for name, words in feature.WORDS.items()}
    found: dict[str, str] = {}
    for message in root.iter("message"):
        name, translation = message.findtext("comment") or "", message.find("translation")
        if translation is None or translation.get("type") or not (translation.text or "").strip() or name not in known:
            continue
        said = translation.text or ""
        if sorted(_VALUE.findall(said)) != sorted(_VALUE.findall(known[name])):
            wanted = " ".join(_VALUE.findall(known[name])) or "no value in braces"
            raise CatalogueError(f"{name}: the translation must say {wanted}, as the English words do")
        found[name] = said
    return found


if __name__ == "__main__":
    sys.stdout.write(catalogue(sys.argv[1] if len(sys.argv) > 1 else "fr"))
