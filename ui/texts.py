"""The texts a screening is bound to: those in force at a post on a day, or the very ones that were recorded."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from screening.events import Event
from screening.records.errors import EnvironmentProblem
from screening.setting import Setting
from sops.catalogue import Catalogue, File
from sops.model import Post
from ui.life import Life

_KINDS = ("procedure", "definition", "areas", "post")


@dataclass(frozen=True)
class Texts:
    """Settings by the digests of their texts, each made once."""

    life: Life
    _made: dict[tuple[str, ...], Setting] = field(default_factory=dict, repr=False)

    @property
    def catalogue(self) -> Catalogue:
        """Where the texts are."""
        return self.life.catalogue

    def in_force(self, post: Post, at: datetime, on: date, *, keep: bool = True) -> Setting:
        """The texts in force at a post at a moment, which is the local day `on`.

        Activated texts first, else by the dates of the editions; with `keep` they are kept, since a screening may begin
        under them. Raises NoEditionError before the first edition.
        """
        known, life = self.catalogue, self.life
        where = life.in_force("post", post.id, at, on)
        here: Post = known.made(where)
        files = (
            known.overlaid(life.in_force("procedure", here.procedure, at, on), here, on),
            known.overlaid(life.in_force("definition", here.definition, at, on), here, on),
            life.in_force("areas", here.areas, at, on),
            where,
        )
        try:
            known.hold(files if keep else ())
        except OSError as problem:
            raise EnvironmentProblem(
                f"the texts in force cannot be kept beside the records ({problem.strerror}). Free space on the disk, "
                "or check the rights of the data folder; then begin again.",
                kind="texts_unkept",
            ) from problem
        return self._setting(files)

    def of(self, began: Event) -> Setting:
        """The texts that a recorded screening is bound to, by their digests. Raises NoEditionError when one is gone."""
        digests = began.body["digests"]
        assert isinstance(digests, dict)
        bound = (self.catalogue.bound(kind, str(began.body[kind]), str(digests[kind])) for kind in _KINDS)
        return self._setting(tuple(bound))

    def _setting(self, files: tuple[File, ...]) -> Setting:
        key = tuple(file.digest for file in files)
        if key not in self._made:
            procedure, definition, areas, post = files
            known = self.catalogue
            where = known.made(post)
            numbers = where.parameters
            self._made[key] = Setting(
                known.procedure_of(procedure, numbers), known.engine_of(definition, numbers), known.made(areas), where
            )
        return self._made[key]
