"""The calls of `paso sop` that carry an edition from its author to all desks, and try it on recorded travellers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.groups import sop
from ui.commands.options import HomeOption, JsonOption, LangOption, home_of

__all__: list[str] = []

FromOption = Annotated[
    str, typer.Option("--from", metavar="MOMENT", help="With its time zone: 2021-04-01T00:00-05:00.")
]
Named = Annotated[str, typer.Argument(metavar="ID@EDITION")]


@sop.command("key")
def sop_key(
    out: Annotated[Path, typer.Option(metavar="FILE", help="The private key; FILE.pub is the public one.")],
    name: Annotated[str, typer.Option(metavar="NAME", help="Of the authority, as desks show it.")],
    passphrase: Annotated[bool, typer.Option("--passphrase", help="Ask for one (or PASO_PASSPHRASE).")] = False,
) -> int:
    """Make the key pair of an authority that signs procedures."""
    from ui.commands import sop_life

    return sop_life.key(out, name, closed=passphrase)


@sop.command("pack")
def sop_pack(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders.")],
    key: Annotated[Path, typer.Option(metavar="FILE", help="The authority's private key.")],
    begins: FromOption,
    out: Annotated[Path, typer.Option(metavar="NAME.pasopack", help="The pack; its name is the pack's.")],
) -> int:
    """Check, prove and sign SOP files: one file for all desks."""
    from ui.commands import sop_life

    return sop_life.pack(paths, key, begins, out)


@sop.command("trust")
def sop_trust(
    public: Annotated[Path, typer.Argument(metavar="FILE.pub")],
    fingerprint: Annotated[str | None, typer.Option(metavar="GROUPS", help="As the authority read it out.")] = None,
    home: HomeOption = None,
) -> int:
    """Believe packs of an authority at this desk, after its fingerprint was compared."""
    from ui.commands import sop_life
    from ui.home import Home

    return sop_life.trust(Home(home_of(home)), public, fingerprint)


@sop.command("install")
def sop_install(
    file: Annotated[Path, typer.Argument(metavar="NAME.pasopack")],
    home: HomeOption = None,
) -> int:
    """Install a signed pack; its texts bind from the moment it names."""
    from ui.commands import sop_life
    from ui.home import Home

    return sop_life.install(Home(home_of(home)), file)


@sop.command("activate")
def sop_activate(name: Named, begins: FromOption, home: HomeOption = None) -> int:
    """Make an edition binding at this desk from a moment."""
    from ui.commands import sop_life
    from ui.home import Home

    return sop_life.activate(Home(home_of(home)), name, begins)


@sop.command("rollback")
def sop_rollback(identity: Annotated[str, typer.Argument(metavar="ID")], home: HomeOption = None) -> int:
    """Go back to the edition that bound before."""
    from ui.commands import sop_life
    from ui.home import Home

    return sop_life.rollback(Home(home_of(home)), identity)


@sop.command("try")
def sop_try(  # noqa: PLR0917 - options, each with its name on the command line
    name: Named,
    records: Annotated[str, typer.Option(metavar="FROM..TO", help="Local days: 2021-03-01..2021-03-31.")],
    exact: Annotated[bool, typer.Option("--exact", help="For the health authority: small counts too.")] = False,
    lang: LangOption = "en",
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> int:
    """Tell whom of recorded travellers another edition would judge or treat otherwise. Changes nothing."""
    from ui.commands import sop_try
    from ui.home import Home

    return sop_try.retry(Home(home_of(home)), name, records, language=lang, as_json=as_json, exact=exact)
