"""Scores: the open score file, and what is kept in it and read from it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from debatekit.model.progress import Attempt, SessionRecord
from debatekit.store.backups import daily_backup, make_backup
from debatekit.store.damage import refuse_cut
from debatekit.store.errors import DamagedError, StoreError, explained, refusal
from debatekit.store.migrate import migrate, migrations, refuse_strangers, schema_of
from debatekit.store.rows import (
    INSERT_ATTEMPT,
    INSERT_SESSION,
    NOT_UNDONE,
    SELECT_ATTEMPT,
    SELECT_SESSION,
    UNDONE,
    attempt_of,
    row_of,
    session_of,
)

BUSY_TIMEOUT_S = 15.0
_WAL_ATTEMPTS = 20


class Scores:
    """An open score file. Each method that keeps something returns once it is on the disk."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self.warning = ""
        """What went wrong when the file was opened without keeping it from being used."""

    def __enter__(self) -> "Scores":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing is pending, so nothing can be lost."""
        with explained(self._path):
            self._connection.close()

    def add_session(self, record: SessionRecord) -> None:
        """Keep a session that begins."""
        self._keep(INSERT_SESSION, row_of(record))

    def end_session(self, session_id: str, at: str) -> None:
        """Mark a session as ended; one that has ended stays as it is."""
        sql = "UPDATE session SET ended_at = ? WHERE id = ? AND ended_at = ''"
        self._keep(sql, (at, session_id))

    def keep_options(self, session_id: str, options: str) -> None:
        """Keep a session's options, which tell how to go on with it."""
        self._keep("UPDATE session SET options = ? WHERE id = ?", (options, session_id))

    def add_attempt(self, attempt: Attempt) -> None:
        """Keep an attempt; one whose id is already there is the same one, and stays."""
        self._keep(INSERT_ATTEMPT, row_of(attempt))

    def undo_attempt(self, attempt_id: str, at: str) -> None:
        """Mark an attempt as taken back; its row is not changed."""
        sql = "INSERT INTO undone (attempt, at) VALUES (?, ?) ON CONFLICT (attempt) DO NOTHING"
        self._keep(sql, (attempt_id, at))

    def unfinished(self, student: str) -> tuple[SessionRecord, ...]:
        """Return the student's unfinished sessions, the latest first."""
        sql = f"{SELECT_SESSION} WHERE student = ? AND ended_at = '' ORDER BY sequence DESC"
        with explained(self._path):
            return tuple(session_of(row) for row in self._read(sql, (student,)))

    def attempts(self, student: str = "", session: str = "") -> tuple[Attempt, ...]:
        """Return the attempts of a student, of a session, or all, oldest first.

        Those that were taken back are left out.
        """
        return self._attempts(NOT_UNDONE, student, session)

    def undone(self, session: str) -> tuple[Attempt, ...]:
        """Return the session's attempts that were taken back, oldest first."""
        return self._attempts(UNDONE, "", session)

    def _attempts(self, condition: str, student: str, session: str) -> tuple[Attempt, ...]:
        wanted = {"student": student, "session": session}
        asked = {name: value for name, value in wanted.items() if value}
        where = " AND ".join([condition, *(f"{name} = ?" for name in asked)])
        sql = f"{SELECT_ATTEMPT} WHERE {where} ORDER BY sequence"
        with explained(self._path):
            return tuple(attempt_of(row) for row in self._read(sql, tuple(asked.values())))

    def _keep(self, sql: str, values: tuple[Any, ...]) -> None:
        """Run one statement in a transaction of its own, on the disk when this returns."""
        with explained(self._path):
            self._connection.execute(sql, values)

    def _read(self, sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values).fetchall()


def open_scores(path: Path, now: datetime | None = None) -> Scores:
    """Open a score file, making it and its folder where they are missing.

    The first opening of a day makes a backup, if the time is handed in; so does each step to
    a newer schema. Raises StoreError if the file is not ours, too new, or cannot be written,
    DamagedError if it is ours and damaged.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder {path.parent} cannot be made: {refusal(error)}"
        raise StoreError(message) from error
    refuse_cut(path)
    _make_private(path)
    with explained(path), _closing_on_failure(path) as connection:
        refuse_strangers(connection, path)
        _settle(connection)
        scores, version = Scores(connection, path), schema_of(connection)
        if 0 < version < max(migrations()):
            make_backup(connection, path, now or _changed(path), f"-before-{version + 1}")
        migrate(connection)
        if now and version:
            scores.warning = _failed_backup(connection, path, now)
        return scores


def _make_private(path: Path) -> None:
    """Make a file that is missing so that its owner alone can read it: it tells who knows what."""
    with suppress(OSError):  # it is there, or SQLite will say why it cannot be
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _changed(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _failed_backup(connection: sqlite3.Connection, path: Path, now: datetime) -> str:
    """Make the day's backup; return why it cannot be made, which keeps nobody from practising."""
    try:
        daily_backup(connection, path, now)
    except DamagedError:
        raise
    except StoreError as error:
        return f"no backup today: {error}"
    return ""


@contextmanager
def _closing_on_failure(path: Path) -> Iterator[sqlite3.Connection]:
    # Autocommit (no isolation level): a statement is a transaction, and ours are explicit.
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def _settle(connection: sqlite3.Connection) -> None:
    """Set what makes a commit durable: WAL, and a sync of the log at each commit."""
    for attempts_left in reversed(range(_WAL_ATTEMPTS)):
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or not attempts_left:
                raise
            _wait_for_others(connection)
    connection.execute("PRAGMA synchronous = FULL")


def _wait_for_others(connection: sqlite3.Connection) -> None:
    """Wait until nobody else writes.

    Two programs that switch a new file to WAL at once would deadlock, so SQLite tells one
    of them at once that the file is busy; a transaction does wait for the other.
    """
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("COMMIT")
