"""Rules on the items of a lesson by side: whoever agrees and whoever does not meet equal work."""

from collections.abc import Iterator, Sequence

from debatekit.check.balance import Balance, row, shown
from debatekit.check.findings import warning
from debatekit.diagnostics import Diagnostic
from debatekit.model.item import Item
from debatekit.model.location import Location

MOST_APART = 0.2
LEAST_AUTHOR_SHARE, MOST_AUTHOR_SHARE = 0.35, 0.65
TAKING_SIDES = frozenset(
    {"whatif_one", "whatif_set", "weakest_link", "reinstate", "attack_kind", "attack_target"}
    | {"steelman", "best_rebuttal", "dropped"}
)
"""The generators that ask about attacks, replies and what would follow if something were so."""


def items_by_side(items: Sequence[Item]) -> Balance:
    """Return how many items on attack, reply and what-if ask about each side."""
    sides = [item.side for item in items if item.generator in TAKING_SIDES]
    author, counter = sides.count("author"), sides.count("counter")
    apart = abs(author - counter) / max(1, author + counter)
    return row(
        "DK259",
        "items on attacks, replies and what-ifs",
        author,
        counter,
        "the difference within a fifth of both together",
        apart <= MOST_APART,
    )


def keys_by_side(items: Sequence[Item]) -> Balance:
    """Return the share of each side among the answers to "who maintains this?".

    Claims that both sides maintain are left out of the count.
    """
    sides = [item.side for item in items if item.generator == "attrib_side"]
    author, counter = sides.count("author"), sides.count("counter")
    both = author + counter
    share = author / both if both else None
    return row(
        "DK260",
        "answers to 'who maintains this?'",
        share,
        None if share is None else 1 - share,
        "the author's share between 0.35 and 0.65",
        share is None or LEAST_AUTHOR_SHARE <= share <= MOST_AUTHOR_SHARE,
    )


def items_out_of_balance(items: Sequence[Item], where: Location) -> Iterator[Diagnostic]:
    """Yield DK259 and DK260."""
    for measured in (items_by_side(items), keys_by_side(items)):
        if not measured.passes:
            yield warning(
                where,
                measured.code,
                f"{measured.metric}: {shown(measured.author)} for the author, "
                f"{shown(measured.counter)} for the other side",
                f"keep {measured.bound}",
            )
