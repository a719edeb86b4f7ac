"""`paso sop aloud --pdf` and `paso sop chart`: an edition on paper, and the flow chart of a procedure as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from ui.commands.problems import DONE, InputError

if TYPE_CHECKING:
    from forms.flow_chart import Paper
    from sops.catalogue import Catalogue

__all__ = ["aloud_on_paper", "chart"]

_PICTURES: Final = (".svg", ".pdf")


def aloud_on_paper(known: Catalogue, name: str, language: str, out: Path) -> int:
    """The edition read aloud as a PDF, with the flow chart of a procedure after it; the exit code."""
    from forms.aloud_sheet import aloud_pdf

    return _write(out, aloud_pdf(known, name, language))


def chart(known: Catalogue, name: str, language: str, paper: str, out: Path) -> int:
    """The flow chart of a procedure: SVG for a screen, PDF for A4 or A3; the exit code."""
    from forms.flow_chart import flow_chart_pdf, flow_chart_svg

    if out.suffix.lower() not in _PICTURES:
        raise InputError(f"{out}: the picture is an .svg or a .pdf. Name the file so.")
    if paper not in ("a4", "a3"):
        raise InputError(f"--paper {paper}: the flow chart is made for a4 or a3. Write one of them.")
    procedure = known.procedure(name)
    if out.suffix.lower() == ".svg":
        return _write(out, flow_chart_svg(procedure, known.wording, language).encode())
    return _write(out, flow_chart_pdf(procedure, known.wording, language, cast("Paper", paper)))


def _write(out: Path, made: bytes) -> int:
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(made)
    print(out)
    return DONE
