"""Forms of paper at this desk: numbers reserved, blank forms made, a filled one begun under its true moment. No Qt."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from screening import commands
from screening.commands import CommandError, Officer
from screening.paper_forms import FORMS, MOST, Forms, fold, late, reserve
from screening.projecting import row_of
from screening.session import fold as folded
from screening.told_moment import told_moment

if TYPE_CHECKING:
    from screening.session import State
    from screening.setting import Setting
    from ui.desk import Desk

__all__ = ["PaperForms"]


class PaperForms:
    """The forms of this store. Raises CommandError and RecordError as the desk does."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def forms(self) -> Forms:
        """What was reserved and typed in so far."""
        store = self.desk.store
        return fold(event for stream in store.streams(FORMS) for event in store.read(stream))

    def make(self, count: int) -> tuple[tuple[str, ...], bytes]:
        """So many blank forms of the procedure in force: their numbers, and the PDF. A number is reserved first."""
        from forms.blank_form import blank_forms

        desk = self.desk
        if not 1 <= count <= MOST:
            raise CommandError(f"{count} forms: from 1 to {MOST} are made at once", "forms_count", most=MOST)
        procedure = desk.setting(desk.today()).procedure
        numbers = tuple(desk.store.next_slip_number(desk.post.code) for _ in range(count))
        who = Officer(desk.officer, desk.clock())
        event = reserve(desk.new_id(), numbers, who, post=desk.post.id, procedure=procedure.name)
        desk.store.append([event])
        return numbers, blank_forms(procedure, desk.post, desk.catalogue.wording, numbers)

    def moment(self, typed: str) -> datetime | None:
        """The moment that was written on a form, local; None where it is none or lies ahead."""
        return told_moment(typed, self.desk.clock().astimezone(ZoneInfo(self.desk.post.time_zone)))

    def setting(self, screened_at: datetime) -> Setting:
        """The texts that were in force here at that moment. Raises NoEditionError before the first edition."""
        desk = self.desk
        return desk.texts.in_force(desk.post, screened_at, desk.setting_day(screened_at))

    def begin(self, typed: str, screened_at: datetime) -> State:
        """Begin to type a form in. `typed` is its number or the last figures of it; empty for a sheet without one.

        Whoever is in front is set aside first. The texts of the true day are asked, and the record says both moments.
        """
        desk, forms = self.desk, self.forms
        form = forms.find(typed) if typed.strip() else None
        setting = self.setting(screened_at)
        who = Officer(desk.officer, desk.clock())
        begun = commands.begin(
            setting, desk.new_id(), who, desk=desk.name, language=desk.language, training=desk.training
        )
        events = late(begun, screened_at, form, forms)
        if desk.state is not None and desk.state.log.closed is None:
            desk.park("next_traveller")
        state = folded(setting, events[:1])
        desk.store.append(events, row_of(state))
        desk.state, desk.reading = state, None
        return state
