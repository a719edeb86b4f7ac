"""A stage for every test of the window: a real window, a real desk, a real store, a clock that stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sops.catalogue import Catalogue, load
from tests.conftest import Clock
from tests.ui.stage import Stage
from ui import strings


@pytest.fixture(autouse=True)
def _spanish() -> None:
    """A desk starts in Spanish, whatever was spoken in the test before."""
    strings.speak("es")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """All shipped SOP files, read once."""
    return load()


@pytest.fixture
def make_stage(qapp, catalogue, tmp_path: Path, clock: Clock) -> Iterator[Callable[..., Stage]]:
    """Stages over the same folder, one after another; all are closed at the end."""
    made: list[Stage] = []

    def make(**options: object) -> Stage:
        stage = Stage(tmp_path / "home", catalogue, clock, **options)  # type: ignore[arg-type]
        made.append(stage)
        return stage

    yield make
    for stage in made:
        if stage.is_open:
            stage.close()


@pytest.fixture
def stage(make_stage: Callable[..., Stage]) -> Stage:
    """A desk whose clock is confirmed, ready for the first traveller."""
    found = make_stage()
    found.confirm_clock()
    found.keys = 0
    return found
