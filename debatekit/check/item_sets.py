"""Rules on items taken together: no item answers another, and no key stands where all stand."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from debatekit.check.asked import AskedItem, Setting
from debatekit.check.findings import warning
from debatekit.check.readability import reading_grade
from debatekit.diagnostics import Diagnostic
from debatekit.model.item import KEYS
from debatekit.model.lesson import Level
from debatekit.model.text import comparable

SHORTEST_ANSWER = 3
"""Words; a shorter answer stands in other stems by chance."""
LONGEST_RUN = 3
MOST_RECALL = 0.5
SMALLEST_SET = 4
"""With fewer items, shares say nothing."""
GRADES_ABOVE = 2
GRADES: dict[Level, int] = {
    "lower-secondary": 8,
    "upper-secondary": 11,
    "university": 14,
    "adult": 12,
}
"""The school grade in which each level's readers are at home."""

CHI_SQUARE_AT_1_PERCENT = {1: 6.635, 2: 9.210, 3: 11.345, 4: 13.277}
"""Critical values of the chi-square distribution at p = 0.01, by degrees of freedom."""


def answers_given_away(items: Sequence[AskedItem], setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK420: an answer that stands word by word in another item's stem."""
    stems = [(item, f" {comparable(item.stem)} ") for item in items]
    everything = "|".join(stem for _, stem in stems)
    for item in items:
        for answer in _answers(item):
            if f" {answer} " not in everything:
                continue
            for other, stem in stems:
                if other is not item and f" {answer} " in stem:
                    yield warning(
                        other.at("stem"),
                        "DK420",
                        f"item {other.id!r} gives away the answer to item {item.id!r}: {answer!r}",
                        "word one of the two anew",
                    )


def _answers(item: AskedItem) -> list[str]:
    """Return an item's answers that are long enough to be told, each once."""
    texts = item.accepted
    if item.kind in ("choice", "multiple"):
        texts = tuple(option.text for option in item.keys)
    answers = dict.fromkeys(map(comparable, texts))
    return [answer for answer in answers if len(answer.split()) >= SHORTEST_ANSWER]


def keys_in_one_place(items: Sequence[AskedItem], setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK421: keys that stand in one place too often, or four times in a row."""
    choices = [(item, place) for item in items if (place := _place_of_key(item)) is not None]
    run = 0
    for (item, place), before in zip(
        choices, [None, *(place for _, place in choices)], strict=False
    ):
        run = run + 1 if place == before else 1
        if run == LONGEST_RUN + 1:
            yield warning(
                item.at("options"),
                "DK421",
                f"with item {item.id!r} the answer is {KEYS[place]!r} {run} times in a row",
                "move some right options to other places",
            )
    yield from _lopsided(choices)


def _place_of_key(item: AskedItem) -> int | None:
    """Return where the only key of a choice stands, from 0."""
    places = [place for place, option in enumerate(item.lettered) if option.correct]
    return places[0] if item.kind == "choice" and len(places) == 1 else None


def _lopsided(choices: Sequence[tuple[AskedItem, int]]) -> Iterator[Diagnostic]:
    """Yield DK421 where chance would give such a spread in less than one set of a hundred."""
    by_size: dict[int, list[tuple[AskedItem, int]]] = defaultdict(list)
    for item, place in choices:
        by_size[len(item.options)].append((item, place))
    for size, found in by_size.items():
        counts = Counter(place for _, place in found)
        expected = len(found) / size
        spread = sum((counts[place] - expected) ** 2 / expected for place in range(size))
        if spread > CHI_SQUARE_AT_1_PERCENT.get(size - 1, float("inf")):
            place, often = counts.most_common(1)[0]
            yield warning(
                found[0][0].at("options"),
                "DK421",
                f"the answer is {KEYS[place]!r} in {often} of {len(found)} items "
                f"with {size} options",
                "move some right options to other places",
            )


def hard_stems(items: Sequence[AskedItem], setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK425: stems that together read harder than the lesson's level.

    One stem is too short for an estimate; so the stems of a quiz are read as one text.
    """
    if setting.view is None or not items:
        return
    level = setting.view.lesson.level
    grade = reading_grade(" ".join(item.stem for item in items))
    if grade is not None and grade > GRADES[level] + GRADES_ABOVE:
        yield warning(
            items[0].at("stem"),
            "DK425",
            f"the stems read at about grade {grade:.0f}, the level {level!r} at {GRADES[level]}",
            "shorten sentences and choose shorter words",
        )


def too_much_recall(items: Sequence[AskedItem], setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK426: more than half of the items ask to remember and no more."""
    recall = [item for item in items if item.bloom == "remember"]
    if len(items) >= SMALLEST_SET and len(recall) > MOST_RECALL * len(items):
        yield warning(
            recall[0].at("bloom"),
            "DK426",
            f"{len(recall)} of {len(items)} items ask to remember and no more",
            "ask some to explain, analyse or judge",
        )


SET_RULES = (answers_given_away, keys_in_one_place, hard_stems, too_much_recall)
