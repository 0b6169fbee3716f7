"""What to practise next, as commands to type."""

import shlex
from collections.abc import Sequence

from msgspec import Struct

from debatekit.model.progress import Mastery, SessionRecord
from debatekit.model.words import STRANDS, Strand

MOST_STEPS = 3
_CALL: dict[str, int] = {"start here": 0, "too little data": 1, "learning": 2, "mastered": 3}
"""The words for mastery, the most useful to practise first."""


class Step(Struct, frozen=True):
    """One thing to do next: the command, and why it is worth doing."""

    command: str
    because: str


def next_steps(
    quiz: str,
    masteries: Sequence[Mastery],
    strands: Sequence[Strand] = STRANDS,
    unfinished: Sequence[SessionRecord] = (),
    due: int = 0,
) -> tuple[Step, ...]:
    """Return at most three steps: what is unfinished or due, then the weakest strands, then more.

    `strands` are those that the quiz has items for; `due` says how many questions are due
    in all lessons.
    """
    steps = [
        Step(going_on(record.quiz), f"{record.quiz or 'a review'} is unfinished")
        for record in unfinished[:1]
    ]
    if due and not any(not record.quiz for record in unfinished[:1]):
        steps.append(Step("debatekit review", due_words(due)))
    weakest = weakest_first(masteries, strands)
    steps += [
        Step(f"debatekit quiz {shlex.quote(quiz)} --strand {found.strand}", _because(found))
        for found in weakest
    ]
    if not weakest and not steps:
        steps.append(Step(f"debatekit quiz {shlex.quote(quiz)}", "other questions on the lesson"))
    return tuple(steps[:MOST_STEPS])


def going_on(quiz: str) -> str:
    """Return the command that goes on with a quiz; without a name, with a review."""
    return f"debatekit quiz {shlex.quote(quiz)}" if quiz else "debatekit review"


def due_words(due: int) -> str:
    """Return how much is due, as a sentence's part.

    >>> due_words(1)
    '1 question is due'
    """
    return "1 question is due" if due == 1 else f"{due} questions are due"


def weakest_first(masteries: Sequence[Mastery], strands: Sequence[Strand]) -> tuple[Mastery, ...]:
    """Return the weakest unmastered skill of each strand, the strand that needs most first."""
    ranked = sorted(
        (found for found in masteries if found.strand in strands and found.word != "mastered"),
        # Answers of the same minute weigh alike: a hair of decay must not decide the order.
        key=lambda found: (_CALL[found.word], round(found.value, 3)),
    )
    first: dict[Strand, Mastery] = {}
    for found in ranked:
        first.setdefault(found.strand, found)
    return tuple(first.values())


def _because(found: Mastery) -> str:
    if found.word == "too little data":
        return f"{found.strand}, {found.skill}: more answers are needed to tell"
    return f"{found.strand}, {found.skill}: {found.word}"
