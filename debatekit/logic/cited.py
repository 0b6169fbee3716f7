"""Which paragraphs of its article a lesson speaks of, and which events."""

from collections.abc import Collection

from debatekit.model.lesson import Contention
from debatekit.model.material import Material


def cited_by(contention: Contention, material: Material) -> tuple[int, ...]:
    """Return where the article makes a contention's claim and gives its reasons, rising."""
    premises = (id_ for reason in contention.reasons for id_ in reason.premises)
    return _paragraphs((contention.claim, *premises), material)


def cited_by_lesson(material: Material) -> tuple[int, ...]:
    """Return the paragraphs of all contentions, and of the claims that are looked up, rising."""
    lesson = material.lesson
    found = {number for one in lesson.contentions for number in cited_by(one, material)}
    facts = _paragraphs(tuple(fact.claim for fact in lesson.facts), material)
    return tuple(sorted(found.union(facts)))


def events_resting_on(cited: Collection[str], material: Material) -> frozenset[str]:
    """Return the lesson's own events, and those that rest on one of some references.

    Nothing tells an event without references apart, so it counts among them.
    """
    own = {event.id for event in material.lesson.events}
    return frozenset(
        event.id
        for event in material.events
        if event.id in own or not event.cite or any(id_ in cited for id_ in event.cite)
    )


def _paragraphs(claims: tuple[str, ...], material: Material) -> tuple[int, ...]:
    known = [material.claims[id_] for id_ in claims if id_ in material.claims]
    return tuple(sorted({number for claim in known for number in claim.paragraphs}))
