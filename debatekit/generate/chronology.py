"""In which order events happened."""

from collections.abc import Iterator
from itertools import chain, pairwise
from random import Random

from debatekit.generate.build import Candidate, Question, option, says_same
from debatekit.generate.desk import Ring, desk_of, so, turn
from debatekit.generate.match import order_item
from debatekit.generate.relevance import events_asked_about, events_on_map
from debatekit.logic.dates import comes_before, interval
from debatekit.logic.recent import Recent
from debatekit.model.graph import Graph
from debatekit.model.item import Order
from debatekit.model.material import Material
from debatekit.model.source import Event

_SIZE = 4


def chronology(material: Material, graph: Graph, random: Random) -> Iterator[Order]:
    """Yield an item for each event that the lesson is about, beside three others.

    Their dates leave no doubt of the order. Those that the lesson is about come first there
    too; events after the article may stand beside others.
    """
    desk = desk_of(material, graph, random)
    events = {event.id: event for event in reversed(material.events)}
    near = Ring(iter(events_on_map(desk)))
    for id_ in events_asked_about(desk, events):
        group = [events[id_]]
        begin = turn(desk, f"when:{id_}")
        others = chain(near.read_from(begin), _RINGS.get(material).read_from(begin))
        for other in (events[name] for name in others):
            if _fits(other, group):
                group.append(other)
            if len(group) == _SIZE:
                break
        if len(group) == _SIZE:
            yield _item(id_, sorted(group, key=lambda event: interval(event.date)))


def _ring(material: Material) -> Ring:
    """Return the events' ids."""
    return Ring(iter({event.id for event in material.events}))


_RINGS: Recent[Material, Ring] = Recent(_ring)


def _fits(event: Event, group: list[Event]) -> bool:
    """Return whether the event is apart in time, and in words, from all chosen."""
    apart = all(
        comes_before(event.date, other.date) or comes_before(other.date, event.date)
        for other in group
    )
    return apart and not says_same(event.text, [other.text for other in group])


def _item(id_: str, events: list[Event]) -> Order:
    """Return the item on events in their right order."""
    ids = [event.id for event in events]
    question = Question(
        generator="chronology",
        strand="actors",
        stem="On the lesson's timeline, in which order did these happen, from first to last?",
        target=f"when:{id_}",
        bloom="remember",
        side="shared",
        about=tuple(ids),
        hint="Look at the timeline.",
        proof=tuple(so("before", *pair) for pair in pairwise(ids)),
        why="The dates: " + "; ".join(event.date for event in events) + ".",
    )
    options = []
    for place, event in enumerate(events):
        pair = ids[place - 1 : place + 1] if place else ids[:2]
        candidate = Candidate(text=event.text, why=f"{event.date}.", proof=(so("before", *pair),))
        options.append(option(candidate, event.text))
    return order_item(question, options)
