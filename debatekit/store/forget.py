"""Forgetting: a student's rows taken out of the score file and of its backups."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from msgspec import Struct

from debatekit.store.backups import FOLDER, backups
from debatekit.store.errors import StoreError, explained
from debatekit.store.migrate import refuse_strangers
from debatekit.store.scores import Scores
from debatekit.store.transaction import transaction

_TABLES = ("attempt", "session", "card", "standing")
"""All tables with a student's name in them; `undone` names attempts only."""


class Forgotten(Struct, frozen=True, kw_only=True):
    """What forgetting came to."""

    attempts: int
    backups: int
    """How many backups held something, and hold it no more."""
    still_in: tuple[Path, ...] = ()
    """Backups that could not be cleaned, or their folder, if nobody may look into it."""


def forget(scores: Scores, student: str) -> Forgotten:
    """Remove a student's rows from the open file and all its backups.

    What is removed is written over with zeros, so that it cannot be read from the file's
    free pages either.
    """
    connection = scores._connection
    with explained(scores._path):
        connection.execute("PRAGMA secure_delete = ON")
    with transaction(scores):
        attempts = _remove(connection, student)
    with explained(scores._path), suppress(sqlite3.OperationalError):
        # The log may hold the rows still; another program that reads may keep it.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    cleaned, still_in = _clean_backups(scores._path, student)
    return Forgotten(attempts=attempts, backups=cleaned, still_in=still_in)


def _remove(connection: sqlite3.Connection, student: str) -> int:
    """Remove the rows; return how many attempts there were."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    undone = "DELETE FROM undone WHERE attempt IN (SELECT id FROM attempt WHERE student = ?)"
    connection.execute(undone, (student,))
    removed = {
        table: connection.execute(f"DELETE FROM {table} WHERE student = ?", (student,)).rowcount
        for table in _TABLES
        if table in there
    }
    return removed["attempt"]


def _clean_backups(path: Path, student: str) -> tuple[int, tuple[Path, ...]]:
    try:
        found = backups(path)
    except StoreError:
        return 0, (path.parent / FOLDER,)
    cleaned, still_in = 0, []
    for backup in found:
        try:
            cleaned += _clean(backup.path, student)
        except StoreError:
            still_in.append(backup.path)
    return cleaned, tuple(still_in)


def _clean(backup: Path, student: str) -> bool:
    """Remove a student's rows from a backup; return whether there were any."""
    with explained(backup), closing(sqlite3.connect(backup, isolation_level=None)) as connection:
        refuse_strangers(connection, backup)
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("BEGIN IMMEDIATE")
        removed = _remove(connection, student)
        connection.execute("COMMIT")
    return removed > 0
