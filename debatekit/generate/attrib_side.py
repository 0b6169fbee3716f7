"""Who maintains a claim: the author, the critics, or both sides."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, so
from debatekit.generate.phrases import OWNERS, full, hint, paragraphs_of, place
from debatekit.logic.record import speakers
from debatekit.logic.structure import using
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.words import Side

_OPTIONS: dict[Side, str] = {
    "author": "It belongs to the author's case",
    "counter": "It belongs to the critics' case",
    "shared": "It is common ground of the two",
}
_WHY: dict[Side, str] = {
    "author": "the author maintains it",
    "counter": "the critics maintain it",
    "shared": "neither side disputes it",
}
_WHY_NOT: dict[Side, str] = {
    "author": "On the map the author does not maintain it",
    "counter": "On the map the critics do not maintain it",
    "shared": "On the map one side alone maintains it",
}


def attrib_side(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each claim whose side the lesson leaves no doubt of.

    Unstated premises are nobody's words; counterarguments and replies tell by their name. A
    settled fact that one side alone brings up could as well be called common ground.
    """
    desk = desk_of(material, graph, random)
    for id_, claim in graph.claims.items():
        stated = claim.role == "claim" and not claim.unstated
        if stated and not _only_reported(desk, id_) and not _is_settled(desk, id_):
            yield from _item(desk, id_, claim.side)


def _is_settled(desk: Desk, id_: str) -> bool:
    """Return whether the claim is a fact that both sides would grant, listed for one of them."""
    claim = desk.material.claims.get(id_)
    settled = claim is not None and (claim.kind, claim.contested) == ("fact", "settled")
    return settled and desk.claim(id_).side != "shared"


def _only_reported(desk: Desk, id_: str) -> bool:
    """Return whether the author reports the claim of others, and may or may not share it."""
    claim = desk.material.claims.get(id_)
    if claim is None or claim.side is not None or id_ not in desk.material.source.claims:
        return False
    named = set(speakers(desk.material, id_).mentioned)
    relied_on = any(step.side == desk.claim(id_).side for step in using(desk.graph, id_))
    return bool(named - {desk.material.source.author}) and not relied_on


def _item(desk: Desk, id_: str, side: Side) -> Iterator[Choice]:
    """Yield the item on one claim."""
    question = Question(
        generator="attrib_side",
        strand="claims",
        stem=f"On the map, to whose case does this claim belong: {full(desk, id_)}?",
        target=f"side:{id_}:{side}",
        bloom="remember",
        side=side,
        about=(id_,),
        paragraphs=paragraphs_of(desk, id_),
        hint=hint(desk, id_),
        proof=(so("side", id_, side),),
        why=f"On the map {_WHY[side]}{place(desk, id_)}.",
    )
    key = Candidate(text=_OPTIONS[side], why=question.why, proof=question.proof)
    wrong = (
        Candidate(
            text=text,
            why=_why_not(other, side),
            flaw="attribution",
            proof=(not_so("side", id_, other),),
        )
        for other, text in _OPTIONS.items()
        if other != side
    )
    yield from choice(question, key, wrong, guard=False)


def _why_not(other: Side, side: Side) -> str:
    """Return why a claim of one side does not belong to another."""
    return (
        f"On the map it is not {OWNERS[other]} alone."
        if side == "shared"
        else f"{_WHY_NOT[other]}."
    )
