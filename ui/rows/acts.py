"""Rows at this desk: who sits in a bus, one after another, each a screening walked by its own answers. No Qt.

Nothing is filled in by itself. A row ends where the walk asks what is no column: then its traveller waits on the board.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Literal

from screening.commands import ERASED
from ui.board.rows import named
from ui.saying import said, text

if TYPE_CHECKING:
    from screening.session import State
    from sops.model import Procedure, Step
    from ui.desk import Desk

__all__ = ["Entered", "Rows", "columns_of"]

Result = Literal["open", "well", "board", "emergency", "done"]
_CELLS: Final = ("choice", "yes_no", "reading")


@dataclass(frozen=True, slots=True)
class Entered:
    """One row as it stands: what was said in each column, and what became of it; `step` is where it waits."""

    screening: str
    name: str
    age: int | None
    sex: str
    cells: Mapping[str, str] = field(default_factory=dict)
    result: Result = "open"
    step: str = ""


def columns_of(procedure: Procedure) -> tuple[Step, ...]:
    """The steps of a procedure, as it writes them, that fit a cell, up to the first temperature."""
    found = []
    for step in procedure.steps.values():
        if step.answer in _CELLS and not any(note.required for note in step.notes):
            found.append(step)
        if step.records == "temperature":
            break
    return tuple(found)


class Rows:
    """The rows of one sitting. Raises CommandError and RecordError as the desk does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.entered: dict[str, Entered] = {}
        self.current: str | None = None

    @property
    def columns(self) -> tuple[Step, ...]:
        """The columns of today's procedure."""
        return columns_of(self.desk.setting(self.desk.today()).procedure)

    @property
    def state(self) -> State | None:
        """The traveller of the row at hand; None before it has begun."""
        state = self.desk.state
        return state if state is not None and state.screening == self.current else None

    @property
    def at(self) -> Step | None:
        """The step of the row that is asked now."""
        return self.state.at if self.state is not None else None

    @property
    def well(self) -> tuple[Entered, ...]:
        """Those who go on once they were told what there is to tell."""
        return tuple(row for row in self.entered.values() if row.result == "well")

    # -- one row ----------------------------------------------------------------------------------------------------

    def take(self) -> State | None:
        """The traveller in front, just begun or scanned, is the row at hand."""
        state = self.desk.state
        self.current = state.screening if state is not None else None
        return self._follow({}, {})

    def identify(self, value: Mapping[str, Any], identity: Mapping[str, Any]) -> State | None:
        """Who sits there, as told; each part may be missing."""
        if value or identity:
            self.desk.identify(value, identity)
        return self._follow(value, identity)

    def answer(self, value: Any) -> State | None:
        """The answer of the cell at hand."""
        self.desk.answer(value)
        return self._follow({}, {})

    def set_aside(self) -> None:
        """The row at hand waits on the board as far as it came."""
        if self.state is not None and self.state.log.closed is None:
            self.desk.park("aside")
        self.current = None

    def _follow(self, value: Mapping[str, Any], identity: Mapping[str, Any]) -> State | None:
        """What was told of the person answers the step that asks it; then the row goes on, or ends."""
        state = self.state
        if state is not None and state.at is not None and state.at.answer == "person":
            told = value or {key: state.log.document[key] for key in _PERSON if state.log.document.get(key)}
            known = identity or {key: state.log.identity[key] for key in _NAMED if state.log.identity.get(key)}
            state = self.desk.answer(dict(told), identity=dict(known)) if told or known else state
        if state is None:
            return None
        self._note(state)
        if state.log.interrupt is not None:
            self.current = None  # care first: the desk shows it, and nothing waits here
        elif state.at is None or state.at.id not in {step.id for step in self.columns}:
            self.set_aside()
        return state

    def _note(self, state: State) -> None:
        wording, on = self.desk.catalogue.wording, state.on
        cells = {visited.step.id: said(visited.step, visited.value, wording, on) for visited in state.path}
        document = state.log.document
        result: Result = "open"
        if state.log.interrupt is not None:
            result = "emergency"
        elif state.at is None:
            result = "well" if self._is_only_told(state) else "board"
        elif state.at.id not in {step.id for step in self.columns}:
            result = "board"
        step = text(state.at.title) if state.at is not None else text(state.course.title) if state.course else ""
        who = named(state.log.identity)
        age, sex = document.get("age_years"), str(document.get("sex") or "")
        row = Entered(state.screening, who, age if isinstance(age, int) else None, sex, cells, result, step)
        self.entered[state.screening] = row

    def _is_only_told(self, state: State) -> bool:
        """Whether the traveller is cleared and nothing is owed but to tell what there is to tell."""
        left = [duty.spec for duty in self.desk.duties() if duty.keeps_traveller]
        is_cleared = state.course is not None and state.course.outcome == ERASED
        return is_cleared and all("advises" in duty.does for duty in left)

    # -- all of them ------------------------------------------------------------------------------------------------

    def advise(self, screening: str) -> None:
        """One who is well was told what there is to tell: what is owed is done, and the name is forgotten."""
        state = self.desk.resume(screening)
        while state.log.closed is None:
            state = self.desk.do(next(duty.spec.id for duty in self.desk.duties() if duty.keeps_traveller))
        self.entered[screening] = replace(self.entered[screening], name="", result="done")

    def refresh(self) -> None:
        """Who went on meanwhile, from the board, is told and forgotten by name."""
        for row in tuple(self.entered.values()):
            known = self.desk.store.row(row.screening)
            if known is None or known.status == "closed":
                self.entered[row.screening] = replace(row, name="", result="done")


_PERSON: Final = ("age_years", "age_months", "sex")
_NAMED: Final = ("spoken_name", "birth_date")
