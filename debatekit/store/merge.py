"""Merging: the contents of one score file joined to another's, nothing doubled, nothing lost."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from debatekit.model.progress import Attempt, SessionRecord
from debatekit.store.errors import DamagedError, StoreError, explained
from debatekit.store.migrate import migrate, refuse_strangers
from debatekit.store.rows import (
    INSERT_ATTEMPT,
    INSERT_SESSION,
    SELECT_ATTEMPT,
    SELECT_SESSION,
    attempt_of,
    row_of,
    session_of,
)
from debatekit.store.scores import Scores
from debatekit.store.transaction import transaction

_UNDO = "INSERT INTO undone (attempt, at) VALUES (?, ?) ON CONFLICT (attempt) DO NOTHING"
_UNDONE = (
    "SELECT undone.attempt, undone.at FROM attempt JOIN undone ON undone.attempt = attempt.id"
    "{where} ORDER BY attempt.sequence"
)


class Contents(Struct, frozen=True, kw_only=True):
    """What a score file holds, oldest first."""

    attempts: tuple[Attempt, ...] = ()
    """All of them, those that were taken back among them."""
    undone: Mapping[str, str]
    """When each was taken back, by the attempt's id."""
    sessions: tuple[SessionRecord, ...] = ()


class Merged(Struct, frozen=True, kw_only=True):
    """What merging came to."""

    new: int
    """Attempts that were not there before."""
    known: int
    taken_back: int
    """Attempts newly marked as taken back."""


def contents(scores: Scores, student: str = "") -> Contents:
    """Return what an open score file holds of a student, or of all."""
    where, values = (" WHERE student = ?", (student,)) if student else ("", ())
    with transaction(scores):
        read = scores._connection.execute
        attempts = f"{SELECT_ATTEMPT}{where} ORDER BY sequence"
        sessions = f"{SELECT_SESSION}{where} ORDER BY sequence"
        return Contents(
            attempts=tuple(map(attempt_of, read(attempts, values))),
            undone=dict(read(_UNDONE.format(where=where), values)),
            sessions=tuple(map(session_of, read(sessions, values))),
        )


def students(scores: Scores) -> tuple[str, ...]:
    """Return the names of all who have answers or sessions in the file, sorted."""
    sql = "SELECT student FROM attempt UNION SELECT student FROM session ORDER BY student"
    with explained(scores._path):
        return tuple(name for (name,) in scores._connection.execute(sql))


def merge(scores: Scores, more: Contents) -> Merged:
    """Add what is not there yet, all of it or nothing; a second time changes nothing."""
    with transaction(scores):
        many = scores._connection.executemany
        before = _counts(scores)
        many(INSERT_SESSION, map(row_of, more.sessions))
        many(INSERT_ATTEMPT, map(row_of, more.attempts))
        many(_UNDO, more.undone.items())
        after = _counts(scores)
    new = after[0] - before[0]
    return Merged(new=new, known=len(more.attempts) - new, taken_back=after[1] - before[1])


def restore(scores: Scores, backup: Path) -> Merged:
    """Merge a backup into the open score file; the backup stays as it is.

    Raises StoreError if it is no score file of ours, or damaged.
    """
    try:
        found = _contents_of(backup)
    except DamagedError as error:
        raise StoreError(str(error)) from error
    return merge(scores, found)


def _contents_of(backup: Path) -> Contents:
    """Return what a backup holds, whatever its schema."""
    with explained(backup), closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        with closing(sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)) as file:
            file.backup(copy)
        refuse_strangers(copy, backup)
        migrate(copy)
        return contents(Scores(copy, backup))


def _counts(scores: Scores) -> tuple[int, int]:
    """Return how many attempts there are, and how many were taken back."""
    sql = "SELECT (SELECT count(*) FROM attempt), (SELECT count(*) FROM undone)"
    attempts, undone = scores._connection.execute(sql).fetchone()
    return attempts, undone
