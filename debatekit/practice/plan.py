"""Which items a session asks, and in which order."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import assert_never

from debatekit.model.item import KEYS, Choice, Item, Match, Multiple, Order, Short, right_keys
from debatekit.model.words import STRANDS, Strand

DEFAULT_MIX: Mapping[Strand, int] = {
    "claims": 3,
    "actors": 2,
    "structure": 4,
    "evidence": 1,
    "rhetoric": 1,
    "rebuttal": 1,
}
"""The mix of a lesson without a quiz: twelve items, about ten minutes."""
TARGET_DISTANCE = 5
"""The same target is not asked again within so many items (spacing beats massing)."""
LONGEST_RUN = 2
"""How many items of one strand may follow one another, where that can be avoided."""


def plan(
    items: Sequence[Item],
    rng: Random,
    *,
    mix: Mapping[Strand, int] = DEFAULT_MIX,
    strands: Sequence[Strand] = (),
    size: int | None = None,
) -> tuple[Item, ...]:
    """Return the items of one session in the order in which they are asked.

    Items written by hand come before generated ones of their strand. The mix is kept in
    proportion; what a strand lacks, the others of the mix make up for. There are fewer
    than asked for where the items do not suffice.
    """
    items = askable(items)
    pools = {strand: _pool(items, strand, rng) for strand in STRANDS}
    available = {strand: len(pool) for strand, pool in pools.items()}
    share = quota(mix if any(mix.values()) else DEFAULT_MIX, available, strands, size)
    return interleave(_chosen(pools, share), rng)


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
) -> dict[Strand, int]:
    """Return how many items each strand gives; the sum is the size, if there are as many."""
    weights = {s: mix.get(s, 0) or (1 if strands else 0) for s in strands or STRANDS}
    wanted = size if size is not None else sum(mix.values())
    share: dict[Strand, int] = dict.fromkeys(STRANDS, 0)
    for _ in range(wanted):
        open_strands = [s for s, weight in weights.items() if weight and share[s] < available[s]]
        if not open_strands:
            break
        # The next seat goes where the share lags most (D'Hondt's quotients).
        lagging = max(open_strands, key=lambda s: weights[s] / (share[s] + 1))
        share[lagging] += 1
    return share


def _pool(items: Iterable[Item], strand: Strand, rng: Random) -> list[Item]:
    """Return a strand's items: those written by hand in order, then the generators in turn."""
    ours = [item for item in items if item.strand == strand]
    written = [item for item in ours if item.generator == "authored"]
    generated = [item for item in ours if item.generator != "authored"]
    rng.shuffle(generated)
    turn: Counter[str] = Counter()
    rounds: list[tuple[int, Item]] = []
    for item in generated:
        rounds.append((turn[item.generator], item))
        turn[item.generator] += 1
    return written + [item for _, item in sorted(rounds, key=lambda pair: pair[0])]


def _chosen(
    pools: Mapping[Strand, Sequence[Item]], share: Mapping[Strand, int]
) -> dict[Strand, list[Item]]:
    """Return each strand's share of its pool; a target comes twice only where others run out."""
    seen: set[str] = set()
    chosen: dict[Strand, list[Item]] = {}
    for strand, pool in pools.items():
        fresh: list[str] = []
        for item in pool:
            if item.target not in seen and len(fresh) < share[strand]:
                fresh.append(item.id)
                seen.add(item.target)
        again = [item.id for item in pool if item.id not in fresh]
        taken = {*fresh, *again[: share[strand] - len(fresh)]}
        chosen[strand] = [item for item in pool if item.id in taken]
    return chosen


def interleave(queues: Mapping[Strand, Sequence[Item]], rng: Random) -> tuple[Item, ...]:
    """Return the items of all strands mixed, each strand in its own order as far as may be.

    A target never comes back within five items, even if items must be left out for it;
    runs of a strand stay at two wherever the numbers allow it. The first two items are
    ones with a single answer, if there are such: a start that needs no instructions.
    """
    left = {strand: list(queue) for strand, queue in queues.items() if queue}
    order: list[Item] = []
    while (item := _next(left, order, rng)) is not None:
        order.append(item)
        left[item.strand].remove(item)
    return tuple(order)


def _next(left: Mapping[Strand, list[Item]], order: Sequence[Item], rng: Random) -> Item | None:
    """Return the item to ask next, or nothing if none may be asked any more."""
    recent = {item.target for item in order[-(TARGET_DISTANCE - 1) :]}
    heads: list[Item] = []
    for queue in left.values():
        free = [item for item in queue if item.target not in recent]
        heads += free[:1]
    if not heads:
        return None
    counts = {strand: len(queue) for strand, queue in left.items()}
    fitting = [head for head in heads if run_avoidable(counts, order, head.strand)] or heads
    if len(order) < LONGEST_RUN:
        fitting = [head for head in fitting if isinstance(head, Choice)] or fitting
    return rng.choices(fitting, [counts[head.strand] for head in fitting])[0]


def run_avoidable(counts: Mapping[Strand, int], order: Sequence[Item], strand: Strand) -> bool:
    """Return whether, after one more item of the strand, no run need exceed two.

    A strand with n items left needs a gap of others after every second one: n may be at
    most twice the others and one gap more, less what it has just used of the last gap.
    """
    run = _run(order, strand) + 1
    if run > LONGEST_RUN:
        return False
    rest = {**counts, strand: counts[strand] - 1}
    total = sum(rest.values())
    return all(
        left <= LONGEST_RUN * (total - left + 1) - (run if other == strand else 0)
        for other, left in rest.items()
    )


def _run(order: Sequence[Item], strand: Strand) -> int:
    """Return how many items of the strand stand at the end."""
    length = 0
    for item in reversed(order):
        if item.strand != strand:
            break
        length += 1
    return length
