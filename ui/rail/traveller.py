"""Who is in front: name as in the document, age, sex, state; and how the reading went. Person data are plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.appearance import Look
from ui.plain import Button, clean, hint, label, restyle
from ui.rail.reading import checks_in_words, reading_in_words
from ui.saying import name
from ui.strings import tr

if TYPE_CHECKING:
    from screening.mrz import Reading
    from screening.session import State
    from sops.wording import Wording

LONG = 40
SHOWN = 110


def person_in_words(state: State, wording: Wording) -> tuple[str, str]:
    """The name, and what else the document or the traveller told."""
    identity, document = state.log.identity, state.log.document
    if state.log.erased:
        return tr("person.erased"), ""
    names = [str(identity[key]) for key in ("surname", "given_names") if identity.get(key)]
    who = ", ".join(names) or str(identity.get("spoken_name") or "") or tr("person.unidentified")
    parts = []
    months = document.get("age_months")
    if isinstance(months, int) and months < 24:
        parts.append(tr("person.months", age=months))
    elif state.age_years is not None:
        parts.append(tr("person.years", age=state.age_years))
    if document.get("sex"):
        parts.append(name(wording, "sexes", str(document["sex"])))
    if document.get("nationality"):
        parts.append(str(document["nationality"]))
    return clean(who), clean(" · ".join(parts))


def is_unread(state: State) -> bool:
    """Whether nobody here is known yet: no document read, no name told or to be asked; never while care comes first."""
    log = state.log
    steps = [visited.step for visited in state.path] + ([state.at] if state.at is not None else [])
    is_asked = any(step.answer == "person" for step in steps)
    return not (log.identity or log.document or log.erased or log.closed or log.interrupt or is_asked)


class TravellerCard(QWidget):
    """Top of the rail. Emits `wanted(act)`."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(4))
        layout.setSpacing(look.px(2))
        self.name, self.facts = label("", "label"), label("", "muted")
        self.digits = label("", "small")
        self.party = label("", "small")
        self.unread = label(tr("rail.unread"), "note", family="watch")
        self.copy = Button(tr("rail.copy"), look, key="F5", kind="quiet", height=44)
        self.copy.clicked.connect(lambda _=False: self.wanted.emit("typed"))
        for part in (self.name, self.facts, self.party, self.digits, self.unread, self.copy):
            layout.addWidget(part)

    def show_state(self, state: State | None, reading: Reading | None, wording: Wording, party: str) -> None:
        """Another traveller, or more about the same."""
        who, facts = person_in_words(state, wording) if state is not None else ("", "")
        restyle(self.name, role="strong" if len(who) > LONG else "label")
        self.name.setText(clean(who, SHOWN))
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))
        self.party.setText(party)
        self.party.setVisible(bool(party))
        is_shown = reading is not None and reading.status != "reject" and state is not None and not state.log.erased
        self.digits.setText(reading_in_words(reading) if is_shown and reading is not None else "")
        hint(self.digits, checks_in_words(reading) if is_shown and reading is not None else "")
        self.digits.setVisible(bool(self.digits.text()))
        for part in (self.unread, self.copy):
            part.setVisible(state is not None and is_unread(state))
