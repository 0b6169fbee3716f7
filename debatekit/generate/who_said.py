"""Who said or holds a claim, as the article or the lesson's counter case reports it."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.actors import actor_candidate, actors_beside
from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, so
from debatekit.generate.phrases import ACCORDING, in_paragraphs, quoted
from debatekit.logic.record import equivalents, speakers
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.source import Statement
from debatekit.model.words import Side

_VERBS = {"says": "says", "asserts": "says", "concedes": "concedes", "holds": "holds"}


def who_said(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each claim with exactly one speaker other than the author.

    An actor whom the record names with the claim in any way, or with one that says the
    same, is no wrong option; nor is the author where the claim may be his own. An actor
    who is reported to say and to deny the same is not asked about.
    """
    desk = desk_of(material, graph, random)
    reported = material.source.statements
    reports = {(said.claim, said.actor): said for said in reported if said.verb in _VERBS}
    denials = {(said.claim, said.actor) for said in reported if said.verb == "denies"}
    for id_ in (*material.claims, *desk.parts.counterarguments):
        stating = speakers(material, id_).stating
        if len(stating) != 1 or stating[0] == material.source.author:
            continue
        if stating[0] in material.actors and (id_, stating[0]) not in denials:
            yield from _item(desk, stating[0], id_, reports.get((id_, stating[0])))


def _item(desk: Desk, actor: str, claim: str, report: Statement | None) -> Iterator[Choice]:
    """Yield the item on one speaker and what he says."""
    known = desk.graph.claims.get(claim) or desk.material.claims[claim]
    side: Side = "author" if report else (known.side or "shared")
    name = desk.material.actors[actor].name
    paragraphs = report.paragraphs if report else ()
    where = in_paragraphs(paragraphs)
    question = Question(
        generator="who_said",
        strand="actors",
        stem=(
            f"{ACCORDING[side]} who {_VERBS[report.verb] if report else 'holds'} this: "
            f"{quoted(known.text)}?"
        ),
        target=f"said:{actor}:{claim}",
        bloom="remember",
        side=side,
        about=(actor, claim),
        paragraphs=paragraphs,
        hint=f"See {where} of the article." if where else "Look for it on the map.",
        proof=(so("states", actor, claim),),
        why=f"The lesson records it for {name}" + (f" ({where})." if where else "."),
    )
    key = actor_candidate(desk, actor, question.why, question.proof)
    yield from choice(question, key, _wrong(desk, actor, claim, question.target))


def _wrong(desk: Desk, actor: str, claim: str, target: str) -> Iterator[Candidate]:
    """Yield actors who are not named with the claim, nor with one that says the same."""
    same = (claim, *equivalents(desk.material, claim))
    barred = {desk.material.source.author}
    barred.update(name for id_ in same for name in speakers(desk.material, id_).mentioned)
    for other in actors_beside(desk, actor, target):
        if other not in barred:
            why = f"The record does not name {desk.material.actors[other].name} with this claim."
            proof = (not_so("mentioned", other, claim),)
            yield actor_candidate(desk, other, why, proof, flaw="attribution")
