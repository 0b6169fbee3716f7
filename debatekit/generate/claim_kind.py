"""Which sort of claim it is, and so which backing it needs."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, place_of, so, turn
from debatekit.generate.phrases import full, hint, paragraphs_of
from debatekit.model.graph import Graph
from debatekit.model.item import Choice, Fact
from debatekit.model.material import Material
from debatekit.model.words import ClaimKind

KINDS: dict[ClaimKind, str] = {
    "fact": "A fact that can be looked up",
    "causal": "A claim about cause and effect",
    "interpretation": "A reading of motive or meaning",
    "definition": "A definition of what counts as what",
    "value": "A judgement of good or bad",
    "prediction": "A forecast of what will happen",
    "policy": "A proposal of what to do",
    "quote-report": "What somebody has said",
}
_ABOUT: dict[ClaimKind, str] = {
    "fact": "about an event or a quantity that can be looked up",
    "causal": "about what brought something about",
    "interpretation": "about what something means or what somebody was after",
    "definition": "about what a word covers",
    "value": "about how good or bad something is",
    "prediction": "about what is still to come",
    "policy": "about what somebody should do",
    "quote-report": "about what somebody said",
}
_NEAR: tuple[frozenset[ClaimKind], ...] = (
    frozenset({"fact", "quote-report"}),
    frozenset({"value", "policy"}),
    frozenset({"interpretation", "definition"}),
)
"""Kinds between which a careful reader may hesitate; they never stand side by side."""


def claim_kind(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each stated claim; a longer counterargument may be of several kinds."""
    desk = desk_of(material, graph, random)
    for id_, claim in graph.claims.items():
        if claim.role == "claim" and not claim.unstated:
            yield from _item(desk, id_, claim.kind)


def _item(desk: Desk, id_: str, kind: ClaimKind) -> Iterator[Choice]:
    """Yield the item on one claim."""
    proof: tuple[Fact, ...] = (so("kind", id_, kind),)
    question = Question(
        generator="claim_kind",
        strand="claims",
        stem=f"On the map, what sort of claim is this: {full(desk, id_)}?",
        target=f"kind:{id_}:{kind}",
        bloom="analyse",
        side=desk.claim(id_).side,
        about=(id_,),
        paragraphs=paragraphs_of(desk, id_),
        hint=hint(desk, id_),
        proof=proof,
        why=f"As it is worded, it is {_ABOUT[kind]}.",
    )
    key = Candidate(text=KINDS[kind], why=question.why, proof=proof)
    wrong = (
        Candidate(
            text=KINDS[other],
            why=f"As it is worded, it is not {_ABOUT[other]}.",
            proof=(not_so("kind", id_, other), not_so("kind_arguable", id_, other)),
        )
        for other in _others(desk, id_, kind, question.target)
    )
    yield from choice(question, key, wrong, guard=False)


def _others(desk: Desk, id_: str, kind: ClaimKind, target: str) -> list[ClaimKind]:
    """Return the kinds that the claim clearly is not of, those of the lesson first."""
    known = desk.material.claims.get(id_)
    barred = {kind, *(known.kind_arguable if known else ())}
    barred |= {other for pair in _NEAR if kind in pair for other in pair}
    seen = {claim.kind for claim in desk.graph.claims.values()}
    begin = turn(desk, target)
    return sorted(
        (other for other in KINDS if other not in barred),
        key=lambda other: (other not in seen, place_of(other) ^ begin),
    )
