"""Options that several commands share, and the data folder they name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from ui.home import data_folder

__all__ = ["HomeOption", "Input", "JsonOption", "LangOption", "ScreeningId", "home_of"]

HomeOption = Annotated[Path | None, typer.Option("--home", metavar="DIR", help="Data folder (else PASO_HOME).")]
LangOption = Annotated[str, typer.Option("--lang", metavar="LANG", help="Language of what is printed.")]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON, one object a line, for programs.")]
Input = Annotated[str, typer.Argument(metavar="FILE|-", help="A file, or - for standard input.")]
ScreeningId = Annotated[str, typer.Argument(metavar="ID", help="The id of a screening, or the number of its slip.")]


def home_of(given: Path | None) -> Path:
    """The data folder of this call; noted for what the call starts, and for the note of a crash."""
    if given is not None:
        os.environ["PASO_HOME"] = str(given.expanduser())
    return data_folder()
