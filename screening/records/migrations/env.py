"""What Alembic runs: all steps in the one transaction of the connection it is given."""

from __future__ import annotations

from alembic import context

from screening.records.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
