"""Bring a score file to the newest schema, one numbered step and one transaction at a time."""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from debatekit.store.errors import APPLICATION_ID, StoreError
from debatekit.store.own import refuse_changed


def migrations() -> dict[int, str]:
    """Return the steps as SQL, by the version each leads to."""
    folder = files("debatekit.store") / "migrations"
    found = sorted((step.name, step) for step in folder.iterdir() if step.name.endswith(".sql"))
    return {int(name[:4]): step.read_text(encoding="utf-8") for name, step in found}


def refuse_strangers(connection: sqlite3.Connection, path: Path) -> None:
    """Raise StoreError if the file is another program's, or a newer debatekit's.

    Nothing is written to the file before this has been asked.
    """
    # One transaction, so that a file which another process is just making is seen whole.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("BEGIN")
    version = schema_of(connection)
    mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    known = migrations()
    if mark == APPLICATION_ID and version <= max(known):
        steps = tuple(sql for step, sql in known.items() if step <= version)
        refuse_changed(connection, path, steps)
    connection.execute("COMMIT")
    if mark != APPLICATION_ID and (mark or tables or version):
        raise StoreError(f"{path} is a database of another program; name another with --store")
    newest = max(known)
    if version > newest:
        raise StoreError(
            f"{path} was written by a newer debatekit (schema {version}, this one knows {newest});"
            " update debatekit"
        )


def migrate(connection: sqlite3.Connection) -> None:
    """Run the steps that the file still lacks."""
    version = schema_of(connection)
    for number, sql in migrations().items():
        if number > version:
            _run_step(connection, number, sql)


def schema_of(connection: sqlite3.Connection) -> int:
    """Return the number of the file's schema; 0 if it is new."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _run_step(connection: sqlite3.Connection, number: int, sql: str) -> None:
    """Run one step, unless another process has just done so."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if schema_of(connection) < number:
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
