"""A student's progress, read from the score file without reading every answer."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from debatekit.cli.clock import now
from debatekit.cli.context import Settings
from debatekit.cli.store.due import refresh_if_possible
from debatekit.cli.store.score_file import has_scores, score_file_to_read
from debatekit.model.progress import Attempt, Mastery, SessionRecord
from debatekit.practice.advice import Step, next_steps
from debatekit.practice.calibration import Calibration
from debatekit.practice.recent import SessionScore, session_scores
from debatekit.practice.standing import (
    Standing,
    added,
    calibration_of,
    masteries_of,
    standing_of,
    standing_text,
)
from debatekit.store.cards import Cards
from debatekit.store.errors import DamagedError, StoreError
from debatekit.store.scores import Scores
from debatekit.store.standings import Standings

MOST_SESSIONS = 10


class Progress(Struct, frozen=True, kw_only=True):
    """What there is to show of a student."""

    student: str
    at: datetime
    standing: Standing = Standing()
    sessions: tuple[SessionScore, ...] = ()
    """The last ones, the oldest first."""
    unfinished: tuple[SessionRecord, ...] = ()
    due: int = 0
    """How many targets are due for review, in all lessons."""

    @property
    def skills(self) -> tuple[Mastery, ...]:
        """The mastery of each strand and skill, all lessons together."""
        return masteries_of(self.standing, self.at)

    @property
    def certainty(self) -> Calibration | None:
        """How certainty and being right agree; nothing with too few answers."""
        return calibration_of(self.standing)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What to do next, on the lesson that was practised last."""
        lessons = self.standing.lessons
        if not lessons:
            return (Step("debatekit lessons", "see which lessons there are"),)
        lesson = self.sessions[-1].lesson if self.sessions else lessons[0]
        ours = masteries_of(self.standing, self.at, lesson)
        return next_steps(lesson, ours, unfinished=self.unfinished, due=self.due)


def progress(settings: Settings, student: str) -> Progress:
    """Return a student's progress; makes no file where there are no scores yet."""
    at = now()
    if not has_scores(settings):
        return Progress(student=student, at=at)
    with score_file_to_read(settings) as scores:
        return Progress(
            student=student,
            at=at,
            standing=standing(scores, student, at),
            sessions=session_scores(Standings(scores).latest(student, MOST_SESSIONS)),
            unfinished=scores.unfinished(student),
            due=_due(scores, student, at),
        )


def _due(scores: Scores, student: str, at: datetime) -> int:
    cards = Cards(scores)
    refresh_if_possible(cards, student)
    due = cards.due_targets(student, at.isoformat(timespec="milliseconds"))
    return sum(map(len, due.values()))


def standing(scores: Scores, student: str, at: datetime) -> Standing:
    """Return what all first answers come to; long rows of them are summed up for next time."""
    kept = Standings(scores)

    def fold(text: str, firsts: Sequence[Attempt]) -> str:
        return standing_text(added(standing_of(text) or Standing(), firsts, at))

    try:
        old = standing_of(kept.standing(student)[0])
        if old is None or old.is_ahead(at):
            kept.drop(student)
        kept.settle(student, fold)
    except DamagedError:
        raise
    except StoreError:
        # A full or read-only disk: what can be read can be shown all the same.
        pass
    text, later = kept.standing(student)
    return added(standing_of(text) or Standing(), later, at)
