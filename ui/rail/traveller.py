"""Who is in front: name as in the document, age, sex, state; and what the check digits said. Person data are plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.appearance import Look
from ui.plain import clean, label, restyle
from ui.saying import name
from ui.strings import has, tr

if TYPE_CHECKING:
    from screening.mrz import Reading
    from screening.session import State
    from sops.wording import Wording

LONG = 40
SHOWN = 110
_CHECKED = ("number", "birth_date", "expiry_date", "composite")


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


def reading_in_words(reading: Reading) -> str:
    """What the check digits and the reader said."""
    fields = [field for field in _CHECKED if getattr(reading.checks, field, None) is False]
    if reading.status == "reject":
        if fields:
            return tr("scan.bad_digits", fields=", ".join(tr(f"scan.{field}") for field in fields))
        return tr("scan.bad_layout")
    told = []
    repaired = {repair.field for repair in reading.repairs}
    for field in _CHECKED:
        agrees = getattr(reading.checks, field, None)
        if agrees is not None:
            told.append(f"{'✓' if agrees else '✗'}\u00a0{tr(f'scan.{field}')}")
    warnings = [tr(f"warn.{warning}") if has(f"warn.{warning}") else warning for warning in reading.warnings]
    if repaired:
        warnings.append(tr("scan.repaired"))
    return "\n".join(["  ".join(told), *(f"! {clean(warning, 120)}" for warning in warnings)])


class TravellerCard(QWidget):
    """Top of the rail."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(4))
        layout.setSpacing(look.px(2))
        self.name, self.facts = label("", "label"), label("", "muted")
        self.digits = label("", "small")
        self.party = label("", "small")
        for part in (self.name, self.facts, self.party, self.digits):
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
        words = reading_in_words(reading) if reading is not None and reading.status != "reject" else ""
        self.digits.setText(words if state is not None and not state.log.erased else "")
        self.digits.setVisible(bool(self.digits.text()))
