"""Which questions a drill asks, as many on one side as on the other, and how it went."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from random import Random
from statistics import median

from msgspec import Struct

from debatekit.model.item import Item
from debatekit.model.progress import Attempt
from debatekit.model.words import Side
from debatekit.practice.arrange import arrange

FLOOR_MS = 8000
"""A faster answer counts as this fast: nobody is to gain by guessing."""
SIDES: tuple[Side, Side] = ("author", "counter")


class Tally(Struct, frozen=True, kw_only=True):
    """How a round went: how many answers were right, of how many."""

    right: int
    asked: int

    def __str__(self) -> str:
        return f"{self.right} of {self.asked} right"


def of_the_author(item: Item) -> bool:
    """Return whether an item is about the author's side; else it is about the critics'."""
    return item.side == "author"


def chosen(
    items: Iterable[Item], most: int, rng: Random, halves: Callable[[Item], bool] = of_the_author
) -> tuple[Item, ...]:
    """Return at most so many items, of each half as many and in turn; by itself, of each side.

    Where one half has none the other is taken alone. A step or claim that was asked about
    comes again only when there is no other. Options stand in their order for this run.
    """
    found = [*items]
    one, other = (_mixed([x for x in found if halves(x) is which], rng) for which in (True, False))
    if not one or not other:
        return arrange((one or other)[:most], rng)
    each = min(len(one), len(other), max(1, most // 2))
    both = [one[:each], other[:each]]
    rng.shuffle(both)
    return arrange([*chain.from_iterable(zip(*both, strict=True))][:most], rng)


def _mixed(items: Sequence[Item], rng: Random) -> list[Item]:
    """Return the items in an order by chance, those on what was not asked about first."""
    order = sorted(items, key=lambda item: item.id)
    rng.shuffle(order)
    met: dict[str, int] = {}
    rounds: list[tuple[int, int, Item]] = []
    for place, item in enumerate(order):
        first = item.about[0] if item.about else item.target
        met[first] = met.get(first, 0) + 1
        rounds.append((met[first], place, item))
    return [item for _, _, item in sorted(rounds, key=lambda entry: entry[:2])]


def tally(answered: Iterable[tuple[Item, Attempt]], side: Side | None = None) -> Tally:
    """Return how many were right, on one side or on all."""
    scores = [made.score for item, made in answered if side in (None, item.side)]
    return Tally(right=sum(score == 1 for score in scores), asked=len(scores))


def usual_s(attempts: Iterable[Attempt]) -> float | None:
    """Return the middle time of the answers, in seconds and never below 8; nothing for none."""
    times = [max(FLOOR_MS, made.took_ms) for made in attempts if not made.skipped]
    return median(times) / 1000 if times else None
