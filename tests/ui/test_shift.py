"""The shift at the real window: night count, and the handover that both officers sign."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from screening.release import Version
from tests.ui.staffing import said, shift_events, staffed
from tests.ui.stage import ERIKSSON
from ui.day_papers import papers_of
from ui.nights import night_of_day
from ui.shift.handing_over import HandoverPage
from ui.shift.night import NightPage
from ui.shift.page import ShiftPage
from ui.status.start import ClockPage

# -- night count --


def count(stage, **numbers):
    """The night count typed; every field is passed by Enter."""
    stage.control("s")
    stage.press("2")
    page = stage.window.page
    assert isinstance(page, NightPage)
    for key in page._order:
        if len(key) == 1 and key[0] in numbers:
            stage.type(str(numbers[key[0]]))
        stage.press("\n")


def test_the_night_is_counted_recorded_and_shown_again(stage):
    count(stage, present=43, capacity=60, isolation=2, water_points=6, water_points_working=4, meals=129)
    assert isinstance(stage.window.page, ShiftPage)
    assert night_of_day(stage.store, stage.desk.post, stage.desk.today()) == {
        ("present",): 43,
        ("capacity",): 60,
        ("isolation",): 2,
        ("water_points",): 6,
        ("water_points_working",): 4,
        ("meals",): 129,
    }
    stage.press("2")
    assert stage.window.page.fields["present",].text() == "43"


def test_more_taps_working_than_there_are_is_asked_once_and_then_believed(stage):
    count(stage, present=43, water_points=4, water_points_working=6)
    assert isinstance(stage.window.page, NightPage)
    assert "Puntos de agua que funcionan" in said(stage)
    assert night_of_day(stage.store, stage.desk.post, stage.desk.today()) == {}
    stage.press("\n")
    assert night_of_day(stage.store, stage.desk.post, stage.desk.today())["water_points_working",] == 6


def test_a_desk_that_runs_for_days_still_counts_its_night(stage, clock):
    clock.advance(days=3)
    count(stage, present=5)
    assert night_of_day(stage.store, stage.desk.post, stage.desk.today()) == {("present",): 5}
    assert night_of_day(stage.store, stage.desk.post, stage.desk.today() - timedelta(days=1)) == {}


def test_every_day_finds_its_own_count_among_many_shifts(stage, clock):
    for day in range(12):
        stage.desk.open_shift(clock_is_right=True)
        stage.conduct.watch.shifts.count_night({("present",): day})
        stage.desk.open_shift(clock_is_right=True)
        clock.advance(days=1)
    first = stage.desk.today() - timedelta(days=12)
    found = [night_of_day(stage.store, stage.desk.post, first + timedelta(days=day)) for day in range(-2, 14)]
    assert found == [{}, {}, *({("present",): day} for day in range(12)), {}, {}]


@pytest.mark.parametrize("choice", ["2", "3", "4"])
def test_a_document_read_on_a_page_of_the_shift_begins_its_traveller_and_fills_no_field(stage, choice):
    staffed(stage)
    stage.control("s")
    stage.press(choice, "\n")
    fields = stage.window.page.fields
    texts = list(fields.values()) if isinstance(fields, dict) else list(fields)
    typed = []
    for field in texts:
        field.textChanged.connect(typed.append)
    stage.scan(ERIKSSON)
    assert typed[-1:] in ([], [""])  # the first letter may be taken back, nothing stays
    assert stage.step == "observe"
    assert stage.desk.state.log.identity["surname"] == "ERIKSSON"


def test_letters_are_no_count(stage):
    count(stage, present="x")
    assert isinstance(stage.window.page, NightPage)
    assert said(stage) == "Aquí va un número."


def test_the_night_count_stands_in_the_files_of_the_day(stage):
    count(stage, present=43, meals=129)
    desk, today = stage.desk, stage.desk.today()
    papers = papers_of(desk.store, desk.setting(today), today, Version.HEALTH_AUTHORITY, "es", now=desk.clock())
    assert b"night,present,,43," in papers.file("csv", desk.catalogue.wording)
    assert b'"meals"' in papers.file("json", desk.catalogue.wording)
    assert papers.file("xlsx", desk.catalogue.wording)[:2] == b"PK"


# -- lock --


def lead(stage):
    """What the locked desk says of keys, and the figures on its buttons."""
    page = stage.window.page
    return page._lead.text().replace("\u2068", "").replace("\u2069", ""), [each.key_cap for each in page._buttons]


def test_a_figure_is_shown_on_a_name_only_while_it_chooses_one(stage):
    staffed(stage)
    stage.control("u")
    words, keys = lead(stage)
    assert words == "Escriba el PIN de Beto. Otra persona: ⌫ con el PIN vacío, y su número; o toque su nombre."
    assert keys == ["", ""]
    stage.press("⌫")
    words, keys = lead(stage)
    assert words.startswith("El número elige; después, el PIN.")
    assert keys == ["1", "2"]
    stage.press("1")
    assert lead(stage)[0].startswith("Escriba el PIN de Ana.")
    assert lead(stage)[1] == ["", ""]
    stage.press(*"2468", "\n")
    assert stage.desk.officer == "o-1"


def test_where_one_officer_has_a_pin_nobody_else_is_offered(stage):
    stage.desk.officer = "o-1"
    stage.conduct.watch.shifts.add("o-1", "supervisor", "Ana", "2468")
    stage.control("u")
    assert lead(stage) == ("Escriba el PIN de Ana.", [""])


# -- handover --


def text_of(pdf):
    """The words of a PDF."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_both_sign_the_shift_is_closed_and_the_next_confirms_the_clock(stage, clock):
    staffed(stage)
    stage.scan(ERIKSSON)
    stage.press("1", "⎋")
    clock.advance(hours=8)
    stage.conduct.watch.touch()
    count(stage, present=43)
    stage.press("3")
    page = stage.window.page
    assert isinstance(page, HandoverPage)
    words = text_of(page.pdf)
    assert "ERIKSSON" not in words.upper()
    assert "46 años" in words
    assert "Presentes esta noche" in words
    assert " 43" in words
    stage.press("\n", *"97531", "\n", *"o-1", "\n", *"2468", "\n")
    assert isinstance(stage.window.page, ClockPage)
    assert stage.desk.officer == "o-1"
    kinds = shift_events(stage)
    assert kinds[-1] == ("shift_closed", "o-17")
    closed = stage.store.read(stage.store.streams("shift:")[-1])[-1]
    assert closed.body == {
        "to": "o-1",
        "left": {"screened": 1, "cases": 0, "emergencies": 0, "open": 1, "owed": 0},
    }
    stage.press("\n")
    assert stage.conduct.watch.shifts.open.officers == ("o-1",)


