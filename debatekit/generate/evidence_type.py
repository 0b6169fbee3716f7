"""What sort of evidence is given for a claim."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, place_of, so, turn
from debatekit.generate.phrases import full, hint, paragraphs_of, quoted
from debatekit.logic.record import evidence_of
from debatekit.model.claim import EvidenceKind
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material

KINDS: dict[EvidenceKind, str] = {
    "statistic": "A figure or figures",
    "testimony": "What somebody said",
    "document": "A formal document",
    "example": "An example or examples",
    "authority": "An expert's finding",
    "none": "Nothing is shown",
}
_NOUNS: dict[EvidenceKind, str] = {
    "statistic": "figure",
    "testimony": "witness",
    "document": "formal document",
    "example": "example",
    "authority": "expert's finding",
    "none": "evidence",
}
_NEAR: tuple[frozenset[EvidenceKind], ...] = (
    frozenset({"testimony", "authority"}),
    frozenset({"document", "statistic"}),
)
"""Sorts between which a careful reader may hesitate; they never stand side by side."""


def evidence_type(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each claim and counterargument with evidence of one sort alone."""
    desk = desk_of(material, graph, random)
    for id_ in graph.claims:
        kinds = {entry.kind for entry in evidence_of(material, id_)}
        if len(kinds) == 1:
            yield from _item(desk, id_, kinds.pop())


def _item(desk: Desk, id_: str, kind: EvidenceKind) -> Iterator[Choice]:
    """Yield the item on the evidence for one claim."""
    shown = evidence_of(desk.material, id_)[0].text
    question = Question(
        generator="evidence_type",
        strand="evidence",
        stem=f"On the map, what sort of evidence does the lesson give for this: {full(desk, id_)}?",
        target=f"evidence:{id_}:{kind}",
        bloom="understand",
        side=desk.claim(id_).side,
        about=(id_,),
        paragraphs=paragraphs_of(desk, id_),
        hint=hint(desk, id_),
        proof=(so("evidence_kind", id_, kind),),
        why="The lesson shows nothing for it." if kind == "none" else f"It gives: {quoted(shown)}",
    )
    key = Candidate(text=KINDS[kind], why=question.why, proof=question.proof)
    wrong = (
        Candidate(
            text=KINDS[other],
            why=f"The lesson shows no {_NOUNS[other]} for it.",
            flaw="off-target",
            proof=(not_so("evidence_kind", id_, other),),
        )
        for other in _others(desk, kind, question.target)
    )
    yield from choice(question, key, wrong, guard=False)


def _others(desk: Desk, kind: EvidenceKind, target: str) -> list[EvidenceKind]:
    """Return the sorts that clearly differ; where something is shown, 'nothing' is not offered."""
    barred = {kind, "none", *(other for pair in _NEAR if kind in pair for other in pair)}
    begin = turn(desk, target)
    return sorted(
        (other for other in KINDS if other not in barred),
        key=lambda other: place_of(other) ^ begin,
    )
