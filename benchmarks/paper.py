"""One referral slip, two languages, QR, against the plainest ReportLab page that says as much."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import segno
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.decisions import walked
from benchmarks.measuring import Figure, compare
from forms.fonts import font_file
from forms.slip import referral_slip
from screening.referring import Fixed, refer
from sops.catalogue import load

_TEXT = "PASO1:PA-DAR-LB-1AB-{:08}-X:000123:0A1B2C3D"
_LINES = 60
_ROUNDS = 31


def figures(folder: Path) -> Iterator[Figure]:
    """The figure of the slip. `folder` is not used: paper is made in memory."""
    del folder
    catalogue = load()
    state = walked(catalogue)
    numbers = count(1)
    slips = (
        refer(
            state,
            catalogue.wording,
            Fixed(f"PA-DAR-LB-1AB-{number:08}-X", 123, "0a1b2c3d", state.log.began.at, "o-17"),
        )
        for number in numbers
    )
    ready = list(islice(slips, _ROUNDS + 1))
    font = TTFont("BenchPlain", str(font_file("NotoSans-Regular.ttf")))
    font.face.name = b"BenchPlain"  # so that neither stands in for the other
    pdfmetrics.registerFont(font)
    yield compare(
        "referral slip, 2 pages, es + ht, QR",
        (f"canvas, {_LINES} lines and a naive QR on one page", lambda: _plain(next(numbers))),
        lambda: referral_slip(ready.pop(), "ht"),
        rounds=_ROUNDS,
        goal=0.8,
        note="every slip with a number of its own; ours lays out two pages, measures, wraps and isolates every value",
    )


def _plain(number: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("BenchPlain", 10)
    for line in range(_LINES):
        canvas.drawString(40, 800 - 12 * line, f"Signo {line}: fiebre, tos, dolor de cabeza · lafyèv, tous, tèt fè mal")
    for y, row in enumerate(segno.make(_TEXT.format(number), error="m", boost_error=False).matrix):
        for x, dark in enumerate(row):
            if dark:
                canvas.rect(450 + 2 * x, 700 - 2 * y, 2, 2, stroke=0, fill=1)
    canvas.save()
    return out.getvalue()
