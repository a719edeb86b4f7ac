"""What the page of procedures says, as values: prose into blocks, and the search over them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.sop_page.blocks import Block, Run, filtered, from_markdown, heading, para, places, row

PROSE = """# Título

`poe@2020` · Vigente
2020-01-31. *Fuente: aquí*

## Pasos

1. **A1 · Observar** (oficial). ¿Qué?
   - luego *Fin*.
- suelto
"""


def test_prose_becomes_headings_items_and_runs():
    title, line, steps, step, then, loose = from_markdown(PROSE)
    assert (title.kind, title.words) == ("title", "Título")
    assert line.cells == ((Run("poe@2020", "code"), Run(" · Vigente 2020-01-31. "), Run("Fuente: aquí", "soft")),)
    assert (steps.kind, steps.words) == ("heading", "Pasos")
    assert (step.kind, step.mark) == ("item", "1.")
    assert step.cells == ((Run("A1 · Observar", "bold"), Run(" (oficial). ¿Qué?")),)
    assert (then.kind, then.mark, then.words) == ("sub", "•", "luego Fin.")
    assert (loose.kind, loose.words) == ("item", "suelto")


def test_a_table_of_prose_is_a_table():
    columns, first, after = from_markdown("| de | a |\n|---|--:|\n| `x` | 1,000 |\n\nfin\n")
    assert (columns.kind, first.kind, after.kind) == ("columns", "row", "para")
    assert first.cells == ((Run("x", "code"),), (Run("1,000"),))


def test_search_does_not_mind_case_or_accents_and_keeps_places():
    assert places("Según la REGIÓN y la región", "region") == (9, 21)
    assert places("FIEBRE", " fiebre ") == (0,)
    assert places("fiebre", "  ") == ()
    assert places("a.b", ".") == (1,)


@given(st.text(max_size=40), st.text(min_size=1, max_size=5))
def test_what_is_found_lies_inside_the_words(words, sought):
    for place in places(words, sought):
        assert 0 <= place < len(words)


def test_a_search_keeps_what_matches_under_its_headings():
    step = Block("item", ((Run("Temperatura"),),), "1.")
    sub = Block("sub", ((Run("si hay fiebre: luego"),),), "•")
    other = Block("item", ((Run("Mascarilla"),),), "2.")
    columns, number, more = row("Ajuste", "Valor", kind="columns"), row("Umbral de fiebre", "38"), row("Edad", "18")
    page = (heading("Todo", "title"), para("nada"), heading("Pasos"), step, sub, other,
            heading("Números"), columns, number, more, heading("Vacío", "caption"))  # fmt: skip
    kept, count = filtered(page, "fiebre")
    assert kept == (page[0], page[2], step, sub, page[6], columns, number)
    assert count == 2


def test_nothing_sought_is_everything_and_nothing_found_is_nothing():
    page = (heading("A"), para("b"))
    assert filtered(page, " ") == (page, 0)
    assert filtered(page, "zzz") == ((), 0)


def test_a_heading_that_matches_stands_once_and_is_no_paragraph():
    page = (heading("Pasos"), para("pasos de la persona"))
    assert filtered(page, "pasos") == (page, 1)
