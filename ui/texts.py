"""The texts a screening is bound to: those in force at a post on a day, or the very ones that were recorded."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from screening.events import Event
from screening.records.errors import EnvironmentProblem
from screening.setting import Setting
from sops.catalogue import Catalogue, File
from sops.model import Post

_KINDS = ("procedure", "definition", "areas", "post")


@dataclass(frozen=True)
class Texts:
    """Settings by the digests of their texts, each made once."""

    catalogue: Catalogue
    _made: dict[tuple[str, ...], Setting] = field(default_factory=dict, repr=False)

    def in_force(self, post: Post, on: date) -> Setting:
        """The texts in force at a post on a day. Raises NoEditionError before the first edition."""
        known = self.catalogue
        names = {
            "procedure": known.in_force("procedure", post.procedure, on),
            "definition": known.in_force("definition", post.definition, on),
            "areas": post.areas,
            "post": post.id,
        }
        files = tuple(known.named(kind, name) for kind, name in names.items())
        try:
            known.hold(files)
        except OSError as problem:
            raise EnvironmentProblem(
                f"the texts in force cannot be kept beside the records ({problem.strerror}). Free space on the disk, "
                "or check the rights of the data folder; then begin again."
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
            self._made[key] = Setting(
                known.made(procedure), known.engine_of(definition, where.parameters), known.made(areas), where
            )
        return self._made[key]
