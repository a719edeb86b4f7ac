"""Papers on their way to a printer: made again on demand from the log, so that nothing personal lies on the disk.

The queue is a fold of `slip_printed` events: what was issued and no printer took. A printer that is missing or out of
paper leaves it there; nothing here ever stops a screening, and the shell calls the slow parts from a thread.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from screening.events import Event
from screening.records.errors import EnvironmentProblem
from screening.records.reader import RecordReader
from screening.records.stored import StoredEvent
from screening.referring import Fixed, advise, refer
from screening.session import fold
from screening.setting import Setting
from sops.wording import Wording
from ui.desk import STREAM
from ui.issuing import Papers

__all__ = ["CupsPrinter", "NoPrinter", "PaperMaker", "Printer", "PrinterState", "Queue", "title_of", "waiting_papers"]

_PATIENCE_S = 20.0


@dataclass(frozen=True, slots=True)
class PrinterState:
    """Whether a printer takes papers, and in words what is the matter when it does not."""

    is_ready: bool
    words: str = ""


class Printer(Protocol):
    """Something that takes a PDF. Both calls may take seconds: not from the thread of the window."""

    @property
    def name(self) -> str:
        """As the officer knows it."""

    def state(self) -> PrinterState:
        """Whether it would take a paper now."""

    def print(self, pdf: bytes, title: str) -> None:
        """Hand a paper over. Raises EnvironmentProblem when it was not taken. `title` identifies nobody."""


@dataclass(frozen=True, slots=True)
class NoPrinter:
    """There is none: papers wait."""

    name: str = ""

    def state(self) -> PrinterState:
        """Never ready."""
        return PrinterState(is_ready=False, words="no printer is set up; papers wait in the queue")

    def print(self, pdf: bytes, title: str) -> None:
        """Refuse."""
        raise EnvironmentProblem(self.state().words)


@dataclass(frozen=True, slots=True)
class CupsPrinter:
    """A printer of CUPS, fed through standard input: no file is left behind. `queue` empty: the system's default."""

    queue: str = ""

    @property
    def name(self) -> str:
        """The queue's name."""
        return self.queue or "CUPS"

    def state(self) -> PrinterState:
        """What CUPS says of the queue."""
        if shutil.which("lp") is None:
            return PrinterState(is_ready=False, words="this computer has no CUPS (lp); papers wait in the queue")
        said = _ask(["lpstat", "-p", self.queue] if self.queue else ["lpstat", "-d"])
        if said is None or ("no system default" in said) or "disabled" in said:
            return PrinterState(is_ready=False, words=f"{self.name}: not ready; papers wait in the queue")
        return PrinterState(is_ready=True)

    def print(self, pdf: bytes, title: str) -> None:
        """Hand the paper to `lp`."""
        command = ["lp", "-t", title, *(["-d", self.queue] if self.queue else []), "-"]
        try:
            done = subprocess.run(command, input=pdf, capture_output=True, timeout=_PATIENCE_S, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as problem:
            raise EnvironmentProblem(f"{self.name}: the paper was not taken; it waits in the queue.") from problem
        if done.returncode != 0:
            raise EnvironmentProblem(f"{self.name}: the paper was not taken (code {done.returncode}); it waits.")


def _ask(command: Sequence[str]) -> str | None:
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE_S, check=False)  # noqa: S603 - ours
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None


def waiting_papers(events: Sequence[Event]) -> tuple[Papers, ...]:
    """The papers of one screening that were issued and that no printer took yet, oldest first. A fold of its events."""
    waiting: dict[tuple[str, str, int], Papers] = {}
    for event in events:
        if event.kind != "slip_printed":
            continue
        body = event.body
        copy = body.get("copy")
        key = str(body["paper"]), str(body.get("number") or ""), copy if isinstance(copy, int) else 0
        if body.get("queued"):
            waiting[key] = Papers(event.stream.removeprefix(STREAM), *key, 1)
        else:
            waiting.pop(key, None)
    return tuple(waiting.values())


@dataclass(frozen=True, slots=True)
class PaperMaker:
    """Makes the PDF of any issued paper again. A copy says what the first print said, but for its mark."""

    store: RecordReader
    setting_of: Callable[[Event], Setting]
    wording: Wording

    def pdf(self, papers: Papers, language: str | None = None) -> bytes:
        """The paper as a PDF, in the traveller's language where none is named.

        Raises EnvironmentProblem when it was never issued.
        """
        events = self.store.history(STREAM + papers.screening)
        first = _issue(events, papers, 0)
        stored = _issue(events, papers, papers.copy)
        if first is None or stored is None:
            raise EnvironmentProblem(f"no {papers.paper} of this screening was issued, so there is nothing to print.")
        setting = self.setting_of(events[0].event)
        state = fold(setting, [each.event for each in events if each.seq <= first.seq])
        spoken = language or state.log.language
        if papers.paper == "advice_notice":
            from forms.notice import advice_notice  # ReportLab waits until a paper is made

            return advice_notice(advise(state, self.wording, first.event.at), spoken)
        from forms.slip import referral_slip

        fixed = Fixed(papers.number, first.seq, first.hash.hex(), first.event.at, first.event.by)
        printed_at = stored.event.at.astimezone(ZoneInfo(setting.post.time_zone))
        referral = refer(state, self.wording, fixed)
        return referral_slip(referral, spoken, papers.copy, at=printed_at, by=stored.event.by)


def _issue(events: Sequence[StoredEvent], papers: Papers, copy: int) -> StoredEvent | None:
    """The event that issued a copy of a paper."""
    for stored in events:
        body = stored.event.body
        if stored.event.kind == "slip_printed" and (body["paper"], body.get("copy", 0)) == (papers.paper, copy):
            return stored
    return None


def title_of(papers: Papers) -> str:
    """What a paper is called on the way to the printer and in a folder: its number, nothing of the traveller."""
    copy = f"-copy-{papers.copy}" if papers.copy else ""
    return (papers.number or f"{papers.paper}-{papers.screening[:8]}") + copy


@dataclass
class Queue:
    """The papers that wait at this desk. Filled from the log once, then by every paper that is issued."""

    maker: PaperMaker
    printer: Printer
    waiting: list[Papers]

    @classmethod
    def of(cls, maker: PaperMaker, printer: Printer, since: str) -> Queue:
        """The queue as the log has it, for screenings begun on the local day `since` or later."""
        rows = maker.store.rows(first=since, last="9999-12-31")
        found = [each for row in rows for each in waiting_papers(maker.store.read(STREAM + row.screening))]
        return cls(maker, printer, found)

    def add(self, papers: Papers) -> None:
        """A paper was issued; `Desk.print_papers` is this."""
        self.waiting.append(papers)

    def work(self, printed: Callable[[Papers], None]) -> PrinterState:
        """Print what waits until the printer takes no more; `printed` records each one taken. Raises nothing."""
        while self.waiting:
            state = self.printer.state()
            if not state.is_ready:
                return state
            papers = self.waiting[0]
            try:
                self.printer.print(self.maker.pdf(papers), title_of(papers))
            except EnvironmentProblem as problem:
                return PrinterState(is_ready=False, words=str(problem))
            self.waiting.pop(0)
            printed(papers)
        return PrinterState(is_ready=True)
