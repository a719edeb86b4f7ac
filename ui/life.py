"""The life of editions at this desk, without Qt: what is activated, what is ahead, what changed and who has read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from screening import activation
from screening.activation import BINDING, Activation
from sops.catalogue import SHIPPED, Catalogue, File, NoEditionError

if TYPE_CHECKING:
    from screening.records.store import RecordStore
    from sops.packs import Pack

__all__ = ["EditionState", "Life"]

Where = Literal["in force", "upcoming", "past", "set aside", "draft"]
"""`set aside`: begun by its dates, but another was activated here. `draft`: signed and waiting to be activated, or not
begun."""


@dataclass(frozen=True, slots=True)
class EditionState:
    """One edition as a desk sees it. Every one here was checked; `origin` says who answers for it.

    `since` and `upcoming` are aware moments of activations; None where the dates of the edition decide.
    """

    file: File
    origin: Literal["shipped", "signed", "unsigned"]
    signer: str
    where: Where
    since: datetime | None
    upcoming: datetime | None


@dataclass
class Life:
    """Activations of one store over one catalogue. `packs` are those whose signatures hold."""

    catalogue: Catalogue
    store: RecordStore | None  # None: `log` was given, and nothing is recorded
    training: bool = False
    packs: tuple[Pack, ...] = ()
    _log: activation.Log | None = field(default=None, repr=False)

    @property
    def log(self) -> activation.Log:
        """All activations, read once."""
        if self._log is None:
            assert self.store is not None
            self._log = activation.gather(self.store.read(activation.STREAM), training=self.training)
        return self._log

    def text(self, kind: str, identity: str, at: datetime) -> File | None:
        """The activated text that binds at a moment; None where nothing was activated, so that dates decide.

        One whose text is gone from here is passed by for the one before: a lost file never stops the desk.
        """
        made = self.log.in_force(kind, identity, at)
        while made is not None:
            try:
                return self.catalogue.bound(kind, made.name, made.digest)
            except NoEditionError:
                made = self.log.before(made)
        return None

    def in_force(self, kind: str, identity: str, at: datetime, on: date) -> File:
        """The text that binds at a moment, which is the local day `on`. Raises NoEditionError."""
        found = self.text(kind, identity, at)
        if found is not None:
            return found
        dated = kind in ("procedure", "definition")
        return self.catalogue.named(kind, self.catalogue.in_force(kind, identity, on) if dated else identity)

    # -- activating -------------------------------------------------------------------------------------------------

    def activate(self, file: File, begins: datetime, *, at: datetime, by: str, pack: Pack | None = None) -> Activation:
        """Make a text binding from a moment on; it is kept, so that it binds though its file goes. One durable event.

        Raises OSError when it cannot be kept, and what the store raises.
        """
        signer = pack or next((each for each in self.packs if file.digest in each.digests.values()), None)
        made = Activation(
            file.kind, file.name, file.digest, begins, at, by,
            signer.id if signer else "", signer.signer if signer else "", training=self.training,
        )  # fmt: skip
        assert self.store is not None
        self.catalogue.hold([file])
        self.store.append([activation.activate(made)])
        self._log = None
        return made

    def adopt(self, post: str, *, at: datetime, by: str) -> tuple[Activation, ...]:
        """Activate what the packs bring, each text once, from the moment its pack names."""
        if self.store is None or self.store.read_only:
            return ()
        made = []
        for pack in sorted(self.packs, key=lambda pack: (pack.begins, pack.id)):
            for file in self._brought(pack):
                theirs = file.kind == "post" and file.name != post
                if not theirs and not self.log.has(file.kind, file.digest, pack.begins):
                    made.append(self.activate(file, pack.begins, at=at, by=by, pack=pack))
        return tuple(made)

    def _brought(self, pack: Pack) -> Iterator[File]:
        digests = set(pack.digests.values())
        files = (*self.catalogue.files, *self.catalogue.aside)
        return (file for file in files if file.kind in BINDING and file.digest in digests)

    # -- what is told -----------------------------------------------------------------------------------------------

    def unseen(self, officer: str, at: datetime) -> tuple[Activation, ...]:
        """The changes that bind now and that this officer has not taken note of."""
        return self.log.unseen(officer, at)

    def note(self, changes: Iterable[Activation], officer: str, at: datetime) -> None:
        """This officer has taken note of changes: durable."""
        assert self.store is not None
        self.store.append([activation.seen(change, officer, at) for change in changes])
        self._log = None

    def former(self, change: Activation) -> File | None:
        """What bound before a change did; None when there was nothing, or its text is gone."""
        before = self.log.before(change)
        try:
            if before is not None:
                return self.catalogue.bound(before.kind, before.name, before.digest)
            earlier = replace(self, _log=activation.Log())
            return earlier.in_force(change.kind, change.id, change.since, change.since.date())
        except NoEditionError:
            return None

    def states(self, kind: str, identity: str, at: datetime, on: date) -> tuple[EditionState, ...]:
        """Every edition of a procedure or definition with where it stands at a moment, oldest first."""
        try:
            binding = self.in_force(kind, identity, at, on).digest
        except NoEditionError:
            binding = ""
        active = self.log.in_force(kind, identity, at)
        ahead = {each.digest: each.begins for each in self.log.upcoming(kind, identity, at)}
        found = []
        for file in self.catalogue.editions(kind, identity):
            signer = self._signer(file)
            origin: Literal["shipped", "signed", "unsigned"] = (
                "signed" if signer else "shipped" if file.path.is_relative_to(SHIPPED) else "unsigned"
            )
            since = active.since if active is not None and active.digest == file.digest else None
            begun = date.fromisoformat(file.data["in_force_from"]) <= on
            where: Where = "past"
            if file.digest == binding:
                where = "in force"
            elif file.digest in ahead:
                where = "upcoming"
            elif not begun or (signer and not self._was_active(file)):
                where = "draft"
            elif active is not None and file.data["in_force_from"] > _edition_from(self.catalogue, active):
                where = "set aside"
            found.append(EditionState(file, origin, signer, where, since, ahead.get(file.digest)))
        return tuple(found)

    def _signer(self, file: File) -> str:
        return next((pack.signer for pack in self.packs if file.digest in pack.digests.values()), "")

    def _was_active(self, file: File) -> bool:
        return any(each.digest == file.digest for each in self.log.activations)


def _edition_from(catalogue: Catalogue, made: Activation) -> str:
    try:
        return str(catalogue.bound(made.kind, made.name, made.digest).data["in_force_from"])
    except NoEditionError:
        return ""
