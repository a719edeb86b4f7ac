"""The data folder of this desk: where records, settings and the cache of checked SOPs lie, and how they are opened.

Nothing here needs a window; the desk, the command line and the demo open their stores through this one door.
"""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from screening.records.errors import EnvironmentProblem
from ui.place import Place, read_place, write_place

if TYPE_CHECKING:
    from screening.records.store import RecordStore
    from sops.catalogue import Catalogue
    from sops.installing import Shelf
    from ui.desk import Desk

__all__ = ["Home", "Place", "data_folder"]

_NAME: Final = "paso-seguro"


def data_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder for data of this user: `PASO_HOME`, else where the platform keeps such data."""
    if environment.get("PASO_HOME"):
        return Path(environment["PASO_HOME"]).expanduser()
    own = Path.home()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or own / "AppData" / "Local") / _NAME
    if platform == "darwin":
        return own / "Library" / "Application Support" / _NAME
    return Path(environment.get("XDG_DATA_HOME") or own / ".local" / "share") / _NAME


@dataclass(frozen=True, slots=True)
class Home:
    """One data folder."""

    folder: Path

    @property
    def records(self) -> Path:
        """The file of the records."""
        return self.folder / "records.sqlite"

    @property
    def has_records(self) -> bool:
        """Whether records were made here, even if their file is gone since: then it is never made anew by itself."""
        return any(self.records.with_name(self.records.name + end).exists() for end in ("", ".head", "-wal"))

    @property
    def place(self) -> Place:
        """Where this desk stands. Raises EnvironmentProblem when the file that says so cannot be read."""
        return read_place(self.place_file)

    @property
    def place_file(self) -> Path:
        """The file that says so."""
        return self.folder / "desk.json"

    @property
    def is_unsettled(self) -> bool:
        """Whether somebody has to say which desk this is: nobody ever did, or what was noted cannot be read."""
        try:
            _ = self.place
            return not self.has_records and not self.place_file.exists()
        except EnvironmentProblem:
            return True

    def settle(self, place: Place) -> None:
        """Note which desk this is. Raises EnvironmentProblem when the folder cannot be written."""
        write_place(self.place_file, place)

    @property
    def sops(self) -> Path:
        """The folder of signed packs; on a desk in training also of unsigned files."""
        return self.folder / "sops"

    @property
    def authorities(self) -> Path:
        """The folder of the public keys whose packs are believed here."""
        return self.folder / "authorities"

    def shelf(self) -> Shelf:
        """What of the SOP folder may be read: packs whose signatures hold, unsigned files in training alone."""
        from sops.installing import shelf

        return shelf(self.sops, self.authorities, training=self.sops.is_dir() and self.place.training)

    def catalogue(self) -> Catalogue:
        """All SOP files: those shipped, then those of this folder that may be read, checked once and remembered."""
        from sops.catalogue import load

        found = self.shelf()
        known = load(found.unsigned, cache=self.folder / "cache", keep=self.folder / "texts", signed=found.signed)
        return replace(known, mistakes=(*known.mistakes, *found.mistakes))

    def open_records(self, *, read_only: bool = False, make: bool = True) -> RecordStore:
        """The records, open. Made when there never were any here and they are to be written, unless `make` forbids it.

        Raises EnvironmentProblem or DamagedStore, in words.
        """
        from screening.records.store import RecordStore

        if make and not read_only and not self.has_records:
            return RecordStore.create(self.records, desk=self.letter_of(self.place.desk))
        return RecordStore.open(self.records, read_only=read_only)

    @staticmethod
    def letter_of(desk: str) -> str:
        """The capital or digit of a desk in slip numbers."""
        return next((letter for letter in desk.upper() if letter in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "0")

    def open_desk(
        self,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
        shipped: Catalogue | None = None,
        store: RecordStore | None = None,
        place: Place | None = None,
    ) -> Desk:
        """The desk of this folder. Raises NoEditionError when its post is not known, and what `open_records` raises."""
        here, known = place or self.place, shipped or self.catalogue()
        kept = store or self.open_records()
        try:
            return self._desk_over(kept, here, known, clock, new_id, is_scripted=place is not None)
        except BaseException:
            if store is None:  # another try in this process must find the lock free
                kept.close()
            raise

    def _desk_over(
        self,
        kept: RecordStore,
        here: Place,
        known: Catalogue,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        *,
        is_scripted: bool,
    ) -> Desk:
        from ui.desk import Desk

        post = known.post(here.post)
        desk = Desk(known, kept, post, here.desk, here.officer, clock, new_id, training=here.training)
        desk.life.packs = tuple(self.shelf().packs.values())
        if not is_scripted:  # a script's desk has a clock of its own: what binds here is not begun by it
            desk.life.adopt(post.id, at=clock(), by=here.officer)
        desk.post = known.made(desk.life.in_force("post", post.id, clock(), desk.today()))
        desk.finish_erasing()
        return desk
