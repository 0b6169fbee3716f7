"""Options by their tags: who chose which, however each session arranged them.

Students are asked one question with other wrong options and in another order. So an
option's share is taken of those to whom it was shown, and a letter is named only where all
saw the same arrangement.
"""

from collections.abc import Mapping, Sequence
from operator import attrgetter, mul

from msgspec import Struct

from debatekit.model.item import KEYS
from debatekit.model.progress import Attempt
from debatekit.report.choosing import flags
from debatekit.report.findings import MANY, SOME, Choosing
from debatekit.report.intervals import correlation_interval, share_interval
from debatekit.report.measures import point_biserial
from debatekit.report.outline import OptionText

_NO_SPREAD = 1e-9


class Given(Struct, frozen=True):
    """One response to one arrangement: its score, how often it came, and what they know."""

    score: float
    flaw: str
    count: int
    rests: tuple[float, ...]
    """The scores on the other questions, of those students in the item analysis."""


Pattern = tuple[tuple[str, ...], tuple[str, ...]]
"""The options as shown, and the keys of those chosen."""

_pattern = attrgetter("shown", "response")


class Sums(Struct):
    """What became of one option, over all arrangements in which it was shown."""

    shown: int = 0
    count: int = 0
    known: int = 0
    known_count: int = 0
    rest: float = 0
    squares: float = 0
    rest_of_chosen: float = 0
    right: bool = False
    flaw: str = ""


def tagged(
    answers: Mapping[str, Attempt],
    rests: Mapping[str, float],
    texts: Mapping[str, OptionText],
) -> tuple[Choosing, ...]:
    """Return the options of a question, over all who were asked it; none without tags.

    `answers` and `rests` are by student; the latter are scores on the other questions, of
    those in the item analysis. `texts` is what the lesson says of its options.
    """
    given = patterns(answers, rests)
    sums = _sums(given, texts)
    arrangements = {shown for shown, _ in given}
    if len(arrangements) == 1:
        (shown,) = arrangements
        letters = dict(zip(shown, KEYS, strict=False))
    else:
        letters = {}
    order = letters or sorted(sums, key=lambda tag: (not sums[tag].right, -sums[tag].count, tag))
    return tuple(_choosing(tag, letters.get(tag, ""), sums[tag], texts) for tag in order)


def patterns(answers: Mapping[str, Attempt], rests: Mapping[str, float]) -> Mapping[Pattern, Given]:
    """Return each response to each arrangement, counted; answers without tags are left out."""
    groups: dict[Pattern, list[str]] = {}
    for pattern, student in zip(map(_pattern, answers.values()), answers, strict=True):
        groups.setdefault(pattern, []).append(student)
    return {
        pattern: _given(answers[students[0]], students, rests)
        for pattern, students in groups.items()
        if pattern[0]
    }


def _given(example: Attempt, students: Sequence[str], rests: Mapping[str, float]) -> Given:
    """Return what students said who all gave the same response, as in the example."""
    known = tuple(rest for rest in map(rests.get, students) if rest is not None)
    return Given(example.score, example.flaw, len(students), known)


def _sums(given: Mapping[Pattern, Given], texts: Mapping[str, OptionText]) -> dict[str, Sums]:
    found: dict[str, Sums] = {}
    for (shown, response), one in given.items():
        chosen = chosen_tags(shown, response)
        for tag in shown:
            sums = found.get(tag)
            if sums is None:
                sums = found[tag] = Sums(right=tag in texts and texts[tag].right)
            _add(sums, one, tag in chosen, alone=len(chosen) == 1)
    return found


def _add(sums: Sums, one: Given, chosen: bool, alone: bool) -> None:
    rest, known = sum(one.rests), len(one.rests)
    sums.shown += one.count
    sums.known += known
    sums.rest += rest
    sums.squares += sum(map(mul, one.rests, one.rests))
    if not chosen:
        return
    sums.count += one.count
    sums.known_count += known
    sums.rest_of_chosen += rest
    sums.right = sums.right or one.score == 1
    if alone:
        sums.flaw = sums.flaw or one.flaw


def chosen_tags(shown: Sequence[str], response: Sequence[str]) -> frozenset[str]:
    """Return the tags of the options whose keys a response names.

    >>> sorted(chosen_tags(("late", "dear", "slow"), ("a", "c")))
    ['late', 'slow']
    """
    places = (KEYS.find(key) for key in response if len(key) == 1)
    return frozenset(shown[place] for place in places if 0 <= place < len(shown))


def _choosing(tag: str, key: str, sums: Sums, texts: Mapping[str, OptionText]) -> Choosing:
    share, r, some = sums.count / sums.shown, _correlation(sums), SOME <= sums.known < MANY
    return Choosing(
        key=key,
        tag=tag,
        text=texts[tag].text if tag in texts else "",
        right=sums.right,
        count=sums.count,
        shown=sums.shown,
        share=share,
        share_interval=share_interval(share, sums.shown) if SOME <= sums.shown < MANY else None,
        correlation=r,
        interval=correlation_interval(r, sums.known) if r is not None and some else None,
        flaw="" if sums.right else sums.flaw,
        flags=() if sums.right or sums.shown < SOME else flags(share, r),
    )


def _correlation(sums: Sums) -> float | None:
    """Return how choosing goes with the rest score, among those who were shown the option."""
    if sums.known < SOME:
        return None
    middle = sums.rest / sums.known
    spread = sums.squares / sums.known - middle * middle
    spread = spread if spread > _NO_SPREAD else 0.0
    return point_biserial(sums.known_count, sums.rest_of_chosen, sums.known, middle, spread)
