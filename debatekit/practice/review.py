"""Which questions a review asks: a fresh one on each target that is due, lessons mixed."""

from collections.abc import Mapping, Sequence
from random import Random

from msgspec import Struct

from debatekit.model.item import Item
from debatekit.model.progress import Card
from debatekit.model.words import STRANDS
from debatekit.practice.interleave import interleave
from debatekit.practice.known import Known, likely
from debatekit.practice.mastery import skill_key
from debatekit.practice.plan import askable


class Due(Struct, frozen=True):
    """A question on something due, and the lesson it comes from."""

    item: Item
    lesson: str


def plan_review(
    items: Mapping[str, Sequence[Item]],
    due: Sequence[Card],
    rng: Random,
    wanted: int,
    known: Known | None = None,
) -> tuple[Due, ...]:
    """Return at most so many questions on the cards that come first, in the order asked.

    `items` are the lessons' items. A card whose lesson has no question on it any more is
    passed over, and so is a skill that is left alone for today.
    """
    known = known or Known()
    by_card: dict[tuple[str, str], list[Item]] = {}
    for lesson, ours in items.items():
        for item in askable(ours):
            if skill_key(item) not in known.stopped:
                by_card.setdefault((lesson, item.target), []).append(item)
    lessons: dict[str, str] = {}
    chosen: list[Item] = []
    for card in due:
        fresh = [x for x in by_card.get((card.lesson, card.target), ()) if x.id not in lessons]
        if fresh and len(chosen) < wanted:
            chosen.append(rng.choice(fresh))
            lessons[chosen[-1].id] = card.lesson
    queues = {s: [item for item in chosen if item.strand == s] for s in STRANDS}
    order = interleave(queues, rng, likely(chosen, known))
    return tuple(Due(item, lessons[item.id]) for item in order)
