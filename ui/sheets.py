"""What can be laid over the traveller in the middle of the window: clock, board, copied lines, languages, records."""

from __future__ import annotations

import importlib
import importlib.util
from typing import TYPE_CHECKING, Any, Final

from ui.board.page import BoardPage
from ui.intake.languages import LanguagePage
from ui.intake.typed import TypedPage
from ui.interview.companions import CompanionsEntry
from ui.outcome.details import Asked, DetailsPage
from ui.outcome.second import SecondPage
from ui.page import Page
from ui.party.listing import as_companions
from ui.party.page import PartyPage
from ui.plain import label
from ui.rooms.offering import offering
from ui.rooms.page import RoomsPage
from ui.saying import name
from ui.settings.sheet import can_be_set, settings_sheet
from ui.shift.watch import SHEETS
from ui.shortcuts import ShortcutsPage
from ui.status.start import ClockPage
from ui.strings import tr
from ui.surge.page import SurgePage

if TYPE_CHECKING:
    from screening.session import State
    from ui.conduct import Conduct

_ELSEWHERE: Final = {
    "records": ("ui.records.page", "RecordsPage"),
    "day": ("ui.day.page", "DayPage"),
    "sops": ("ui.sop_page.page", "SopPage"),
    "paper": ("ui.blank_forms.page", "PaperPage"),
    "rows": ("ui.rows.page", "RowsPage"),
}
"""Pages of other rooms, loaded when they are first wanted."""


def is_there(sheet: str) -> bool:
    """Whether this sheet is installed."""
    return sheet not in _ELSEWHERE or importlib.util.find_spec(_ELSEWHERE[sheet][0]) is not None


def make_sheet(conduct: Conduct, sheet: str) -> Page:
    """The page of that name, its signals tied to the conduct."""
    look = conduct.window.look
    match sheet:
        case "clock":
            return _clock(conduct)
        case "board" | "unfinished":
            rows = conduct.around.all_waiting()
            board = BoardPage(look, tr("board.unfinished", count=len(rows)) if sheet == "unfinished" else "")
            board.resumed.connect(conduct.resume)
            board.left.connect(conduct.close_sheet)
            board.done.connect(conduct.doing.settle)
            board.refused.connect(conduct.presenter.refused)
            board.decides.connect(conduct.decide_for)
            board.corrects.connect(conduct.decide_correction)
            board.looked.connect(conduct.doing.look_in)
            board.cleaned.connect(conduct.doing.clean)
            conduct.around.fill(board)
            return board
        case "changes":
            return conduct.changes.page()
        case "typed":
            typed = TypedPage(look)
            typed.copied.connect(conduct.scan)
            return typed
        case "language":
            offered = [(code, _language(conduct, code)) for code in conduct.desk.post.languages]
            languages = LanguagePage(look, offered, conduct.desk.language)
            languages.chosen.connect(conduct.speak)
            languages.left.connect(conduct.close_sheet)
            return languages
        case "second":
            state = conduct.desk.state
            second = SecondPage(look, reviews=state is not None and state.unreviewed and not state.pending)
            second.agreed.connect(conduct.doing.countersigned)
            second.problem.connect(conduct.presenter.refused)
            return second
        case "party":
            party = PartyPage(conduct.presenter, look, conduct.wording)
            party.begun.connect(conduct.next_of_party)
            party.resumed.connect(conduct.resume)
            party.left.connect(conduct.close_sheet)
            return party
        case "surge":
            surge = SurgePage(conduct.presenter, look, conduct.wording)
            surge.left.connect(conduct.close_sheet)
            return surge
        case "rooms" if conduct.desk.state is not None:
            return _rooms(conduct, conduct.desk.state)
        case "companions":
            return _companions(conduct)
        case "details" if conduct.doing.asked is not None:
            return _details(conduct, conduct.doing.asked)
        case "settings" if can_be_set(conduct):
            return settings_sheet(conduct)
        case _ if sheet in _ELSEWHERE or sheet in SHEETS:
            return _elsewhere(conduct, sheet)
        case _:
            shortcuts = ShortcutsPage(look, conduct.able.acts(), conduct.window.strip.in_full())
            shortcuts.wanted.connect(conduct.able.press)
            shortcuts.left.connect(conduct.close_sheet)
            return shortcuts


def _details(conduct: Conduct, asked: Asked) -> Page:
    details = DetailsPage(conduct.window.look, asked)
    details.noted.connect(conduct.doing.noted)
    details.left.connect(conduct.close_sheet)
    details.refused.connect(conduct.presenter.refused)
    return details


def _rooms(conduct: Conduct, state: State) -> Page:
    offered = offering(conduct.presenter.rooms, state, conduct.around.name_of, conduct.wording)
    page = RoomsPage(conduct.window.look, offered)
    page.given.connect(conduct.doing.room)
    page.left.connect(conduct.close_sheet)
    return page


def _clock(conduct: Conduct) -> Page:
    last = conduct.watch.shifts.last_event()
    around = conduct.around
    clock = ClockPage(conduct.window.look, around.local_now(), around.local(last) if last else None)
    clock.told.connect(conduct.clock_told)
    return clock


def _companions(conduct: Conduct) -> Page:
    page = CompanionsEntry(conduct.window.look, as_companions(conduct.presenter.group))
    margin = conduct.window.look.px(28)
    page.layout_.setContentsMargins(margin, margin, margin, margin)
    page.layout_.insertWidget(0, label(tr("companions.title"), "question"))
    page.problem.connect(conduct.presenter.refused)
    page.answered.connect(conduct.doing.companions)
    return page


def _elsewhere(conduct: Conduct, sheet: str) -> Page:
    if sheet in SHEETS:
        return conduct.watch.page(sheet)
    module, kind = _ELSEWHERE[sheet]
    make: Any = getattr(importlib.import_module(module), kind)
    if sheet in ("paper", "rows"):
        acting: Page = make(conduct.presenter, conduct.window.look)
        acting.left.connect(conduct.close_sheet)  # type: ignore[attr-defined]
        return acting
    page: Any = make(conduct.desk, conduct.window.look)
    page.told.connect(conduct.presenter.told)
    page.refused.connect(conduct.presenter.refused)
    if sheet == "records":
        conduct.around.noticing.read()
        page.likely = conduct.presenter.twins.named
        page.resumed.connect(conduct.resume)
    if sheet == "sops":
        page.begun.connect(conduct.train)
    assert isinstance(page, Page)
    return page


def _language(conduct: Conduct, code: str) -> str:
    translation = conduct.wording.translations.get(code)
    own = translation.name if translation else code
    return f"{own} · {name(conduct.wording, 'languages', code)}"
