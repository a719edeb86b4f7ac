#!/usr/bin/env python3
"""Everything a checkout needs, in one command: `python3 dev.py run | test | check | bench | demo`.

Standard library only. Makes `.venv`, installs the pinned and hashed requirements when they changed, sees to the system
libraries that Qt needs, then does what was asked. On Windows: `py dev.py run`. Further arguments are passed on.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Paso Seguro needs Python 3.11 or newer; this is Python {}.{}. Debian 12 and 13 have it as python3; "
        "elsewhere name it, e.g. `python3.12 dev.py run`.".format(*sys.version_info[:2])
    )

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
ENVIRONMENT_IN_THE_WAY = 3  # the exit code that `paso` uses too

TWO_PROCESSES = ("-n", "2", "--dist", "loadfile")  # a module's costly fixtures are made once

USE = """Use: python3 dev.py COMMAND [further arguments]      (Windows: py dev.py COMMAND)

  run     opens the desk; without a display, walks a day of a small post (`paso demo`) and says where everything lies
  test    the whole test suite, without a window; arguments go to pytest, e.g. test -k slip
  check   style, types, layers, house rules, procedures: all of them, or those named, e.g. check mypy layers
  bench   the benchmarks; arguments go to them
  demo    `paso demo`; arguments go to it
"""

# What Qt's libraries ask for and the Debian package that brings it. "~" stands for the t64 suffix of Debian 13 on.
PACKAGES = """
    libEGL.so.1 libegl1   libGL.so.1 libgl1   libGLX.so.0 libglx0   libOpenGL.so.0 libopengl0   libX11.so.6 libx11-6
    libX11-xcb.so.1 libx11-xcb1   libbrotlidec.so.1 libbrotli1   libcups.so.2 libcups2~   libdbus-1.so.3 libdbus-1-3
    libfontconfig.so.1 libfontconfig1   libfreetype.so.6 libfreetype6   libglib-2.0.so.0 libglib2.0-0~
    libgssapi_krb5.so.2 libgssapi-krb5-2   libgthread-2.0.so.0 libglib2.0-0~   libstdc++.so.6 libstdc++6
    libwayland-client.so.0 libwayland-client0   libwayland-cursor.so.0 libwayland-cursor0
    libwayland-egl.so.1 libwayland-egl1   libxcb.so.1 libxcb1   libxcb-cursor.so.0 libxcb-cursor0
    libxcb-glx.so.0 libxcb-glx0   libxcb-icccm.so.4 libxcb-icccm4   libxcb-image.so.0 libxcb-image0
    libxcb-keysyms.so.1 libxcb-keysyms1   libxcb-randr.so.0 libxcb-randr0   libxcb-render.so.0 libxcb-render0
    libxcb-render-util.so.0 libxcb-render-util0   libxcb-shape.so.0 libxcb-shape0   libxcb-shm.so.0 libxcb-shm0
    libxcb-sync.so.1 libxcb-sync1   libxcb-util.so.1 libxcb-util1   libxcb-xfixes.so.0 libxcb-xfixes0
    libxcb-xkb.so.1 libxcb-xkb1   libxkbcommon.so.0 libxkbcommon0   libxkbcommon-x11.so.0 libxkbcommon-x11-0
    libz.so.1 zlib1g   libzstd.so.1 libzstd1
"""
PACKAGE_OF = dict(zip(PACKAGES.split()[::2], PACKAGES.split()[1::2], strict=True))
# Known to be missing wherever python3-venv is, so one call of apt-get does; ldd finds what else is.
BARE_MACHINE = ("libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0~")
BEFORE_T64 = {"bullseye", "bookworm", "focal", "jammy"}
PASO = "import sys; from ui.command_line import main; sys.exit(main())"
# The parts of Qt that we load. A real window needs the platform of its display on top, and cups to see printers.
QT_LIBRARIES = ("Core", "Gui", "Widgets", "DBus", "Network", "PrintSupport", "Svg", "Test")
OFFSCREEN_PLUGINS = ("platforms/libqoffscreen.so",)
X11_PLUGINS = ("platforms/libqxcb.so", "printsupport/libcupsprintersupport.so")
WAYLAND_PLUGINS = ("platforms/libqwayland.so", "printsupport/libcupsprintersupport.so")


class Stop(Exception):
    """We cannot go on: what, where, why and what now, with the exit code."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def say(text: str) -> None:
    """Tells the person at once, before a child process speaks."""
    print(text, flush=True)


