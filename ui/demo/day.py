"""The demonstration day: Lajas Blancas on 23 March 2021, thirty travellers through the same desk as in the window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from screening.mrz import read
from screening.records.errors import EnvironmentProblem
from screening.records.store import RecordStore
from sops.catalogue import Catalogue
from ui.demo.chance import Chance
from ui.demo.script import Act, Script, read_script
from ui.demo.walking import Clock, Walk, Walker, Went
from ui.desk import Desk
from ui.home import Home, Place
from ui.issuing import Papers
from ui.printing import PaperMaker, PrinterState, Queue

__all__ = ["DAY", "Day", "Kill", "Visit", "live"]

DAY: Final = date(2021, 3, 23)
_SCRIPTS: Final = Path(__file__).parent / "day"
_NO_PAPER: Final = ("14-confirmed", "15-gap", "16-refusal")
"""While these are seen the printer is out of paper: their papers wait, and nobody else does."""


@dataclass(frozen=True, slots=True)
class Kill:
    """What the kill met, and what was there afterwards."""

    step: str
    at: datetime
    events_before: int  # acknowledged by the process that was killed
    events_after: int  # found by the next one
    resumed_at: str


@dataclass
class Visit:
    """One traveller of the day with what became of him."""

    key: str
    walk: Walk
    kill: Kill | None = None
    papers: list[Papers] = field(default_factory=list)
    queued: bool = False  # a paper had to wait for the printer
    parked_for: int = 0  # so many others were seen in between


@dataclass
class DemoPrinter:
    """A printer that puts papers into a folder, and that can be out of paper."""

    folder: Path
    name: str = "demo"
    has_paper: bool = True
    files: dict[str, Path] = field(default_factory=dict)
    title: str = ""

    def state(self) -> PrinterState:
        """Out of paper, or ready."""
        return PrinterState(self.has_paper, "" if self.has_paper else "out of paper; papers wait in the queue")

    def print(self, pdf: bytes, title: str) -> None:
        """Put the paper under its title."""
        if not self.has_paper:
            raise EnvironmentProblem(self.state().words)
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{title}.pdf").write_bytes(pdf)


@dataclass
class Day:
    """The whole day: who came, the store it left, and the queue."""

    home: Home
    seed: int
    catalogue: Catalogue
    visits: list[Visit] = field(default_factory=list)
    most_queued: int = 0


def live(home: Home, seed: int, papers: Path) -> Day:
    """Live the day in an empty data folder; the papers go into `papers`. The store is closed at its end."""
    return _Living(home, seed, papers).live()


class _Living:
    def __init__(self, home: Home, seed: int, papers: Path) -> None:
        self.chance = Chance(seed, "day")
        home.settle(Place("lajas-blancas", "1", "o-17"))
        self.day = Day(home, seed, home.catalogue())
        self.clock = Clock(datetime(2021, 3, 23, 11, 0, tzinfo=UTC))
        self.printer = DemoPrinter(papers)
        self.issued: list[Papers] = []
        self.store = RecordStore.create(home.records, desk="1", entropy=self.chance.bytes)
        self.walker = Walker(self.desk(), self.clock)
        self.queue = self.new_queue()

    def desk(self) -> Desk:
        desk = self.day.home.open_desk(
            clock=self.clock, new_id=self.chance.new_id, shipped=self.day.catalogue, store=self.store
        )
        desk.print_papers = self.issue
        return desk

    def new_queue(self) -> Queue:
        """The queue as the log has it, as after every start."""
        maker = PaperMaker(self.store, self.walker.desk.setting_of, self.day.catalogue.wording)
        return Queue.of(maker, self.printer, DAY.isoformat())

    def issue(self, papers: Papers) -> None:
        self.issued.append(papers)
        self.queue.add(papers)

    def live(self) -> Day:
        coming = [(path.stem, read_script(path)) for path in sorted(_SCRIPTS.glob("*.yaml"))]
        resting: list[tuple[Visit, int]] = []
        try:
            for key, script in coming:
                rests = next((act for act in script.then if act.name == "park"), None)
                if rests is not None:
                    resting.append((self.set_aside(key, script, rests), int(rests.details or 1)))
                    continue
                self.see(key, script)
                resting = [(visit, left - 1) for visit, left in resting]
                for visit, _ in [pair for pair in resting if pair[1] <= 0]:
                    self.take_up(visit)
                resting = [pair for pair in resting if pair[1] > 0]
        finally:
            self.store.close()
        self.day.visits.sort(key=lambda visit: visit.key)
        return self.day

    def see(self, key: str, script: Script) -> None:
        """One traveller from beginning to end."""
        self.printer.has_paper = key not in _NO_PAPER
        crash = next((act for act in script.then if act.name == "crash"), None)
        self.finish(self.see_killed(key, script, crash) if crash else Visit(key, self.walker.walk(script)))

    def set_aside(self, key: str, script: Script, act: Act) -> Visit:
        """A traveller rests before the second reading; the desk takes the next."""
        walk = self.walker.begin(script)
        self.walker.answer_all(walk, until=act.at)
        self.walker.desk.park("second")
        walk.went.append(Went("act", "park", None, "", self.clock.now, what=act.at or ""))
        walk.seen.add(act.path)
        return Visit(key, walk, parked_for=int(act.details or 1))

    def take_up(self, visit: Visit) -> None:
        """The rest is over."""
        state = self.walker.desk.resume(visit.walk.state.screening)
        if state.wait_until is not None:
            self.clock.now = max(self.clock.now, state.wait_until)
        self.go_on(visit)
        self.finish(visit)

    def go_on(self, visit: Visit) -> None:
        """The rest of a script whose traveller is in front again."""
        self.walker.answer_all(visit.walk)
        for act in visit.walk.script.then:
            if act.at is None:
                self.walker.act(visit.walk, act)
        visit.walk.state = self.walker.state

    def see_killed(self, key: str, script: Script, crash: Act) -> Visit:
        """A process of its own walks until a step and is killed; this one finds the traveller again and goes on."""
        self.clock.now = max(self.clock.now, script.at)
        self.walker.desk.leave()
        self.store.close()
        told = _killed(self.day, _SCRIPTS / f"{key}.yaml", crash.at or "", self.clock.now)
        self.clock.now = datetime.fromisoformat(str(told["now"]))
        self.store = RecordStore.open(self.day.home.records, entropy=self.chance.bytes)
        self.walker = Walker(self.desk(), self.clock)
        self.queue = self.new_queue()
        unfinished = [row for row in self.store.unfinished() if row.screening == told["screening"]]
        events = self.store.head().seq
        desk = self.walker.desk
        desk.officer, desk.language = script.officer, script.language
        state = desk.resume(unfinished[0].screening)
        kill = Kill(
            str(told["step"]), self.clock.now, int(str(told["events"])), events, state.at.id if state.at else ""
        )
        mrz = script.document.get("mrz")
        walk = Walk(script, state, read(str(mrz), DAY) if mrz else None)
        went = told["went"]
        assert isinstance(went, list)
        walk.went = [
            Went(kind, name, value, why, datetime.fromisoformat(at), what=what)
            for kind, name, value, why, at, what in went
        ]
        walk.went.append(Went("act", "crash", None, "", self.clock.now, what=crash.at or ""))
        walk.seen.add(crash.path)
        visit = Visit(key, walk, kill)
        self.go_on(visit)
        return visit

    def finish(self, visit: Visit) -> None:
        """The desk is free, and the queue is worked off as far as the printer lets it."""
        visit.papers, self.issued = self.issued, []
        desk = self.walker.desk
        waited = self.queue.work(desk.printed)
        visit.queued = bool(visit.papers) and not waited.is_ready
        self.day.most_queued = max(self.day.most_queued, len(self.queue.waiting))
        visit.walk.state = desk.load(visit.walk.state.screening)
        desk.leave()
        self.day.visits.append(visit)


def _killed(day: Day, script: Path, step: str, now: datetime) -> dict[str, object]:
    """Start the process, read where it stands, and kill it there (SIGKILL, or its like on Windows)."""
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    command = [sys.executable, "-m", "ui.demo.killed", str(day.home.folder), str(day.seed), str(script), step]
    with subprocess.Popen(  # noqa: S603 - this Python, our module
        [*command, now.isoformat()], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.kill()
    if not line:
        raise EnvironmentProblem("the process to be killed ended before its time; the demonstration cannot go on.")
    found: dict[str, object] = json.loads(line)
    return found
