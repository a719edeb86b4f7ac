"""What the desk shows and does: from the presenter's state to a page, and from an act to the presenter.

The window knows how things look, the presenter what may happen; this stands between them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from ui.changes.offering import Offering
from ui.faults import warned
from ui.interview.card import Card
from ui.interview.question import question_of
from ui.outcome.account import ended
from ui.outcome.doing import Doing
from ui.outcome.page import OutcomePage
from ui.page import Page
from ui.presenter import Presenter
from ui.rail.reading import reading_in_words
from ui.second_screen import SecondScreen
from ui.sheets import is_there, make_sheet
from ui.shift.watch import Watch
from ui.status.able import Able
from ui.status.start import IdlePage
from ui.strings import tr
from ui.surroundings import Surroundings
from ui.tour.opening import open_tour

if TYPE_CHECKING:
    from screening.mrz import Reading
    from screening.row import ScreeningRow
    from screening.session import State
    from ui.window import Window


_SHEETS: Final = {
    *("board", "typed", "language", "shortcuts", "records", "day", "sops", "surge", "shift", "settings"),
    *("paper", "rows"),
}
"""Acts that lay a sheet of their name over the traveller, and take it away again."""


class Conduct(QObject):
    """One open desk in one window."""

    def __init__(self, window: Window, presenter: Presenter) -> None:
        super().__init__(window)
        self.window, self.presenter, self.desk = window, presenter, presenter.desk
        self.wording = self.desk.catalogue.wording
        self.sheet: str = "clock"  # what lies over the traveller: clock, board, typed, language, shortcuts, second ...
        self.around = Surroundings(window, presenter)
        self.doing = Doing(self)
        self.second = SecondScreen(self)
        self.watch = Watch(self)
        self.changes = Offering(self)
        self.able = Able(self)
        self.training: Window | None = None
        self.is_new = False  # set up a moment ago: the first officer is asked for a PIN
        self._direct: dict[str, Callable[[], object]] = {
            "party": self._show_party,
            "rooms": self.doing.show_rooms,
            "sound": self.around.toggle_sound,
            "lock": self.watch.lock,
            "tour": partial(open_tour, self),
            "print": self.doing.print_again,
        }
        self._shown: tuple[object, ...] = ()
        presenter.moved.connect(self.render)
        presenter.refused.connect(lambda words: self.window.foot.tell(words, trouble=True))
        presenter.told.connect(lambda words: self.window.foot.tell(words, trouble=False))
        presenter.read.connect(self._was_read)
        presenter.between.connect(lambda: self.open_sheet("party"))

    # -- building ---------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """The parts that stay while travellers change; made anew with every look and language."""
        window, look = self.window, self.window.look
        self._shown = ()
        self.second.set_look(look)
        self.card = Card(look, self.wording, self.desk.clock)
        self.card.answered.connect(self._answered)
        self.card.problem.connect(self.presenter.refused)
        self.card.set_aside.connect(lambda: self.do("park"))
        self.card.naming.connect(self.around.noticing.show_typed)
        self.outcome = OutcomePage(look, self.wording, self.desk.clock)
        self.outcome.done.connect(self.doing.duty)
        self.outcome.ask.connect(lambda step: self.presenter.attempt(lambda: self.desk.revisit(step)))
        self.outcome.countersign.connect(lambda: self.open_sheet("second"))
        self.outcome.leave_desk.connect(self._free)
        self.idle = self.around.idle = IdlePage(look)
        self.idle.wanted.connect(self.do)
        for page in (self.card, self.outcome, self.idle):
            page.setProperty("kept", True)
            window.pages.addWidget(page)
        self.around.build()
        self.around.menu.wanted.connect(self.do)
        self.around.traveller.wanted.connect(self.do)
        self.around.steps.wanted.connect(self._revisit)
        self.around.noticing.wanted.connect(self._look_at)
        self.around.waiting.wanted.connect(lambda row: self.resume(row.screening))
        self.render()

    # -- rendering --------------------------------------------------------------------------------------------------

    def render(self) -> None:
        """Show where the desk stands."""
        state = self.desk.state
        self.sheet = self.watch.sheet(self.sheet)
        self.around.show_soon()
        wanted = (self.sheet, state, self.desk.language)
        if wanted == self._shown and self.window.page is not None:
            self.able.show()
            return
        stays = self._shown[:1] == (self.sheet,) and self.window.page is not None and self.window.page.follow()
        self._shown = wanted
        if not stays:
            self.window.foot.quiet()
            self.window.show_page(self._page(state))
            self.second.show_state(self.watch.shown(state))
        self.able.show()

    def _page(self, state: State | None) -> Page:
        if self.sheet:
            return make_sheet(self, self.sheet)
        if state is None:
            return self.idle
        if state.log.closed is not None or state.at is None:
            self.outcome.show_state(state, self.desk.duties)
            return self.outcome
        question = question_of(state, self.wording, self.presenter.group.proposed(state))
        self.card.show_question(question, state, self._languages(state))
        return self.card

    def _languages(self, state: State) -> str:
        language = self.wording.translations.get(state.log.language)
        return tr("language.spoken", traveller=language.name if language is not None else state.log.language)

    def open_sheet(self, sheet: str) -> None:
        """Lay something over the traveller; the traveller stays. A day is not shown while its lists are made anew."""
        if sheet == "day" and self.around.renewing is not None:
            done, of = self.around.renewing
            self.presenter.refused.emit(tr("renew.wait", done=done, of=of))
            return
        self.sheet = sheet
        self._shown = ()
        self.render()

    def close_sheet(self) -> None:
        """The traveller again, or the idle page."""
        self.open_sheet("")

    def tick(self, seconds: int) -> None:
        """A second has passed."""
        if self.window.page is not None:
            self.window.page.tick()
        self.window.foot.tick()
        self.around.tick(seconds)
        self.changes.tick(seconds)
        self.watch.tick()
        self.able.show()

    # -- what was done ----------------------------------------------------------------------------------------------

    def train(self, choice: int) -> None:
        """Try a traveller in a window of its own, over a store that forgets."""
        from ui.trying.choices import choices, training_desk
        from ui.trying.window import TrainingWindow

        chosen = choices(self.desk)[choice]
        self.training = TrainingWindow(self.window.look, training_desk(self.desk, chosen), chosen.words)
        self.window.closed.connect(self.training.close)
        self.training.show()
        self.training.activateWindow()

    def scan(self, raw: str) -> None:
        """A document reader, or copied lines: on whatever screen, for the window that is in front."""
        if self.training is not None and self.training.isActiveWindow() and self.training.conduct is not None:
            self.training.conduct.scan(raw)
            return
        if not self.watch.lets_scan():
            return
        if self.sheet == "clock":
            self.window.foot.tell(tr("clock.first"), trouble=True)
            return
        if self.window.page is not None and self.window.page.scan(raw):
            return
        is_read = self.presenter.scan(raw, in_group=self.sheet == "party")
        if is_read and self.desk.reading is not None and self.desk.reading.status != "reject":
            self.around.last = ""
            words = self.window.foot.message  # what was told of it outlives the page that lay over it
            if self.sheet:
                self.close_sheet()
            if words:
                self.window.foot.tell(words, trouble=False)

    def _was_read(self, reading: Reading) -> None:
        words = reading_in_words(reading)
        if reading.status == "reject":
            self.window.foot.tell(f"{words}  {tr('scan.try')}", trouble=True)

    def _answered(self, value: Any, identity: Any) -> None:
        self.presenter.answer(value, identity)

    def clock_told(self, is_right: bool) -> None:
        """Somebody looked at the clock; what was said of it stands in the log."""
        if not self.presenter.attempt(lambda: self.desk.open_shift(clock_is_right=is_right)):
            return
        self.around.clock_confirmed = is_right
        self.begin_shift()
        trouble = warned(self.desk.store.warnings) if is_right else tr("clock.wrong")
        trouble = trouble or (tr("fault.amber") if self.around.is_amber else "")
        if trouble := trouble or self.changes.left_out():
            self.window.foot.tell(trouble, trouble=True)

    def begin_shift(self) -> None:
        """First what changed, then who was left unfinished or what is late, then the next traveller."""
        if self.is_new and not self.watch.shifts.officers:
            self.open_sheet("officers")
            return
        late = self.around.board.look().late
        rest = "unfinished" if self.desk.waiting() else "board" if late else ""
        self.open_sheet("changes" if self.changes.waits() else rest)

    def later(self) -> bool:
        """The first officer is asked for at the start and can wait; False where nobody was asked."""
        was_asked, self.is_new = self.is_new, False
        if was_asked:
            self.begin_shift()
        return was_asked

    def _revisit(self, step: str) -> None:
        if self.presenter.attempt(lambda: self.desk.revisit(step)):
            self.close_sheet()

    def next_of_party(self, answer: Any) -> None:
        """The next person of the group, with what was seen of it at the first step."""
        self.sheet = ""
        if not self.presenter.begin(in_group=True):
            self.open_sheet("party")
        elif answer is not None:
            self.presenter.answer(answer)

    def _show_party(self) -> None:
        """The group at hand: the open one, or that of the traveller in front."""
        state, group = self.desk.state, self.presenter.group
        if self.sheet == "party":
            self.close_sheet()
            return
        named = group.of(state) if state is not None and group.party is None else None
        if named in (None, group.ended) or self.presenter.attempt(lambda: group.take_up(named)):
            self.open_sheet("party")

    def decide_for(self, party: str) -> None:
        """A group in which somebody may be a contact."""
        if self.presenter.attempt(lambda: self.presenter.group.take_up(party)):
            self.open_sheet("party")

    def decide_correction(self, screening: str) -> None:
        """A closed record with a correction of which nobody has said whether it counts."""
        self.open_sheet("records")
        page: Any = self.window.page
        page.show_correction(screening)

    def _look_at(self, row: ScreeningRow) -> None:
        """Somebody who may be the same person: taken up where they wait, else shown in the records."""
        if row.status != "closed":
            self.resume(row.screening)
        else:
            self.open_sheet("records")
            page: Any = self.window.page
            page.field.setText(row.screening)

    def resume(self, screening: str) -> None:
        """Go on with one who waits, at the very step."""
        if self.presenter.attempt(lambda: self.desk.resume(screening)):
            self.close_sheet()

    def speak(self, language: str) -> None:
        """The traveller's language."""
        state = self.desk.state
        self.sheet = ""
        if state is None or state.log.closed is not None:
            self.desk.language = language
            self.close_sheet()
        else:
            self.presenter.attempt(lambda: self.desk.speak(language))

    def _free(self) -> None:
        state = self.desk.state
        if state is not None and state.outcome:
            self.around.last = ended(state, self.wording)
        is_of_group = self.presenter.group.has(state)
        if self.presenter.attempt(self.desk.leave) and is_of_group:
            self.open_sheet("party")
        self.changes.tick(0)

    # -- acts -------------------------------------------------------------------------------------------------------

    def do(self, act: str) -> None:
        """Do an act of the table."""
        page = self.window.page
        assert page is not None
        if not self.watch.lets(act):
            return
        if act.startswith("digit_"):
            page.digit(int(act[-1]))
        elif act in ("yes", "no", "unknown", "refused", "same"):
            page.letter(act)
        elif act in ("up", "down"):
            self.window.arrow(-1 if act == "up" else 1)
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
        elif self.desk.state is None:
            if self.desk.training:
                self.window.close()
        elif self.desk.state.log.closed is not None:
            self._free()
        else:
            self.presenter.park()

    def _do_with_traveller(self, act: str) -> None:
        match act:
            case "emergency" if self.sheet == "surge" and self.window.page is not None and self.window.page.letter(act):
                pass
            case "emergency" | "refusal" | "left" | "death":
                if self.sheet:
                    self.close_sheet()
                self.presenter.interrupt(act)
            case "new":
                self.around.last = ""
                if self.presenter.begin(in_group=self.sheet == "party"):
                    self.close_sheet()
            case "twin" | "differs":
                self.around.noticing.do(act)
            case "steps":
                self.around.steps.setFocus()
            case _ if act in _SHEETS and is_there(act):
                self.close_sheet() if self.sheet == act else self.open_sheet(act)
            case "source" if self.sheet or self.desk.state is None:
                self.open_sheet("shortcuts")
            case "source":
                self.outcome.toggle_source() if self.window.page is self.outcome else self.card.toggle_source()
            case "screen" if SecondScreen.is_there():
                self.second.toggle()
            case _ if act in self._direct:
                self._direct[act]()
            case _:
                self.presenter.refused.emit(tr("bad.no_feature"))
