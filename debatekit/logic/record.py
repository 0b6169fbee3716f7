"""Look-ups in a lesson's record: who states a claim, when something was, what is cited."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from debatekit.logic.parts import parts_of
from debatekit.logic.recent import Recent
from debatekit.model.claim import Evidence
from debatekit.model.material import Material
from debatekit.model.source import Wording

STATING = frozenset({"says", "asserts", "concedes", "holds"})
"""The verbs that make a claim the actor's own; to quote, deny or ask does not."""


class Speakers(Struct, frozen=True):
    """Who states a claim, and who is named with it in any way."""

    stating: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()


_NOBODY = Speakers()


def speakers(material: Material, claim: str) -> Speakers:
    """Return who states the claim or counterargument, in file order.

    That the source's author makes the claims of his own case goes without saying, so he
    is among them only where a statement or `held_by` names him.
    """
    return _SPEAKERS.get(material).get(claim, _NOBODY)


def _speakers(material: Material) -> dict[str, Speakers]:
    """Return the speakers of every claim and counterargument that has any."""
    stating: dict[str, dict[str, None]] = defaultdict(dict)
    mentioned: dict[str, dict[str, None]] = defaultdict(dict)
    for statement in material.source.statements:
        mentioned[statement.claim][statement.actor] = None
        if statement.verb in STATING:
            stating[statement.claim][statement.actor] = None
    for id_, claim in material.claims.items():
        stating[id_].update(dict.fromkeys(claim.held_by))
    for id_, placed in parts_of(material).counterarguments.items():
        stating[id_].update(dict.fromkeys(placed.counterargument.held_by))
    return {
        id_: Speakers(tuple(actors), tuple({**actors, **mentioned[id_]}))
        for id_, actors in ((id_, stating[id_]) for id_ in {**stating, **mentioned})
    }


_SPEAKERS: Recent[Material, dict[str, Speakers]] = Recent(_speakers)


def event_dates(material: Material) -> Mapping[str, str]:
    """Return the events' dates, by id."""
    return _DATES.get(material)


def _event_dates(material: Material) -> Mapping[str, str]:
    """Return the events' dates, by id; of two with one id, the source's."""
    return {event.id: event.date for event in reversed(material.events)}


_DATES: Recent[Material, Mapping[str, str]] = Recent(_event_dates)


def equivalents(material: Material, claim: str) -> frozenset[str]:
    """Return the claims that are said to mean the same as the claim, by either of the two."""
    return _EQUIVALENTS.get(material).get(claim, frozenset())


def _equivalents(material: Material) -> Mapping[str, frozenset[str]]:
    """Return what means the same, both ways."""
    found: dict[str, set[str]] = defaultdict(set)
    for id_, claim in material.claims.items():
        for other in claim.equivalent_to:
            found[id_].add(other)
            found[other].add(id_)
    return {id_: frozenset(others) for id_, others in found.items()}


_EQUIVALENTS: Recent[Material, Mapping[str, frozenset[str]]] = Recent(_equivalents)


def is_equivalent(material: Material, first: str, second: str) -> bool:
    """Return whether either of two claims is said to mean the same as the other."""
    return second in equivalents(material, first)


def citations(material: Material, thing: str) -> tuple[str, ...]:
    """Return what is cited for a claim, counterargument or reply, each once, in file order."""
    return _CITATIONS.get(material).get(thing, ())


def _citations(material: Material) -> Mapping[str, tuple[str, ...]]:
    """Return what is cited for each thing that may cite."""
    parts = parts_of(material)
    own = {id_: claim.cite for id_, claim in material.claims.items()}
    own |= {id_: placed.reply.cite for id_, placed in parts.replies.items()}
    return {
        id_: tuple(dict.fromkeys((*own.get(id_, ()), *_cited_as_evidence(material, id_))))
        for id_ in (*own, *parts.counterarguments)
    }


def _cited_as_evidence(material: Material, thing: str) -> tuple[str, ...]:
    """Return what the evidence for a thing cites."""
    return tuple(cited for entry in evidence_of(material, thing) for cited in entry.cite)


_CITATIONS: Recent[Material, Mapping[str, tuple[str, ...]]] = Recent(_citations)


def evidence_of(material: Material, thing: str) -> tuple[Evidence, ...]:
    """Return what is shown for a claim or a counterargument."""
    if thing in material.claims:
        return material.claims[thing].evidence
    placed = parts_of(material).counterarguments.get(thing)
    return placed.counterargument.evidence if placed else ()


def wordings(material: Material, quote: str) -> tuple[Wording, ...]:
    """Return the entries on the charged words."""
    return _WORDINGS.get(material).get(quote, ())


def _wordings(material: Material) -> Mapping[str, tuple[Wording, ...]]:
    """Return the entries by their words."""
    found: dict[str, list[Wording]] = defaultdict(list)
    for entry in material.source.wording:
        found[entry.quote].append(entry)
    return {quote: tuple(entries) for quote, entries in found.items()}


_WORDINGS: Recent[Material, Mapping[str, tuple[Wording, ...]]] = Recent(_wordings)
