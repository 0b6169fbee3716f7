"""Which options were chosen, by how many, and by whom."""

from collections.abc import Iterator, Sequence

from debatekit.model.item import KEYS
from debatekit.model.progress import Attempt
from debatekit.report.findings import Choosing
from debatekit.report.intervals import correlation_interval, share_interval
from debatekit.report.measures import Column, pearson

IDLE = 0.05
"""A wrong option that fewer than this share choose does no work."""
ATTRACTS = 0.05
"""A wrong option that goes together with a high sum, by more than this, may be a right one."""
_KINDS = ("choice", "multiple")


def choosings(
    answers: Sequence[Attempt], others: Column | None, intervals: bool
) -> tuple[Choosing, ...]:
    """Return the options of a question by key; none where options cannot be compared.

    `others` are the students' sums without this question; without them there are counts
    alone. `intervals` asks for 95 % intervals.
    """
    if not answers or not same_options(answers):
        return ()
    right = _right(answers)
    return tuple(_choosing(key, right, answers, others, intervals) for key in _keys(answers))


def same_options(answers: Sequence[Attempt]) -> bool:
    """Return whether a letter means the same option for all.

    Each session arranges options anew, so letters can be compared only where one item was
    put in one arrangement (a class that starts with the same `--seed`). If the arrangements
    differ, sooner or later one letter is right for one student and wrong for another.
    """
    if answers[0].kind not in _KINDS or len({made.item for made in answers}) > 1:
        return False
    seen: dict[tuple[str, ...], tuple[float, str]] = {}
    for made in answers:
        chosen = tuple(sorted(made.response))
        if seen.setdefault(chosen, (made.score, made.flaw)) != (made.score, made.flaw):
            return False
    return sum(score == 1 for score, _ in seen.values()) <= 1


def _right(answers: Sequence[Attempt]) -> frozenset[str]:
    """Return the right options' keys; empty if nobody found them."""
    return next((frozenset(made.response) for made in answers if made.score == 1), frozenset())


def _keys(answers: Sequence[Attempt]) -> Iterator[str]:
    """Yield the keys of the options that were shown, as far as the answers tell.

    A choice's chance level tells how many it has, so that one which nobody chose is seen.
    """
    chosen = {key for made in answers for key in made.response if key in KEYS}
    first = answers[0]
    shown = round(1 / first.chance) if first.kind == "choice" and 0.03 < first.chance < 1 else 0
    yield from (key for place, key in enumerate(KEYS) if place < shown or key in chosen)


def _choosing(
    key: str,
    right: frozenset[str],
    answers: Sequence[Attempt],
    others: Column | None,
    intervals: bool,
) -> Choosing:
    chose = [float(key in made.response) for made in answers]
    n, share = len(chose), sum(chose) / len(chose)
    r = pearson(chose, others) if others is not None else None
    return Choosing(
        key=key,
        right=key in right,
        count=round(sum(chose)),
        share=share,
        share_interval=share_interval(share, n) if intervals else None,
        correlation=r,
        interval=correlation_interval(r, n) if intervals and r is not None else None,
        flaw=_flaw(key, answers),
        flags=() if key in right or not right or others is None else flags(share, r),
    )


def _flaw(key: str, answers: Sequence[Attempt]) -> str:
    """Return what is wrong with an option, as far as it was chosen alone."""
    return next((made.flaw for made in answers if made.response == (key,) and made.flaw), "")


def flags(share: float, r: float | None) -> tuple[str, ...]:
    """Return what a teacher should look at in a wrong option."""
    found = []
    if share < IDLE:
        found.append("not working")
    if r is not None and r > ATTRACTS:
        found.append("attracts strong students")
    return tuple(found)