# --------------------------------------------------------------------------------------------------- system libraries


def os_release(path: Path = Path("/etc/os-release")) -> dict[str, str]:
    """The facts of os-release; empty where there is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {key.strip(): value.strip().strip("\"'") for key, value in pairs}


def is_debian_family(release: Mapping[str, str]) -> bool:
    """Whether the packages below go by these names here."""
    return bool({"debian", "ubuntu"} & {release.get("ID", ""), *release.get("ID_LIKE", "").split()})


def debian_names(packages: Iterable[str], release: Mapping[str, str]) -> list[str]:
    """The packages as this release calls them, each once, sorted."""
    names = {release.get(key, "") for key in ("VERSION_CODENAME", "UBUNTU_CODENAME", "DEBIAN_CODENAME")}
    suffix = "" if names & BEFORE_T64 else "t64"
    return sorted({package.replace("~", suffix) for package in packages})


def not_found(ldd_output: str) -> list[str]:
    """The libraries that `ldd` could not find, each once, sorted."""
    return sorted({line.split()[0] for line in ldd_output.splitlines() if line.rstrip().endswith("=> not found")})


def missing_libraries(environment: Mapping[str, str], pyside: Path | None = None) -> list[str]:
    """The libraries that Qt would not find in this environment; a window's only where there is a display."""
    if pyside is None:
        pyside = next(VENV.glob("lib/python*/site-packages/PySide6"), None)
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None or pyside is None:
        return []
    plugins = [*OFFSCREEN_PLUGINS]
    plugins += X11_PLUGINS if environment.get("DISPLAY") else ()
    plugins += WAYLAND_PLUGINS if environment.get("WAYLAND_DISPLAY") else ()
    files = [pyside / "Qt" / "lib" / f"libQt6{name}.so.6" for name in QT_LIBRARIES]
    files += [pyside / "Qt" / "plugins" / name for name in dict.fromkeys(plugins)]
    there = [str(file) for file in files if file.exists()]
    answer = subprocess.run(["ldd", *there], capture_output=True, text=True, check=False)
    return not_found(answer.stdout)


def packages_for(libraries: Iterable[str]) -> list[str]:
    """The packages that bring these libraries. Raises Stop on a library of which we know no package."""
    libraries = list(libraries)
    unknown = [name for name in libraries if name not in PACKAGE_OF]
    if unknown:
        raise Stop(
            f"Qt needs {', '.join(unknown)}, which this system does not have, and dev.py knows no package for it. "
            "Install the package that holds it (`apt-file search NAME` or your system's way), then run this again.",
            ENVIRONMENT_IN_THE_WAY,
        )
    return sorted({PACKAGE_OF[name] for name in libraries})


