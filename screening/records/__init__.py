"""The durable, hash-chained log of events and its projection (SQLite through SQLAlchemy).

This package names only light types, so that the desk can paint before SQLAlchemy is read; the store itself is asked for
by `from screening.records.store import RecordStore`.
"""

from __future__ import annotations

from screening.records.errors import DamagedStore, EnvironmentProblem, RecordError, RefusedValue
from screening.records.stored import Difference, Erasure, Head, Problem, Rebuilt, StoredEvent, Tally, Verification

__all__ = [
    "DamagedStore",
    "Difference",
    "EnvironmentProblem",
    "Erasure",
    "Head",
    "Problem",
    "Rebuilt",
    "RecordError",
    "RefusedValue",
    "StoredEvent",
    "Tally",
    "Verification",
]
