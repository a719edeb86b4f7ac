"""`paso screen`: a scripted traveller at a real desk, recorded, with the papers."""

from __future__ import annotations

import json
import os
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.commands.problems import DONE, InputError
from ui.commands.streams import say

if TYPE_CHECKING:
    from ui.demo.walking import Walk
    from ui.desk import Desk, Papers
    from ui.home import Home

__all__ = ["screen", "write_paper"]


def screen(script_file: Path, home: Home, out: Path | None, language: str, *, as_json: bool, drill: bool) -> int:
    """Walk the script; print what happened; the exit code. `drill` marks the screening as training."""
    from dataclasses import replace

    from ui.commands.walk_words import WalkWords
    from ui.demo.script import read_script
    from ui.demo.walking import Clock, Walker
    from ui.home import Place
    from ui.printing import PaperMaker

    try:
        script = read_script(script_file)
    except OSError as problem:
        raise InputError(f"{script_file}: cannot be read ({problem.strerror}).") from problem
    script = replace(script, training=script.training or drill)
    place = Place(script.post, script.desk, script.officer)
    if not home.has_records:
        home.settle(place)
    known = home.catalogue()
    clock = Clock(script.at.astimezone(UTC))
    issued: list[Papers] = []
    stores = [home.open_records()]

    def begin() -> Desk:
        desk = home.open_desk(clock=clock, shipped=known, store=stores[-1], place=place)
        desk.print_papers = issued.append
        return desk

    def restart() -> Desk:
        stores[-1].close()
        stores.append(home.open_records())
        return begin()

    try:
        walker = Walker(begin(), clock, restart)
        walk = walker.walk(script)
        duties = walker.desk.duties()
        maker = PaperMaker(stores[-1], walker.desk.setting_of, known.wording)
        files = [write_paper(maker.pdf(papers), papers, out) for papers in issued] if out is not None else []
    finally:
        stores[-1].close()
    if as_json:
        print(json.dumps(_as_json(walk, files)))
    else:
        print("\n".join(WalkWords(known.wording, language).lines(walk, duties)))
        for file in files:
            print(file)
    if drill:
        say("recorded as a drill, since no data folder was named (--home).")
    return DONE


def write_paper(pdf: bytes, papers: Papers, out: Path) -> Path:
    """Put a paper into a folder, under its number; its name holds nothing of the traveller."""
    from ui.printing import title_of

    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{title_of(papers)}.pdf"
    path.write_bytes(pdf)
    return path


def _as_json(walk: Walk, files: list[Path]) -> dict[str, Any]:
    state = walk.state
    return {
        "screening": state.screening,
        "steps": [
            {"step": went.name, "value": went.value, "why": went.why, "missing": went.missing}
            for went in walk.went
            if went.kind == "step"
        ],
        "acts": [
            {"act": went.name, "what": went.what, "details": went.value} for went in walk.went if went.kind == "act"
        ],
        "not_asked": list(walk.not_asked),
        "verdict": state.verdict.as_json(),
        "course": state.course.id if state.course else None,
        "rule": state.rule,
        "outcome": state.outcome,
        "slips": [slip.number for slip in state.log.slips if slip.number],
        "files": [os.fspath(file) for file in files],
    }
