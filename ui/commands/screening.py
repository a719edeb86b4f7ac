"""`paso screen`: a scripted traveller at a real desk, recorded, with the papers."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from ui.commands.problems import DONE, InputError
from ui.commands.streams import say

if TYPE_CHECKING:
    from sops.catalogue import Catalogue
    from ui.demo.script import Script
    from ui.demo.walking import Walk
    from ui.desk import Desk
    from ui.home import Home
    from ui.issuing import Papers

__all__ = ["screen", "write_paper"]


def screen(script_file: Path, home: Home, out: Path | None, language: str, *, as_json: bool, drill: bool) -> int:
    """Walk the script; print what happened; the exit code. `drill` marks the screening as training."""
    from dataclasses import replace

    from ui.commands.walk_words import WalkWords
    from ui.demo.sense import sensible_script
    from ui.home import Place
    from ui.printing import PaperMaker

    known = home.catalogue()
    try:
        script = sensible_script(script_file, known)
    except OSError as problem:
        raise InputError(f"{script_file}: cannot be read ({problem.strerror}).") from problem
    script = replace(script, training=script.training or drill)
    _rehearse(script, home, known)
    if not home.has_records:
        home.settle(Place(script.post, script.desk, script.officer, training=home.place.training))
    issued: list[Papers] = []
    with _Sitting(script, home, known, issued.append) as sitting:
        walker = sitting.walker
        walk = walker.walk(script)
        duties = walker.desk.duties()
        maker = PaperMaker(sitting.store, walker.desk.setting_of, known.wording)
        files = [write_paper(maker.pdf(papers), papers, out) for papers in issued] if out is not None else []
    if as_json:
        print(json.dumps(_as_json(walk, files)))
    else:
        print("\n".join(WalkWords(known.wording, language).lines(walk, duties)))
        for file in files:
            print(file)
    if drill:
        say("recorded as a drill, since no data folder was named (--home).")
    return DONE


def _rehearse(script: Script, home: Home, known: Catalogue) -> None:
    """Walk the script beside the records first: what only the walk can show is refused before anything is recorded."""
    from dataclasses import replace

    from sops.mistakes import SopError
    from ui.demo.walking import ScriptError

    with tempfile.TemporaryDirectory(prefix="paso-rehearsal-") as folder:
        place = replace(home, folder=Path(folder))
        try:
            with _Sitting(script, place, known, lambda _: None) as sitting:
                sitting.walker.walk(script)
        except ScriptError as problem:
            raise SopError([script.mistake("flow", problem.path, problem.why)]) from problem


class _Sitting:
    """One script at the desk of a data folder; a `crash` in it closes the records and opens them again."""

    def __init__(self, script: Script, home: Home, known: Catalogue, issue: Callable[[Papers], None]) -> None:
        from ui.demo.walking import Clock, Walker
        from ui.home import Place

        self.home, self.known, self.issue = home, known, issue
        self.place = Place(script.post, script.desk, script.officer)
        self.clock = Clock(script.at.astimezone(UTC))
        self.store = home.open_records()
        try:
            self.walker = Walker(self.desk(), self.clock, self.restart)
        except BaseException:
            self.store.close()
            raise

    def desk(self) -> Desk:
        """The desk as it stands after a start of the program."""
        desk = self.home.open_desk(clock=self.clock, shipped=self.known, store=self.store, place=self.place)
        desk.print_papers = self.issue
        return desk

    def restart(self) -> Desk:
        """The desk of the next program, after one that ended without a word."""
        self.store.close()
        self.store = self.home.open_records()
        return self.desk()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()


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
