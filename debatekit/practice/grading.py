"""How much of an item a response gets right, kind by kind."""

from collections.abc import Sequence
from itertools import combinations
from typing import assert_never

from debatekit.model.item import KEYS, Choice, Item, Match, Multiple, Order, Short


def grade(item: Item, response: tuple[str, ...]) -> float:
    """Return the share that the response gets right, in [0, 1]; an empty response gets 0.

    Multiple and Match follow Moodle's rules for its question types of that sort; Order
    is Kendall's tau, floored at 0, so that a random order earns nothing on average.
    """
    match item:
        case Choice(keys=keys):
            return float(response == keys)
        case Multiple(keys=keys, options=options):
            return share_ticked(set(response), set(keys), len(options))
        case Match(keys=keys):
            return share_in_place(response, keys)
        case Order(options=options, ranks=ranks):
            complete = sorted(response) == list(KEYS[: len(options)])
            return tau([ranks[KEYS.index(key)] for key in response]) if complete else 0.0
        case Short():
            from debatekit.practice.typed import judge

            return float(bool(response) and judge(item, response[0]).accepted)
        case _:
            assert_never(item)


def chance(item: Item) -> float:
    """Return what guessing scores on average, in [0, 1]; 0 where guessing gets nowhere."""
    return 1 / len(item.options) if isinstance(item, Choice) else 0.0


def share_ticked(ticked: set[str], keys: set[str], options: int) -> float:
    """Return hits over keys less false ticks over non-keys, at least 0.

    Ticking everything, or nothing, therefore gives 0 wherever some option is wrong.
    """
    others = options - len(keys)
    hits = len(ticked & keys) / len(keys) if keys else 0.0
    false = len(ticked - keys) / others if others else float(len(ticked - keys) > 0)
    return max(0.0, hits - false)


def share_in_place(response: Sequence[str], keys: Sequence[str]) -> float:
    """Return the share of prompts that have their partner; 0 if the lengths differ."""
    if len(response) != len(keys) or not keys:
        return 0.0
    return sum(given == key for given, key in zip(response, keys, strict=True)) / len(keys)


def tau(ranks: Sequence[int]) -> float:
    """Return Kendall's rank correlation with the right order, at least 0; ties do not count.

    >>> tau([0, 1, 3, 4, 2])
    0.6
    """
    pairs = [(first, second) for first, second in combinations(ranks, 2) if first != second]
    if not pairs:
        return 1.0
    concordant = sum(first < second for first, second in pairs)
    return max(0.0, (2 * concordant - len(pairs)) / len(pairs))
