"""From a draft to all desks: keys, packs, trust, installing, activating and going back."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from screening.records.errors import EnvironmentProblem
from sops.catalogue import SHIPPED
from ui.commands.problems import DONE, FOUND, InputError
from ui.commands.streams import say

if TYPE_CHECKING:
    from screening.activation import Activation
    from sops.catalogue import Catalogue, File
    from sops.mistakes import Mistake
    from sops.packs import Pack
    from sops.proofs.theorem import Theorem
    from ui.desk import Desk
    from ui.home import Home

__all__ = ["activate", "install", "key", "pack", "rollback", "trust"]

_EDITIONED: Final = ("procedure", "definition")


def moment(said: str) -> datetime:
    """A moment with its time zone. Raises InputError."""
    try:
        found = datetime.fromisoformat(said)
        found.astimezone(UTC)  # the year 1 and the year 9999 have hours that no calendar holds elsewhere
    except (ValueError, OverflowError):
        found = None
    if found is None or found.tzinfo is None:
        raise InputError(
            f"{said[:40]!r} is no moment with a time zone. Write day, time and zone, such as 2021-04-01T00:00-05:00."
        )
    return found


# ----------------------------------------------------------------------------------------------------------- authority


def key(out: Path, name: str, *, closed: bool) -> int:
    """Make a key pair for an authority; the exit code."""
    from sops.signing import make_keys

    made = make_keys(out, name, _passphrase("A passphrase for the new key: ") if closed else "")
    print(f"{out}: the private key. It signs in the name of {made.name}: keep it off the desks, and a copy in a safe.")
    print(f"{out}.pub: the public key, for every desk: paso sop trust {out.name}.pub")
    print(f"fingerprint: {made.fingerprint}")
    return DONE


def _passphrase(prompt: str) -> str:
    from getpass import getpass

    return os.environ.get("PASO_PASSPHRASE") or getpass(prompt)


def pack(paths: Sequence[Path], key_file: Path, begins: str, out: Path) -> int:
    """Check, prove, sign and write a pack; the exit code. What does not pass is told and nothing is written."""
    from sops.catalogue import shipped_files
    from sops.checking import check_paths
    from sops.packs import make
    from sops.signing import is_closed, read_private

    since = moment(begins)
    found = [mistake for mistake in check_paths(paths, shipped_files()) if mistake.severity == "error"]
    if found:
        return _refused(found)
    if unproved := _unproved(paths):
        return _unlawful(unproved)
    files: dict[str, bytes] = {}
    for name, text in _packed(paths):
        if files.setdefault(name, text) != text:
            raise InputError(f"two of the files are {name.removesuffix('.yaml')}. Put one of them into another pack.")
    private = read_private(key_file, _passphrase(f"Passphrase of {key_file.name}: ") if is_closed(key_file) else "")
    raw = make(out.stem.lower(), files, private, made_on=datetime.now(UTC), begins=since)
    _write(out, raw)
    print(f"{out}: {len(files)} files, signed, binding from {since.isoformat(timespec='minutes')}")
    for name in sorted(files):
        print(f"  {name}")
    return DONE


def _refused(found: Sequence[Mistake]) -> int:
    for mistake in found:
        print(mistake)
    many = "1 error" if len(found) == 1 else f"{len(found)} errors"
    say(f"{many}: nothing was made. Mend them first; paso sop check tells them again.")
    return FOUND


def _unproved(paths: Sequence[Path]) -> list[Theorem]:
    """The theorems of the procedures and definitions among the files that a traveller refutes."""
    from sops.catalogue import load
    from ui.commands.sop_prove import theorems

    known = load(paths)
    mine = [file for kind in _EDITIONED for file in known.of_kind(kind) if not file.path.is_relative_to(SHIPPED)]
    found: list[Theorem] = []
    for theorem in (each for file in mine for each in theorems(known, file.name)):
        if theorem.state == "refuted":
            found.append(theorem)
        elif theorem.state == "not decided":
            say(f"{theorem.about}: {theorem.name} is not decided: {theorem.because['en']}")
    return found


def _unlawful(found: Sequence[Theorem]) -> int:
    from ui.commands.sop_prove import told

    for theorem in found:
        print("\n".join((theorem.about, *told(theorem, "en"))))
    say(f"{len(found)} theorems are refuted: nothing was made. Mend the file; paso sop prove tells them again.")
    return FOUND


def _packed(paths: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Each file under the name of what it holds, wherever it lay; vignettes stay with their authors."""
    from sops.catalogue import read_file

    for path in [each for given in paths for each in (sorted(given.rglob("*.yaml")) if given.is_dir() else [given])]:
        file = read_file(path)
        if file.kind == "vignettes":
            say(f"{path}: vignettes are tests of their author and do not travel.")
            continue
        said = file.data[file.kind]
        name = file.name.replace("@", "/") if isinstance(said, str) else file.kind
        yield f"{file.kind}/{name}.yaml", file.raw


