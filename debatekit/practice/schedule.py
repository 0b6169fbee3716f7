"""When a target is due again: FSRS over the first answers to it.

FSRS is the scheduler of Ye, Su and Cao (2022, KDD); a card is a target of a lesson, not
the question that was put on it. Cards are worked out by replaying answers, so that
undoing, merging files or another way of rating never leaves a card behind.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import cache
from itertools import count
from statistics import median
from typing import TYPE_CHECKING

from debatekit.model.progress import Attempt, Card
from debatekit.practice.firsts import PASSED, first_answers

if TYPE_CHECKING:
    from fsrs import Scheduler

RETENTION = 0.9
LONGEST_DAYS = 180
STEP = timedelta(minutes=10)
ENOUGH_TIMES = 5
"""So many earlier answers of a kind it takes to call one quick."""
RECENT_TIMES = 100
"""How many of the latest answers of a kind make the learner's own median."""
SURE = 3

TimesBefore = Callable[[Attempt], Sequence[int]]
"""Return how many milliseconds earlier answers of the attempt's kind took."""


class Rating(IntEnum):
    """How well a target was known, by the numbers of FSRS; `HARD` is a pass."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


def rating(made: Attempt, times_before: TimesBefore) -> Rating:
    """Return what a first answer shows.

    Easy takes a right answer given with certainty 3, and no slower than the median of the
    learner's own earlier answers of that kind.
    """
    if made.score < PASSED:
        return Rating.AGAIN
    if made.score < 1 or made.hinted or made.certainty == 1:
        return Rating.HARD
    if made.certainty == SURE:
        times = times_before(made)
        if len(times) >= ENOUGH_TIMES and made.took_ms <= median(times):
            return Rating.EASY
    return Rating.GOOD


def card_of(attempts: Iterable[Attempt], times_before: TimesBefore) -> Card | None:
    """Return the card that the attempts on one target make; nothing without an answer."""
    firsts = sorted(first_answers(attempts), key=lambda made: _moment(made.at))
    if not firsts:
        return None
    due, state = replay([(rating(made, times_before), _moment(made.at)) for made in firsts])
    last = firsts[-1]
    return Card(
        student=last.student,
        lesson=last.lesson,
        target=last.target,
        strand=last.strand,
        due=due.isoformat(timespec="milliseconds"),
        state=state,
    )


def replay(reviews: Sequence[tuple[Rating, datetime]]) -> tuple[datetime, str]:
    """Return when a card is due after its reviews, in time order, and the card as JSON."""
    import fsrs

    first = reviews[0][1]
    card = fsrs.Card(card_id=1, due=first)
    for rated, at in reviews:
        card, _ = _scheduler().review_card(card, fsrs.Rating(rated), at)
    return card.due, card.to_json()


def times_in(attempts: Sequence[Attempt]) -> TimesBefore:
    """Return where earlier answers' times are looked up among attempts, oldest first."""
    places = dict(zip((made.id for made in attempts), count(), strict=False))

    def times_before(made: Attempt) -> Sequence[int]:
        before = attempts[: places[made.id]]
        ours = [x.took_ms for x in before if x.kind == made.kind and not x.skipped]
        return ours[-RECENT_TIMES:]

    return times_before


@cache
def _scheduler() -> "Scheduler":
    """Return the scheduler: without chance, so that a replay gives the same cards."""
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=RETENTION,
        learning_steps=(STEP,),
        relearning_steps=(STEP,),
        maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone(UTC)
