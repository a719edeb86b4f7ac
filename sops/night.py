"""What a reception station counts each night, as values; the list is the post's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NightField:
    """One number of the night count, or one split by sex and age band. `part_of`: the field it cannot exceed.

    A split field adds up to the field it is a part of. Source: border_sop section 11.
    """

    id: str
    title: Mapping[str, str]
    part_of: str | None
    is_split: bool
