"""Which reply, or which counterargument, meets its target directly."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.attacks import listed_attacks, what_is_hit
from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, Ring, desk_of, not_so, so, turn
from debatekit.generate.lines import line_of
from debatekit.generate.phrases import brief, full, hint
from debatekit.logic.recent import Recent
from debatekit.logic.structure import attacks_by, attacks_on
from debatekit.model.graph import Conflict, Graph, Role
from debatekit.model.item import Choice
from debatekit.model.material import Material


def best_rebuttal(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each attack: on the reply to a counterargument, and the other way round.

    The key is what meets the target, not what persuades; wrong are replies or
    counterarguments that meet something else.
    """
    desk = desk_of(material, graph, random)
    for conflict in listed_attacks(graph):
        if _stands_for_its_target(desk, conflict):
            yield from _item(desk, conflict)


def _stands_for_its_target(desk: Desk, conflict: Conflict) -> bool:
    """Return whether the attack is the one to ask about: of several replies, the best."""
    placed = desk.parts.replies.get(conflict.source)
    others = [
        desk.parts.replies[other.source].reply
        for other in attacks_on(desk.graph, conflict.target)
        if other.source in desk.parts.replies
    ]
    return placed is None or placed.reply.best or not any(reply.best for reply in others)


def _rings(graph: Graph) -> dict[Role, Ring]:
    """Return what makes an attack, by its part."""
    roles: tuple[Role, ...] = ("counterargument", "reply")
    return {
        role: Ring(
            id_
            for id_, claim in graph.claims.items()
            if claim.role == role and attacks_by(graph, id_)
        )
        for role in roles
    }


_RINGS: Recent[Graph, dict[Role, Ring]] = Recent(_rings)


def _item(desk: Desk, conflict: Conflict) -> Iterator[Choice]:
    """Yield the item on one attack."""
    source, hit = conflict.source, conflict.target
    role = desk.claim(source).role
    step = desk.graph.inferences.get(hit)
    if step:
        named = [what_is_hit(desk, hit)]
    else:
        noun = "counterargument" if role == "reply" else "claim"
        named = [f"this {noun}: {full(desk, hit)}", f"this {noun}: {brief(desk, hit)}"]
    verb = "answers" if role == "reply" else "attacks"
    ask = f"On the map, which {role} directly {verb}"
    question = Question(
        generator="best_rebuttal",
        strand="rebuttal",
        stem=f"{ask} {named[0]}?",
        stems=tuple(f"{ask} {said}?" for said in named[1:]),
        target=f"meets:{source}:{hit}",
        bloom="evaluate",
        side=desk.claim(source).side,
        about=(source, hit),
        hint=hint(desk, step.conclusion if step else hit),
        proof=(so("attacks", source, hit),),
        why="On the map its arrow ends " + ("there." if step else f"at {brief(desk, hit)}."),
    )
    key = claim_candidate(desk, source, question.why, *question.proof)
    yield from choice(question, key, _wrong(desk, role, hit, question.target))


def _wrong(desk: Desk, role: Role, hit: str, target: str) -> Iterator[Candidate]:
    """Yield what meets another target, what stands under the same contention first."""
    others = _RINGS.get(desk.graph)[role].read_from(turn(desk, target))
    near = line_of(desk, hit)
    for id_ in sorted(others, key=lambda one: one not in near):
        elsewhere = [conflict.target for conflict in attacks_by(desk.graph, id_)]
        if hit not in elsewhere:
            spot = what_is_hit(desk, elsewhere[0])
            why = f"It is off target: on the map it meets {spot}."
            yield claim_candidate(desk, id_, why, not_so("attacks", id_, hit), flaw="off-target")
