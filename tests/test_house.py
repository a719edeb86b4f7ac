"""The house rules that a machine can hold: layers, names, shapes, words, plain text, and a Qt that does not abort."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

import dev

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("sops", "screening", "forms", "ui")


def script(name: str) -> ModuleType:
    """A script of .ci/ as a module."""
    spec = importlib.util.spec_from_file_location(f"ci_{name}", ROOT / ".ci" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def call(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The answer of this Python."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


CHECKS = [pytest.param(name, marks=pytest.mark.slow) if name == "mypy" else name for name in dev.checks()]


@pytest.mark.parametrize("name", CHECKS)
def test_the_checkout_passes_every_check(name):
    """Style with docstrings, types, layers, house rules, procedures: what `dev.py check` runs, so that CI does too."""
    answer = subprocess.run(
        dev.checks()[name], cwd=ROOT, env=dev.child_environment(), capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_no_check_is_lost():
    house = {"namesakes", "plain_text", "shape", "words"}
    assert {"ruff", "format", "mypy", "layers", "procedures"} | house <= set(dev.checks())


def test_a_contract_holds_each_layer():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    held = {module for contract in contracts for module in contract.get("forbidden_modules", ())}
    assert held >= {"PySide6", "reportlab", "sqlalchemy", "alembic", "yaml", "typer", "rich"}
    assert contracts[0]["layers"] == ["ui", "forms", "screening", "sops"]


# ---------------------------------------------------------------------------------------------------------- namesakes


@pytest.mark.parametrize("name", PACKAGES)
def test_our_packages_are_those_of_this_checkout(name):
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert Path(str(spec.origin)) == ROOT / name / "__init__.py"


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_of_the_same_name_elsewhere_is_told(name, tmp_path):
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").write_text("")
    answer = call(ROOT / ".ci" / "namesakes.py", PYTHONPATH=str(tmp_path))
    assert answer.returncode == 1
    assert f"named like our package {name!r}" in answer.stdout


def test_a_module_of_the_same_name_elsewhere_is_told(tmp_path):
    (tmp_path / "forms.py").write_text("")
    answer = call(ROOT / ".ci" / "namesakes.py", PYTHONPATH=str(tmp_path))
    assert answer.returncode == 1
    assert "named like our package 'forms'" in answer.stdout


# -------------------------------------------------------------------------------------------------------- Qt's release


def test_the_release_of_qt_does_not_abort_this_python():
    """PySide6 6.12.0 drops references to None and kills a Python before 3.12 after some thousand calls."""
    release = tuple(int(part) for part in version("PySide6_Essentials").split(".")[:3])
    if sys.version_info < (3, 12):
        assert release < (6, 12)
    else:
        assert release != (6, 12, 0)


def test_the_pins_never_allow_that_release():
    wanted = (ROOT / "requirements.in").read_text("utf-8").splitlines()
    assert 'PySide6-Essentials>=6.8,<6.12; python_version<"3.12"' in wanted
    assert any(line.startswith("PySide6-Essentials") and "!=6.12.0" in line for line in wanted)


def test_ordinary_calls_of_qt_leave_the_references_to_none_alone(qapp):
    """The defect itself, measured; from 3.12 on None is immortal and its count cannot move at all."""
    from PySide6.QtWidgets import QLineEdit

    field = QLineEdit()
    before = sys.getrefcount(None)
    for _ in range(500):
        field.setText("x")
    assert abs(sys.getrefcount(None) - before) < 100


# ------------------------------------------------------------------------------------------- the checks themselves work


@pytest.mark.parametrize(
    "text",
    [
        "see https://py" + "pi.org/simple",
        "files.python" + "hosted.org",
        "/ro" + "ot/notes.txt",
        "in /wo" + "rk/main",
        "/ho" + "me/ana/paso",
        "C:\\Us" + "ers\\ana",
    ],
)
def test_a_registry_or_a_path_of_a_machine_is_found(text):
    assert len(script("words").findings("page.md", text)) == 1


@pytest.mark.parametrize("text", ["the framework/ folder", "docs/architecture.md", "pip install", "/proc/self/maps"])
def test_ordinary_words_are_left_alone(text):
    assert script("words").findings("page.md", text) == []


def test_a_long_module_and_a_nameless_one_are_found():
    findings = script("shape").findings
    assert findings("sops/logic.py", 400) == []
    assert len(findings("sops/logic.py", 401)) == 1
    assert len(findings("ui/helpers.py", 10)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "QLabel(name)",
        "QLabel(f'{name}', self)",
        "QtWidgets.QLabel(record.name)",
        "QLabel('<b>bold</b>')",
        "QLabel(text=name)",
        "QMessageBox(QMessageBox.Icon.Warning, title, name)",
        "QMessageBox.information(self, title, name)",
        "QMessageBox.question(self, 'a', 'b')",
        "field.setToolTip(f'{name}')",
        "field.setToolTip(name)",
        "QToolTip.showText(point, name)",
        "page.setHtml(text)",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "QLabel(self.tr(name))",
    ],
)
def test_a_text_that_qt_might_read_as_html_is_found(line):
    assert len(list(script("plain_text").findings("ui/x.py", line))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "QLabel()",
        "QLabel(self)",
        "QLabel(parent=self)",
        "QLabel('Name')",
        "QLabel(self.tr('Name'), self)",
        "field.setToolTip(self.tr('Goes back'))",
        "label(name)",
        "label.setTextFormat(Qt.TextFormat.PlainText)",
    ],
)
def test_a_settled_text_is_left_alone(line):
    assert list(script("plain_text").findings("ui/x.py", line)) == []


# ------------------------------------------------------------------------------------------------------ this test house


def test_no_test_writes_into_the_checkout():
    with pytest.raises(AssertionError, match="Write to tmp_path"):
        (ROOT / "stray.txt").write_text("x")


def test_each_test_has_a_home_of_its_own(paso_home):
    assert os.environ["PASO_HOME"] == str(paso_home)
    assert not paso_home.exists()


def test_the_clock_stands_until_it_is_moved(clock):
    before = clock()
    assert clock() == before
    assert (clock.advance(minutes=10) - before).total_seconds() == 600


def test_every_door_of_the_project_file_leads_somewhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["scripts"] == {"paso": "ui.command_line:main"}
    assert (ROOT / "ui" / "command_line.py").exists()
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")
    assert (ROOT / project["readme"]).exists()
