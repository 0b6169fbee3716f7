"""Which items a session asks: what is due, what is weakest, what is new."""

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import assert_never

from debatekit.model.item import (
    AUTHORED,
    KEYS,
    Choice,
    Item,
    Match,
    Multiple,
    Order,
    Short,
    right_keys,
)
from debatekit.model.words import STRANDS, Strand
from debatekit.practice.interleave import interleave
from debatekit.practice.known import Known, likely, weakest_skills
from debatekit.practice.mastery import skill_key

DEFAULT_MIX: Mapping[Strand, int] = {
    "claims": 3,
    "actors": 2,
    "structure": 4,
    "evidence": 1,
    "rhetoric": 1,
    "rebuttal": 1,
}
"""The mix of a lesson without a quiz: twelve items, about ten minutes."""
MOST_DUE = 0.6
MOST_WEAK = 0.3
MOST_ITEMS = 20
"""No session is longer, unless a number was asked for."""


def plan(
    items: Sequence[Item],
    rng: Random,
    *,
    mix: Mapping[Strand, int] = DEFAULT_MIX,
    strands: Sequence[Strand] = (),
    size: int | None = None,
    known: Known | None = None,
) -> tuple[Item, ...]:
    """Return the items of one session in the order in which they are asked.

    At most 60 % are on targets that are due and 30 % on the weakest skill; the rest is
    new, in the proportions of the mix, items written by hand before generated ones. What
    was asked before, and at last more that is due, only fills a session that new items do
    not. No target comes twice. A skill that went wrong three times in a row today is left
    out, unless its strand was asked for by name. There are fewer items than asked for
    where they do not suffice.
    """
    known = known or Known()
    weights = mix if any(mix.values()) else DEFAULT_MIX
    wanted = min(sum(weights.values()), MOST_ITEMS) if size is None else size
    filling = _Filling(_open(askable(items), strands, weights, known), rng, wanted, known)
    filling.take_due(int(MOST_DUE * wanted))
    filling.take_weak(int(MOST_WEAK * wanted))
    for seen in (False, True):
        filling.take_by_mix(weights, strands, seen=seen)
    filling.take_due(wanted)
    chosen = filling.chosen
    queues = {s: [item for item in chosen if item.strand == s] for s in STRANDS}
    return interleave(
        {s: _written_first(queue) for s, queue in queues.items()}, rng, likely(chosen, known)
    )


def _open(
    items: Iterable[Item], strands: Sequence[Strand], mix: Mapping[Strand, int], known: Known
) -> list[Item]:
    """Return the items that may be asked at all."""
    if strands:
        return [item for item in items if item.strand in strands]
    due = frozenset(known.due)
    return [
        item
        for item in items
        if (mix.get(item.strand) or item.target in due) and skill_key(item) not in known.stopped
    ]


def _written_first(queue: Sequence[Item]) -> list[Item]:
    return sorted(queue, key=lambda item: item.generator != AUTHORED)


class _Filling:
    """A session being filled; each target is taken once."""

    def __init__(self, items: Sequence[Item], rng: Random, wanted: int, known: Known) -> None:
        self.chosen: list[Item] = []
        self._items = items
        self._rng = rng
        self._wanted = wanted
        self._known = known
        self._taken: set[str] = set()

    def take_due(self, most: int) -> None:
        """Take a fresh item on each of the targets that are due, the most urgent first."""
        by_target: dict[str, list[Item]] = {}
        for item in self._items if self._known.due else ():
            by_target.setdefault(item.target, []).append(item)
        for target in self._known.due:
            if most > 0 and target in by_target and target not in self._taken:
                most -= self._take(self._rng.choice(by_target[target]))

    def take_weak(self, most: int) -> None:
        """Take items on the weakest skill, then on the next weakest."""
        due = frozenset(self._known.due)
        for key in weakest_skills(self._known) if most > 0 else ():
            ours = [x for x in self._items if skill_key(x) == key and x.target not in due]
            for item in self._in_turn(ours):
                if most > 0:
                    most -= self._take(item)

    def take_by_mix(
        self, mix: Mapping[Strand, int], strands: Sequence[Strand], *, seen: bool
    ) -> None:
        """Take items that were seen or not seen before, in the proportions of the mix."""
        due = frozenset(self._known.due)
        fresh: dict[str, Item] = {}
        for item in self._in_turn(self._items):
            if (item.target in self._known.seen) is seen and item.target not in due | self._taken:
                fresh.setdefault(item.target, item)
        pools = {s: [item for item in fresh.values() if item.strand == s] for s in STRANDS}
        have = {s: sum(item.strand == s for item in self.chosen) for s in STRANDS}
        room = {s: have[s] + len(pool) for s, pool in pools.items()}
        share = quota(mix, room, strands, self._wanted, have)
        for strand, pool in pools.items():
            for item in pool[: share[strand] - have[strand]]:
                self._take(item)

    def _take(self, item: Item) -> int:
        """Take an item, if there is room and its target is not there; return how many it was."""
        if len(self.chosen) >= self._wanted or item.target in self._taken:
            return 0
        self.chosen.append(item)
        self._taken.add(item.target)
        return 1

    def _in_turn(self, items: Sequence[Item]) -> list[Item]:
        """Return items written by hand in their order, then generated ones of each in turn.

        A generator whose questions were answered less often comes first, so that none
        dominates, however many questions it has.
        """
        turns: dict[str, list[Item]] = {}
        for item in items:
            turns.setdefault(item.generator, []).append(item)
        written = turns.pop(AUTHORED, [])
        names = list(turns)
        self._rng.shuffle(names)
        ranked = []
        for place, name in enumerate(names):
            self._rng.shuffle(turns[name])
            before = self._known.generators.get(name, 0)
            ranked += [(before + n, place, n, item) for n, item in enumerate(turns[name])]
        return written + [item for *_, item in sorted(ranked, key=lambda found: found[:3])]


def askable(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the items that can be answered, each id once; a check names the others' faults."""
    once: dict[str, Item] = {}
    for item in items:
        if _has_key(item):
            once.setdefault(item.id, item)
    return tuple(once.values())


def _has_key(item: Item) -> bool:
    """Return whether the item has the key that its kind needs, and a letter for each option."""
    if len(item.options) > len(KEYS):
        return False
    match item:
        case Choice(options=options):
            return len(right_keys(options)) == 1
        case Order(options=options, ranks=ranks):
            return len(options) == len(ranks) >= 2
        case Match(options=options, prompts=prompts, partners=partners):
            fitting = all(0 <= place < len(options) for place in partners)
            return len(prompts) == len(partners) > 0 and fitting
        case Multiple() | Short():
            return bool(item.keys)
        case _:
            assert_never(item)


def quota(
    mix: Mapping[Strand, int],
    available: Mapping[Strand, int],
    strands: Sequence[Strand] = (),
    size: int | None = None,
    taken: Mapping[Strand, int] | None = None,
) -> dict[Strand, int]:
    """Return how many items each strand gives; the sum is the size, if there are as many.

    What was taken already counts.
    """
    weights = {s: mix.get(s, 0) or (1 if strands else 0) for s in strands or STRANDS}
    wanted = size if size is not None else sum(mix.values())
    share: dict[Strand, int] = dict.fromkeys(STRANDS, 0) | dict(taken or {})
    for _ in range(wanted - sum(share.values())):
        open_strands = [s for s, weight in weights.items() if weight and share[s] < available[s]]
        if not open_strands:
            break
        # The next seat goes where the share lags most (D'Hondt's quotients).
        lagging = max(open_strands, key=lambda s: weights[s] / (share[s] + 1))
        share[lagging] += 1
    return share
