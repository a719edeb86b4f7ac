"""States for the traveller's screen: one walk begun at Lajas Blancas, put at any step in any language."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from screening import commands
from screening.session import State, fold
from screening.setting import Setting
from sops.catalogue import Catalogue, load

LANGUAGES = ("es", "en", "fr", "pt", "ht", "ar", "bn", "hi", "ne", "ur", "zh")
AT = datetime(2021, 3, 23, 14, 14, tzinfo=UTC)
CATALOGUE: Catalogue = load()


def setting() -> Setting:
    """The texts in force at Lajas Blancas on the day of the samples."""
    post = CATALOGUE.post("lajas-blancas")
    definition = CATALOGUE.at_post("definition", post, AT.date())
    return Setting(
        CATALOGUE.procedure(CATALOGUE.at_post("procedure", post, AT.date())),
        CATALOGUE.engine(definition, post.parameters),
        CATALOGUE.area_table(post.areas),
        post,
    )


SETTING = setting()
WHO = commands.Officer("o-17", AT)
BEGUN = fold(SETTING, [commands.begin(SETTING, "s-1", WHO, desk="1", language="es")])
STEPS = SETTING.procedure.steps
WITH_PHRASES = tuple(step.id for step in STEPS.values() if step.phrases)


def at(step: str, language: str = "es") -> State:
    """A traveller who stands at that step and speaks that language."""
    return replace(BEGUN, at=STEPS[step], log=replace(BEGUN.log, language=language))


def after_walk(course: str, language: str = "es") -> State:
    """A traveller whose walk has ended on that course."""
    return replace(BEGUN, at=None, course=SETTING.procedure.courses[course], log=replace(BEGUN.log, language=language))
