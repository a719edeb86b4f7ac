"""`paso summary`: the supervisor's summary of a local day, exact or for others, in every format, the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commands.problems import DONE, FOUND, InputError
from ui.commands.streams import say

if TYPE_CHECKING:
    from screening.records.reader import RecordReader
    from sops.catalogue import Catalogue
    from sops.model import Post
    from ui.home import Home

__all__ = ["summary", "write_summary"]


def summary(home: Home, on: date, formats: Sequence[str], out: Path, *, public: bool, language: str) -> int:
    """Write the summary of a day; the exit code."""
    from ui.day_papers import FORMATS

    if not formats:
        raise InputError(f"--format: no format is named; the formats are {', '.join(FORMATS)}.")
    unknown = [each for each in formats if each not in FORMATS]
    if unknown:
        raise InputError(f"--format {unknown[0][:20]!r}: the formats are {', '.join(FORMATS)}.")
    known = home.catalogue()
    post = known.post(home.place.post)
    with home.open_records(read_only=True) as store:
        files = write_summary(store, known, post, on, out, formats=formats, public=public, language=language)
        warnings = store.warnings
    for file in files:
        print(file)
    for warning in warnings:
        say(warning)
    return FOUND if warnings else DONE


def write_summary(
    store: RecordReader,
    known: Catalogue,
    post: Post,
    on: date,
    out: Path,
    *,
    formats: Sequence[str] = (),
    public: bool = False,
    language: str = "es",
) -> list[Path]:
    """The files of a day's summary, in every format unless some are named; `dtm` comes with `csv`.

    `public` hides small numbers.
    """
    from screening.release import Version
    from ui.day_papers import FORMATS, papers_of, setting_on

    version = Version.PUBLIC if public else Version.HEALTH_AUTHORITY
    papers = papers_of(store, setting_on(known, store, post.id, on), on, version, language, now=datetime.now(UTC))
    out.mkdir(parents=True, exist_ok=True)
    wanted = [*(formats or FORMATS), *(["dtm"] if "csv" in formats else [])]
    files = []
    for each in dict.fromkeys(wanted):
        path = out / papers.name(each)
        path.write_bytes(papers.file(each, known.wording))
        files.append(path)
    return files
