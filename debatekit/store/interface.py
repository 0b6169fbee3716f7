"""AnswerStore: what a session needs of whatever keeps its answers; `Scores` is one such store."""

from typing import Protocol

from debatekit.model.progress import Attempt, SessionRecord


class AnswerStore(Protocol):
    """Keeps sessions and attempts; each method that keeps something returns once it is safe.

    Attempts never change: an id that is there already is the same attempt, and stays. What is
    taken back is marked, not removed. Everything comes back in the order of making, whatever
    the clock said.
    """

    def add_session(self, record: SessionRecord) -> None:
        """Keep a session that begins."""

    def end_session(self, session_id: str, at: str) -> None:
        """Mark a session as ended; one that has ended stays as it is."""

    def add_attempt(self, attempt: Attempt) -> None:
        """Keep an attempt."""

    def undo_attempt(self, attempt_id: str, at: str) -> None:
        """Mark an attempt as taken back."""

    def unfinished(self, student: str) -> tuple[SessionRecord, ...]:
        """Return the student's unfinished sessions, the latest first."""

    def attempts(self, student: str = "", session: str = "") -> tuple[Attempt, ...]:
        """Return the attempts of a student, of a session, or all, without those taken back."""

    def undone(self, session: str) -> tuple[Attempt, ...]:
        """Return the session's attempts that were taken back."""
