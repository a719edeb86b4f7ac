"""The commands that come in groups: `paso sop ...`, `paso record ...` and `paso store ...`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import HomeOption, JsonOption, LangOption, ScreeningId, home_of

__all__ = ["record", "sop", "store"]

sop = typer.Typer(help="Procedures and definitions: list, check, read aloud, schema.", no_args_is_help=True)
record = typer.Typer(help="Recorded screenings and their history.", no_args_is_help=True)
store = typer.Typer(help="The store: init, check, rebuild.", no_args_is_help=True)


@sop.command("list")
def sop_list(as_json: JsonOption = False, home: HomeOption = None) -> int:
    """List procedures and definitions with their dates and states."""
    from ui.commands import sops
    from ui.home import Home

    return sops.listing(Home(home_of(home)), as_json=as_json)


@sop.command("check")
def sop_check(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH...", help="Files or folders.")] = None,
    vignettes: Annotated[bool, typer.Option("--vignettes", help="Decide every vignette too.")] = False,
    as_json: JsonOption = False,
) -> int:
    """Tell every mistake of SOP files at once; without a path, of the shipped ones."""
    from ui.commands import sops

    return sops.check(paths or [], vignettes=vignettes, as_json=as_json)


@sop.command("aloud")
def sop_aloud(
    name: Annotated[str, typer.Argument(metavar="ID[@EDITION]")],
    lang: LangOption = "en",
    pdf: Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help="Write it as a PDF to be printed.")] = None,
    home: HomeOption = None,
) -> int:
    """Print an edition as prose to be read aloud, with its sources (Markdown)."""
    from ui.commands import sops
    from ui.home import Home

    return sops.aloud(Home(home_of(home)), name, lang, pdf)


@sop.command("chart")
def sop_chart(
    name: Annotated[str, typer.Argument(metavar="ID[@EDITION]")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="An .svg for the screen or a .pdf to be printed.")],
    paper: Annotated[str, typer.Option("--paper", metavar="a4|a3")] = "a4",
    lang: LangOption = "en",
    home: HomeOption = None,
) -> int:
    """Draw the flow chart of a procedure."""
    from ui.commands import sops
    from ui.home import Home

    return sops.chart(Home(home_of(home)), name, lang, paper, out)


@sop.command("diff")
def sop_diff(
    before: Annotated[str, typer.Argument(metavar="A", help="ID[@EDITION], or a file.")],
    after: Annotated[str, typer.Argument(metavar="B", help="ID[@EDITION], or a file.")],
    *,
    post: Annotated[str | None, typer.Option(metavar="ID", help="With the numbers that this post sets.")] = None,
    lang: LangOption = "en",
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> int:
    """Tell exactly what two editions decide and say differently, with example travellers."""
    from ui.commands import sop_diff
    from ui.home import Home

    return sop_diff.diff(Home(home_of(home)), before, after, lang, as_json=as_json, post=post)


@sop.command("prove")
def sop_prove(
    name: Annotated[str | None, typer.Argument(metavar="ID[@EDITION]", help="Without it: all there are.")] = None,
    as_json: JsonOption = False,
    lang: LangOption = "en",
    home: HomeOption = None,
) -> int:
    """Prove the theorems of procedures and definitions, or refute them by a traveller."""
    from ui.commands import sop_prove
    from ui.home import Home

    return sop_prove.prove(Home(home_of(home)), name, lang, as_json=as_json)


@sop.command("schema")
def sop_schema() -> int:
    """Print the JSON Schema of the YAML files, for editors."""
    from ui.commands import sops

    return sops.schema()


@record.command("list")
def record_list(
    on: Annotated[str | None, typer.Option(metavar="DATE", help="Of one local day.")] = None,
    most: Annotated[int, typer.Option(min=1, help="At most so many.")] = 200,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> int:
    """List screenings; names are sealed and not shown."""
    from ui.commands import reading, records
    from ui.home import Home

    reading.day_of(on)
    return records.listing(Home(home_of(home)), day=on, most=most, as_json=as_json)


IdentityOption = Annotated[bool, typer.Option("--with-identity", help="Show what is sealed too: names, numbers.")]


@record.command("show")
def record_show(
    screening: ScreeningId,
    with_identity: IdentityOption = False,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> int:
    """Show one screening; its sealed part is hidden."""
    from ui.commands import records
    from ui.home import Home

    return records.show(Home(home_of(home)), screening, as_json=as_json, with_identity=with_identity)


@record.command("history")
def record_history(
    screening: ScreeningId,
    with_identity: IdentityOption = False,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> int:
    """Show every event of one screening, with its place in the chain; what is sealed is hidden."""
    from ui.commands import records
    from ui.home import Home

    return records.history(Home(home_of(home)), screening, as_json=as_json, with_identity=with_identity)


@store.command("init")
def store_init(
    post: Annotated[str, typer.Option(metavar="ID")] = "lajas-blancas",
    desk: Annotated[str, typer.Option(metavar="NAME")] = "1",
    officer: Annotated[str, typer.Option(metavar="ID")] = "o-1",
    training: Annotated[
        bool, typer.Option("--training", help="A desk to learn at: unsigned procedures, marked.")
    ] = False,
    home: HomeOption = None,
) -> int:
    """Make an empty store for a desk of a post."""
    from ui.commands import records
    from ui.home import Home, Place

    return records.init(Home(home_of(home)), Place(post, desk, officer, training))


@store.command("check")
def store_check(as_json: JsonOption = False, home: HomeOption = None) -> int:
    """Check the file, the chain and every seal."""
    from ui.commands import records
    from ui.home import Home

    return records.check(Home(home_of(home)), as_json=as_json)


@store.command("rebuild")
def store_rebuild(as_json: JsonOption = False, home: HomeOption = None) -> int:
    """Drop the rows and fold them again from the log, proving that they were equal."""
    from ui.commands import records
    from ui.home import Home

    return records.rebuild(Home(home_of(home)), as_json=as_json)
