"""What a lesson is about: of all that its source's record lists, the part that its map takes up."""

from collections.abc import Mapping

from debatekit.generate.desk import Desk, place_of
from debatekit.generate.references import cited_in
from debatekit.logic.cited import events_resting_on
from debatekit.logic.record import speakers
from debatekit.model.source import Event

MOST_EVENTS = 12
"""How many events have a question of their own; more would crowd out the argument."""


def cited_on_map(desk: Desk) -> Mapping[str, str]:
    """Return the references cited on the map, each with the first thing by id that cites it."""
    cited = cited_in(desk.material).for_
    order = sorted(desk.graph.claims, reverse=True)
    return {name: id_ for id_ in order for name in cited.get(id_, ())}


def actors_on_map(desk: Desk) -> frozenset[str]:
    """Return the actors of the lesson itself, and those named with a claim of the map."""
    named = (speakers(desk.material, id_).mentioned for id_ in desk.graph.claims)
    return frozenset(desk.material.lesson.actors).union(*named)


def events_on_map(desk: Desk) -> frozenset[str]:
    """Return the lesson's own events, and those that rest on a reference cited on the map."""
    return events_resting_on(cited_on_map(desk), desk.material)


def events_asked_about(desk: Desk, events: dict[str, Event]) -> list[str]:
    """Return the events that have a question of their own, the lesson's own before others.

    Which of the others they are depends on their ids alone, so that an event added later
    takes the place of one other at most. What came after the article is not asked about.
    """
    own = {event.id for event in desk.material.lesson.events}
    found = [id_ for id_ in events_on_map(desk) if not events[id_].later]
    return sorted(found, key=lambda id_: (id_ not in own, place_of(f"when:{id_}")))[:MOST_EVENTS]
