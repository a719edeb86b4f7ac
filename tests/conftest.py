"""What every test stands on: no window, a home of its own, no writing elsewhere, a clock that stands, a new order."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

import random
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, groupby
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CACHES = {".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache", "__pycache__"}
A_TEST_RUNS = threading.Event()
FORBIDDEN_TO_WRITE = (str(ROOT) + os.sep, str(Path.home() / ".local") + os.sep, str(Path.home() / ".config") + os.sep)

hypothesis.settings.register_profile("paso", deadline=None, print_blob=True)  # a busy machine is no finding
hypothesis.settings.load_profile("paso")


def refuse_to_write(event: str, arguments: tuple[object, ...]) -> None:
    """Stops a test of this process that would write where a person's files are; its place is `tmp_path`."""
    if not A_TEST_RUNS.is_set():
        return
    if event == "open":
        path, flags = arguments[0], arguments[2]
        if not isinstance(flags, int) or not flags & WRITING:
            return
    elif event == "sqlite3.connect":
        path = arguments[0]
        if str(path).startswith("file:") and "mode=ro" in str(path):
            return  # a store opened for reading only, by its address
    else:
        return
    if not isinstance(path, str | bytes | os.PathLike):
        return
    name = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - a Path would open files of its own here
    if name.startswith(FORBIDDEN_TO_WRITE) and CACHES.isdisjoint(Path(name).parts):
        raise AssertionError(f"A test wrote {name}. Write to tmp_path, or to $PASO_HOME.")


sys.addaudithook(refuse_to_write)


class Clock:
    """A clock that stands until it is moved: calling it gives the moment, aware and in UTC."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, **amount: float) -> datetime:
        """The new moment, later by `minutes=10` and the like."""
        self.moment += timedelta(**amount)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    """09:14 in Panama on 2021-03-23, an ordinary morning of the examples."""
    return Clock(datetime(2021, 3, 23, 14, 14, tzinfo=UTC))


HOMES = count()


@pytest.fixture(autouse=True)
def paso_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data folder of this test alone, in PASO_HOME; it is made by whoever first writes to it."""
    home = tmp_path_factory.getbasetemp() / f"paso-home-{next(HOMES)}"
    monkeypatch.setenv("PASO_HOME", str(home))
    A_TEST_RUNS.set()
    yield home
    A_TEST_RUNS.clear()


def pytest_configure(config: pytest.Config) -> None:
    """One seed for all processes of this run, so that they agree on the order."""
    os.environ.setdefault("PASO_SEED", str(random.SystemRandom().randrange(10**6)))


def pytest_report_header() -> str:
    return f"order: PASO_SEED={os.environ['PASO_SEED']} (set it to see the same order again)"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Shuffles the modules, and the tests within each: no test may lean on the one before."""
    order = random.Random(os.environ["PASO_SEED"])
    modules = [list(tests) for _, tests in groupby(items, key=lambda item: item.path)]
    order.shuffle(modules)
    for tests in modules:
        order.shuffle(tests)
    items[:] = [item for tests in modules for item in tests]
