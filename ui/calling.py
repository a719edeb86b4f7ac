"""Whom to call, and by which number: said wherever the desk tells somebody to call. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from screening.session import State
from sops.model import DutySpec
from ui.strings import tr

if TYPE_CHECKING:
    from ui.outcome.account import Task

__all__ = ["numbers", "with_numbers"]

_UNBROKEN: Final = "\u00a0"
"""Between the figures of a telephone number: it stands on one line."""
_CALLED: Final = {"notifies": "notify_health_authority", "protects_child": "unaccompanied_child"}
"""By what a duty does: what the one it calls receives. Transport is called of those who receive the course."""


def numbers(state: State, use: str) -> tuple[str, ...]:
    """Who of the post's settings takes that, with the number; where none is set yet, who it is and who sets it."""
    from screening.referring import real_phone

    takers = [each for each in state.setting.post.receivers if use in each.receives]
    known = [(number, each.name) for each in takers if (number := real_phone(each.phone))]
    if takers and not known:
        return (", ".join(each.name for each in takers), tr("call.unset"))
    return tuple(f"{number.replace(' ', _UNBROKEN)} · {name}" for number, name in known)


def with_numbers(tasks: tuple[Task, ...], state: State) -> tuple[Task, ...]:
    """The tasks, those that call somebody with the number below what is to be done."""
    duties = state.setting.procedure.duties
    found = ((task, numbers(state, _use(duties[task.id], state))) for task in tasks)
    return tuple(replace(task, do="\n".join((task.do, *lines))) for task, lines in found)


def _use(spec: DutySpec, state: State) -> str:
    if "transports" in spec.does and state.course is not None:
        return state.course.id.removesuffix("_apart")
    return next((use for does, use in _CALLED.items() if does in spec.does), "")
