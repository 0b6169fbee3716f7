"""Which options were chosen, by how many, and by whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from debatekit.model.item import KEYS
from debatekit.model.progress import Attempt
from debatekit.report.findings import Choosing
from debatekit.report.intervals import correlation_interval, share_interval
from debatekit.report.measures import Column, point_biserial, variance

IDLE = 0.05
"""A wrong option that fewer than this share choose does no work."""
ATTRACTS = 0.05
"""A wrong option that goes together with a high sum, by more than this, may be a right one."""
_KINDS = ("choice", "multiple")
_LEAST_CHANCE = 1 / len(KEYS)


class Response(Struct):
    """One response that was given: what it is worth, by how many, and what else they know."""

    score: float
    flaw: str
    count: int = 0
    rest: float = 0
    """The sum, over those who gave it, of their scores on the other questions."""


Responses = Mapping[tuple[str, ...], Response]


class Rest(Struct, frozen=True):
    """The students' scores on the other questions, as far as the options need them."""

    students: int
    middle: float
    spread: float


def choosings(
    answers: Sequence[Attempt], others: Column | None, intervals: bool
) -> tuple[Choosing, ...]:
    """Return the options of a question by key; none where options cannot be compared.

    `others` are the students' sums without this question; without them there are counts
    alone. `intervals` asks for 95 % intervals.
    """
    if not answers or (given := same_options(answers, others or [0.0] * len(answers))) is None:
        return ()
    n = len(answers)
    rest = Rest(n, sum(others) / n, variance(others)) if others else None
    found = (
        _choosing(key, given, n, rest) for key in _keys(answers[0], {k for r in given for k in r})
    )
    return tuple(_with_intervals(one, n) if intervals else one for one in found)


def same_options(answers: Iterable[Attempt], others: Iterable[float]) -> Responses | None:
    """Return the responses if a letter means the same option for all, else None.

    Each session arranges options anew, so letters can be compared only where one item was
    put in one arrangement (a class that starts with the same `--seed`). If the arrangements
    differ, sooner or later one response is right for one student and wrong for another.
    """
    given: dict[tuple[str, ...], Response] = {}
    item = ""
    for made, rest in zip(answers, others, strict=True):
        item = item or made.item
        response = given.get(made.response)
        if response is None:
            response = given[made.response] = Response(made.score, made.flaw)
        if made.kind not in _KINDS or made.item != item:
            return None
        if response.score != made.score or response.flaw != made.flaw:
            return None
        response.count += 1
        response.rest += rest
    right = {frozenset(keys) for keys, response in given.items() if response.score == 1}
    return given if len(right) <= 1 else None


def _keys(first: Attempt, chosen: set[str]) -> Iterator[str]:
    """Yield the keys of the options that were shown, as far as the answers tell.

    A choice's chance level tells how many it has, so that one which nobody chose is seen.
    """
    told = first.kind == "choice" and _LEAST_CHANCE <= first.chance < 1
    shown = round(1 / first.chance) if told else 0
    yield from (key for place, key in enumerate(KEYS) if place < shown or key in chosen)


def _choosing(key: str, given: Responses, n: int, rest: Rest | None) -> Choosing:
    """Return what became of one option."""
    ours = [response for keys, response in given.items() if key in keys]
    count, together = sum(one.count for one in ours), sum(one.rest for one in ours)
    right = next((keys for keys, response in given.items() if response.score == 1), ())
    r = point_biserial(count, together, n, rest.middle, rest.spread) if rest else None
    alone = given.get((key,))
    return Choosing(
        key=key,
        right=key in right,
        count=count,
        share=count / n,
        correlation=r,
        flaw=alone.flaw if alone else "",
        flags=flags(count / n, r) if rest and right and key not in right else (),
    )


def _with_intervals(one: Choosing, n: int) -> Choosing:
    r = one.correlation
    return replace(
        one,
        share_interval=share_interval(one.share, n),
        interval=None if r is None else correlation_interval(r, n),
    )


def flags(share: float, r: float | None) -> tuple[str, ...]:
    """Return what a teacher should look at in a wrong option."""
    found = []
    if share < IDLE:
        found.append("not working")
    if r is not None and r > ATTRACTS:
        found.append("attracts strong students")
    return tuple(found)
