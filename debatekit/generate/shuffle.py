"""The order in which an item's options are shown."""

from hashlib import sha256
from typing import assert_never

from msgspec.structs import replace

from debatekit.model.item import Choice, Item, Match, Multiple, Order, Short


def shuffled(item: Item, seed: int) -> Item:
    """Return the item with its options in the order that its target and the seed give.

    What is to be put in order is never shown in the right order.
    """
    places = _order(f"{seed}:{item.generator}:{item.target}", len(item.options))
    match item:
        case Choice() | Multiple():
            return replace(item, options=tuple(item.options[place] for place in places))
        case Match():
            return replace(
                item,
                options=tuple(item.options[place] for place in places),
                partners=tuple(places.index(place) for place in item.partners),
            )
        case Order():
            ranks = [item.ranks[place] for place in places]
            places = places[::-1] if ranks == sorted(ranks) else places
            return replace(
                item,
                options=tuple(item.options[place] for place in places),
                ranks=tuple(item.ranks[place] for place in places),
            )
        case Short():
            return item
        case _:
            assert_never(item)


def _order(text: str, size: int) -> list[int]:
    """Return the numbers below the size in an order that the text fixes."""
    digest = sha256(text.encode("utf-8", "replace")).digest()
    while len(digest) < 2 * size:
        digest += sha256(digest).digest()
    keys = [digest[place : place + 2] for place in range(0, 2 * size, 2)]
    return sorted(range(size), key=keys.__getitem__)
