"""Bring a score file to the newest schema, one numbered step and one transaction at a time."""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from debatekit.store.errors import StoreError

APPLICATION_ID = 0x64626B74
"""Marks a SQLite file as ours ("dbkt"), so that another program's file is never touched."""


def migrations() -> dict[int, str]:
    """Return the steps as SQL, by the version each leads to."""
    folder = files("debatekit.store") / "migrations"
    found = sorted((step.name, step) for step in folder.iterdir() if step.name.endswith(".sql"))
    return {int(name[:4]): step.read_text(encoding="utf-8") for name, step in found}


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Run what a file still lacks. Raises StoreError for a newer or somebody else's file."""
    version = _version(connection)
    _refuse_strangers(connection, path, version)
    steps = migrations()
    newest = max(steps)
    if version > newest:
        raise StoreError(
            f"{path} was written by a newer debatekit (schema {version}, this one knows {newest});"
            " update debatekit"
        )
    for number in range(version + 1, newest + 1):
        _run_step(connection, number, steps[number])


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_strangers(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Raise if the file holds another program's tables."""
    mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    ours = mark == APPLICATION_ID
    if not ours and (mark or tables or version):
        raise StoreError(f"{path} is a database of another program; name another with --store")


def _run_step(connection: sqlite3.Connection, number: int, sql: str) -> None:
    """Run one step, unless another process has just done so."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _version(connection) < number:
            for statement in statements(sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(sql: str) -> Iterator[str]:
    """Yield the statements of a script one by one; `executescript` would commit on its own."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending
