"""What an actor holds, as the lesson records it."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, Ring, desk_of, not_so, other_side, so, turn
from debatekit.generate.lines import on_map
from debatekit.generate.names import is_named, tells_its_holder
from debatekit.generate.phrases import in_paragraphs
from debatekit.logic.recent import Recent
from debatekit.logic.record import is_equivalent, speakers
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.words import Side

_LEADS: dict[tuple[Side, bool], str] = {
    ("author", True): "According to the lesson, which of these positions does the article report",
    ("author", False): "According to the lesson, which of these positions is recorded",
    ("counter", True): "In the lesson's counter case, which of these positions is recorded",
    ("counter", False): "In the lesson's counter case, which of these positions is recorded",
}
"""How the question begins, by side and by whether the article has a paragraph on it."""


def actor_position(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each thing that an actor says or holds.

    Wrong options are positions of others with which the record never names him. No claim
    stands among the options that names its own holder, or him.
    """
    desk = desk_of(material, graph, random)
    done: set[tuple[str, str]] = set()
    for claim in _stated(material):
        if tells_its_holder(desk, claim):
            continue
        for actor in speakers(material, claim).stating:
            known = actor in material.actors and actor != material.source.author
            if known and (actor, claim) not in done:
                done.add((actor, claim))
                yield from _item(desk, actor, claim)


def _stated(material: Material) -> tuple[str, ...]:
    """Return the claims and counterarguments of the map that somebody states."""
    return _STATED.get(material)


def _find_stated(material: Material) -> tuple[str, ...]:
    things = (
        *material.claims,
        *(
            entry.id
            for contention in material.lesson.contentions
            for entry in contention.counterarguments
        ),
    )
    stated = (id_ for id_ in dict.fromkeys(things) if speakers(material, id_).stating)
    return tuple(id_ for id_ in stated if id_ in on_map(material))


_STATED: Recent[Material, tuple[str, ...]] = Recent(_find_stated)


def _rings(material: Material) -> dict[tuple[Side, bool], Ring]:
    """Return what is stated on each side, by whether anybody but the author states it."""
    placed: dict[tuple[Side, bool], list[str]] = defaultdict(list)
    for id_ in _stated(material):
        side: Side = "author" if id_ in material.claims else "counter"
        placed[side, bool(_others_holding(material, id_))].append(id_)
    return {key: Ring(iter(ids)) for key, ids in placed.items()}


_RINGS: Recent[Material, dict[tuple[Side, bool], Ring]] = Recent(_rings)


def _item(desk: Desk, actor: str, claim: str) -> Iterator[Choice]:
    """Yield the item on one actor and one position."""
    side = _side(desk, claim)
    name = desk.material.actors[actor].name
    where = in_paragraphs(_paragraphs(desk, actor, claim))
    question = Question(
        generator="actor_position",
        strand="actors",
        stem=f"{_LEADS[side, bool(where)]} for {name}?",
        target=f"position:{actor}:{claim}",
        bloom="understand",
        side=side,
        about=(actor, claim),
        paragraphs=_paragraphs(desk, actor, claim),
        hint=f"See {where} of the article." if where else f"Look for {name} on the map.",
        proof=(so("states", actor, claim),),
        why=f"The lesson records it for {name}" + (f" ({where})." if where else "."),
    )
    key = claim_candidate(desk, claim, question.why, *question.proof)
    yield from choice(question, key, _wrong(desk, actor, claim, question.target))


def _side(desk: Desk, claim: str) -> Side:
    return "author" if claim in desk.material.claims else "counter"


def _paragraphs(desk: Desk, actor: str, claim: str) -> tuple[int, ...]:
    """Return where the article reports that the actor says so."""
    return tuple(
        sorted(
            {
                number
                for statement in desk.material.source.statements
                if (statement.actor, statement.claim) == (actor, claim)
                for number in statement.paragraphs
            }
        )
    )


def _wrong(desk: Desk, actor: str, claim: str, target: str) -> Iterator[Candidate]:
    """Yield positions of others: from the same case first, and the author's own last."""
    side, rings = _side(desk, claim), _RINGS.get(desk.material)
    begin, other = turn(desk, target), other_side(side)
    order = ((side, True), (other, True), (side, False), (other, False))
    for id_ in chain.from_iterable(rings[key].read_from(begin) for key in order if key in rings):
        named = speakers(desk.material, id_).mentioned
        open_ = actor not in named and not is_equivalent(desk.material, claim, id_)
        if open_ and not is_named(desk, actor, id_) and not tells_its_holder(desk, id_):
            holders = _others_holding(desk.material, id_) or [desk.material.source.author]
            who = desk.material.actors.get(holders[0])
            why = f"The lesson records it for {who.name if who else 'somebody else'}."
            proof = not_so("mentioned", actor, id_)
            yield claim_candidate(desk, id_, why, proof, flaw="attribution")


def _others_holding(material: Material, claim: str) -> list[str]:
    """Return who states the claim, without the author of the article."""
    author, known = material.source.author, material.actors
    stating = speakers(material, claim).stating
    return [actor for actor in stating if actor != author and actor in known]
