"""The referral slip, read back from its PDF."""

from __future__ import annotations

import io
import time
from dataclasses import replace

import paper_samples as samples
import pypdf
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.page import A4, MM, Box
from forms.qr import parse_seal
from forms.slip import draw_slip, referral_slip
from screening.referral import Sign
from sops.logic import NO, UNKNOWN

CASES = {
    "es": (samples.TYPICAL, "es"),
    "en": (samples.TYPICAL, "en"),
    "fr": (samples.TYPICAL, "fr"),
    "pt": (samples.TYPICAL, "pt"),
    "ht": (samples.TYPICAL, "ht"),
    "bn, which paper cannot set": (samples.TYPICAL, "bn"),
    "all unknown": (samples.ALL_UNKNOWN, "fr"),
    "many signs": (samples.MANY_SIGNS, "pt"),
    "long names": (samples.named("García de la Concepción " * 17, "Y" * 400), "ht"),
    "hostile": (samples.named("R&D <b>😀\u202e", "王小明"), "en"),
    "endless": (samples.named("A" * 65_000, "Ab " * 20_000), "fr"),
    "marks": (samples.named("Z" + "\u0335" * 500), "es"),
}

HOSTILE = (
    "R&D <b>",
    "JUAN <b>PEREZ",
    "</para>",
    "<br/>STATUS: CLEARED",
    "<img src='/etc/passwd'>",
    "<font color='white'>X</font>",
    "&lt;&amp;&#0;",
    "((()\\",
    "Robert'); DROP TABLE",
    "=cmd|' /C calc'!A0",
    "Nguyễn Thị Ánh",
    "Щукина",
    "Παπαδόπουλος",
    "王小明",
)


def pages_of(pdf):
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize(("referral", "language"), CASES.values(), ids=CASES)
def test_a_slip_is_two_sheets_of_one_page_without_images(referral, language):
    reader = pypdf.PdfReader(io.BytesIO(referral_slip(referral, language)))
    assert len(reader.pages) == 2
    assert [tuple(map(round, page.mediabox[2:])) for page in reader.pages] == [tuple(map(round, A4))] * 2
    for page in reader.pages:
        assert not list(page.images)


@pytest.mark.parametrize(("referral", "language"), CASES.values(), ids=CASES)
def test_everything_stands_inside_the_page_and_nothing_on_anything_else(referral, language):
    sheet = draw_slip(referral, language)
    page = Box(7 * MM, 3.5 * MM, sheet.width - 14 * MM, sheet.height - 7 * MM)
    placed = [(words, box) for words, box in sheet.placed if words.strip()]
    assert [words for words, box in placed if not box.inside(page)] == []
    halves = placed[: next(n for n, (words, _) in enumerate(placed) if n and words.startswith("Hoja 2 de 2"))]
    for number, (words, box) in enumerate(halves):
        for other, its in halves[number + 1 :]:
            across = min(box.right, its.right) - max(box.x, its.x)
            down = min(box.foot, its.foot) - max(box.y, its.y)
            assert across <= 0.6 or down <= 0.16 * min(box.height, its.height) + 0.3, (words, other)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_read_back_as_typed(name):
    for text in pages_of(referral_slip(samples.named(name), "ht")):
        assert squeezed(name) in squeezed(text)


def test_a_name_of_four_hundred_characters_is_read_back_whole():
    name = "Wolfeschlegelsteinhausenbergerdorff " * 11
    assert squeezed(name) in squeezed(pages_of(referral_slip(samples.named(name), "fr"))[0])


def test_a_name_in_another_script_prints_its_latin_form_and_says_so():
    text = pages_of(referral_slip(samples.named("محمد علي", latin="ALI MOHAMMED"), "en"))[0]
    assert "ALI MOHAMMED †" in text
    assert "has letters that this printer cannot set; see the document" in " ".join(text.split())


def test_a_language_paper_cannot_set_falls_back_and_says_so():
    text = " ".join(pages_of(referral_slip(samples.TYPICAL, "bn"))[0].split())
    assert "This printer cannot yet set the language “bn”" in text
    assert "Difficulty breathing" in text


@pytest.mark.parametrize(
    ("language", "marked"), [("es", False), ("en", False), ("fr", True), ("pt", True), ("ht", True)]
)
def test_words_that_nobody_reviewed_are_marked(language, marked):
    assert (f"Traducción ({language}) sin revisar" in pages_of(referral_slip(samples.TYPICAL, language))[0]) is marked


def test_the_same_input_gives_the_same_bytes():
    assert referral_slip(samples.TYPICAL, "ht") == referral_slip(samples.TYPICAL, "ht")


def test_a_reprint_differs_only_by_its_mark():
    first = pages_of(referral_slip(samples.TYPICAL, "es"))
    again = pages_of(referral_slip(samples.TYPICAL, "es", 2, at=samples.at(14, 5), by="Oficial 17"))
    mark = "copia 2 · 14:05 · Oficial 17"
    assert mark not in first[0]
    for old, new in zip(first, again, strict=True):
        assert new.replace(mark, "").split() == old.split()


def test_the_code_on_the_page_is_read_by_a_scanner():
    document = pypdfium2.PdfDocument(referral_slip(samples.TYPICAL, "ht"))
    for page in document:
        (code,) = zxingcpp.read_barcodes(page.render(scale=2).to_pil().convert("L"))
        seal = parse_seal(code.text)
        assert (seal.number, seal.sequence, seal.head) == ("PA-DAR-LB-A7K-000123-X", 4711, "AB12CD34")


