"""Papers on their way: the queue is what the log says, and no printer ever stops a screening."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import pypdfium2
import pytest

from screening.records.errors import EnvironmentProblem
from screening.records.store import RecordStore
from ui.desk import STREAM, Desk
from ui.printing import CupsPrinter, NoPrinter, PaperMaker, PrinterState, Queue, title_of, waiting_papers

PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"


@dataclass
class FakePrinter:
    """Takes papers while it has paper."""

    sheets: int
    name: str = "fake"
    taken: list[tuple[str, bytes]] = field(default_factory=list)

    def state(self) -> PrinterState:
        return PrinterState(self.sheets > 0, "" if self.sheets else "out of paper")

    def print(self, pdf: bytes, title: str) -> None:
        self.sheets -= 1
        self.taken.append((title, pdf))


class Jammed(FakePrinter):
    """Says that it is ready, and takes nothing."""

    def print(self, pdf: bytes, title: str) -> None:
        raise EnvironmentProblem("fake: the paper was not taken; it waits in the queue.")


@pytest.fixture
def desk(catalogue, clock, tmp_path):
    with RecordStore.create(tmp_path / "records.sqlite") as store:
        ids = (f"s{number:03}" for number in itertools.count())
        yield Desk(
            catalogue, store, catalogue.post("lajas-blancas"), "1", "o-17", clock, lambda: next(ids), language="ht"
        )


@pytest.fixture
def maker(desk, catalogue):
    return PaperMaker(desk.store, desk.setting_of, catalogue.wording)


def emergency(desk):
    """Somebody is handed over in an emergency; a slip is issued."""
    desk.scan(PASSPORT)
    desk.answer("danger")
    while desk.state.at is not None:
        desk.answer("handed_over" if desk.state.at.answer == "choice" else True)
    return desk.issue("referral_slip", 2)


def words(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return document[0].get_textpage().get_text_bounded()


def test_the_queue_is_a_fold_of_the_log(desk, maker):
    papers = emergency(desk)
    queue = Queue.of(maker, NoPrinter(), "2021-03-23")
    assert [(each.screening, each.number, each.copy) for each in queue.waiting] == [
        (papers.screening, papers.number, 0)
    ]
    desk.printed(papers)
    assert Queue.of(maker, NoPrinter(), "2021-03-23").waiting == []
    assert waiting_papers(desk.store.read(STREAM + papers.screening)) == ()


def test_a_printer_out_of_paper_leaves_the_rest_waiting(desk, maker):
    first = emergency(desk)
    second = desk.issue("referral_slip")
    printer = FakePrinter(1)
    queue = Queue(maker, printer, [first, second])
    state = queue.work(desk.printed)
    assert (state.is_ready, state.words) == (False, "out of paper")
    assert queue.waiting == [second]
    printer.sheets = 5
    assert queue.work(desk.printed).is_ready
    assert [title for title, _ in printer.taken] == [first.number, f"{first.number}-copy-1"]


@pytest.mark.parametrize("printer", [NoPrinter(), Jammed(1), CupsPrinter("there-is-none")])
def test_no_printer_stops_anything(desk, maker, monkeypatch, printer):
    monkeypatch.setenv("PATH", "")
    queue = Queue(maker, printer, [emergency(desk)])
    state = queue.work(desk.printed)
    assert not state.is_ready
    assert state.words
    assert len(queue.waiting) == 1


def test_the_same_paper_is_made_again_byte_for_byte(desk, maker):
    papers = emergency(desk)
    first = maker.pdf(papers)
    desk.companion("son", 7, "Marco")  # what happens later changes nothing on a paper that was issued
    assert maker.pdf(papers) == first
    assert "ERIKSSON" in words(first)


def test_a_copy_says_what_the_first_print_said_and_that_it_is_one(desk, maker):
    first = emergency(desk)
    copy = desk.issue("referral_slip")
    assert (copy.number, copy.copy) == (first.number, 1)
    assert "kopi 1" in words(maker.pdf(copy)).lower()
    assert "kopi 1" not in words(maker.pdf(first)).lower()


def test_a_notice_can_still_be_printed_after_the_name_is_destroyed(desk, maker):
    desk.scan(PASSPORT)
    issued = []
    desk.print_papers = issued.append
    for value in ("well", "no_test", "no", "no", {"c": 36.6}):
        desk.answer(value)
    desk.do("give_advice")
    assert desk.state.log.erased
    (papers,) = issued
    assert "ERIKSSON" not in title_of(papers) + words(maker.pdf(papers))
    desk.printed(papers)
    assert desk.store.verify().ok


def test_a_paper_that_was_never_issued_is_refused_in_words(desk, maker):
    papers = emergency(desk)
    with pytest.raises(EnvironmentProblem, match="was issued"):
        maker.pdf(type(papers)(papers.screening, "advice_notice", "", 0, 1))