@pytest.mark.parametrize("words", ["ana", " Ana ", "o-1"])
def test_who_takes_over_is_named_as_at_the_lock(stage, words):
    staffed(stage)
    stage.control("s")
    stage.press("3")
    page = stage.window.page
    assert [field.placeholderText() for field in page.fields][:2] == [
        "PIN de \u2068Beto\u2069, que entrega",
        "Quién recibe: nombre o código",
    ]
    assert "Entrega: Beto" in text_of(page.pdf).replace("\u2068", "").replace("\u2069", "")
    stage.press("\n", *"97531", "\n", *words, "\n", *"2468", "\n")
    assert stage.desk.officer == "o-1"


def test_a_name_that_two_officers_have_is_nobodys(stage):
    shifts = staffed(stage)
    stage.desk.officer = "o-1"
    shifts.add("o-2", "officer", "Ana", "8642")
    assert [shifts.named(words) for words in ("Ana", "o-2", "Beto", "Carla", "")] == ["", "o-2", "o-17", "", ""]


def test_the_strip_calls_the_officer_by_name(stage):
    staffed(stage)
    stage.tick()
    below = [each.text() for each in stage.window.strip.findChildren(type(stage.window.foot._words))]
    assert "mesa 1 · funcionario Beto" in [words.replace("\u2068", "").replace("\u2069", "") for words in below]


def handed_over(stage):
    """The words of the sheet, and what the log would keep as left open."""
    stage.control("s")
    stage.press("3")
    page = stage.window.page
    assert isinstance(page, HandoverPage)
    return text_of(page.pdf).replace("\u2068", "").replace("\u2069", ""), page._left["open"]


def test_the_traveller_in_front_is_the_first_row_and_counted_as_not_finished(stage):
    stage.scan(ERIKSSON)
    stage.press("1", "1")
    words, left = handed_over(stage)
    assert left == 1
    assert "EN EL PUESTO AHORA, SIN TERMINAR (1)" in words
    assert "46 años" in words
    assert "Nadie espera" not in words
    assert "interrumpida" not in words


def test_duties_of_a_traveller_in_front_stand_on_the_sheet(stage, clock):
    stage.scan(ERIKSSON)
    stage.ill(clock)
    words, left = handed_over(stage)
    assert left == 1
    assert "EN EL PUESTO AHORA" in words
    assert "Llamar a la autoridad sanitaria" in words


@pytest.mark.parametrize("parked", [(), ("⎋",)])
def test_an_emergency_is_named_on_top_of_the_sheet(stage, parked):
    stage.scan(ERIKSSON)
    stage.press("1", "⎋")
    stage.press("F12", "1", *parked)
    words, left = handed_over(stage)
    assert left == 2
    assert "EMERGENCIA (1)" in words
    assert "EMERGENCIA, falta: Cuidar" in words
    assert words.index("EMERGENCIA (1)") < words.index("APARTADAS (1)")
    assert "EN EL PUESTO AHORA" not in words


@pytest.mark.parametrize(
    ("own", "code", "other", "words"),
    [
        ("1111", "o-1", "2468", "PIN no es correcto"),
        ("97531", "o-1", "1111", "PIN no es correcto"),
        ("97531", "o-17", "97531", "otro funcionario"),
        ("97531", "o-99", "2468", "otro funcionario"),
    ],
)
def test_a_handover_that_is_not_signed_by_both_closes_nothing(stage, own, code, other, words):
    staffed(stage)
    stage.control("s")
    stage.press("3", "\n", *own, "\n", *code, "\n", *other, "\n")
    assert words in said(stage)
    assert isinstance(stage.window.page, HandoverPage)
    assert shift_events(stage) == []


def test_where_nobody_has_a_pin_the_paper_is_what_is_signed(stage):
    stage.control("s")
    stage.press("3", "\n")
    assert shift_events(stage) == [("shift_closed", "o-17")]
    assert isinstance(stage.window.page, ClockPage)


def test_the_sheet_is_printed_through_the_printer_of_the_desk(stage, qtbot):
    taken = []

    class Printer:
        name = "test"

        def print(self, pdf, title):
            taken.append((pdf, title))

    stage.conduct.watch.printer = Printer()
    stage.control("s")
    stage.press("3", "7")
    qtbot.waitUntil(lambda: bool(taken))
    assert taken[0][1] == "paso-PA-DAR-LB-2021-03-23-handover.pdf"
    assert taken[0][0] == stage.window.page.pdf
