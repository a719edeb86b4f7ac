"""`paso summary`: the supervisor's summary of a local day, exact or for others, in every format, the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ui.commands.problems import DONE, InputError

if TYPE_CHECKING:
    from screening.records.reader import RecordReader
    from sops.catalogue import Catalogue
    from sops.model import Post
    from ui.home import Home

__all__ = ["FORMATS", "summary", "write_summary"]

FORMATS: Final = ("pdf", "xlsx", "csv", "json")


def summary(home: Home, on: date, formats: Sequence[str], out: Path, *, public: bool, language: str) -> int:
    """Write the summary of a day; the exit code."""
    unknown = [each for each in formats if each not in FORMATS]
    if unknown:
        raise InputError(f"--format {unknown[0][:20]!r}: the formats are {', '.join(FORMATS)}.")
    known = home.catalogue()
    post = known.post(home.place.post)
    with home.open_records(read_only=True) as store:
        files = write_summary(store, known, post, on, out, formats=formats, public=public, language=language)
    for file in files:
        print(file)
    return DONE


def write_summary(
    store: RecordReader,
    known: Catalogue,
    post: Post,
    on: date,
    out: Path,
    *,
    formats: Sequence[str] = FORMATS,
    public: bool = False,
    language: str = "es",
) -> list[Path]:
    """The files of a day's summary. `public` hides small numbers; the registry counts come with `csv`."""
    from forms.spreadsheets import registry_csv, summary_csv, summary_json
    from forms.summary_sheet import summary_sheet
    from forms.workbook import summary_xlsx
    from screening.dtm import registry_of_day
    from screening.release import Version, release
    from screening.summary import summarise

    definition = known.in_force("definition", post.definition, on)
    procedure = known.procedure(known.in_force("procedure", post.procedure, on))
    threshold = post.parameters.get("fever_threshold_c", procedure.parameters["fever_threshold_c"].value)
    before = store.rows(day=on - timedelta(days=1), post=post.id)
    rows = store.rows(day=on, post=post.id)
    counted = summarise(post, on, rows, before or None, editions=(definition,), fever_threshold_c=threshold)
    version = Version.PUBLIC if public else Version.HEALTH_AUTHORITY
    head = store.head()
    amber = [definition] if known.definition(definition).about.is_amber(on) else []
    names = known.wording
    name = f"summary-{post.code}-{on}-{version.value}"
    makers: dict[str, Callable[[], bytes]] = {
        "pdf": lambda: summary_sheet(
            counted, version, language, names=names, head=(head.seq, head.hash.hex()), amber=amber
        ),
        "xlsx": lambda: summary_xlsx(counted, version, language, names=names),
        "csv": lambda: summary_csv(counted, version),
        "json": lambda: summary_json(counted, version),
    }
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for each in formats:
        path = out / f"{name}.{each}"
        path.write_bytes(makers[each]())
        files.append(path)
    if "csv" in formats:
        path = out / f"registry-{post.code}-{on}-{version.value}.csv"
        path.write_bytes(registry_csv([registry_of_day(release(counted, version))]))
        files.append(path)
    return files
