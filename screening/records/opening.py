"""Making and opening a store's files, with every doubt said aloud: no store is ever made where one is missing."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, insert, select

from screening.records import installs, projection, schema
from screening.records.anchor import Anchor
from screening.records.chain import genesis
from screening.records.database import Database, translated
from screening.records.errors import DamagedStore, EnvironmentProblem
from screening.records.lock import WriterLock
from screening.records.sealing import Entropy
from screening.records.stored import Head
from screening.records.tables import event, store

__all__ = ["Opened", "make_file", "open_file"]


@dataclass(frozen=True, slots=True)
class Opened:
    """What an open store consists of."""

    database: Database
    anchor: Anchor
    lock: WriterLock | None
    store_id: bytes
    genesis: bytes
    desk: str
    warnings: tuple[str, ...]
    stale: bool

    def close(self) -> None:
        """Close connections and note, then let go of the lock."""
        self.anchor.close()
        self.database.close()
        if self.lock is not None:
            self.lock.release()


def beside(path: Path, what: str) -> Path:
    """`records.sqlite` -> `records.sqlite.head` and so on."""
    return path.with_name(f"{path.name}.{what}")


def make_file(path: Path, desk: str, entropy: Entropy) -> None:
    """Make an empty store under another name and move it into place, so that it is there whole or not at all."""
    if not re.fullmatch("[A-Z0-9]", desk):
        raise ValueError(f"the desk of slip numbers is one capital or digit, not {desk!r}")
    for present in (path, beside(path, "head"), path.with_name(path.name + "-wal")):
        if present.exists():
            raise EnvironmentProblem(
                f"{present} exists already; records are never overwritten. Open them, or choose another folder."
            )
    making = beside(path, "making")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for leftover in (making, beside(path, "making-wal"), beside(path, "making-shm")):
            leftover.unlink(missing_ok=True)
        making.touch(mode=0o600)
    except OSError as problem:
        raise EnvironmentProblem(
            f"{path.parent}: no records can be made there ({problem.strerror}). "
            "Check the drive and the rights of this user.",
            kind="unwritable",
        ) from problem
    store_id = entropy(16)
    with translated(path, "to make new records"):
        _make_tables(making, {"id": store_id, "desk": desk.encode()}, entropy)
    _sync(making)
    making.rename(path)
    if os.name == "posix":
        _sync(path.parent)
    anchor = Anchor(beside(path, "head"), store_id)
    anchor.write(Head(0, genesis(store_id)))
    anchor.close()


def _make_tables(making: Path, facts: dict[str, bytes], entropy: Entropy) -> None:
    database = Database(making)
    try:
        database.writer.execute("PRAGMA synchronous=OFF")  # nothing counts before the file is synced and renamed
        schema.migrate(database)
        with database.writing.begin() as connection:
            connection.execute(insert(store), [{"name": name, "value": value} for name, value in facts.items()])
            projection.ensure_table(connection)
        projection.mark_filled(database.writer)
        _note_installation(database, entropy, renewed=True)
        database.empty_log()
    finally:
        database.close()


def open_file(path: Path, *, read_only: bool, accept_loss: bool, entropy: Entropy, patience_s: float) -> Opened:
    """Open the files of the store at `path`; see `RecordStore.open` for what is refused."""
    _refuse_absent(path)
    lock = None if read_only else WriterLock(beside(path, "lock"), path)
    database = Database(path, read_only=read_only, patience_s=patience_s)
    try:
        with translated(path, "to open the records"):
            return _opened(database, lock, entropy, accept_loss=accept_loss)
    except BaseException:
        database.close()
        if lock is not None:
            lock.release()
        raise


def _opened(database: Database, lock: WriterLock | None, entropy: Entropy, *, accept_loss: bool) -> Opened:
    path = database.path
    warnings: list[str] = []
    with database.reading.connect() as connection:
        present = schema.version(connection)
        if present is None:
            raise DamagedStore(
                f"{path}: the file is empty, it was not when records were made. Restore the last backup.",
                kind="damaged",
            )
    if not database.read_only:
        schema.migrate(database)
    elif present != schema.NEWEST:
        warnings.append(f"{path}: made by another Paso Seguro (form {present}); shown for reading only.")
    with database.reading.connect() as connection:
        store_id, desk = _facts(connection, path)
        doubt = _doubt(connection, path, store_id)
        last = connection.execute(select(event.c.seq, event.c.hash).order_by(event.c.seq.desc()).limit(1)).first()
        stale = projection.is_unfilled(connection)
    anchor = Anchor(beside(path, "head"), store_id)
    if doubt is not None:
        if not database.read_only and not accept_loss:
            raise DamagedStore(doubt, kind="lost_end")
        warnings.append(doubt)
    elif last is not None and Anchor.read(anchor.path) is None:
        warnings.append(
            f"{anchor.path.name} is missing beside the records, so it cannot be told whether their end is. "
            "Compare the last slip printed with the last screening shown."
        )
    if not database.read_only:
        if doubt is not None:
            anchor.set_aside()
        with database.writing.begin() as connection:
            stale = projection.ensure_table(connection) and last is not None
        if not stale:
            projection.mark_filled(database.writer)
        _note_installation(database, entropy, renewed=doubt is not None)
        anchor.write(Head(0, genesis(store_id)) if last is None else Head(last[0], last[1]))
        database.empty_log()  # finishes an erasure that a crash cut off before its last byte
    return Opened(database, anchor, lock, store_id, genesis(store_id), desk, tuple(warnings), stale)


def _refuse_absent(path: Path) -> None:
    if path.exists():
        return
    if beside(path, "head").exists():
        raise DamagedStore(
            f"{path}: the records are gone, though their head is noted beside them. Nothing new was started. "
            "Look for the file (moved, renamed, drive not plugged in?), or restore the last backup.",
            kind="gone",
        )
    raise EnvironmentProblem(
        f"{path}: there are no records here. Choose the right data folder, or make new ones (store init)."
    )


def _facts(connection: Connection, path: Path) -> tuple[bytes, str]:
    found: dict[str, bytes] = {row.name: row.value for row in connection.execute(select(store))}
    if "id" not in found or "desk" not in found:
        raise DamagedStore(f"{path}: the store has lost its own id. Keep the file aside and restore the last backup.")
    return found["id"], found["desk"].decode()


def _doubt(connection: Connection, path: Path, store_id: bytes) -> str | None:
    """Why this file cannot be the one whose head was noted beside it; None when it can."""
    noted = Anchor.read(beside(path, "head"))
    if noted is None:
        return None
    noted_id, head = noted
    now = "Keep all files aside, restore the last backup, and compare with the slips and notes of today."
    if noted_id != store_id:
        return f"{path}: this is another store than the one whose head is noted beside it. {now}"
    if head.seq == 0:
        return None
    found = connection.execute(select(event.c.hash).where(event.c.seq == head.seq)).scalar()
    if found == head.hash:
        return None
    if found is not None:
        return (
            f"{path}: event {head.seq} is not the one that was acknowledged: the file was replaced or rewritten. {now}"
        )
    last = connection.execute(select(event.c.seq).order_by(event.c.seq.desc()).limit(1)).scalar() or 0
    return (
        f"{path}: the records end with event {last}, but {head.seq} was acknowledged: {head.seq - last} are missing. "
        f"Either the file {path.name}-wal was removed, or an older copy was put in its place. {now}"
    )


def _note_installation(database: Database, entropy: Entropy, *, renewed: bool) -> None:
    mark = installs.fingerprint(database.path)
    writer = database.writer
    if not renewed and installs.registered_for(writer) == mark:
        return
    writer.execute("BEGIN IMMEDIATE")
    try:
        installs.register(writer, mark, entropy)
        writer.execute("COMMIT")
    except BaseException:
        writer.execute("ROLLBACK")
        raise


def _sync(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY if place.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
