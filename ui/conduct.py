"""What the desk shows and does: from the presenter's state to a page, and from an act to the presenter.

The window knows how things look, the presenter what may happen; this stands between them.
"""

from __future__ import annotations

import importlib
import importlib.util
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.board.page import BoardPage, WaitingList
from ui.board.rows import Waiting, name_in, waiting_of
from ui.intake.languages import LanguagePage
from ui.intake.typed import TypedPage
from ui.interview.card import Card
from ui.interview.companions import CompanionsEntry
from ui.interview.question import question_of
from ui.knowledge.panel import Panel
from ui.outcome.page import OutcomePage
from ui.outcome.second import SecondPage
from ui.page import Page
from ui.plain import clean, frame, label, restyle
from ui.presenter import Presenter
from ui.rail.steps import Steps
from ui.rail.traveller import TravellerCard, reading_in_words
from ui.saying import name, text
from ui.shortcuts import ShortcutsPage
from ui.status.battery import battery_percent
from ui.status.start import ClockPage, IdlePage
from ui.status.strip import Status
from ui.strings import has, spoken, tr

if TYPE_CHECKING:
    from screening.mrz import Reading
    from screening.session import State
    from ui.print_work import PrintWork
    from ui.window import Window

_BOARD_EVERY_S = 5
_BATTERY_EVERY_S = 60
_PRINTER_EVERY_S = 15


