"""Worked examples: a question of the lesson, solved, before a strand's first question ever.

Whoever meets a kind of question for the first time learns more from one that is solved than
from one more try (Sweller and Cooper 1985, Cognition and Instruction 2). It must give nothing
away of what is asked right after.
"""

from collections.abc import Iterable, Sequence
from random import Random

from debatekit.model.item import AUTHORED, Choice, Fact, Item, Short
from debatekit.model.words import STRANDS, Strand
from debatekit.practice.arrange import arrange
from debatekit.practice.feedback import feedback, key_text


def examples(pool: Sequence[Item], asked: Sequence[Item], seed: int) -> dict[Strand, Item]:
    """Return for each strand that is asked a question to show solved, if there is a fit one.

    It is none of those asked, on none of their targets, and rests on no fact that settles one
    of them. It is about other parts of the map than they are as far as may be, asks what the
    strand's first question asks if it can, and is short. What was written by hand is left to
    be asked.
    """
    targets = {item.target for item in asked}
    about = {name for item in asked for name in item.about}
    keys = {_said(fact) for item in asked for fact in item.proof}
    found: dict[Strand, Item] = {}
    for strand in STRANDS:
        first = next((item for item in asked if item.strand == strand), None)
        open_ = [x for x in pool if x.strand == strand and x.target not in targets and _fits(x)]
        ranked = sorted(open_ if first else (), key=lambda x: _rank(x, first, about))
        fit = next((item for item in ranked if keys.isdisjoint(map(_said, _facts(item)))), None)
        if fit is not None:
            found[strand] = arrange([fit], Random(f"{seed}/example/{fit.id}"))[0]
    return found


def solution(item: Item) -> tuple[str, ...]:
    """Return which answer is right, why, why not another one, and where."""
    said = feedback(item, item.keys, 1.0)
    return (f"The answer: {key_text(item)}.", *said.lines[1:])


def _fits(item: Item) -> bool:
    return item.generator != AUTHORED and not isinstance(item, Short)


def _rank(
    item: Item, first: Item | None, about: set[str]
) -> tuple[int, bool, bool, float, int, str]:
    """Return how well an item does as an example, best lowest."""
    length = len(item.stem) + sum(len(option.text) for option in item.options)
    other = first is not None and item.generator != first.generator
    shared = len(about.intersection(item.about))
    return shared, other, not isinstance(item, Choice), item.difficulty, length, item.id


def _facts(item: Item) -> Iterable[Fact]:
    """Return all facts that a solved question shows."""
    yield from item.proof
    for option in item.options:
        yield from option.proof


def _said(fact: Fact) -> tuple[str, tuple[str, ...]]:
    """Return what a fact is about, whether it holds or not."""
    return fact.predicate, fact.arguments
