"""What is installed is pinned, hashed and the same everywhere, and the files name no host."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pins(name: str) -> dict[str, str]:
    """Each requirement with its version and marker; a pin without a hash fails here."""
    found = {}
    for entry in (ROOT / name).read_text("utf-8").replace("\\\n", " ").splitlines():
        if entry.strip() and not entry.lstrip().startswith("#"):
            requirement, *hashes = entry.split("--hash=sha256:")
            assert hashes, entry
            found[requirement.strip()] = entry
    return found


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_hashed_and_names_no_host(name):
    assert all("==" in requirement for requirement in pins(name))
    assert "://" not in (ROOT / name).read_text("utf-8")


def test_the_suite_tests_what_runs():
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()