class Conduct(QObject):
    """One open desk in one window."""

    def __init__(self, window: Window, presenter: Presenter) -> None:
        super().__init__(window)
        self.window, self.presenter, self.desk = window, presenter, presenter.desk
        self.wording = self.desk.catalogue.wording
        self.clock_confirmed: bool | None = None  # None until somebody was asked
        self.sheet: str = "clock"  # what lies over the traveller: clock, board, typed, language, shortcuts, second ...
        self.traveller_screen: Any = None
        self.printer_ready, self.queued = False, 0
        self._battery = battery_percent()
        self._names: dict[str, str] = {}
        self._printing: PrintWork | None = None
        self._shown: tuple[object, ...] = ()
        self._last = ""
        presenter.moved.connect(self.render)
        presenter.refused.connect(lambda words: self.window.foot.tell(words, trouble=True))
        presenter.told.connect(lambda words: self.window.foot.tell(words, trouble=False))
        presenter.read.connect(self._was_read)

    def use_printer(self, work: PrintWork) -> None:
        """Papers go there from now on."""
        self._printing = work
        work.changed.connect(self._printer_changed)
        work.work()

    def _printer_changed(self, is_ready: bool, queued: int, _: str) -> None:
        self.printer_ready, self.queued = is_ready, queued
        self.status()

    # -- building ---------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """The parts that stay while travellers change; made anew with every look and language."""
        window, look = self.window, self.window.look
        self._shown = ()
        self.card = Card(look, self.wording, self.desk.clock)
        self.card.answered.connect(self._answered)
        self.card.problem.connect(self.presenter.refused)
        self.card.set_aside.connect(lambda: self.do("park"))
        self.outcome = OutcomePage(look, self.wording, self.desk.clock)
        self.outcome.done.connect(self._duty)
        self.outcome.ask.connect(lambda step: self.presenter.attempt(lambda: self.desk.revisit(step)))
        self.outcome.countersign.connect(lambda: self.open_sheet("second"))
        self.outcome.leave_desk.connect(self._free)
        self.idle = IdlePage(look)
        self.idle.wanted.connect(self.do)
        for page in (self.card, self.outcome, self.idle):
            page.setProperty("kept", True)
            window.pages.addWidget(page)
        self.traveller, self.steps, self.panel = TravellerCard(look), Steps(look), Panel(look)
        self.steps.wanted.connect(self._revisit)
        self.waiting_title = label("", "caption")
        self.waiting_title.setContentsMargins(look.px(14), look.px(6), look.px(14), 0)
        self.waiting = WaitingList(look, small=True)
        self.waiting.wanted.connect(self._resume)
        self.waiting.setMaximumHeight(look.px(44) * 4 + 4)
        steps_title = label(tr("rail.steps"), "caption")
        steps_title.setContentsMargins(look.px(14), look.px(8), look.px(14), 0)
        self.steps_title = steps_title
        inner: list[tuple[QWidget, int]] = [(self.traveller, 0), (steps_title, 0), (self.steps, 1)]
        self._rule = frame("rule")
        for widget, stretch in [*inner, (self._rule, 0), (self.waiting_title, 0), (self.waiting, 0)]:
            window.left_layout.addWidget(widget, stretch)
        window.right_layout.addWidget(self.panel)
        self.render()

    # -- rendering --------------------------------------------------------------------------------------------------

    def render(self) -> None:
        """Show where the desk stands."""
        state = self.desk.state
        self.status()
        party = ""
        if self.presenter.party is not None and state is not None and state.log.began.body.get("party"):
            party = tr("party.member", number=max(1, self.presenter.party_size))
        self.traveller.show_state(state, self.desk.reading, self.wording, party)
        self.steps_title.setVisible(state is not None)
        self.steps.show_state(state, self.wording)
        self.panel.show_state(state, self.wording)
        self.show_waiting()
        is_empty = state is None and not self.waiting.rows.rows
        restyle(self.window.left, role="void" if is_empty else "card")
        self._rule.setVisible(not is_empty)
        wanted = (self.sheet, state, self.desk.language)
        if wanted == self._shown and self.window.page is not None:
            return
        self._shown = wanted
        self.window.foot.quiet()
        self.window.show_page(self._page(state))
        self._show_traveller(state)

    def _page(self, state: State | None) -> Page:
        if self.sheet:
            return self._make_sheet(self.sheet)
        if state is None:
            return self.idle
        if state.log.closed is not None or state.at is None:
            self.outcome.show_state(state, self.desk.duties)
            return self.outcome
        previous = self.presenter.previous if state.log.began.body.get("party") else {}
        self.card.show_question(question_of(state, self.wording, previous), state, self._languages(state))
        return self.card

    def _languages(self, state: State) -> str:
        names = {code: t.name for code, t in self.wording.translations.items()}
        language = state.log.language
        return tr("language.arrow", officer=names.get(spoken(), spoken()), traveller=names.get(language, language))

    def _make_sheet(self, sheet: str) -> Page:
        look = self.window.look
        match sheet:
            case "clock":
                clock = ClockPage(look, self._local())
                clock.told.connect(self._clock_told)
                return clock
            case "board" | "unfinished":
                rows = self._waiting()
                title = tr("board.unfinished", count=len(rows)) if sheet == "unfinished" else ""
                board = BoardPage(look, title)
                board.resumed.connect(self._resume)
                board.left.connect(self.close_sheet)
                board.show_rows(rows)
                return board
            case "typed":
                typed = TypedPage(look)
                typed.copied.connect(self.scan)
                return typed
            case "language":
                offered = [(code, self._language_name(code)) for code in self.desk.post.languages]
                languages = LanguagePage(look, offered, self.desk.language)
                languages.chosen.connect(self._speak)
                languages.left.connect(self.close_sheet)
                return languages
            case "second":
                second = SecondPage(look)
                second.agreed.connect(self._countersigned)
                second.problem.connect(self.presenter.refused)
                return second
            case "companions":
                return self._companions_page()
            case "day":
                page: Page = _Embedded(importlib.import_module("ui.day.page").DayPage(self.desk))
                return page
            case _:
                shortcuts = ShortcutsPage(look)
                shortcuts.left.connect(self.close_sheet)
                return shortcuts

    def _companions_page(self) -> Page:
        page = CompanionsEntry(self.window.look)
        margin = self.window.look.px(28)
        page.layout_.setContentsMargins(margin, margin, margin, margin)
        page.layout_.insertWidget(0, label(tr("companions.title"), "question"))
        page.problem.connect(self.presenter.refused)
        page.answered.connect(self._companions)
        return page

    def _language_name(self, code: str) -> str:
        translation = self.wording.translations.get(code)
        own = translation.name if translation else code
        return f"{own} · {name(self.wording, 'languages', code)}"

    def open_sheet(self, sheet: str) -> None:
        """Lay something over the traveller; the traveller stays."""
        self.sheet = sheet
        self._shown = ()
        self.render()

    def close_sheet(self) -> None:
        """The traveller again, or the idle page."""
        self.open_sheet("")

    # -- status and waiting -----------------------------------------------------------------------------------------

    def _local(self) -> Any:
        return self.desk.clock().astimezone(ZoneInfo(self.desk.post.time_zone))

    def status(self) -> None:
        """The strip."""
        about = self.desk.setting(self.desk.today()).engine.definition.about
        self.window.strip.show_status(
            Status(
                post=self.desk.post.name,
                desk=self.desk.name,
                officer=self.desk.officer,
                edition=about.edition,
                is_amber=about.is_amber(self.desk.today()),
                printer=self.printer_ready,
                queued=self.queued,
                battery=self._battery,
                at=self._local(),
                is_clock_confirmed=bool(self.clock_confirmed),
                is_training=self.desk.training,
            )
        )

    def _waiting(self) -> tuple[Waiting, ...]:
        rows = self.desk.waiting()
        self._names = {row.screening: self._names.get(row.screening, "") for row in rows}
        return waiting_of(rows, self.desk.clock(), self._name, self.desk.catalogue.procedure)

    def _name(self, screening: str) -> str:
        if not self._names.get(screening):
            stream = f"screening:{screening}"
            self._names[screening] = name_in(stored.event for stored in self.desk.store.history(stream))
        return self._names[screening]

    def show_waiting(self) -> None:
        """The list in the rail, the board, and the idle page."""
        rows = self._waiting()
        self.waiting_title.setText(tr("rail.waiting", count=len(rows)))
        self.waiting_title.setVisible(bool(rows))
        self.waiting.setVisible(bool(rows))
        self.waiting.rows.show_rows(rows)
        self.waiting.setFixedHeight(self.window.look.px(44) * min(4, len(rows)) + 4)
        due = next((row for row in rows if row.is_due), None)
        count = self.presenter.party_size
        party = tr("idle.party", count=count) if self.presenter.party is not None else ""
        self.idle.show_waiting(len(rows), f"{due.who}, {due.step}" if due else "", self._last, party)
        if isinstance(self.window.page, BoardPage):
            self.window.page.show_rows(rows)

    def tick(self, seconds: int) -> None:
        """A second has passed."""
        if self.window.page is not None:
            self.window.page.tick()
        if seconds % _BATTERY_EVERY_S == 0:
            self._battery = battery_percent()
        self.status()
        if self._printing is not None and self._printing.queued and seconds % _PRINTER_EVERY_S == 0:
            self._printing.work()
        if seconds % _BOARD_EVERY_S == 0:
            self.show_waiting()

    # -- what was done ----------------------------------------------------------------------------------------------

    def scan(self, raw: str) -> None:
        """A document reader, or copied lines: on whatever screen."""
        if self.sheet == "clock":
            return
        if self.presenter.scan(raw) and self.desk.reading is not None and self.desk.reading.status != "reject":
            self._last = ""
            self.close_sheet()

    def _was_read(self, reading: Reading) -> None:
        words = reading_in_words(reading)
        if reading.status == "reject":
            self.window.foot.tell(f"{words}  {tr('scan.try')}", trouble=True)

    def _answered(self, value: Any, identity: Any) -> None:
        self.presenter.answer(value, identity)

    def _clock_told(self, is_right: bool) -> None:
        self.clock_confirmed = is_right
        waiting = self.desk.waiting()
        self.open_sheet("unfinished" if waiting else "")
        if not is_right:
            self.window.foot.tell(tr("clock.wrong"), trouble=True)

    def _revisit(self, step: str) -> None:
        if self.presenter.attempt(lambda: self.desk.revisit(step)):
            self.close_sheet()

    def _resume(self, screening: str) -> None:
        if self.presenter.attempt(lambda: self.desk.resume(screening)):
            self.close_sheet()

    def _speak(self, language: str) -> None:
        state = self.desk.state
        self.sheet = ""
        if state is None or state.log.closed is not None:
            self.desk.language = language
            self.close_sheet()
        else:
            self.presenter.attempt(lambda: self.desk.speak(language))

    def _countersigned(self, code: str, who: str, by_phone: bool) -> None:
        if self.presenter.attempt(lambda: self.desk.countersign(code, name=who, by_phone=by_phone)):
            self.close_sheet()

    def _duty(self, duty: str) -> None:
        state = self.desk.state
        if state is None:
            return
        if "lists_party" in state.setting.procedure.duties[duty].does:
            self.open_sheet("companions")
        else:
            self._do(duty)

    def _do(self, duty: str) -> None:
        state = self.desk.state
        assert state is not None
        spec = state.setting.procedure.duties[duty]
        blocking = [d.spec for d in self.desk.duties() if d.spec.before == duty and d.done_at is None]
        if blocking:
            self.presenter.refused.emit(tr("bad.first", duty=text(blocking[0].title)))
            return
        if self.presenter.attempt(lambda: self.desk.do(duty)) and spec.paper and self.desk.state is not None:
            numbers = [slip.number for slip in self.desk.state.log.slips if slip.number]
            if numbers and self.desk.print_papers is not None:
                self.presenter.told.emit(tr("outcome.printed", number=numbers[-1]))
            elif self.desk.print_papers is None:
                self.presenter.told.emit(tr("outcome.queued"))

    def _companions(self, companions: Any, _: Any) -> None:
        self.sheet = ""
        for one in companions:
            relation, age, who = str(one["relation"]), one["age_years"], str(one["name"])
            if not self.presenter.attempt(lambda r=relation, a=age, w=who: self.desk.companion(r, a, w)):
                return
        duty = next((d.spec.id for d in self.desk.duties() if "lists_party" in d.spec.does and d.done_at is None), None)
        if duty is not None:
            self._do(duty)
        self.close_sheet()

    def _free(self) -> None:
        state = self.desk.state
        if state is not None and state.outcome:
            self._last = name(self.wording, "outcomes", state.outcome)
        self.presenter.attempt(self.desk.leave)

    # -- acts -------------------------------------------------------------------------------------------------------

    def do(self, act: str) -> None:
        """Do an act of the table."""
        page = self.window.page
        assert page is not None
        if act.startswith("digit_"):
            page.digit(int(act[-1]))
        elif act in ("yes", "no", "unknown", "refused"):
            page.letter(act)
        elif act in ("up", "down"):
            page.move(-1 if act == "up" else 1)
        elif act == "enter":
            page.enter()
        elif act == "back":
            if not page.erase():
                self.close_sheet() if self.sheet not in ("", "clock") else self.presenter.back()
        elif act == "park":
            self._escape(page)
        elif act in ("officer_language", "look", "size"):
            self.window.change(act)
        elif self.sheet != "clock":
            self._do_with_traveller(act)
        elif act == "emergency":
            self.close_sheet()
            self.presenter.interrupt(act)

    def _escape(self, page: Page) -> None:
        if self.window.foot.message:
            self.window.foot.quiet()
        elif page.leave() or self.sheet == "clock":
            return
        elif self.sheet:
            self.close_sheet()
        elif self.desk.state is not None:
            if self.desk.state.log.closed is not None:
                self._free()
            else:
                self.presenter.park()

    def _do_with_traveller(self, act: str) -> None:
        match act:
            case "emergency" | "refusal" | "left" | "death":
                if self.sheet:
                    self.close_sheet()
                self.presenter.interrupt(act)
            case "new":
                self._last = ""
                if self.presenter.begin():
                    self.close_sheet()
            case "party":
                self.presenter.toggle_party()
            case "steps":
                self.steps.setFocus()
            case "board" | "typed" | "language" | "shortcuts":
                self.close_sheet() if self.sheet == act else self.open_sheet(act)
            case "source":
                self.outcome.toggle_source() if self.window.page is self.outcome else self.card.toggle_source()
            case "day" if importlib.util.find_spec("ui.day.page") is not None:
                self.close_sheet() if self.sheet == act else self.open_sheet(act)
            case "screen" if importlib.util.find_spec("ui.traveller_screen.window") is not None:
                self._toggle_traveller_screen()
            case "print":
                self._print_again()
            case _:
                self.presenter.refused.emit(tr("bad.no_feature"))

    def _print_again(self) -> None:
        state = self.desk.state
        papers = [slip.paper for slip in state.log.slips] if state is not None else []
        if not papers:
            self.presenter.refused.emit(tr("bad.nothing_to_print"))
        elif self.presenter.attempt(lambda: self.desk.issue(papers[-1])) and self.desk.state is not None:
            self.presenter.told.emit(tr("outcome.printed", number=clean(self.desk.state.log.slips[-1].number, 40)))

    # -- the second window ------------------------------------------------------------------------------------------

    def _toggle_traveller_screen(self) -> None:
        if self.traveller_screen is None:
            module = importlib.import_module("ui.traveller_screen.window")
            self.traveller_screen = module.TravellerScreen(self.desk.catalogue)
            self.traveller_screen.language_chosen.connect(self._speak)
            self.traveller_screen.answered.connect(self._touched)
        if self.traveller_screen.isVisible():
            self.traveller_screen.hide()
        else:
            self.traveller_screen.show()
            self._show_traveller(self.desk.state)
            self.window.activateWindow()

    def _show_traveller(self, state: State | None) -> None:
        if self.traveller_screen is not None and self.traveller_screen.isVisible():
            self.traveller_screen.show_state(state)

    def _touched(self, answer: str) -> None:
        """The traveller touched an answer: the official hears of it and gives it."""
        if has(f"answer.{answer}"):
            self.presenter.told.emit(tr("traveller.touched", answer=tr(f"answer.{answer}")))


class _Embedded(Page):
    """A page made elsewhere, in the middle of this window."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        from PySide6.QtWidgets import QVBoxLayout

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inside)
