"""Who is who: the actors that a reader of the brief meets."""

import re
from collections.abc import Iterable, Iterator

from debatekit.handout.desk import Desk
from debatekit.handout.page import ActorPart


def actor_parts(desk: Desk) -> Iterator[ActorPart]:
    """Yield whom the lesson is about, in the order of the alphabet.

    These are its author, whoever holds something in it, and whoever is named in its texts.
    """
    held, texts = _holders(desk), "\n".join(_texts(desk))
    for id, actor in sorted(
        desk.material.actors.items(), key=lambda entry: entry[1].name.casefold()
    ):
        if id in held or _named((actor.name, *actor.also), texts):
            yield ActorPart(name=actor.name, kind=actor.kind, role=actor.role, also=actor.also)


def _holders(desk: Desk) -> frozenset[str]:
    lesson, graph = desk.material.lesson, desk.graph
    counters = (one for part in lesson.contentions for one in part.counterarguments)
    said = (one.actor for one in desk.material.source.statements if one.claim in graph.claims)
    holders = (claim.holder for claim in graph.claims.values())
    critics = (id for counter in counters for id in counter.held_by)
    return frozenset({desk.material.source.author, *said, *holders, *critics})


def _texts(desk: Desk) -> Iterator[str]:
    """Yield the texts in which a reader meets names."""
    yield from (claim.text for claim in desk.graph.claims.values())
    yield from (finding.record for finding in desk.material.lesson.facts)


def _named(names: Iterable[str], texts: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", texts) for name in names)
