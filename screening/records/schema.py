"""Schema steps by Alembic: all or nothing, a copy kept until they are done, and a newer schema refused in words."""

from __future__ import annotations

import logging
import warnings
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from screening.records.database import Database, translated
from screening.records.errors import DamagedStore, RecordError

__all__ = ["NEWEST", "NewerSchema", "migrate", "migrated_by", "version"]

NEWEST = "0001"
_STEPS = Path(__file__).with_name("migrations")


class NewerSchema(RecordError):
    """A newer program made these records; this one may read them and must not write."""


def version(connection: Connection) -> str | None:
    """The number of the last step taken, None for a file without any.

    Raises DamagedStore for a file that is no store.
    """
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise DamagedStore("the file is a database, but not one of Paso Seguro. Choose the right folder.")
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(database: Database, *, steps: Path = _STEPS, newest: str = NEWEST) -> bool:
    """Take the steps that are missing; True when there were any.

    A store with events is copied beside itself first; the copy goes away again when all is done, as it holds keys.
    Raises NewerSchema, or the RecordError family with the store as it was before.
    """
    with translated(database.path, "to bring the records to the newest form"):
        with database.reading.connect() as connection:
            present = version(connection)
        if present == newest:
            return False
        if present is not None and present > newest:
            raise NewerSchema(
                f"{database.path}: a newer Paso Seguro made these records (form {present}; this one knows up to "
                f"{newest}). Update this program; until then the records can be opened for reading only."
            )
        aside = database.path.with_name(f"{database.path.name}.before-{newest}")
        if present is not None:
            aside.unlink(missing_ok=True)
            database.writer.execute("VACUUM INTO ?", (str(aside),))
        with database.writing.begin() as connection:
            before = _events(connection) if present is not None else None
            migrated_by(connection, steps)
            if before is not None and _events(connection) != before:
                raise RecordError(
                    f"{database.path}: a schema step touched the log of events and was undone. Report this."
                )
        if aside.exists():
            _shred(aside)
        return True


def migrated_by(connection: Connection, steps: Path = _STEPS) -> None:
    """Run the steps in the open transaction of `connection`."""
    from alembic import command  # a third of a second that only a migration pays
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        command.upgrade(config, "head")


def _events(connection: Connection) -> tuple[object, ...]:
    """What must not change: how the log is made, how long it is and how it ends."""
    made = text(
        "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE tbl_name = 'event' ORDER BY name)"
    )
    ends = text("SELECT count(*), max(seq), (SELECT hash FROM event ORDER BY seq DESC LIMIT 1) FROM event")
    return (*connection.execute(made).one(), *connection.execute(ends).one())


def _shred(path: Path) -> None:
    """Overwrite and remove a copy: it holds keys that may be erased later."""
    with path.open("r+b") as file:
        for _ in range(0, path.stat().st_size, 65536):
            file.write(bytes(65536))
        file.flush()
    path.unlink()
