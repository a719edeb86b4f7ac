"""Who gives out slip numbers here: an installation of two random characters and a counter from a random start.

A store that was copied, restored or moved to another machine becomes a new installation when it is next opened, so
two copies of one store do not give out the same numbers. A whole disk cloned under the same machine name cannot be told
from its original: whoever clones one calls `RecordStore.new_install()` on the clone. Two of 50 desks with four
installations each and 5,000 slips an installation share a number with a probability of about 1 in 25,000.
"""

from __future__ import annotations

import hashlib
import platform
import sqlite3
from pathlib import Path

from sqlalchemy import bindparam, insert, select, update

from screening.records import slip_number
from screening.records.database import sql
from screening.records.sealing import Entropy
from screening.records.tables import install

__all__ = ["fingerprint", "next_number", "register", "registered_for"]

_ROOM = 10**7  # numbers an installation can surely give out before its counter ends

# LIMIT is not spelled: its parameter would have to be given, and fetchone() stops after the first row anyway
_NEWEST = sql(
    select(install.c.number, install.c.characters, install.c.fingerprint, install.c.counter).order_by(
        install.c.number.desc()
    )
)
_INSERT = sql(insert(install).values(characters=bindparam("a"), fingerprint=bindparam("b"), counter=bindparam("c")))
_COUNT = sql(update(install).where(install.c.number == bindparam("n")).values(counter=bindparam("c")))


def fingerprint(path: Path) -> bytes:
    """16 bytes that change when the file is copied or the machine is another; nothing can be read back from them."""
    try:
        machine = Path("/etc/machine-id").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        machine = ""
    return hashlib.sha256(f"{machine}|{platform.node()}|{path.stat().st_ino}".encode()).digest()[:16]


def register(connection: sqlite3.Connection, mark: bytes, entropy: Entropy) -> str:
    """Begin a new installation inside the caller's transaction; its two characters, of 1,296 possible."""
    drawn = int.from_bytes(entropy(12), "big")
    drawn, first = divmod(drawn, 36)
    drawn, second = divmod(drawn, 36)
    characters = slip_number.SYMBOLS[first] + slip_number.SYMBOLS[second]
    connection.execute(_INSERT, (characters, mark, drawn % (slip_number.COUNTERS - _ROOM)))
    return characters


def registered_for(connection: sqlite3.Connection) -> bytes | None:
    """The fingerprint of the newest installation."""
    row = connection.execute(_NEWEST).fetchone()
    return None if row is None else bytes(row[2])


def next_number(connection: sqlite3.Connection, prefix: str, desk: str, entropy: Entropy) -> str:
    """A slip number taken inside the caller's transaction: it is given out when, and only when, that commits."""
    number, characters, mark, counter = connection.execute(_NEWEST).fetchone()
    while True:
        if counter >= slip_number.COUNTERS:
            register(connection, mark, entropy)
            return next_number(connection, prefix, desk, entropy)
        text = slip_number.make(prefix, desk + characters, counter)
        counter += 1
        if text is not None:
            connection.execute(_COUNT, (counter, number))
            return text
