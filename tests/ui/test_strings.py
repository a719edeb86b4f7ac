"""The words of the desk are complete in both languages, and each id that is said is there."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from ui import strings
from ui.actions import ACTS, GROUPS
from ui.strings import FEATURES, TABLE, day_in_words, minutes_left, tr

UI = Path(strings.__file__).parent.parent
SAID = re.compile(r"""\btr\(\s*["']([a-z_.A-Z0-9 ]+)["']""")
BRACES = re.compile(r"{(\w+)}")


@pytest.fixture(autouse=True)
def spanish():
    strings.speak("es")
    yield
    strings.speak("es")


def test_both_languages_have_words_with_the_same_values():
    for name, (spanish_words, english) in TABLE.items():
        assert spanish_words, name
        assert english, name
        assert sorted(BRACES.findall(spanish_words)) == sorted(BRACES.findall(english)), name


def test_every_id_that_is_said_is_in_the_table():
    said = {name for path in UI.rglob("*.py") for name in SAID.findall(path.read_text(encoding="utf-8"))}
    assert said - TABLE.keys() == set()
    assert len(said) > 100


def test_every_id_of_the_table_is_said():
    """An id stands whole in the code, or is made of a pattern and words that stand in the code or the SOPs."""
    whole, patterns, words = set(), set(), set()
    for path in (path for layer in ("ui", "forms", "screening", "sops") for path in (UI.parent / layer).rglob("*.py")):
        if path.parent == UI / "strings" and path.name != "__init__.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(text)):
                    whole.add(text)
                case ast.JoinedStr(values=parts):
                    patterns.add(
                        "".join("(.+)" if isinstance(p, ast.FormattedValue) else re.escape(p.value) for p in parts)
                    )
                case ast.AnnAssign(target=ast.Name(id=name)) | ast.FunctionDef(name=name):
                    words.add(name)
    for path in (UI.parent / "sops").rglob("*.yaml"):
        words.update(re.findall("[a-z_]+", path.read_text(encoding="utf-8")))
    begun = [re.compile(pattern) for pattern in patterns if re.match(r"[a-z_]+\\\.", pattern)]
    words |= whole
    for name in TABLE.keys() - whole:
        made = filter(None, (pattern.fullmatch(name) for pattern in begun))
        assert any(all(part in words or part.isdigit() for part in found.groups()) for found in made), name


def test_no_two_features_have_words_of_one_id():
    assert len(TABLE) == sum(len(feature.WORDS) for feature in FEATURES)


def test_every_act_has_a_name_and_help():
    for act in ACTS:
        name = "digit" if act.id.startswith("digit_") else act.id
        assert {f"act.{name}", f"help.{name}"} <= TABLE.keys(), name
    for group in GROUPS:
        assert f"group.{group}" in TABLE


def test_no_two_acts_share_a_key():
    keys = [key for act in ACTS for key in act.keys]
    assert len(keys) == len(set(keys))
    for language in strings.LANGUAGES:
        letters = [letter for act in ACTS for spoken, letter in act.letters if spoken == language]
        assert len(letters) == len(set(letters))


def test_days_are_said():
    assert day_in_words(date(2021, 3, 23), year=True) == "martes 23 de marzo de 2021"
    strings.speak("en")
    assert day_in_words(date(2021, 3, 23)) == "Tuesday 23 March"


def test_what_is_left_is_whole_minutes_never_a_time_of_day():
    assert [minutes_left(seconds) for seconds in (600, 599.5, 541, 540, 0.5, 0, 7500)] == [
        "10 min",
        "10 min",
        "10 min",
        "9 min",
        "1 min",
        "0 min",
        "2 h 05",
    ]


def test_a_value_cannot_reorder_the_sentence():
    assert tr("party.same", answer="\u202eabc") == "Igual que el grupo: \u2068abc\u2069"
