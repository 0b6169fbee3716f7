"""Which unstated premise a step needs."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, Ring, desk_of, not_so, so, turn
from debatekit.generate.phrases import (
    OWNERS,
    brief,
    fitting,
    full,
    hint,
    listing,
    paragraphs_of,
)
from debatekit.logic.recent import Recent
from debatekit.logic.record import is_equivalent
from debatekit.model.graph import Graph, Inference
from debatekit.model.item import Choice
from debatekit.model.material import Material


def missing_premise(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each unstated premise of each step.

    Wrong are unstated premises of other steps, then stated premises of this one.
    """
    desk = desk_of(material, graph, random)
    for inference in graph.inferences.values():
        for premise in inference.premises:
            if desk.claim(premise).unstated:
                yield from _item(desk, inference, premise)


def _unstated(graph: Graph) -> Ring:
    """Return the unstated premises of all steps."""
    return Ring(id_ for id_, claim in graph.claims.items() if claim.unstated)


_RINGS: Recent[Graph, Ring] = Recent(_unstated)


def _item(desk: Desk, inference: Inference, premise: str) -> Iterator[Choice]:
    """Yield the item on one unstated premise."""
    proof = (so("premise", inference.id, premise), so("unstated", premise))
    charity = desk.material.claims[premise].charity if premise in desk.material.claims else ""
    question = Question(
        generator="missing_premise",
        strand="structure",
        stem=_stem(desk, inference),
        target=f"missing:{inference.id}:{premise}",
        bloom="analyse",
        side=inference.side,
        about=(inference.id, premise, inference.conclusion),
        paragraphs=paragraphs_of(desk, *_stated(desk, inference), inference.conclusion),
        hint=hint(desk, inference.conclusion),
        proof=proof,
        why=charity or "On the map this step needs it, and nobody states it.",
    )
    key = claim_candidate(desk, premise, question.why, *proof)
    yield from choice(question, key, _wrong(desk, inference, premise, question.target))


def _stem(desk: Desk, inference: Inference) -> str:
    """Return the question, with the premises in full where that does not make it too long."""
    asked = "What is an unstated premise that would make this step work?"
    lead = f"On the map of {OWNERS[inference.side]} case, one step goes from"
    stated = _stated(desk, inference)
    texts = [full(desk, id_) for id_ in stated] or ["nothing that is stated"]
    shorts = [brief(desk, id_) for id_ in stated] or texts
    end = full(desk, inference.conclusion)
    return fitting(
        f"{lead} {listing(texts)} to {end} {asked}",
        f"{lead} {listing(shorts)} to {end} {asked}",
        f"{lead} {shorts[0]} to {brief(desk, inference.conclusion)}. {asked}",
    )


def _stated(desk: Desk, inference: Inference) -> list[str]:
    return [id_ for id_ in inference.premises if not desk.claim(id_).unstated]


def _wrong(desk: Desk, inference: Inference, key: str, target: str) -> Iterator[Candidate]:
    """Yield premises that this step does not need, or that it states."""
    for id_ in _RINGS.get(desk.graph).read_from(turn(desk, target)):
        if id_ not in inference.premises and not is_equivalent(desk.material, key, id_):
            proof = not_so("premise", inference.id, id_)
            why = "On the map it belongs to another step."
            yield claim_candidate(desk, id_, why, proof, flaw="off-target")
    for id_ in sorted(_stated(desk, inference)):
        why = "It is a premise of this step, but a stated one."
        yield claim_candidate(desk, id_, why, not_so("unstated", id_), flaw="repeats")
