"""`paso`: the same engine without a window. Qt is imported only when the desk opens, typer only here."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ui.commands import problems
from ui.commands.streams import say
from ui.home import data_folder

__all__ = ["app", "main"]

app = typer.Typer(
    name="paso",
    help="Paso Seguro: COVID-19 entry procedures for officials at points of entry. Without a command: the desk.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

HomeOption = Annotated[Path | None, typer.Option("--home", metavar="DIR", help="Data folder (else PASO_HOME).")]
LangOption = Annotated[str, typer.Option("--lang", metavar="LANG", help="Language of what is printed.")]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON, one object a line, for programs.")]
Input = Annotated[str, typer.Argument(metavar="FILE|-", help="A file, or - for standard input.")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `paso`; the exit code. Never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = typer.main.get_command(app).main(given, prog_name="paso", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read has seen enough
        return problems.DONE
    except (Exception, KeyboardInterrupt) as problem:  # noqa: BLE001 - the last door: never a traceback
        known = problems.sentence(problem)
        words, code = known or (problems.crash_note(problem, data_folder()), problems.ENVIRONMENT)
        say(words)
    return code if isinstance(code, int) else problems.DONE


def home_of(given: Path | None) -> Path:
    """The data folder of this call; noted for what the call starts, and for the note of a crash."""
    if given is not None:
        os.environ["PASO_HOME"] = str(given.expanduser())
    return data_folder()


@app.callback(invoke_without_command=True)
def desk(
    context: typer.Context,
    home: HomeOption = None,
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
) -> int:
    """Open the desk when no command is named."""
    home_of(home)
    if version:
        from ui.commands.window import version_line

        print(version_line())
        raise typer.Exit
    if context.invoked_subcommand is None:
        from ui.commands.window import open_desk

        raise typer.Exit(open_desk(home_of(home)))
    return problems.DONE


@app.command()
def mrz(file: Input = "-", as_json: JsonOption = False) -> int:
    """Read what a document reader sent: fields, check digits, repairs, warnings."""
    from ui.commands import reading

    return reading.mrz(file, as_json=as_json)


@app.command()
def classify(  # noqa: PLR0917 - options, each with its name on the command line
    file: Input,
    definition: Annotated[str | None, typer.Option(metavar="ID@EDITION", help="This edition decides.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The edition in force that day decides.")] = None,
    post: Annotated[str | None, typer.Option(metavar="ID", help="With the numbers set at this post.")] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes.")] = 1,
    explain: Annotated[bool, typer.Option("--explain", help="With the finding of every criterion.")] = False,
    lang: LangOption = "en",
    home: HomeOption = None,
) -> int:
    """Classify travellers: facts as JSON or JSON Lines in, one verdict a line out."""
    from ui.commands import reading

    return reading.classify(
        file,
        home_of(home),
        definition=definition,
        on=on,
        post=post,
        jobs=jobs,
        explain=lang if explain else None,
    )


@app.command()
def screen(
    script: Annotated[Path, typer.Option("--script", metavar="FILE.yaml", help="The traveller, as YAML.")],
    home: HomeOption = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder for the papers.")] = None,
    lang: LangOption = "en",
    as_json: JsonOption = False,
) -> int:
    """Walk the procedure with scripted answers and clock; record it and print the papers."""
    from ui.commands import screening
    from ui.home import Home

    drill = home is None and not os.environ.get("PASO_HOME")
    return screening.screen(script, Home(home_of(home)), out, lang, as_json=as_json, drill=drill)


if __name__ == "__main__":
    sys.exit(main())
