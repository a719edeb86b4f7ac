"""Pictures of papers: the first page of a PDF as a PNG, small enough for a page."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

__all__ = ["fewer_colours", "first_page"]

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


def fewer_colours(file: Path, wide: int = 900, colours: int = 48) -> bytes:
    """A picture made smaller for a page."""
    from PIL import Image

    image = Image.open(file).convert("RGB")
    image = image.resize((wide, image.height * wide // image.width), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
