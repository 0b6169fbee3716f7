"""The wrong options that most students take, of those to whom they were shown."""

from collections.abc import Iterator, Sequence

from debatekit.report.findings import Lure, QuestionFinding
from debatekit.report.intervals import share_interval
from debatekit.report.mistakes import mistake

FEWEST_SHOWN, FEWEST_TOOK = 3, 2
"""An option that fewer students saw, or fewer took, says nothing of a class."""


def lures(questions: Sequence[QuestionFinding]) -> tuple[Lure, ...]:
    """Return the wrong options that more than one student took, the surest case first.

    They are ranked by the lower end of the share's 95 % interval: 6 of 9 comes before 2 of 3.
    """
    return tuple(sorted(_lures(questions), key=_rank))


def _lures(questions: Sequence[QuestionFinding]) -> Iterator[Lure]:
    for number, one in enumerate(questions, 1):
        for option in one.options:
            shown = option.shown or 0
            if not option.right and shown >= FEWEST_SHOWN and option.count >= FEWEST_TOOK:
                yield Lure(
                    question=number,
                    stem=one.stem or one.target,
                    text=option.text or option.tag,
                    count=option.count,
                    shown=shown,
                    because=mistake(one.generator, option.flaw),
                )


def _rank(one: Lure) -> tuple[float, int, int, str]:
    low = share_interval(one.count / one.shown, one.shown)
    return -(low[0] if low else 0.0), -one.shown, one.question, one.text
