"""Isolation rooms of a post, and the rule of a procedure for them, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sops.model import Source


@dataclass(frozen=True, slots=True)
class Room:
    """One isolation room. `places`: how many people it holds; `mark`: how sure the post is of it."""

    id: str
    name: str
    places: int
    own_toilet: bool
    mark: str


@dataclass(frozen=True, slots=True)
class RoomRule:
    """How often somebody looks in (minutes or a parameter's name), and which classes the authority may put together.

    Two travellers who are not of one family share a room only when one of the groups of `may_share` holds both classes.
    Source: border_sop C1 and section 10.
    """

    check_every: float | str
    may_share: tuple[tuple[str, ...], ...]
    source: Source

    def parts(self, one: str | None, other: str | None) -> bool:
        """Whether these two classes are kept apart; a class that is not known is kept apart from every other."""
        return not any(one in group and other in group for group in self.may_share)
