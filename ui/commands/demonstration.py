"""`paso demo`: lives the day, draws everything, writes `demo.json` and `index.html`, and says who got which outcome."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from screening.records.store import RecordStore
from ui.commands.problems import DONE, InputError
from ui.commands.streams import columns
from ui.commands.summaries import write_summary
from ui.demo.day import DAY, Day, live
from ui.demo.drawing import first_page
from ui.demo.page import Picture, Pictures, page
from ui.demo.screens import draw_screens
from ui.demo.telling import tell
from ui.home import Home

__all__ = ["show"]

_OWN: Final = ("home", "papers", "summary", "pictures", "screens", "demo.json", "index.html")


def show(out: Path, seed: int, language: str) -> int:
    """The whole demonstration into `out`; the exit code. Nothing personal is printed: the page has it."""
    _make_room(out)
    day = live(Home(out / "home"), seed, out / "papers")
    told = tell(day)
    summary = _summary(day, out / "summary")
    screens = draw_screens(out / "home", out / "screens")
    pictures = Pictures(_papers(told, out), _sheets(summary, out), screens)
    (out / "demo.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (out / "index.html").write_text(page(told, pictures), encoding="utf-8")
    spoken = "es" if language == "es" else "en"
    print(
        "\n".join(
            columns([("no", "time", "class", "outcome", "why"), *(_row(each, spoken) for each in told["travellers"])])
        )
    )
    store = told["store"]
    print()
    print(f"{store['events']} events, chain {'holds' if store['chain_holds'] else 'BROKEN'}, head {store['head']}")
    if not screens:
        print("no screens: Qt cannot draw here")
    for name in ("index.html", "demo.json", "papers", "summary", "screens", "home"):
        if (out / name).exists():
            print(out / name)
    return DONE


def _make_room(out: Path) -> None:
    """An empty folder; only what an earlier demonstration made is ever removed."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out}: this is a file. Name a folder.")
    if out.is_dir() and any(out.iterdir()):
        if not (out / "demo.json").exists():
            raise InputError(f"{out}: this folder is not empty, and no demonstration made it. Name another with --out.")
        for name in _OWN:
            place = out / name
            if place.is_dir():
                shutil.rmtree(place)
            else:
                place.unlink(missing_ok=True)
    out.mkdir(parents=True, exist_ok=True)


def _summary(day: Day, folder: Path) -> list[Path]:
    """The day's summary in every format, exact and for others."""
    post = day.catalogue.post(day.home.place.post)
    files: list[Path] = []
    with RecordStore.open(day.home.records, read_only=True) as store:
        for public in (False, True):
            files += write_summary(store, day.catalogue, post, DAY, folder, public=public)
    return files


def _papers(told: dict[str, Any], out: Path) -> list[Picture]:
    pictures = []
    for each in told["travellers"]:
        for paper in each["papers"]:
            words = {code: f"{each['number']} · {paper['number'] or each['language'][code]}" for code in ("es", "en")}
            pictures.append(Picture(first_page(out / paper["file"]), words, paper["file"], each["key"]))
    return pictures


def _sheets(files: Sequence[Path], out: Path) -> list[Picture]:
    pdfs = [file for file in files if file.suffix == ".pdf"]
    return [
        Picture(first_page(file, 100), dict.fromkeys(("es", "en"), file.stem), file.relative_to(out).as_posix())
        for file in pdfs
    ]


def _row(each: dict[str, Any], language: str) -> tuple[str, ...]:
    rule = each["rule"][language] if each["rule"] else ""
    alerts = "".join(f" [{alert['id']}]" for alert in each["alerts"])
    by = f"{each['by']}: " if each["by"] else ""
    return (str(each["number"]), each["time"], each["class"]["id"], each["outcome"]["id"], f"{by}{rule}{alerts}")
