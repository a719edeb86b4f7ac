"""Every clause that an officer may read stands in his or her language, or is a number or a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from sops.catalogue import Catalogue
from sops.model import Source
from ui import strings
from ui.saying import clause, mark_of

CODE = re.compile(r"[A-Z](-[A-Z0-9]+)?[0-9]*|[0-9]+(\.[0-9]+)?")


def sources(value: Any) -> Iterator[Source]:
    """Every source within a value."""
    if isinstance(value, Source):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from sources(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from sources(each)
    elif hasattr(value, "values"):
        for each in value.values():
            yield from sources(each)


@pytest.fixture
def spanish():
    strings.speak("es")
    yield
    strings.speak("es")


def test_every_clause_of_the_shipped_texts_is_told_in_spanish(catalogue: Catalogue, spanish):
    made = [catalogue.made(file) for kind in ("procedure", "definition") for file in catalogue.of_kind(kind)]
    found = {source for edition in made for source in sources(edition)}
    assert len(found) > 40
    for source in found:
        if not CODE.fullmatch(source.clause):
            assert catalogue.wording.has_name("clauses", re.sub("[^A-Za-z0-9]+", "-", source.clause).strip("-")), source


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", ("aislamiento y referencia", "fuente por confirmar")),
     ("en", ("isolation and referral", "source to be confirmed"))],
)  # fmt: skip
def test_a_clause_is_told_in_the_officers_language(catalogue: Catalogue, spanish, language, said):
    strings.speak(language)
    source = Source("who-ill-travellers-2020", "isolation and referral", "recalled")
    assert (clause(source, catalogue.wording), mark_of(source, catalogue.wording).words) == said


def test_a_number_or_a_code_stands_as_it_is(catalogue: Catalogue, spanish):
    for code in ("B8", "D-GAP", "9.12"):
        assert clause(Source("paso-design", code, "design"), catalogue.wording) == code
