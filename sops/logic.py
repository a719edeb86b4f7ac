"""Three-valued truth (strong Kleene): what is unknown stays unknown until an answer settles it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    """The truth of a condition; ordered, so that *and* is the least and *or* the greatest."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    @property
    def word(self) -> str:
        """`yes`, `no` or `unknown`, as files and results spell it."""
        return self.name.lower()


NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES


def all_of(parts: Iterable[Truth]) -> Truth:
    """YES when every part is YES, NO when one is NO."""
    return min(parts, default=YES)


def any_of(parts: Iterable[Truth]) -> Truth:
    """YES when one part is YES, NO when every part is NO."""
    return max(parts, default=NO)


def none_of(parts: Iterable[Truth]) -> Truth:
    """YES when every part is NO, NO when one is YES."""
    return Truth(YES - any_of(parts))


def at_least(count: int, parts: Iterable[Truth]) -> Truth:
    """YES when `count` parts are YES; NO when not even the unknown ones could make up the number.

    >>> at_least(2, [YES, UNKNOWN, NO]).word
    'unknown'
    """
    known = list(parts)
    if known.count(YES) >= count:
        return YES
    return UNKNOWN if len(known) - known.count(NO) >= count else NO


def truth(value: object) -> Truth:
    """The truth of a Python boolean, for leaves that are always known."""
    return YES if value else NO
