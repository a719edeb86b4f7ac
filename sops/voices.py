"""Who says the conditions of an edition: a speaker who knows its titles and its numbers."""

from __future__ import annotations

from sops.engine import Engine
from sops.model import Procedure, Text
from sops.speaking import Speaker
from sops.wording import Wording


def definition_speaker(engine: Engine, wording: Wording, language: str) -> Speaker:
    """The speaker of a case definition; languages other than es are spoken in English."""
    definition = engine.definition
    titles = {name: term.title for name, term in definition.terms.items()}
    titles |= {name: exposure.title for name, exposure in definition.exposures.items()}
    return Speaker(wording, _spoken(language), titles, engine.number)


def procedure_speaker(procedure: Procedure, wording: Wording, language: str) -> Speaker:
    """The speaker of a procedure; languages other than es are spoken in English."""
    titles: dict[str, Text] = {name: step.title for name, step in procedure.steps.items()}
    titles |= {name: term.title for name, term in procedure.terms.items()}
    titles |= {name: interrupt.title for name, interrupt in procedure.interrupts.items()}
    for step in procedure.steps.values():
        titles |= {f"{step.id}={option.id}": option.title for option in step.options}

    def number(value: float | str) -> float:
        return procedure.parameters[value].value if isinstance(value, str) else value

    return Speaker(wording, _spoken(language), titles, number)


def _spoken(language: str) -> str:
    return "es" if language == "es" else "en"
