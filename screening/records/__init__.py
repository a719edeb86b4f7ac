"""The durable, hash-chained log of events and its projection (SQLite through SQLAlchemy)."""