def test_the_drivers_half_says_nothing_of_identity_class_or_history():
    document = pypdfium2.PdfDocument(referral_slip(samples.TYPICAL, "ht"))
    text = document[0].get_textpage().get_text_bounded(bottom=A4[1] - 87 * MM)
    assert "PA-DAR-LB-A7K-000123-X" in text
    assert "Dificultad" in text
    assert "Hospital de Metetí" in text
    for secret in ("Jean-Baptiste", "Marie", "sospechoso", "who-covid19", "38.4", "1988", "Colombia", "asma", "4821"):
        assert secret not in text


def test_the_title_names_the_slip_and_nobody():
    metadata = pypdf.PdfReader(io.BytesIO(referral_slip(samples.TYPICAL, "ht"))).metadata
    assert metadata.title == "PA-DAR-LB-A7K-000123-X"
    assert "Jean" not in str(dict(metadata))


def test_what_is_unknown_is_printed_as_unknown():
    text = pages_of(referral_slip(samples.ALL_UNKNOWN, "es"))[0]
    assert text.count("desconocido") >= 25
    for field in ("Primer día", "Embarazo", "Alergias", "Discapacidad"):
        assert field in text


def test_no_danger_sign_is_dropped():
    text = squeezed(pages_of(referral_slip(samples.MANY_SIGNS, "pt"))[0])
    for sign in samples.MANY_SIGNS.danger_signs:
        assert squeezed(sign["es"]) in text


def test_an_emergency_whose_sign_nobody_noted_says_so():
    referral = replace(samples.TYPICAL, danger_signs=None, emergency=True)
    text = " ".join(pages_of(referral_slip(referral, "ht"))[0].split())
    assert "emergencia aquí; signo no anotado" in text
    assert "ijans isit la; siy la pa note" in text
    assert "ninguno observado" not in text


def test_an_open_class_says_what_it_is_at_least_and_what_it_could_be():
    spanish = {"es": "criterios clínicos (A)", "en": "clinical criteria (A)"}
    decision = replace(
        samples.TYPICAL.decision,
        floor=samples.words(
            "caso sospechoso (A)", "suspected case (A)", "cas suspect (A)", "caso (A)", "ka sispèk (A)"
        ),
        ceiling=samples.words("caso probable", "probable case", "cas probable", "caso provável", "ka pwobab"),
        floor_criterion=spanish,
        criterion=spanish,
        recalled=True,
        post_setting=True,
        past_review=True,
    )
    text = " ".join(pages_of(referral_slip(replace(samples.TYPICAL, decision=decision), "ht"))[0].split())
    assert "al menos caso sospechoso (A); posible: caso probable · omwen ka sispèk (A); posib: ka pwobab" in text
    assert text.count("cumple: criterios clínicos (A)") == 1
    assert "gade kolòn panyòl la" in text
    assert "Criterio escrito de memoria, por confirmar." in text
    assert "Criterio: ajuste del puesto." in text
    assert "Definición o procedimiento: pasó su fecha de revisión." in text


def test_protection_is_said_to_driver_and_attendant_in_both_languages():
    text = " ".join(pages_of(referral_slip(samples.TYPICAL, "ht"))[0].split())
    assert "acompañante: mascarilla, bata, guantes, protección ocular; conductor: con mascarilla o separado" in text
    assert "akonpayatè: mask, blouz, gan, pwoteksyon je; chofè: ak mask oswa separe" in text
    assert "EPP: escrito de memoria, por confirmar." in text


def test_a_destination_that_nobody_named_is_marked():
    ride = replace(samples.TYPICAL.transport, destination_arranged=True)
    text = " ".join(pages_of(referral_slip(replace(samples.TYPICAL, transport=ride), "es"))[0].split())
    assert "Hospital de Metetí (según arreglo del puesto)" in text


@pytest.mark.parametrize(("present", "said"), [(NO, "ninguno"), (UNKNOWN, "desconocido")])
def test_no_sign_is_none_only_where_all_were_denied(present, said):
    illness = replace(
        samples.TYPICAL.illness, signs=(Sign(samples.FEVER, None, NO), Sign(samples.COUGH, None, present))
    )
    text = " ".join(pages_of(referral_slip(replace(samples.TYPICAL, illness=illness), "es"))[0].split())
    assert f"Signos y día de inicio {said}" in text


def test_no_criterion_met_is_none_and_not_unknown():
    decision = replace(samples.TYPICAL.decision, criterion="", unknowns=())
    text = pages_of(referral_slip(replace(samples.TYPICAL, decision=decision), "es"))[0].split()
    assert text[text.index("Porque") :][:40].count("ninguno") >= 2


def test_a_drill_says_so_on_both_halves():
    text = pages_of(referral_slip(replace(samples.TYPICAL, training=True), "es"))[0]
    assert text.count("SIMULACRO") == 2


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        replace(samples.TYPICAL, printed_at=samples.at(9, 0).replace(tzinfo=None))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=600), st.text(max_size=60), st.text(max_size=8))
def test_no_name_on_earth_stops_the_slip(family, given_names, language):
    assert len(pypdf.PdfReader(io.BytesIO(referral_slip(samples.named(family, given_names), language))).pages) == 2


def test_a_slip_takes_far_less_than_a_blink():
    referral_slip(samples.TYPICAL, "ht")
    start = time.process_time()
    for _ in range(10):
        referral_slip(samples.TYPICAL, "ht")
    assert (time.process_time() - start) / 10 < 0.1
