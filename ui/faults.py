"""What an official is told when disk, lock, folder or date fail; the words stand in one table by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from screening.commands import CommandError
from screening.records.errors import RecordError
from sops.catalogue import NoEditionError
from ui.strings import has, tr

__all__ = ["attempted", "in_words", "kind_of", "refused", "warned"]


def kind_of(problem: BaseException) -> str:
    """The kind of a fault that has words of its own here; empty for any other."""
    if isinstance(problem, NoEditionError):
        return "no_edition"
    kind = problem.kind if isinstance(problem, RecordError) else ""
    return kind if kind and has(f"fault.{kind}") else ""


def in_words(problem: BaseException, other: str = "") -> str:
    """What is the matter, what still works and what to do; `other` is the sentence for a fault without words here."""
    kind = kind_of(problem)
    if kind:
        return tr(f"fault.{kind}")
    return tr(other, detail=problem) if other else str(problem)


def refused(problem: BaseException) -> str:
    """Why a command is not lawful now, in the officer's words; in the program's own where there are none."""
    kind = problem.kind if isinstance(problem, CommandError) else ""
    if isinstance(problem, CommandError) and kind and has(f"refused.{kind}"):
        return tr(f"refused.{kind}", **problem.values)
    return tr("bad.command", detail=problem)


def attempted(act: Callable[[], object], refuse: Callable[[str], object]) -> bool:
    """Do something; False when it was refused, and then `refuse` was given the words and nothing has changed."""
    try:
        act()
    except RecordError as problem:
        refuse(in_words(problem, "bad.record"))
    except NoEditionError as problem:
        refuse(in_words(problem))
    except CommandError as problem:
        refuse(refused(problem))
    except (ValueError, LookupError) as problem:
        refuse(tr("bad.answer", detail=problem))
    else:
        return True
    return False


def warned(warnings: Iterable[str]) -> str:
    """What the store wants an official to hear, the first of it; empty when there is nothing."""
    for warning in warnings:
        return tr("fault.head_missing") if ".head is missing" in warning else warning
    return ""