def is_root() -> bool:
    """Whether we may install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_packages(packages: Iterable[str], why: str) -> None:
    """Installs Debian packages where we are root. Raises Stop with the exact line to run where we are not."""
    release = os_release()
    names = debian_names(packages, release)
    call = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    if not is_debian_family(release) or shutil.which("apt-get") is None:
        system = release.get("PRETTY_NAME", sys.platform)
        raise Stop(
            f"{why} On {system} dev.py cannot install packages. Debian calls them {' '.join(names)}: install what "
            "your system calls the same, then run this again.",
            ENVIRONMENT_IN_THE_WAY,
        )
    if not is_root():
        line = f"sudo apt-get update && sudo {shlex.join(call)}"
        raise Stop(f"{why} Only root may install packages. Run this, then dev.py again:\n\n  {line}\n", 3)
    say(f"{why} Installing {' '.join(names)} ...")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    patience = ["-q", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3", "-o", "Dpkg::Use-Pty=0"]
    if subprocess.run(["apt-get", *patience, "update"], env=environment, check=False).returncode:
        say("apt-get update did not go through; trying with the package lists that are here.")
    if subprocess.run([call[0], *patience, *call[1:]], env=environment, check=False).returncode:
        raise Stop(
            "apt-get could not install the packages; its own words are above. Without a network, or while another "
            f"apt-get runs, that is usual. Mend it, then run this again, or run it by hand:\n\n  {shlex.join(call)}\n",
            ENVIRONMENT_IN_THE_WAY,
        )


def see_to_libraries(environment: Mapping[str, str]) -> None:
    """Leaves Qt with every library it needs, or raises Stop."""
    missing = missing_libraries(environment)
    if not missing:
        return
    install_packages(packages_for(missing), f"Qt needs {len(missing)} system libraries that are not here.")
    if still := missing_libraries(environment):
        raise Stop(f"Qt still does not find {', '.join(still)}, although the packages are installed.", 3)


# ------------------------------------------------------------------------------------------------ virtual environment


def tool(name: str) -> Path:
    """A program of the virtual environment."""
    return VENV / "Scripts" / f"{name}.exe" if WINDOWS else VENV / "bin" / name


def digest(requirements: Path) -> str:
    """What an installation depends on: the pins, the interpreter, and where the checkout lies."""
    parts = (requirements.read_bytes(), os.fsencode(os.path.realpath(tool("python"))), os.fsencode(ROOT))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def stamp(requirements: Path) -> Path:
    """The file that says which pins are installed."""
    return VENV / f"{requirements.name}.sha256"


def is_installed(requirements: Path) -> bool:
    """Whether exactly these pins were installed here last."""
    try:
        installed = stamp(requirements).read_text(encoding="ascii").strip()
    except OSError:
        return False
    return tool("python").exists() and installed == digest(requirements)


def make_environment() -> None:
    """Makes `.venv` where it is missing or broken (half made, moved, its Python gone)."""
    works = [str(tool("python")), "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))"]
    if tool("python").exists() and subprocess.run(works, capture_output=True, check=False).returncode == 0:
        return
    base = getattr(sys, "_base_executable", sys.executable)
    if importlib.util.find_spec("ensurepip") is None:
        venv_package = f"python3.{sys.version_info.minor}-venv"
        install_packages([venv_package, *BARE_MACHINE], "This Python cannot make virtual environments yet.")
    say(f"Making {VENV} ...")
    made = subprocess.run([base, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode:
        raise Stop(
            f"The virtual environment {VENV} could not be made: {(made.stdout + made.stderr).strip()} "
            "Free the disk or mend its rights, remove that folder, then run this again.",
            ENVIRONMENT_IN_THE_WAY,
        )


def install(requirements: Path) -> None:
    """Installs the pins, hashes checked, wheels only: nothing is compiled and nothing unpinned gets in."""
    say(f"Installing {requirements.name} (some 350 MB the first time, a minute or two) ...")
    call = [str(tool("python")), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    call += ["--require-hashes", "--only-binary", ":all:", "-r", str(requirements)]
    call += [] if sys.stdout.isatty() else ["--quiet"]
    if subprocess.run(call, check=False).returncode:
        raise Stop(
            f"The requirements in {requirements} could not be installed; pip's own words are above. Without a network "
            "that is usual: pip's settings for a proxy or a mirror are honoured. Then run this again.",
            ENVIRONMENT_IN_THE_WAY,
        )


def write_command() -> None:
    """Puts the command `paso` into the virtual environment, working on this checkout.

    Not by `pip install -e .`: that would fetch a build backend without a hash, at every fresh clone, to write these
    few lines. `-P` and the path put first keep a folder of the same name elsewhere from being taken for ours.
    """
    path = next(iter([*VENV.glob("lib/python*/site-packages"), *VENV.glob("Lib/site-packages")]))
    (path / "paso_seguro.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); {PASO}"
    if WINDOWS:
        script = f'@"%~dp0python.exe" -P -X utf8 -c "{code}" %*\n'
        (VENV / "Scripts" / "paso.cmd").write_text(script, encoding="utf-8")
        return
    script = f'#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -P -c {shlex.quote(code)} "$@"\n'
    tool("paso").write_text(script, encoding="utf-8")
    tool("paso").chmod(0o755)


def prepare(names: Sequence[str], environment: Mapping[str, str]) -> None:
    """Leaves everything installed; `names` are the requirement files of which any one is enough, the first wanted."""
    files = [ROOT / name for name in names]
    if not any(is_installed(file) for file in files):
        make_environment()
        install(files[0])
        write_command()
        stamp(files[0]).write_text(digest(files[0]) + "\n", encoding="ascii")
    see_to_libraries(environment)
    call = [str(tool("python")), str(ROOT / ".ci" / "namesakes.py")]
    if answer := subprocess.run(call, capture_output=True, text=True, check=False, env=dict(environment)).stdout:
        raise Stop(answer.strip())


# ------------------------------------------------------------------------------------------------------------ commands


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether a window could be seen here."""
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def child_environment(*, window: bool = False) -> dict[str, str]:
    """The environment of every process we start: this checkout first; no window unless wanted and seen."""
    hidden = set() if window else {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    environment["PYTHONPATH"] = str(ROOT)
    environment["PYTHONUTF8"] = "1"
    if not window or not has_display(environment):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def python(*arguments: str, environment: Mapping[str, str], cwd: Path | None = None) -> int:
    """The exit code of the environment's Python with these arguments; -P keeps the working folder out of imports."""
    call = [str(tool("python")), "-P", *arguments]
    return subprocess.run(call, env=dict(environment), cwd=cwd, check=False).returncode


def paso(*arguments: str, environment: Mapping[str, str]) -> int:
    """The exit code of `paso` with these arguments."""
    if not (ROOT / "ui" / "command_line.py").exists():
        raise Stop(f"{ROOT / 'ui' / 'command_line.py'} is not there: this checkout has no `paso` command. Update it.")
    return python("-c", PASO, *arguments, environment=environment)


def run(arguments: Sequence[str]) -> int:
    """Opens the desk, or without a display walks a day of a small post."""
    environment = child_environment(window=True)
    prepare(("requirements.txt", "requirements-dev.txt"), environment)
    if arguments or has_display(environment):
        return paso(*arguments, environment=environment)
    say("No display here, so no desk: walking a day of a small post instead (`paso demo`).")
    return paso("demo", environment=environment)


def demo(arguments: Sequence[str]) -> int:
    """`paso demo`."""
    environment = child_environment()
    prepare(("requirements.txt", "requirements-dev.txt"), environment)
    return paso("demo", *arguments, environment=environment)


def test(arguments: Sequence[str]) -> int:
    """The test suite, never opening a window; on two processes when all of it runs."""
    environment = child_environment()
    prepare(("requirements-dev.txt",), environment)
    return python("-m", "pytest", *(arguments or TWO_PROCESSES), environment=environment, cwd=ROOT)


def bench(arguments: Sequence[str]) -> int:
    """The benchmarks."""
    environment = child_environment()
    prepare(("requirements-dev.txt",), environment)
    return python("-m", "benchmarks", *arguments, environment=environment, cwd=ROOT)


def checks() -> dict[str, list[str]]:
    """Every check by name, as a call."""
    interpreter = [str(tool("python")), "-P"]
    house = {script.stem: [*interpreter, str(script)] for script in sorted((ROOT / ".ci").glob("*.py"))}
    return {
        "ruff": [*interpreter, "-m", "ruff", "check", "."],
        "format": [*interpreter, "-m", "ruff", "format", "--check", "."],
        "mypy": [*interpreter, "-m", "mypy"],
        "layers": [str(tool("lint-imports"))],
        **house,
        "procedures": [*interpreter, "-c", PASO, "sop", "check"],
    }


def check(arguments: Sequence[str]) -> int:
    """All checks, or those named; every one runs and is reported; 1 when one of them fails."""
    environment = child_environment()
    prepare(("requirements-dev.txt",), environment)
    known = checks()
    if strange := [name for name in arguments if name not in known]:
        raise Stop(f"There is no check named {', '.join(strange)}. There are: {', '.join(known)}.", 2)
    failed = []
    for name in arguments or known:
        answer = subprocess.run(known[name], env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
        say(f"{'FAILED' if answer.returncode else 'ok    '}  {name}")
        if answer.returncode:
            failed.append(name)
            say((answer.stdout + answer.stderr).strip() + "\n")
    say(f"{len(failed)} checks failed: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {each.__name__: each for each in (run, test, check, bench, demo)}


def main(arguments: Sequence[str]) -> int:
    """The exit code of the command asked for: 0 done, 1 problems, 2 wrong call, 3 the environment is in the way."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        say(USE)
        return 0 if arguments else 2
    command = COMMANDS.get(arguments[0])
    if command is None:
        say(f"dev.py has no command {arguments[0]!r}.\n\n{USE}")
        return 2
    try:
        return command(arguments[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
        return stop.code
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