def _write(path: Path, raw: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(path.name + ".new")
        fresh.write_bytes(raw)
        fresh.replace(path)
    except OSError as problem:
        raise EnvironmentProblem(
            f"{path}: cannot be written ({problem.strerror}). Check the drive, its space and rights."
        ) from problem


# ---------------------------------------------------------------------------------------------------------------- desk


def trust(home: Home, public: Path, fingerprint: str | None) -> int:
    """Show whose key it is; believe it from now on where the fingerprint was told. The exit code."""
    from sops.signing import read_authority

    authority = read_authority(public)
    print(f"{authority.name}\nfingerprint: {authority.fingerprint}")
    if fingerprint is None:
        say(
            "not trusted yet. Let the authority read you its fingerprint, by voice and from its own sheet, and type "
            f'what you hear: paso sop trust {public.name} --fingerprint "XXXX XXXX ... XXXX" (8 groups)'
        )
        return FOUND
    if fingerprint.lower().split() != authority.fingerprint.split():
        raise InputError("that is another fingerprint: this key is not the authority's. It was not trusted.")
    _write(home.authorities / f"{authority.id}.pub", authority.as_bytes())
    print(f"trusted: packs of {authority.name} are believed at this desk from now on")
    return DONE


def install(home: Home, file: Path) -> int:
    """Check a pack and install it, whole or not at all; its texts bind from its moment. The exit code."""
    from sops.installing import install as lay_down
    from sops.packs import read
    from sops.signing import trusted_in

    known, problems = trusted_in(home.authorities)
    for problem in problems:
        say(problem)
    brought = read(file, known)
    standing = home.catalogue()
    try:
        new = lay_down(brought, home.sops, lambda folder: _check(brought, folder, standing))
    except OSError as problem:
        raise EnvironmentProblem(
            f"{home.sops}: the pack cannot be written ({problem.strerror}). Nothing of it was installed. "
            "Check the drive, its space and rights."
        ) from problem
    print(f"{brought.id}: {'installed' if new else 'is installed already'}; signed by {brought.signer}")
    try:
        desk = home.open_desk()
    except EnvironmentProblem as problem:
        say(f"{problem} The desk takes the pack up when it is next started.")
        return DONE
    try:
        told = [made for made in desk.life.log.activations if made.pack == brought.id]
        for made in told:
            print(f"  {_said(desk, made)}")
    finally:
        desk.store.close()
    return DONE


def _check(brought: Pack, folder: Path, standing: Catalogue) -> None:
    """What speaks against files that are laid out: mistakes, or another text of an edition that is here. Raises."""
    from sops.catalogue import read_file
    from sops.checking import check_paths
    from sops.mistakes import SopError
    from sops.packs import PackError

    found = check_paths([folder], [file.path for file in standing.files])
    errors = [replace(m, file=Path(m.file).relative_to(folder).as_posix()) for m in found if m.severity == "error"]
    if errors:
        raise SopError(errors)
    for path in sorted(folder.rglob("*.yaml")):
        file = read_file(path)
        same = [other for other in standing.files if (other.kind, other.name) == (file.kind, file.name)]
        if file.kind in _EDITIONED and same and same[0].digest != file.digest:
            raise PackError(
                f"{brought.id}: {file.name} is here with another text. An edition is never edited: the authority gives "
                "the new text a new edition. Nothing was installed."
            )


def _said(desk: Desk, made: Activation) -> str:
    now = desk.clock()
    binding = desk.life.log.in_force(made.kind, made.id, now)
    where = f"binds from {_at_post(desk, made.begins)}"
    if binding == made:
        where = f"in force here since {_at_post(desk, made.since)}"
    elif made.since <= now and binding is not None:
        where += f"; not in force: {binding.name} was set for a later moment, {_at_post(desk, binding.begins)}"
    return f"{made.kind} {made.name}: {where}"


def _at_post(desk: Desk, at: datetime) -> str:
    """A moment by the clock of the post, with its time zone."""
    return at.astimezone(ZoneInfo(desk.post.time_zone)).isoformat(timespec="minutes")


def activate(home: Home, name: str, begins: str) -> int:
    """Make an edition binding here from a moment; the exit code."""
    since = moment(begins)
    desk = home.open_desk()
    try:
        file = _edition(desk.catalogue, name)
        made = desk.life.activate(file, since, at=desk.clock(), by=desk.officer)
        print(_said(desk, made))
    finally:
        desk.store.close()
    return DONE


def _edition(known: Catalogue, name: str) -> File:
    kind = next((file.kind for file in known.files if file.kind in _EDITIONED and file.name == name), None)
    if kind is None:
        there = ", ".join(file.name for each in _EDITIONED for file in known.of_kind(each))
        raise InputError(f"there is no edition {name[:60]!r} here. There are: {there}.")
    return known.named(kind, name)


def rollback(home: Home, identity: str) -> int:
    """Go back to what bound before, from now on; the exit code."""
    from screening.activation import BINDING

    desk = home.open_desk()
    try:
        now, log = desk.clock(), desk.life.log
        current = next((each for kind in BINDING if (each := log.in_force(kind, identity, now))), None)
        if current is None:
            raise InputError(
                f"nothing was activated here for {identity[:60]!r}, so there is nothing to go back from. "
                "Which editions there are: paso sop list. Activate one: paso sop activate ID@EDITION --from MOMENT"
            )
        former = desk.life.former(current)
        if former is None:
            raise InputError(
                f"what bound before {current.name} is not here any more. Install the pack it came in, then activate it."
            )
        print(_said(desk, desk.life.activate(former, now, at=now, by=desk.officer)))
        for ahead in log.upcoming(current.kind, identity, now):
            say(
                f"{ahead.name} still begins on {_at_post(desk, ahead.begins)}. To call it off: "
                f"paso sop activate {former.name} --from {_at_post(desk, ahead.begins)}"
            )
    finally:
        desk.store.close()
    return DONE
