"""The durable, hash-chained log of events and its projection (SQLite through SQLAlchemy).

This package names only what can go wrong, so that the desk can paint before SQLAlchemy is read; what is kept stands in
`screening.records.stored`, and the store is asked for by `from screening.records.store import RecordStore`.
"""

from __future__ import annotations

from screening.records.errors import DamagedStore, EnvironmentProblem, RecordError, RefusedValue

__all__ = ["DamagedStore", "EnvironmentProblem", "RecordError", "RefusedValue"]
