"""Who said or holds a claim, as the article or the lesson's counter case reports it."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.actors import actor_candidate, actors_beside
from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, so
from debatekit.generate.names import is_named, states_another, tells_its_holder
from debatekit.generate.phrases import ACCORDING, full, in_paragraphs
from debatekit.logic.record import equivalents, speakers
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.source import Statement
from debatekit.model.words import Side

_VERBS = {"says": "says", "asserts": "says", "concedes": "concedes", "holds": "holds"}


def who_said(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each claim of the map with exactly one speaker other than the author.

    A claim that names who says it is not asked about, and nobody whom it names is offered.
    Wrong are those who say something else on the map. An actor whom the record names with
    the claim in any way, or with one that says the same, is no wrong option; nor is the
    author where the claim may be his own. An actor who is reported to say and to deny the
    same is not asked about.
    """
    desk = desk_of(material, graph, random)
    reported = material.source.statements
    reports = {(said.claim, said.actor): said for said in reported if said.verb in _VERBS}
    denials = {(said.claim, said.actor) for said in reported if said.verb == "denies"}
    for id_ in graph.claims:
        stating = speakers(material, id_).stating
        if len(stating) != 1 or stating[0] == material.source.author or tells_its_holder(desk, id_):
            continue
        if stating[0] in material.actors and (id_, stating[0]) not in denials:
            yield from _item(desk, stating[0], id_, reports.get((id_, stating[0])))


def _item(desk: Desk, actor: str, claim: str, report: Statement | None) -> Iterator[Choice]:
    """Yield the item on one speaker and what he says."""
    side: Side = "author" if report else desk.claim(claim).side
    name = desk.material.actors[actor].name
    paragraphs = report.paragraphs if report else ()
    where = in_paragraphs(paragraphs)
    lead = ACCORDING["shared" if side == "author" and not where else side]
    question = Question(
        generator="who_said",
        strand="actors",
        stem=(
            f"{lead} who {_VERBS[report.verb] if report else 'holds'} this: {full(desk, claim)}?"
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
        fits = other not in barred and states_another(desk, other, claim)
        if fits and not is_named(desk, other, claim):
            why = f"The record does not name {desk.material.actors[other].name} with this claim."
            proof = (not_so("mentioned", other, claim),)
            yield actor_candidate(desk, other, why, proof, flaw="attribution")
