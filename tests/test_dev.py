"""dev.py on a bare machine, on a machine that is not ours to change, and on a second day."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import dev

ROOT = Path(__file__).resolve().parent.parent
BOOKWORM = {"ID": "debian", "VERSION_ID": "12", "VERSION_CODENAME": "bookworm"}
TRIXIE = {"ID": "debian", "VERSION_ID": "13", "VERSION_CODENAME": "trixie"}
LDD = """
libQt6Gui.so.6:
	linux-vdso.so.1 (0x00007ffd)
	libEGL.so.1 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
	libglib-2.0.so.0 => not found
libQt6Widgets.so.6:
	libEGL.so.1 => not found
	libicui18n.so.73 => /a folder/not found/libicui18n.so.73 (0x00007f)
"""


@pytest.fixture
def calls(monkeypatch):
    """The programs dev.py starts, each answering 0 without being started; `codes` changes that by first words."""
    seen = SimpleNamespace(lines=[], environments=[], codes={})

    def start(call, **options):
        line = " ".join(map(str, call))
        seen.lines.append(line)
        seen.environments.append(options.get("env"))
        code = next((code for words, code in seen.codes.items() if words in line), 0)
        return subprocess.CompletedProcess(call, code, stdout="", stderr="")

    monkeypatch.setattr(dev.subprocess, "run", start)
    return seen


@pytest.fixture
def machine(monkeypatch):
    """A Debian 12 with apt-get, ours as root; a test changes what it wants."""

    def become(release=BOOKWORM, *, root=True, apt=True):
        monkeypatch.setattr(dev, "os_release", lambda: release)
        monkeypatch.setattr(dev, "is_root", lambda: root)
        monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}" if apt else None)

    become()
    return become


@pytest.fixture
def checkout(monkeypatch, tmp_path):
    """A checkout of its own, in a folder with a space, whose environment holds this Python and nothing else."""
    root = tmp_path / "fresh clone"
    venv = root / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(sys.executable)
    (venv / "lib" / "python3.11" / "site-packages").mkdir(parents=True)
    (root / "requirements.txt").write_text("pins of today\n")
    monkeypatch.setattr(dev, "ROOT", root)
    monkeypatch.setattr(dev, "VENV", venv)
    return root


# --------------------------------------------------------------------------------------------------- system libraries


def test_libraries_that_ldd_does_not_find_are_named_once():
    assert dev.not_found(LDD) == ["libEGL.so.1", "libglib-2.0.so.0"]


def test_packages_are_named_as_debian_12_names_them():
    packages = dev.packages_for(dev.not_found(LDD))
    assert dev.debian_names(packages, BOOKWORM) == ["libegl1", "libglib2.0-0"]


@pytest.mark.parametrize(
    "release",
    [
        TRIXIE,
        {"ID": "debian", "VERSION_CODENAME": "forky"},
        {"ID": "ubuntu", "VERSION_ID": "24.04", "VERSION_CODENAME": "noble"},
        {"ID": "linuxmint", "ID_LIKE": "ubuntu debian", "VERSION_CODENAME": "wilma", "UBUNTU_CODENAME": "noble"},
    ],
)
def test_packages_are_named_as_debian_13_and_its_kin_name_them(release):
    assert dev.is_debian_family(release)
    assert dev.debian_names(["libglib2.0-0~", "libcups2~", "libegl1"], release) == [
        "libcups2t64",
        "libegl1",
        "libglib2.0-0t64",
    ]


def test_os_release_is_read_with_and_without_quotes(tmp_path):
    file = tmp_path / "os-release"
    file.write_text("# a remark\nID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME='Debian GNU/Linux 12'\n\n")
    assert dev.os_release(file) == {"ID": "debian", "VERSION_ID": "12", "PRETTY_NAME": "Debian GNU/Linux 12"}
    assert dev.os_release(tmp_path / "nothing") == {}


def test_what_a_bare_machine_gets_are_packages_we_know():
    assert set(dev.BARE_MACHINE) <= set(dev.PACKAGE_OF.values())


def test_a_library_without_a_package_is_told():
    with pytest.raises(dev.Stop, match=r"libnew\.so\.7.*apt-file") as stop:
        dev.packages_for(["libnew.so.7"])
    assert stop.value.code == 3


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ldd is Linux's")
@pytest.mark.parametrize(
    ("environment", "plugins"),
    [
        ({}, ["libqoffscreen.so"]),
        ({"DISPLAY": ":0"}, ["libcupsprintersupport.so", "libqoffscreen.so", "libqxcb.so"]),
        ({"WAYLAND_DISPLAY": "w"}, ["libcupsprintersupport.so", "libqoffscreen.so", "libqwayland.so"]),
    ],
)
def test_the_libraries_of_a_window_are_asked_for_only_where_there_is_a_display(
    environment, plugins, tmp_path, monkeypatch
):
    pyside = tmp_path / "Py Side6"
    for name in {*dev.OFFSCREEN_PLUGINS, *dev.X11_PLUGINS, *dev.WAYLAND_PLUGINS}:
        (pyside / "Qt" / "plugins" / name).parent.mkdir(parents=True, exist_ok=True)
        (pyside / "Qt" / "plugins" / name).touch()
    ldd = tmp_path / "ldd"
    ldd.write_text('#!/bin/sh\nfor file in "$@"; do echo "${file##*/} => not found"; done\n')
    ldd.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert dev.missing_libraries(environment, pyside) == plugins


def test_where_we_are_root_packages_are_installed_without_a_question(calls, machine):
    dev.install_packages(["libegl1", "libglib2.0-0~"], "Qt needs them.")
    update, install = calls.lines
    assert update.startswith("apt-get ")
    assert update.endswith(" update")
    assert install.endswith("install -y --no-install-recommends libegl1 libglib2.0-0")
    assert "DPkg::Lock::Timeout=300" in install
    assert calls.environments[1]["DEBIAN_FRONTEND"] == "noninteractive"


def test_stale_package_lists_do_not_stop_the_installation(calls, machine, capsys):
    calls.codes["update"] = 100
    dev.install_packages(["libegl1"], "Qt needs it.")
    assert len(calls.lines) == 2
    assert "lists that are here" in capsys.readouterr().out


def test_an_installation_that_fails_says_what_now(calls, machine):
    calls.codes["install"] = 100
    with pytest.raises(dev.Stop, match="apt-get install -y --no-install-recommends libegl1") as stop:
        dev.install_packages(["libegl1"], "Qt needs it.")
    assert stop.value.code == 3


def test_where_we_are_not_root_the_exact_line_is_given(calls, machine):
    machine(TRIXIE, root=False)
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libglib2.0-0t64"
    with pytest.raises(dev.Stop, match=re.escape(line)) as stop:
        dev.install_packages(["libglib2.0-0~", "libegl1"], "Qt needs them.")
    assert stop.value.code == 3
    assert calls.lines == []


def test_elsewhere_the_packages_are_named(calls, machine):
    machine({"ID": "fedora", "PRETTY_NAME": "Fedora Linux 42"}, apt=False)
    with pytest.raises(dev.Stop, match=r"On Fedora Linux 42 .* libegl1") as stop:
        dev.install_packages(["libegl1"], "Qt needs it.")
    assert stop.value.code == 3
    assert calls.lines == []


def test_libraries_still_missing_after_the_installation_are_told(calls, machine, monkeypatch):
    monkeypatch.setattr(dev, "missing_libraries", lambda environment: ["libEGL.so.1"])
    with pytest.raises(dev.Stop, match=r"still does not find libEGL\.so\.1"):
        dev.see_to_libraries({})


# ------------------------------------------------------------------------------------------------ virtual environment


def test_a_bare_python_asks_for_its_own_venv_package_and_qts_in_one_line(calls, machine, checkout, monkeypatch):
    machine(root=False)
    shutil.rmtree(dev.VENV)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    package = f"python3.{sys.version_info.minor}-venv"
    with pytest.raises(dev.Stop, match=rf"libegl1 .*{re.escape(package)}") as stop:
        dev.make_environment()
    assert stop.value.code == 3


def test_an_environment_that_works_is_kept(calls, checkout):
    dev.make_environment()
    assert not any("-m venv" in line for line in calls.lines)


def test_an_environment_that_is_broken_is_made_again(calls, checkout):
    calls.codes["import sys, pip"] = 1
    dev.make_environment()
    assert any("-m venv --clear" in line for line in calls.lines)


def test_an_environment_that_cannot_be_made_says_what_now(calls, checkout):
    calls.codes = {"import sys, pip": 1, "-m venv": 1}
    with pytest.raises(dev.Stop, match="Free the disk or mend its rights") as stop:
        dev.make_environment()
    assert stop.value.code == 3


def test_the_same_pins_are_installed_once(calls, checkout, monkeypatch):
    monkeypatch.setattr(dev, "missing_libraries", lambda environment: [])
    for _ in range(2):
        dev.prepare(("requirements.txt",), {})
    installations = [line for line in calls.lines if "pip install" in line]
    assert len(installations) == 1
    assert "--require-hashes --only-binary :all:" in installations[0]


@pytest.mark.parametrize("change", ["pins", "place", "interpreter"])
def test_what_changed_is_installed_again(change, checkout, monkeypatch, tmp_path):
    requirements = checkout / "requirements.txt"
    assert not dev.is_installed(requirements)
    dev.stamp(requirements).write_text(dev.digest(requirements) + "\n")
    assert dev.is_installed(requirements)
    if change == "pins":
        requirements.write_text("pins of tomorrow\n")
    elif change == "place":
        monkeypatch.setattr(dev, "ROOT", tmp_path / "moved")
    else:
        dev.tool("python").unlink()
    assert not dev.is_installed(requirements)


def test_the_larger_set_of_pins_is_enough_for_the_smaller(calls, checkout, monkeypatch):
    monkeypatch.setattr(dev, "missing_libraries", lambda environment: [])
    larger = checkout / "requirements-dev.txt"
    larger.write_text("more pins\n")
    dev.stamp(larger).write_text(dev.digest(larger))
    dev.prepare(("requirements.txt", "requirements-dev.txt"), {})
    assert not any("pip install" in line for line in calls.lines)


def test_requirements_that_cannot_be_installed_leave_no_stamp(calls, checkout):
    calls.codes["pip install"] = 1
    with pytest.raises(dev.Stop, match="Without a network") as stop:
        dev.prepare(("requirements.txt",), {})
    assert stop.value.code == 3
    assert not dev.is_installed(checkout / "requirements.txt")


@pytest.mark.skipif(os.name == "nt", reason="Windows gets paso.cmd")
def test_the_command_works_on_this_checkout_from_any_folder(checkout, tmp_path):
    for folder, answer in ((checkout, "ours"), (tmp_path, "a namesake")):
        (folder / "ui").mkdir()
        (folder / "ui" / "__init__.py").touch()
        source = f"import sys\ndef main():\n    print({answer!r}, sys.argv[1:])\n    return 3\n"
        (folder / "ui" / "command_line.py").write_text(source)
    dev.write_command()
    link = tmp_path / "paso"
    link.symlink_to(dev.tool("paso"))
    for command in (dev.tool("paso"), link):
        done = subprocess.run([command, "mrz", "a b"], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (3, "ours ['mrz', 'a b']\n"), done.stderr


# ------------------------------------------------------------------------------------------------------------ commands


@pytest.fixture
def ready(calls, monkeypatch):
    """Everything is installed already, and nothing is known of a display."""
    monkeypatch.setattr(dev, "prepare", lambda names, environment: None)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return calls


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")


@linux
def test_without_a_display_run_walks_a_day(ready, capsys, monkeypatch, checkout):
    (checkout / "ui").mkdir()
    (checkout / "ui" / "command_line.py").touch()
    assert dev.main(["run"]) == 0
    assert ready.lines[-1].endswith("main()) demo")
    assert ready.environments[-1]["QT_QPA_PLATFORM"] == "offscreen"
    assert "No display here" in capsys.readouterr().out


@linux
def test_with_a_display_run_opens_the_desk(ready, monkeypatch, checkout):
    (checkout / "ui").mkdir()
    (checkout / "ui" / "command_line.py").touch()
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.main(["run"]) == 0
    assert ready.lines[-1].endswith("main())")
    assert "QT_QPA_PLATFORM" not in ready.environments[-1]


def test_a_checkout_without_the_command_says_so(ready, checkout, capsys):
    assert dev.main(["demo"]) == 1
    assert "no `paso` command" in capsys.readouterr().err


def test_the_suite_never_opens_a_window_and_passes_arguments_on(ready, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.main(["test"]) == 0
    assert dev.main(["test", "-k", "slip"]) == 0
    assert ready.lines[-2].endswith("-P -m pytest -n 2 --dist loadfile")
    assert ready.lines[-1].endswith("-P -m pytest -k slip")
    assert ready.environments[-1]["QT_QPA_PLATFORM"] == "offscreen"
    assert "DISPLAY" not in ready.environments[-1]


def test_the_exit_code_of_the_suite_is_ours(ready):
    ready.codes["-m pytest"] = 1
    assert dev.main(["test"]) == 1


def test_every_check_runs_and_is_reported_although_one_fails(ready, monkeypatch, capsys):
    monkeypatch.setattr(dev, "checks", lambda: {"one": ["one"], "two": ["two"], "three": ["three"]})
    ready.codes["two"] = 1
    assert dev.main(["check"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line for line in told if line] == ["ok      one", "FAILED  two", "ok      three", "1 checks failed: two."]
    assert dev.main(["check", "one"]) == 0
    assert dev.main(["check", "four"]) == 2


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["--help"], 0), (["fly"], 2)])
def test_a_call_that_is_not_understood_gets_the_list_of_commands(arguments, code, capsys):
    assert dev.main(arguments) == code
    assert "run     opens the desk" in capsys.readouterr().out


def test_an_old_python_is_told_before_anything_else():
    source = "import sys; sys.version_info = (3, 9, 2); exec(open('dev.py', encoding='utf-8').read())"
    done = subprocess.run([sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer; this is Python 3.9" in done.stderr
    assert "Traceback" not in done.stderr


def test_dev_py_needs_the_standard_library_only():
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_what_runs_before_a_change_lands_is_the_suite():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "python3 dev.py test" in script.read_text("utf-8")


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.skipif(not os.environ.get("PASO_FULL"), reason="fetches 350 MB: set PASO_FULL=1")
def test_a_fresh_clone_runs_and_tests_itself(tmp_path):
    """The two commands of the README, on a clone in a folder with a space, without a display."""
    clone = tmp_path / "a fresh clone"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    left_out = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH", "PASO_FULL", "PYTEST_XDIST_WORKER")
    environment = {key: value for key, value in os.environ.items() if key not in left_out}
    for command in ("run", "test"):
        done = subprocess.run(
            [sys.executable, "dev.py", command],
            cwd=clone,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
