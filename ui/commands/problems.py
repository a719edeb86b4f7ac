"""Problems become one sentence and an exit code: 1 problems were found, 2 the input is wrong, 3 the environment is."""

from __future__ import annotations

import hashlib
import traceback
from pathlib import Path
from typing import Final

__all__ = ["DONE", "ENVIRONMENT", "FOUND", "INPUT", "InputError", "crash_note", "sentence"]

DONE: Final = 0
FOUND: Final = 1
INPUT: Final = 2
ENVIRONMENT: Final = 3


class InputError(ValueError):
    """What was given to a command cannot be used; the message says what, why and what now."""


_WHOSE: Final = {
    "screening.answers.AnswerError": INPUT,
    "screening.commands.CommandError": INPUT,
    "screening.facts_json.FactsError": INPUT,
    "screening.records.errors.RefusedValue": INPUT,
    "screening.records.errors.RecordError": ENVIRONMENT,
    "sops.catalogue.NoEditionError": INPUT,
    "sops.mistakes.SopError": INPUT,
    "sops.packs.PackError": INPUT,
    "sops.signing.KeyProblem": INPUT,
    f"{__name__}.InputError": INPUT,
}
"""Our own problems, whose messages are sentences: by name, so that telling one imports nothing that may be broken."""


def sentence(problem: BaseException) -> tuple[str, int] | None:
    """What to tell, and the exit code; None for what is our own mistake."""
    for kind in type(problem).__mro__:
        whose = _WHOSE.get(f"{kind.__module__}.{kind.__qualname__}")
        if whose is not None:
            return str(problem.args[0] if problem.args else problem), whose
    match problem:
        case OSError():
            where = f"{problem.filename}: " if problem.filename else ""
            why = problem.strerror or type(problem).__name__
            return f"{where}{why}. Check the drive, its space and rights.", ENVIRONMENT
        case KeyboardInterrupt():
            return "stopped; what was recorded stays recorded.", ENVIRONMENT
        case MemoryError():
            return "there is not enough memory left. Close other programs and try again.", ENVIRONMENT
    format_message = getattr(problem, "format_message", None)  # typer's own: a call that cannot be understood
    return (f"{format_message()} See: paso --help", INPUT) if callable(format_message) else None


def crash_note(problem: BaseException, folder: Path) -> str:
    """What to tell of our own mistake: a code, and where the note lies. The note holds places in code, no values."""
    frames = traceback.extract_tb(problem.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    text = "\n".join([*lines, type(problem).__name__]) + "\n"
    code = hashlib.sha256(text.encode()).hexdigest()[:8]
    try:
        (folder / "crash-notes").mkdir(parents=True, exist_ok=True)
        place = folder / "crash-notes" / f"{code}.txt"
        place.write_text(text, encoding="utf-8")
        where = f"The note {place} holds nothing of any traveller; send it to those who maintain Paso Seguro."
    except OSError:
        where = "No note could be written; tell those who maintain Paso Seguro this code."
    return f"this is a mistake of the program, not yours (code {code}). What was recorded is safe. {where}"
