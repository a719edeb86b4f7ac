"""The log, the keys apart from it, the store's own facts and its installations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_REFUSALS = {
    "event_keeps_rows": "BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END",
    "event_keeps_bytes": "BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END",
    # without this one, INSERT OR REPLACE would change a row and fire neither of the others
    "event_only_grows": "BEFORE INSERT ON event WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event) "
    "BEGIN SELECT RAISE(ABORT, 'events are only ever added at the end'); END",
}


def upgrade() -> None:
    """Make everything but the projection, which has no steps."""
    op.create_table(
        "event",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("stream", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("v", sa.Integer, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("sealed", sa.LargeBinary),
        sa.Column("prev", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("event_stream", "event", ["stream", "seq"])
    for name, rule in _REFUSALS.items():
        op.execute(f"CREATE TRIGGER {name} {rule}")
    op.create_table(
        "traveller_key",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("stream", sa.Text, nullable=False, unique=True),
        sa.Column("key", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "store",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "install",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("characters", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.LargeBinary, nullable=False),
        sa.Column("counter", sa.Integer, nullable=False),
        sqlite_strict=True,
    )


def downgrade() -> None:
    """Refuse: there is nothing before the log, and the log is never dropped."""
    raise RuntimeError("the log of events is never dropped")
