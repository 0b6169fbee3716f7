"""Standings: what a student's first answers come to, kept so that few need to be read again."""

from collections.abc import Callable, Sequence
from typing import Any

from debatekit.model.progress import Attempt
from debatekit.store.errors import explained
from debatekit.store.rows import NOT_UNDONE, SELECT_ATTEMPT, attempt_of
from debatekit.store.scores import Scores
from debatekit.store.transaction import transaction

RECENT = 200
"""So many of the latest attempts are never summed up: they are the ones that may be taken back."""
MANY = 1000
"""With more than so many others that are not summed up yet, it is time."""
_CHUNK = 20_000
_LATEST = 500
"""Among how many of the latest attempts the latest sessions are looked for."""

Fold = Callable[[str, Sequence[Attempt]], str]
"""Add first answers, in the order of making, to a standing's text, and return the new text."""

_BY_SESSION = f"{SELECT_ATTEMPT} INDEXED BY attempt_session"
_FIRST = (
    f"{NOT_UNDONE} AND skipped = 0 AND NOT (session != '' AND EXISTS (SELECT 1 FROM attempt AS"
    " before INDEXED BY attempt_session WHERE before.session = attempt.session"
    " AND before.item = attempt.item"
    " AND before.student = attempt.student AND before.sequence < attempt.sequence"
    " AND before.skipped = 0"
    " AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.attempt = before.id)))"
)
"""What is a first answer: each session's first to each item, of those not taken back."""
_OURS = "INDEXED BY attempt_student WHERE student = ?"


class Standings:
    """The standings of an open score file."""

    def __init__(self, scores: Scores) -> None:
        self._scores = scores

    def standing(self, student: str) -> tuple[str, tuple[Attempt, ...]]:
        """Return the kept standing, empty if there is none, and the first answers after it."""
        with explained(self._scores._path):
            upto, state = self._kept(student)
            return state, self._firsts(student, upto)

    def settle(self, student: str, fold: Fold) -> None:
        """Sum up all but the recent answers, if there are many; others can write in between."""
        while self._waits(student):
            with transaction(self._scores):
                self._settle_some(student, fold)

    def drop(self, student: str) -> None:
        """Forget a standing; it is worked out again from the answers."""
        with transaction(self._scores):
            self._rows("DELETE FROM standing WHERE student = ?", student)

    def latest(self, student: str, most: int) -> tuple[Attempt, ...]:
        """Return the first answers of the latest sessions, in the order of making."""
        recent = (
            "SELECT session FROM (SELECT session, at FROM attempt INDEXED BY attempt_at"
            f" WHERE student = ? AND {NOT_UNDONE} AND skipped = 0 AND session != ''"
            " ORDER BY at DESC LIMIT ?) GROUP BY session ORDER BY max(at) DESC LIMIT ?"
        )
        with explained(self._scores._path):
            names = [name for (name,) in self._rows(recent, student, _LATEST, most)]
            where = f"session IN ({', '.join('?' * len(names))}) AND student = ? AND {_FIRST}"
            found = self._rows(f"{_BY_SESSION} WHERE {where} ORDER BY sequence", *names, student)
            return tuple(map(attempt_of, found))

    def _kept(self, student: str) -> tuple[int, str]:
        """Return up to which sequence number the standing goes, and the standing."""
        found = self._rows("SELECT upto, state FROM standing WHERE student = ?", student)
        return found[0] if found else (0, "")

    def _firsts(self, student: str, after: int, upto: int = 2**62) -> tuple[Attempt, ...]:
        where = f"AND sequence > ? AND sequence <= ? AND {_FIRST} ORDER BY sequence"
        sql = f"{SELECT_ATTEMPT} {_OURS} {where}"
        return tuple(map(attempt_of, self._rows(sql, student, after, upto)))

    def _waits(self, student: str) -> bool:
        with explained(self._scores._path):
            return bool(self._later(student, self._kept(student)[0], MANY + RECENT))

    def _settle_some(self, student: str, fold: Fold) -> None:
        """Sum up at most a chunk of what is not summed up yet."""
        after, state = self._kept(student)
        recent = self._rows(
            f"SELECT sequence FROM attempt {_OURS} ORDER BY sequence DESC LIMIT 1 OFFSET ?",
            student,
            RECENT,
        )
        if not recent or recent[0][0] <= after:
            return
        upto = min([recent[0][0], *self._later(student, after, _CHUNK)])
        state = fold(state, self._firsts(student, after, upto))
        sql = "INSERT OR REPLACE INTO standing (student, upto, state) VALUES (?, ?, ?)"
        self._rows(sql, student, upto, state)

    def _later(self, student: str, after: int, number: int) -> list[int]:
        """Return the sequence number of the attempt before which, from `after` on, so many stand.

        Empty if there is none.
        """
        sql = (
            f"SELECT sequence FROM attempt {_OURS} AND sequence > ?"
            " ORDER BY sequence LIMIT 1 OFFSET ?"
        )
        return [found for (found,) in self._rows(sql, student, after, number)]

    def _rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return self._scores._connection.execute(sql, values).fetchall()
