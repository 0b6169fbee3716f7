"""The order in which a session's items are asked: strands mixed, targets spaced."""

from collections.abc import Collection, Mapping, Sequence
from random import Random

from debatekit.model.item import AUTHORED, Choice, Item
from debatekit.model.words import Strand

TARGET_DISTANCE = 5
"""The same target is not asked again within so many items (spacing beats massing)."""
LONGEST_RUN = 2
"""How many items of one strand may follow one another, where that can be avoided."""
EASY_OPTIONS = 3


def interleave(
    queues: Mapping[Strand, Sequence[Item]], rng: Random, closers: Collection[str] = ()
) -> tuple[Item, ...]:
    """Return the items of all strands mixed, each strand in its own order as far as may be.

    A target never comes back within five items, even if items must be left out for it;
    runs of a strand stay at two wherever the numbers allow it. The first two items have
    one answer among few, and were written by hand, if there are such: a start that needs
    no instructions. The last is one of the closers, by id, if one can stand there.
    """
    left = {strand: list(queue) for strand, queue in queues.items() if queue}
    last = _closer(left, closers)
    if last is not None:
        left[last.strand] = [
            item for item in left[last.strand] if item is last or item.target != last.target
        ]
    order: list[Item] = []
    while (item := _next(left, order, rng, last)) is not None:
        order.append(item)
        left[item.strand].remove(item)
    return (*order, last) if last else tuple(order)


def _closer(left: Mapping[Strand, list[Item]], closers: Collection[str]) -> Item | None:
    """Return the item to end on: the last closer of a strand that leaves no long run."""
    counts = {strand: len(queue) for strand, queue in left.items()}
    total = sum(counts.values())
    by_strand = [
        [item for item in queue if item.id in closers and _may_close(item, queue)][-1:]
        for queue in left.values()
    ]
    found = [item for items in by_strand for item in items]
    spaced = [item for item in found if run_avoidable(counts, (), None, item.strand)]
    if total < LONGEST_RUN:
        return None
    easy = sum(_is_easy(item) for queue in left.values() for item in queue)
    # Easy ones are kept for the start where they are few; else the rarest strand gives it,
    # so that the others keep most freedom.
    return min(
        spaced or found,
        key=lambda item: (_is_easy(item) and easy <= LONGEST_RUN, counts[item.strand]),
        default=None,
    )


def _may_close(item: Item, queue: Sequence[Item]) -> bool:
    """Return whether nothing generated would have to come before something written."""
    return item.generator != AUTHORED or all(one.generator == AUTHORED for one in queue)


def _next(
    left: Mapping[Strand, list[Item]], order: Sequence[Item], rng: Random, last: Item | None
) -> Item | None:
    """Return the item to ask next, or nothing if none may be asked any more."""
    recent = {item.target for item in order[-(TARGET_DISTANCE - 1) :]}
    if last is not None:
        recent.add(last.target)
    heads: list[Item] = []
    for queue in left.values():
        free = [item for item in queue if item.target not in recent]
        if len(order) < LONGEST_RUN:
            free = [one for one in free if _is_easy(one) and one.generator == AUTHORED] + free
        heads += free[:1]
    if not heads:
        return None
    counts = {strand: len(queue) for strand, queue in left.items()}
    end = last.strand if last else None
    fitting = [head for head in heads if run_avoidable(counts, order, head.strand, end)] or heads
    if len(order) < LONGEST_RUN:
        fitting = _openers(fitting)
    return rng.choices(fitting, [counts[head.strand] for head in fitting])[0]


def _openers(heads: list[Item]) -> list[Item]:
    """Return the heads that need least explaining: few options, and written by hand."""
    single: list[Item] = [head for head in heads if isinstance(head, Choice)]
    few = [head for head in single if _is_easy(head)]
    written = [head for head in few if head.generator == AUTHORED]
    return written or few or single or heads


def _is_easy(item: Item) -> bool:
    return isinstance(item, Choice) and len(item.options) <= EASY_OPTIONS


def run_avoidable(
    counts: Mapping[Strand, int],
    order: Sequence[Item],
    strand: Strand | None,
    last: Strand | None = None,
) -> bool:
    """Return whether, after one more item of the strand, no run need exceed two.

    A strand with n items left needs a gap of others after every second one: n may be at
    most twice the others and one gap more, less what it has just used of the last gap.
    Where the session ends on a given strand, no other has the last gap.
    """
    run = 0
    rest = dict(counts)
    if strand is not None:
        run = _run(order, strand) + 1
        rest[strand] -= 1
    if run > LONGEST_RUN:
        return False
    total = sum(rest.values())
    return all(
        left
        <= LONGEST_RUN * (total - left + (last in (None, other))) - (run if other == strand else 0)
        for other, left in rest.items()
        if left
    )


def _run(order: Sequence[Item], strand: Strand) -> int:
    """Return how many items of the strand stand at the end."""
    length = 0
    for item in reversed(order):
        if item.strand != strand:
            break
        length += 1
    return length


def spaced(before: Sequence[Item], rest: Sequence[Item]) -> tuple[Item, ...]:
    """Return what is left of a session in an order that keeps runs short and targets apart.

    An order that does so already is kept; else what stands in the way moves back. The last
    item stays last.
    """
    order, left = list(before), list(rest[:-1])
    while left:
        item = next((one for one in left if fits(order, one)), left[0])
        order.append(item)
        left.remove(item)
    return (*order[len(before) :], *rest[-1:])


def fits(order: Sequence[Item], item: Item) -> bool:
    """Return whether an item may follow: no third of its strand, no recent target."""
    recent = {one.target for one in order[-(TARGET_DISTANCE - 1) :]}
    return fits_run(order, item) and item.target not in recent


def fits_run(order: Sequence[Item], item: Item) -> bool:
    """Return whether an item may follow without being the third of its strand in a row."""
    return _run(order, item.strand) < LONGEST_RUN
