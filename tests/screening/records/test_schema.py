"""Schema steps: what they make is what the tables say, the log is never touched again, and a newer form is refused."""

from __future__ import annotations

import ast
import sqlite3
from dataclasses import fields
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from screening.records import RecordError, projection, schema, tables
from screening.records.database import Database
from screening.records.schema import NewerSchema, migrate
from screening.records.store import RecordStore
from screening.row import ScreeningRow
from tests.screening.records.samples import fill, make_row, new_store

STEPS = Path(schema.__file__).with_name("migrations")
STEP_2 = """
import sqlalchemy as sa
from alembic import op
revision = "0002"
down_revision = "0001"
def upgrade():
    op.create_table("queue", sa.Column("number", sa.Integer, primary_key=True))
    {more}
"""


@pytest.fixture
def steps(tmp_path):
    """The shipped steps with room for one more."""
    place = tmp_path / "steps"
    (place / "versions").mkdir(parents=True)
    (place / "env.py").write_bytes((STEPS / "env.py").read_bytes())
    for step in (STEPS / "versions").glob("step_*.py"):
        (place / "versions" / step.name).write_bytes(step.read_bytes())

    def add(more=""):
        (place / "versions" / "step_0002.py").write_text(STEP_2.format(more=more))
        return place

    return add


def dump(path):
    with sqlite3.connect(path) as connection:
        return [line for line in connection.iterdump() if "alembic_version" not in line]


def test_the_migrated_schema_is_the_one_the_tables_describe(store, path, tmp_path):
    store.close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, tables.metadata) == []
        made = {row.name: row.sql for row in connection.execute(text("SELECT name, sql FROM sqlite_master"))}
    engine.dispose()
    assert {"event_keeps_rows", "event_keeps_bytes", "event_only_grows"} <= set(made)
    direct = create_engine(f"sqlite:///{tmp_path / 'direct'}")
    tables.metadata.create_all(direct)
    with direct.connect() as connection:
        for name, sql in connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")):
            assert " ".join(made[name].split()) == " ".join(sql.split())
    direct.dispose()


def test_the_newest_step_is_the_one_the_program_knows():
    script = ScriptDirectory(str(STEPS))
    assert script.get_current_head() == schema.NEWEST
    assert len(script.get_heads()) == 1


def test_no_step_after_the_first_names_the_log():
    for step in sorted((STEPS / "versions").glob("step_*.py"))[1:]:
        words = [node.value for node in ast.walk(ast.parse(step.read_text("utf-8"))) if isinstance(node, ast.Constant)]
        assert not any("event" in str(word).split() for word in words), step.name


def test_a_step_keeps_every_event_and_every_row(path, steps):
    with new_store(path) as store:
        fill(store)
        said, rows = store.since(0), store.rows()
    before = dump(path)
    database = Database(path)
    assert migrate(database, steps=steps(), newest="0002")
    assert not migrate(database, steps=steps(), newest="0002")
    database.close()
    assert set(before) <= set(dump(path))
    assert list(path.parent.glob("*.before-*")) == []
    with pytest.raises(NewerSchema, match="form 0002; this one knows up to 0001"):
        RecordStore.open(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    with RecordStore.open(path) as store:
        assert (store.since(0), store.rows()) == (said, rows)


def test_a_newer_store_is_read_but_not_written(path, steps, monkeypatch):
    monkeypatch.chdir(path.parent)
    with new_store(path) as store:
        fill(store)
        said = store.since(0)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0009'")
    with pytest.raises(NewerSchema, match="Update this program"):
        RecordStore.open(path)
    with RecordStore.open(path, read_only=True) as store:
        assert "form 0009" in store.warnings[0]
        assert store.since(0) == said


@pytest.mark.parametrize(
    "more",
    [
        "op.execute('this is no SQL')",
        "op.add_column('event', sa.Column('extra', sa.Text))",
        "op.execute('DROP TRIGGER event_keeps_rows')",
        "op.execute('DROP TRIGGER event_keeps_rows'); op.execute('DELETE FROM event WHERE seq = 15')",
        "raise RuntimeError('cut off')",
    ],
)
def test_a_step_that_fails_or_touches_the_log_leaves_all_as_it_was(path, steps, more):
    with new_store(path) as store:
        fill(store)
    before = dump(path)
    database = Database(path)
    with pytest.raises((RecordError, RuntimeError)):
        migrate(database, steps=steps(more), newest="0002")
    database.close()
    assert dump(path) == before
    with RecordStore.open(path) as store:
        assert store.verify().ok


def test_the_columns_are_the_fields_of_the_row():
    assert tuple(column.name for column in tables.screening.columns) == tuple(
        field.name for field in fields(ScreeningRow)
    )
    nullable = {column.name for column in tables.screening.columns if column.nullable}
    assert nullable == {field.name for field in fields(ScreeningRow) if "None" in str(field.type)}


def test_a_row_of_another_shape_is_made_anew_and_asks_to_be_folded(path, tamper):
    with new_store(path) as store:
        fill(store)
        rows = {row.screening: row for row in store.rows()}
    tamper("UPDATE store SET value = x'00' WHERE name = 'projection'", "ALTER TABLE screening DROP COLUMN syndrome")
    with RecordStore.open(path) as store:
        assert store.stale
        for ask in (store.rows, store.unfinished, lambda: store.row("1"), lambda: store.tally(["day"])):
            with pytest.raises(RecordError, match="store rebuild"):
                ask()
        result = store.rebuild(lambda events: rows[events[0].stream.removeprefix("screening:")])
        assert (result.streams, result.rows) == (3, 3)
        assert store.rows() == tuple(rows.values())
    with RecordStore.open(path) as store:
        assert not store.stale


def test_a_field_that_no_column_can_hold_is_our_mistake():
    with pytest.raises(TypeError, match="no column can hold"):
        tables._column("x", list)


def test_the_shape_changes_with_the_columns(store):
    assert tables.row_shape() == tables.row_shape()
    with store._database.writing.begin() as connection:
        assert not projection.ensure_table(connection)
    store.append([], make_row("1"))
