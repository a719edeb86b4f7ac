"""Options that several commands share, and the data folder they name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from ui.home import data_folder

__all__ = ["HomeOption", "Input", "JsonOption", "LangOption", "ScreeningId", "SecondLangOption", "home_of"]


def language_of(given: str | None) -> str | None:
    """The language asked for, checked. Raises typer.BadParameter, which tells the ones there are."""
    from sops.grammar.words import LANGUAGES

    if given is not None and given not in LANGUAGES:
        raise typer.BadParameter(f"{given[:20]!r}: the languages are {', '.join(LANGUAGES)}.")
    return given


HomeOption = Annotated[Path | None, typer.Option("--home", metavar="DIR", help="Data folder (else PASO_HOME).")]
LangOption = Annotated[
    str, typer.Option("--lang", metavar="LANG", callback=language_of, help="Language of what is printed.")
]
SecondLangOption = Annotated[
    str | None, typer.Option("--lang", metavar="LANG", callback=language_of, help="Beside Spanish.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON, one object a line, for programs.")]
Input = Annotated[str, typer.Argument(metavar="FILE|-", help="A file, or - for standard input.")]
ScreeningId = Annotated[str, typer.Argument(metavar="ID", help="The id of a screening, or the number of its slip.")]


def home_of(given: Path | None) -> Path:
    """The data folder of this call; noted for what the call starts, and for the note of a crash."""
    if given is not None:
        os.environ["PASO_HOME"] = str(given.expanduser())
    return data_folder()
