"""`paso`: the same engine without a window. Qt is imported only when the desk opens, typer only here."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ui.commands import life as _life  # noqa: F401 - its calls join the group `sop`
from ui.commands import problems
from ui.commands.groups import record, sop, store
from ui.commands.options import HomeOption, Input, JsonOption, LangOption, ScreeningId, SecondLangOption, home_of
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
app.add_typer(sop, name="sop")
app.add_typer(record, name="record")
app.add_typer(store, name="store")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `paso`; the exit code. Never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = typer.main.get_command(app).main(given, prog_name="paso", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # typer makes the one into the other
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read has seen enough
        return problems.DONE
    except (Exception, KeyboardInterrupt) as problem:  # noqa: BLE001 - the last door: never a traceback
        known = problems.sentence(problem)
        words, code = known or (problems.crash_note(problem, data_folder()), problems.ENVIRONMENT)
        say(words)
    return code if isinstance(code, int) else problems.DONE


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


@app.command()
def slip(
    screening: ScreeningId,
    out: Annotated[Path, typer.Option(metavar="FILE", help="The PDF to write.")],
    lang: SecondLangOption = None,
    home: HomeOption = None,
) -> int:
    """Print a referral slip again, numbered as a copy."""
    from ui.commands import records
    from ui.home import Home

    return records.slip(Home(home_of(home)), screening, out, lang)


@app.command()
def summary(  # noqa: PLR0917 - options, each with its name on the command line
    on: Annotated[str, typer.Option(metavar="DATE", help="The local day.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the files.")],
    formats: Annotated[str, typer.Option("--format", metavar="LIST", help="pdf,xlsx,csv,json")] = "pdf,xlsx,csv,json",
    public: Annotated[bool, typer.Option("--public", help="Hide small numbers.")] = False,
    lang: LangOption = "es",
    home: HomeOption = None,
) -> int:
    """Write the supervisor's summary of a day: exact for the health authority, or for others."""
    from ui.commands import reading, summaries
    from ui.home import Home

    day = reading.day_of(on)
    assert day is not None
    wanted = [each.strip() for each in formats.split(",") if each.strip()]
    return summaries.summary(Home(home_of(home)), day, wanted, out, public=public, language=lang)


@app.command()
def demo(
    out: Annotated[Path, typer.Option(metavar="DIR", help="A new or empty folder.")] = Path("paso-demo"),
    seed: Annotated[int, typer.Option(help="Same seed, same bytes.")] = 7,
    lang: LangOption = "en",
) -> int:
    """Live a working day of a small post without a window, and show it on one page."""
    from ui.commands.demonstration import show

    return show(out, seed, lang)


if __name__ == "__main__":
    sys.exit(main())
