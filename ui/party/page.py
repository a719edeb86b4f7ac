"""The group on one page: who belongs to it, what they are to each other, the next person by one key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from screening.companions import REPORTS
from screening.party import UNITS
from ui.appearance import Look
from ui.board.listing import BoardList
from ui.icons import FAMILY_ICONS
from ui.interview.question import Choice, choices_of
from ui.page import Page
from ui.party.listing import STRANGER, Member, members_of, stranger_of
from ui.plain import Button, Sign, clean, frame, label
from ui.presenter import Presenter
from ui.saying import text
from ui.strings import tr

if TYPE_CHECKING:
    from sops.wording import Wording

_KEYS: Final = {5: "link", 6: "is_contact", 7: "no_contact", 8: "report", 0: "end"}
_TOGETHER: Final = 9


class PartyPage(Page):
    """Emits `begun(answer)` for the next person, None where nothing is answered yet; `resumed(screening)`, `left()`."""

    begun = Signal(object)
    resumed = Signal(str)
    left = Signal()
    is_wide = True

    def __init__(self, presenter: Presenter, look: Look, wording: Wording) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._presenter, self._group, self._look, self._wording = presenter, presenter.group, look, wording
        self._picking: Member | None = None  # a child whose carer is chosen
        self._reporting: Member | None = None
        self._list = BoardList(look, small=False)
        self._list.setParent(self)
        self._list.wanted.connect(self._want)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(look.px(28), look.px(16), look.px(28), look.px(12))
        self._rows.setSpacing(look.px(8))
        self._build()

    # -- building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        party = self._group.party
        self._keys: dict[int, Callable[[], Any]] = {}
        if party is None:
            self._units()
            return
        members = members_of(self._group, self._wording)
        count = tr("party.head", unit=tr(f"unit.{party.unit}"), count=len(members))
        head = QHBoxLayout()
        head.setSpacing(self._look.px(24))
        head.addWidget(label(count, "question", wrap=False))
        head.addWidget(self._last(members), 1)
        self._rows.addLayout(head)
        self._next()
        rows = (*stranger_of(self._group, self._wording), *members)
        self._list.rows.show_rows(rows)
        self._list.choose(0)
        self._rows.addWidget(self._list, 1)
        self._list.setVisible(bool(rows))
        if not rows:
            self._rows.addWidget(label(tr("party.nobody"), "lead"))
            self._rows.addStretch(1)
        self._said = label("", "label")
        self._said.setVisible(False)
        self._rows.addWidget(self._said)
        self._acts(members)
        self._rows.addWidget(label(tr("party.help"), "small"))

    def _units(self) -> None:
        self._rows.addWidget(label(tr("party.title"), "question"))
        self._rows.addWidget(label(tr("party.why"), "muted"))
        for row in stranger_of(self._group, self._wording):
            self._rows.addWidget(label(tr("party.first", name=clean(row.called, 60)), "strong"))
        grid = QGridLayout()
        grid.setSpacing(self._look.px(8))
        for place, unit in enumerate(UNITS):
            button = self._key(tr(f"unit.{unit}"), place + 1, partial(self._open, unit), sign="people", height=72)
            grid.addWidget(button, place // 2, place % 2, 1, 2 if place + 1 == len(UNITS) and place % 2 == 0 else 1)
        self._rows.addLayout(grid)
        self._earlier()
        self._rows.addStretch(1)

    def _earlier(self) -> None:
        """The groups of before, to go on with."""
        found = self._group.latest()
        if not found:
            return
        self._rows.addWidget(label(tr("party.earlier"), "caption"))
        for place, (party, called, since) in enumerate(found, len(UNITS) + 1):
            words = tr("party.head", unit=tr(f"unit.{party.unit}"), count=len(party.members))
            words = " · ".join(part for part in (clean(called, 40), words, since) if part)
            self._rows.addWidget(self._key(words, place, partial(self._take_up, party.id), kind="quiet", height=48))

    def _last(self, members: tuple[Member, ...]) -> QWidget:
        """What follows for the one who was just screened."""
        state = self._presenter.state
        who = next((one.called for one in members if state is not None and one.key == state.screening), "")
        if state is None or state.course is None or not who:
            return QWidget()
        family = state.course.family
        banner = frame("banner", family)
        row = QHBoxLayout(banner)
        row.addWidget(Sign(FAMILY_ICONS[family], self._look, family, 26))
        row.addWidget(label(tr("party.done", name=who, course=text(state.course.title)), "label", family=family), 1)
        return banner

    def _next(self) -> None:
        """The first question of the next person, answered by the key that begins it."""
        procedure = self._presenter.desk.setting(self._presenter.desk.today()).procedure
        step = procedure.steps[procedure.first]
        choices = [choice for choice in choices_of(step) if not choice.quiet][:4]
        ask = text(step.ask) if choices else ""
        self._rows.addWidget(label(tr("party.next", ask=ask), "caption"))
        line = QHBoxLayout()
        line.setSpacing(self._look.px(8))
        for choice in choices or [Choice("1", None, tr("party.begin"))]:
            begin = partial(self.begun.emit, choice.value)
            line.addWidget(self._key(choice.words, int(choice.key), begin, sign=choice.sign))
        self._rows.addLayout(line)

    def _acts(self, members: tuple[Member, ...]) -> None:
        standings = {member.standing for member in members}
        party = self._group.party
        assert party is not None
        there = {
            "link": any(member.is_child for member in members) and len(members) > 1,
            "is_contact": not standings.isdisjoint(("proposed", "contact", "declined")),
            "no_contact": not standings.isdisjoint(("proposed", "contact", "declined")),
            "report": "index" in standings or bool(party.reported),
            "end": True,
        }
        if self._group.waiting():
            self._rows.addWidget(self._key(self._together(), _TOGETHER, self._together_now, kind="primary", height=48))
        line = QHBoxLayout()
        line.setSpacing(self._look.px(8))
        for digit, act in _KEYS.items():
            if there[act]:
                act_now = getattr(self, f"_{act}_now")
                line.addWidget(self._key(tr(f"party.{act}"), digit, act_now, kind="quiet", height=48))
        self._rows.addLayout(line)

    def _together(self) -> str:
        waiting = self._group.waiting()
        state = waiting[0]
        duties = [state.setting.procedure.duties[name] for name in state.course.duties] if state.course else []
        titles = [text(duty.title) for duty in duties if duty.is_shared]
        return tr("party.together", duty=", ".join(titles), count=len(waiting))

    def _key(
        self, words: str, digit: int, act: Callable[[], Any], *, sign: str = "", kind: str = "answer", height: int = 56
    ) -> Button:
        button = Button(words, self._look, key=str(digit), sign=sign, kind=kind, height=height)
        button.clicked.connect(lambda _=False: act())
        self._keys[digit] = act
        return button

    def _again(self, chosen: str = "") -> None:
        """Everything anew, with the ring where it was."""
        chosen = chosen or (self._list.chosen.key if self._list.chosen is not None else "")
        self._picking = self._reporting = None
        while (item := self._rows.takeAt(0)) is not None:
            _drop(item, self._list)
        self._build()
        keys = [getattr(row, "key", "") for row in self._list.rows.rows]
        if chosen in keys:
            self._list.setCurrentIndex(self._list.rows.index(keys.index(chosen)))
        self.setFocus()

    # -- acts -------------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> Member | None:
        """The row under the ring."""
        row = self._list.chosen
        return row if isinstance(row, Member) else None

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(True)

    def _open(self, unit: str) -> None:
        if self._presenter.attempt(lambda: self._group.open(unit)):
            self._again()

    def _take_up(self, party: str) -> None:
        if self._presenter.attempt(lambda: self._group.take_up(party)):
            self._again()

    def _link_now(self) -> None:
        if self.chosen is None or not self.chosen.is_child:
            self._presenter.refused.emit(tr("party.only_child"))
            return
        self._picking = self.chosen
        self._say(tr("party.pick", name=clean(self._picking.called, 60)))

    def _decide(self, *, is_contact: bool) -> None:
        chosen = self.chosen
        if chosen is not None and self._presenter.attempt(
            lambda: self._group.decide(chosen.key, is_contact=is_contact)
        ):
            self._again()

    def _is_contact_now(self) -> None:
        self._decide(is_contact=True)

    def _no_contact_now(self) -> None:
        self._decide(is_contact=False)

    def _report_now(self) -> None:
        if self.chosen is not None and self.chosen.standing != STRANGER:
            self._reporting = self.chosen
            self._say(tr("party.reporting", name=clean(self.chosen.called, 60)))

    def _together_now(self) -> None:
        words, count = self._together(), 0

        def do() -> None:
            nonlocal count
            count = self._group.do_for_all()

        if self._presenter.attempt(do):
            self._again()
            self._presenter.told.emit(words)

    def _end_now(self) -> None:
        self._group.end()
        self._presenter.told.emit(tr("party.ended"))
        self._presenter.moved.emit()
        self.left.emit()

    def _want(self, row: Any) -> None:
        if row.standing == STRANGER:
            if self._presenter.attempt(self._group.join):
                self._again(row.key)
                self._presenter.told.emit(tr("party.added", name=clean(row.called, 60)))
        elif self._picking is not None:
            child = self._picking.key
            if self._presenter.attempt(lambda: self._group.link(child, row.key)):
                self._again(child)
        elif self._reporting is None:
            self.resumed.emit(row.key)

    def follow(self) -> bool:
        """Another in front, or the same in the group by now: the page stays, and the ring with its row."""
        self._again()
        return True

    # -- keys -------------------------------------------------------------------------------------------------------

    def digit(self, digit: int) -> bool:
        """What stands on that key; while a result is asked for, the result."""
        if self._reporting is not None:
            index = self._reporting.key
            if 1 <= digit <= len(REPORTS) and self._presenter.attempt(
                lambda: self._group.report(index, REPORTS[digit - 1])
            ):
                self._again(index)
        elif self._picking is None and digit in self._keys:
            self._keys[digit]()
        return True

    def letter(self, act: str) -> bool:
        """F8: the one under the ring does not belong here."""
        if act == "refused" and self.chosen is not None and self._picking is None and self._reporting is None:
            gone = self.chosen.key
            if self._presenter.attempt(lambda: self._group.leave(gone)):
                self._again()
            return True
        return False

    def enter(self) -> bool:
        """Go to the member under the ring, or link it."""
        if self.chosen is not None:
            self._want(self.chosen)
        return True

    def arrow(self, rows: int) -> bool:
        """Another member; before there is a group, another kind of it."""
        self._list.choose(rows)
        return bool(self._list.rows.rows)

    def settle(self) -> None:
        """Before there is a group the first kind of it stands under the ring."""
        first = self.findChild(Button) if self._group.party is None else None
        (first or self).setFocus()

    def erase(self) -> bool:
        """Backspace takes no answer back here."""
        return True

    def leave(self) -> bool:
        """Back from a choice, else to where we were."""
        if self._picking is not None or self._reporting is not None:
            self._again()
        else:
            self.left.emit()
        return True


def _drop(item: Any, kept: BoardList) -> None:
    """Remove what a layout held, but for the list."""
    widget, layout = item.widget(), item.layout()
    if widget is not None and widget is not kept:
        widget.hide()
        widget.deleteLater()
    if layout is not None:
        while (inner := layout.takeAt(0)) is not None:
            _drop(inner, kept)
