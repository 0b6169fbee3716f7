"""Questions on one contention for either side, as many and of the same sorts for both."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random

from msgspec import Struct

from debatekit.generate.lines import on_map
from debatekit.generate.scenarios import CASES, Case
from debatekit.generate.whole import generate_items
from debatekit.model.graph import Graph
from debatekit.model.item import Item
from debatekit.model.material import Material

SORTS = (
    "best_rebuttal",
    "weakest_link",
    "reinstate",
    "whatif_one",
    "supports_which",
    "missing_premise",
)
"""The generators whose questions somebody who defends a side must be able to answer."""
_ENOUGH = 3
"""How many questions a side make a contention worth drawing."""


class SwitchRound(Struct, frozen=True, kw_only=True):
    """A side to defend, and the questions on it."""

    side: Case
    items: tuple[Item, ...]


class Switch(Struct, frozen=True, kw_only=True):
    """A contention, and a round for each side in the order drawn."""

    contention: str
    rounds: tuple[SwitchRound, SwitchRound]


def switch_of(material: Material, graph: Graph, seed: int, most: int) -> Switch | None:
    """Return two rounds on one contention, at most so many questions each, or nothing.

    The seed draws the contention and the side that comes first. Both rounds have the same
    number of questions of each generator, so that their results can be compared.
    """
    random = Random(f"{seed}:switch")
    items = [
        item
        for item in generate_items(material, graph, seed, strands=("structure", "rebuttal"))
        if item.generator in SORTS
    ]
    contentions = [contention.claim for contention in material.lesson.contentions]
    random.shuffle(contentions)
    placed = _by_contention(material, items)
    found = {claim: _pairs(placed[claim], random)[:most] for claim in contentions}
    enough = [claim for claim in contentions if len(found[claim]) >= _ENOUGH]
    fullest = max(contentions, key=lambda claim: len(found[claim]), default="")
    contention = (enough or [fullest])[0]
    if not found.get(contention):
        return None
    halves = zip(CASES, zip(*found[contention], strict=True), strict=True)
    rounds = [SwitchRound(side=side, items=half) for side, half in halves]
    random.shuffle(rounds)
    return Switch(contention=contention, rounds=(rounds[0], rounds[1]))


def _by_contention(material: Material, items: Sequence[Item]) -> Mapping[str, list[Item]]:
    """Return by contention the items on what stands under that one and under no other."""
    lines, found = on_map(material), defaultdict[str, list[Item]](list)
    for item in items:
        under = {lines.get(id_, frozenset()) for id_ in item.about}
        contentions = frozenset[str]().union(*under)
        if len(under) == len(contentions) == 1:
            found[min(contentions)].append(item)
    return found


def _pairs(items: Sequence[Item], random: Random) -> list[tuple[Item, Item]]:
    """Return an author's and a critics' item of one generator each, a generator at a time."""
    by_sort = []
    for sort in SORTS:
        author, counter = ([x for x in items if (x.generator, x.side) == (sort, s)] for s in CASES)
        random.shuffle(author)
        random.shuffle(counter)
        by_sort.append([*zip(author, counter, strict=False)])
    longest = max(map(len, by_sort))
    return [pairs[n] for n in range(longest) for pairs in by_sort if n < len(pairs)]
