"""Which text binds here from when: activations are events of the post, and the newest whose moment has passed wins.

Going back is one more activation, of the former text. A screening that has begun ends under its own texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from screening.events import Event, Json

__all__ = ["STREAM", "Activation", "Log", "activate", "gather", "seen"]

STREAM: Final = "post:sops"
BINDING: Final = ("procedure", "definition", "areas", "post")
"""The kinds of text that a screening is bound to."""


@dataclass(frozen=True, slots=True)
class Activation:
    """A text made binding here. `begins`: the moment it was set for; `pack` and `signer` are empty when it was shipped.

    Moments are aware. `training`: made on a desk in training; others pay no heed to it.
    """

    kind: str
    name: str
    digest: str
    begins: datetime
    at: datetime
    by: str
    pack: str = ""
    signer: str = ""
    training: bool = False

    @property
    def id(self) -> str:
        """The name without its edition."""
        return self.name.partition("@")[0]

    @property
    def since(self) -> datetime:
        """From when it has bound here: its moment, or later, when it came here."""
        return max(self.begins, self.at)


@dataclass(frozen=True, slots=True)
class Log:
    """All activations in their order, and who has taken note of which."""

    activations: tuple[Activation, ...] = ()
    seen: frozenset[tuple[str, str, str]] = frozenset()  # officer, digest, moment
    looks: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    """By officer and id of a text the name and the digest of the one last taken note of."""

    def in_force(self, kind: str, identity: str, at: datetime) -> Activation | None:
        """The activation that binds at a moment; None when nothing was activated, so that the editions' dates decide.

        The one set for the latest moment that has passed; of two set for the same, the one made last.
        """
        begun = [each for each in self._of(kind, identity) if each.since <= at]
        return max(reversed(begun), key=lambda each: each.begins, default=None)

    def upcoming(self, kind: str, identity: str, at: datetime) -> tuple[Activation, ...]:
        """Those whose moment is still ahead, the next first; one set for the same moment later takes its place."""
        ahead = {each.begins: each for each in self._of(kind, identity) if each.since > at}
        return tuple(ahead[moment] for moment in sorted(ahead))

    def before(self, current: Activation) -> Activation | None:
        """What bound before this one did: what going back leads to. None: what the dates say."""
        earlier = [each for each in self._of(current.kind, current.id) if each.begins < current.begins]
        return max(reversed(earlier), key=lambda each: each.begins, default=None)

    def unseen(self, officer: str, at: datetime) -> tuple[Activation, ...]:
        """The changes that bind now and that this officer has not taken note of, in the order of their moments."""
        subjects = dict.fromkeys((each.kind, each.id) for each in self.activations)
        binding = [each for kind, identity in subjects if (each := self.in_force(kind, identity, at))]
        new = [each for each in binding if (officer, each.digest, _said(each.begins)) not in self.seen]
        return tuple(sorted(new, key=lambda each: (each.begins, each.kind)))

    def has(self, kind: str, digest: str, begins: datetime) -> bool:
        """Whether that text was activated for that moment already."""
        return any((each.kind, each.digest, each.begins) == (kind, digest, begins) for each in self.activations)

    def _of(self, kind: str, identity: str) -> Sequence[Activation]:
        return [each for each in self.activations if each.kind == kind and each.id == identity]


def gather(events: Iterable[Event], *, training: bool = False) -> Log:
    """The log of the events of `STREAM`. What was activated in training counts in training only."""
    activations: list[Activation] = []
    noted: set[tuple[str, str, str]] = set()
    looks: dict[tuple[str, str], tuple[str, str]] = {}
    for event in events:
        said = event.body
        if event.kind == "sop_change_seen":
            noted.add((event.by, str(said["digest"]), str(said["from"])))
            name = str(said["name"])
            looks[event.by, name.partition("@")[0]] = name, str(said["digest"])
        elif event.kind == "sop_activated" and (training or not said.get("training")):
            activations.append(
                Activation(
                    str(said["kind"]),
                    str(said["name"]),
                    str(said["digest"]),
                    datetime.fromisoformat(str(said["from"])),
                    event.at,
                    event.by,
                    str(said.get("pack") or ""),
                    str(said.get("signer") or ""),
                    bool(said.get("training")),
                )
            )
    return Log(tuple(activations), frozenset(noted), looks)


def activate(made: Activation) -> Event:
    """The event of an activation."""
    body: dict[str, Json] = {
        "kind": made.kind,
        "name": made.name,
        "digest": made.digest,
        "from": _said(made.begins),
        "pack": made.pack,
        "signer": made.signer,
        "training": made.training,
    }
    return Event(STREAM, "sop_activated", made.at, made.by, body)


def seen(change: Activation, officer: str, at: datetime) -> Event:
    """The event of an officer who has taken note of a change."""
    body: dict[str, Json] = {"digest": change.digest, "name": change.name, "from": _said(change.begins)}
    return Event(STREAM, "sop_change_seen", at, officer, body)


def _said(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
