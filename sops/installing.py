"""The SOP folder of a desk: signed packs, each in a folder of its own, and what lies beside them unsigned.

A pack is checked again at every start. What is unsigned or altered is told and left out; it never stops the desk.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sops.mistakes import Mistake, SopError
from sops.opening import read_bytes
from sops.packs import MANIFEST, SIGNATURE, Pack, PackError, checked
from sops.signing import Authority, trusted_in

__all__ = ["Shelf", "install", "shelf"]

_FRESH: Final = ".new-"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What may be read of an SOP folder: packs by their folder, unsigned files (in training alone), and refusals."""

    packs: Mapping[Path, Pack]
    unsigned: tuple[Path, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def signed(self) -> tuple[Path, ...]:
        """The files of all packs."""
        return tuple(folder / name for folder, pack in self.packs.items() for name in sorted(pack.files))


def shelf(folder: Path, authorities: Path, *, training: bool) -> Shelf:
    """The shelf of an SOP folder, its packs checked against the keys in `authorities`."""
    if not folder.is_dir():
        return Shelf({})
    known, problems = trusted_in(authorities)
    mistakes = [_refusal(authorities, problem) for problem in problems]
    packs: dict[Path, Pack] = {}
    unsigned: list[Path] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if (path / MANIFEST).is_file():
            try:
                packs[path] = _stored(path, known)
            except (PackError, SopError) as problem:
                mistakes.append(_refusal(path, f"{problem} It is left out; the edition in force goes on."))
            continue
        loose = sorted(path.rglob("*.yaml")) if path.is_dir() else [path] if path.suffix == ".yaml" else []
        if training:
            unsigned += loose
        else:
            mistakes += [_refusal(each, _UNSIGNED) for each in loose]
    return Shelf(packs, tuple(unsigned), tuple(mistakes))


_UNSIGNED: Final = (
    "nobody signed this file, so it is left out; the edition in force goes on. Have the authority make a pack of it "
    "(paso sop pack), or try it on a desk in training (paso store init --training)."
)


def _refusal(path: Path, message: str) -> Mistake:
    return Mistake(str(path), 1, 1, "signature", "(file)", message)


def _stored(folder: Path, known: tuple[Authority, ...]) -> Pack:
    paths = [folder / MANIFEST, folder / SIGNATURE, *sorted(folder.rglob("*.yaml"))]
    found = {path.relative_to(folder).as_posix(): read_bytes(path) for path in paths if path.is_file()}
    return checked(folder.name, found, known)


def install(pack: Pack, folder: Path, check: Callable[[Path], None]) -> bool:
    """Put a pack onto the shelf, whole or not at all; False when it is there already.

    `check` looks at the files where they are laid out first, and raises what speaks against them. Raises PackError
    when another pack of that name is there, OSError when nothing can be written.
    """
    target = folder / pack.id
    if target.exists():
        if (target / MANIFEST).is_file() and read_bytes(target / MANIFEST) == pack.manifest:
            return False
        raise PackError(f"{pack.id}: another pack of this name is installed. A corrected pack takes a new name.")
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{_FRESH}*"):  # of an installation that was cut short
        shutil.rmtree(left, ignore_errors=True)
    fresh = Path(tempfile.mkdtemp(prefix=_FRESH, dir=folder))
    try:
        for name, raw in {**pack.files, MANIFEST: pack.manifest, SIGNATURE: pack.signature}.items():
            _write(fresh / name, raw)
        check(fresh)
        fresh.chmod(0o755)
        fresh.rename(target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return True


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        out.write(raw)
        out.flush()
        os.fsync(out.fileno())
