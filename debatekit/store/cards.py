"""Cards: when each target is due, kept so that picking a few of many stays quick.

A card is worked out from its attempts alone, so it can be lost and made again. The file
itself counts how many attempts were made or taken back since a card was worked out.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import fields

from debatekit.model.progress import Attempt, Card
from debatekit.model.words import Strand
from debatekit.store.errors import explained
from debatekit.store.rows import NOT_UNDONE, SELECT_ATTEMPT, attempt_of
from debatekit.store.scores import Scores
from debatekit.store.transaction import transaction

_CARD = tuple(field.name for field in fields(Card))
_EVER = (
    "(SELECT count(*) + count(undone.attempt) FROM attempt"
    " LEFT JOIN undone ON undone.attempt = attempt.id"
    " WHERE attempt.student = card.student AND attempt.lesson = card.lesson"
    " AND attempt.target = card.target)"
)
"""How many attempts on a card's target were ever made or taken back, which only grows."""
_ATTEMPTS = f"{SELECT_ATTEMPT} WHERE {NOT_UNDONE}"


class Cards:
    """The cards of an open score file."""

    def __init__(self, scores: Scores) -> None:
        self._scores = scores
        self._connection = scores._connection
        self._path: Path = scores._path

    def changed(self, student: str) -> tuple[tuple[str, str, int], ...]:
        """Return lesson, target and number of changes of each card that is to be worked out.

        A change is an attempt on the target that was ever made or taken back. To be asked
        before the attempts themselves, which then hold so many changes at least.
        """
        # Without statistics SQLite would rather read all of the student's cards.
        sql = (
            f"SELECT lesson, target, {_EVER} FROM card INDEXED BY card_changed"
            " WHERE student = ? AND changes > 0"
        )
        return tuple(self._read(sql, student))

    def keep(self, card: Card, changes: int) -> None:
        """Keep a card that was worked out from so many changes; later ones leave it marked.

        One that another program has worked out from as many, or more, stays.
        """
        sql = (
            f"UPDATE card SET strand = ?, due = ?, state = ?, changes = {_EVER} - ?"
            f" WHERE student = ? AND lesson = ? AND target = ? AND changes > {_EVER} - ?"
        )
        values = (card.strand, card.due, card.state, changes)
        self._run(sql, *values, card.student, card.lesson, card.target, changes)

    def drop(self, student: str, lesson: str, target: str, changes: int) -> None:
        """Remove a card for which no answer speaks after so many changes; later ones keep it."""
        sql = f"DELETE FROM card WHERE student = ? AND lesson = ? AND target = ? AND {_EVER} <= ?"
        self._run(sql, student, lesson, target, changes)

    def at_once(self) -> AbstractContextManager[None]:
        """Keep several cards in one transaction: all of them, or none if something fails."""
        return transaction(self._scores)

    def due(self, student: str, at: str, lesson: str = "", most: int = 100) -> tuple[Card, ...]:
        """Return the cards that are due, the longest overdue first; `at` is ISO 8601 in UTC."""
        one = " AND lesson = ?" if lesson else ""
        sql = (
            f"SELECT {', '.join(_CARD)} FROM card WHERE student = ? AND due > '' AND due <= ?"
            f"{one} ORDER BY due LIMIT ?"
        )
        values = (student, at, *((lesson,) if lesson else ()), most)
        return tuple(Card(**dict(zip(_CARD, row, strict=True))) for row in self._read(sql, *values))

    def next_due(self, student: str) -> str:
        """Return when the next card is due, ISO 8601 in UTC; nothing without cards."""
        sql = "SELECT due FROM card WHERE student = ? AND due > '' ORDER BY due LIMIT 1"
        rows = self._read(sql, student)
        return str(rows[0][0]) if rows else ""

    def due_targets(self, student: str, at: str) -> Mapping[str, frozenset[str]]:
        """Return the targets that are due, by lesson."""
        sql = "SELECT lesson, target FROM card WHERE student = ? AND due > '' AND due <= ?"
        found: dict[str, set[str]] = {}
        for lesson, target in self._read(sql, student, at):
            found.setdefault(lesson, set()).add(target)
        return {lesson: frozenset(targets) for lesson, targets in found.items()}

    def attempts_on(self, student: str, lesson: str, target: str = "") -> tuple[Attempt, ...]:
        """Return the attempts on a lesson, or on one target of it, oldest first."""
        one, more = (" AND target = ?", (target,)) if target else ("", ())
        sql = f"{_ATTEMPTS} AND student = ? AND lesson = ?{one} ORDER BY sequence"
        return tuple(attempt_of(row) for row in self._read(sql, student, lesson, *more))

    def attempts_since(self, student: str, moment: datetime) -> tuple[Attempt, ...]:
        """Return the attempts made at or after a moment, oldest first.

        One that came from another program may tell its time of another zone, whose date is
        up to a day earlier; so a few more are read, and each is looked at.
        """
        sql = f"{_ATTEMPTS} AND student = ? AND at >= ? ORDER BY sequence"
        rows = self._read(sql, student, (moment - timedelta(days=2)).date().isoformat())
        found = map(attempt_of, rows)
        return tuple(one for one in found if datetime.fromisoformat(one.at) >= moment)

    def strands_met(self, student: str, strands: Iterable[Strand]) -> frozenset[Strand]:
        """Return the strands of which the student was ever asked a question, taken back or not."""
        sql = "SELECT 1 FROM attempt WHERE student = ? AND strand = ? LIMIT 1"
        return frozenset(strand for strand in strands if self._read(sql, student, strand))

    def times_before(self, attempt: Attempt, most: int) -> tuple[int, ...]:
        """Return how many milliseconds the latest earlier answers of its kind took."""
        sql = (
            f"SELECT took_ms FROM attempt WHERE {NOT_UNDONE} AND skipped = 0 AND student = ?"
            " AND kind = ? AND sequence < (SELECT sequence FROM attempt WHERE id = ?)"
            " ORDER BY sequence DESC LIMIT ?"
        )
        return tuple(x for (x,) in self._read(sql, attempt.student, attempt.kind, attempt.id, most))

    def _read(self, sql: str, *values: Any) -> Sequence[tuple[Any, ...]]:
        with explained(self._path):
            return self._connection.execute(sql, values).fetchall()

    def _run(self, sql: str, *values: Any) -> None:
        with explained(self._path):
            self._connection.execute(sql, values)
