"""Who said or holds a claim, as the article or the lesson's counter case reports it."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.actors import actor_candidate, actors_beside
from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, so
from debatekit.generate.phrases import ACCORDING, in_paragraphs, quoted
from debatekit.logic.record import is_equivalent, speakers
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.words import Side

_VERBS = {
    "says": "says this",
    "asserts": "says this",
    "concedes": "concedes this",
    "holds": "holds this",
}


def who_said(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each claim with exactly one speaker.

    An actor whom the record names with the claim in any way, or with one that says the
    same, is no wrong option; nor is the author where the claim may be his own.
    """
    desk = desk_of(material, graph, random)
    for statement in material.source.statements:
        claim, actor = statement.claim, statement.actor
        if claim in material.claims and speakers(material, claim).stating == (actor,):
            verb = _VERBS.get(statement.verb)
            if verb and actor in material.actors:
                yield from _item(desk, actor, claim, verb, statement.paragraphs)
    for id_ in desk.parts.counterarguments:
        if len(holders := speakers(material, id_).stating) == 1 and holders[0] in material.actors:
            yield from _item(desk, holders[0], id_, "holds this", ())


def _item(
    desk: Desk, actor: str, claim: str, verb: str, paragraphs: tuple[int, ...]
) -> Iterator[Choice]:
    """Yield the item on one speaker and what he says."""
    counter = claim in desk.parts.counterarguments
    side: Side = "counter" if counter else "author"
    text = desk.claim(claim).text if counter else desk.material.claims[claim].text
    name = desk.material.actors[actor].name
    where = in_paragraphs(paragraphs)
    source = "the lesson's counter case" if counter else "the article"
    question = Question(
        generator="who_said",
        strand="actors",
        stem=f"{ACCORDING[side]} who {verb}: {quoted(text)}?",
        target=f"said:{actor}:{claim}",
        bloom="remember",
        side=side,
        about=(actor, claim),
        paragraphs=paragraphs,
        hint=f"See {where} of the article." if where else f"Look through {source}.",
        proof=(so("states", actor, claim),),
        why=f"{name} does, as {source} has it" + (f" ({where})." if where else "."),
    )
    key = actor_candidate(desk, actor, question.why, question.proof)
    yield from choice(question, key, _wrong(desk, actor, claim, question.target))


def _wrong(desk: Desk, actor: str, claim: str, target: str) -> Iterator[Candidate]:
    """Yield actors who are not named with the claim."""
    same = [claim, *(other for other in desk.material.claims if _same(desk, claim, other))]
    barred = {actor, *(name for id_ in same for name in speakers(desk.material, id_).mentioned)}
    if claim not in desk.parts.counterarguments:
        barred.add(desk.material.source.author)
    for other in actors_beside(desk, actor, target):
        if other not in barred:
            why = f"The record names {desk.material.actors[other].name} with other claims alone."
            proof = (not_so("mentioned", other, claim),)
            yield actor_candidate(desk, other, why, proof, flaw="attribution")


def _same(desk: Desk, claim: str, other: str) -> bool:
    return other != claim and is_equivalent(desk.material, claim, other)
