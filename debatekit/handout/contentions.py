"""The heart of a brief: each reason beside the counterarguments to it."""

from collections.abc import Iterator, Sequence
from itertools import count

from msgspec.structs import replace

from debatekit.handout.counters import counter_part
from debatekit.handout.desk import Desk, claim_point
from debatekit.handout.page import ContentionPart, CounterPart, Exchange, ReasonPart
from debatekit.handout.reasons import beside_reasons, reason_part
from debatekit.handout.room import is_long
from debatekit.model.lesson import Contention


def contention_parts(desk: Desk) -> tuple[ContentionPart, ...]:
    """Return the lesson's contentions in its order, counted from 1."""
    return tuple(
        _contention(desk, contention, number)
        for number, contention in enumerate(desk.material.lesson.contentions, start=1)
    )


def _contention(desk: Desk, contention: Contention, number: int) -> ContentionPart:
    """Return a contention; its parts are made in the order in which they are read."""
    return ContentionPart(
        number=number,
        claim=claim_point(desk, contention.claim),
        burden=contention.burden,
        notes=contention.notes if desk.for_teacher else "",
        exchanges=tuple(_exchanges(desk, contention, number)),
    )


def _exchanges(desk: Desk, contention: Contention, number: int) -> Iterator[Exchange]:
    """Yield each reason with what is said to it; at the end what is said to the claim itself."""
    places = count(1)
    for reason, said in beside_reasons(contention):
        part = reason_part(desk, reason, contention.claim) if reason else None
        counters = [counter_part(desk, one, f"{number}.{next(places)}", contention) for one in said]
        if part or counters:
            yield Exchange(reason=part, counters=tuple(_measured(part, counters)))


def _measured(reason: ReasonPart | None, counters: Sequence[CounterPart]) -> Iterator[CounterPart]:
    """Yield the counterarguments with their length judged; the first has the reason beside it."""
    for place, counter in enumerate(counters):
        yield replace(counter, long=is_long(None if place else reason, counter))
