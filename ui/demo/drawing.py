"""Pictures of papers: the first page of a PDF as a PNG, small enough for a page."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

__all__ = ["first_page"]

_POINTS_AN_INCH: Final = 72


def first_page(pdf: Path, dots_an_inch: int = 60, colours: int = 16) -> bytes:
    """The first page as a PNG of few colours. The same file gives the same bytes."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        image = document[0].render(scale=dots_an_inch / _POINTS_AN_INCH).to_pil().convert("RGB")
    finally:
        document.close()
    out = io.BytesIO()
    image.quantize(colours).save(out, "PNG", optimize=True)
    return out.getvalue()
