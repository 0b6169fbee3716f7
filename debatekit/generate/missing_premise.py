"""Which unstated premise a step needs."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.candidates import claim_candidate
from debatekit.generate.desk import Desk, Ring, desk_of, not_so, so, turn
from debatekit.generate.lines import line_of
from debatekit.generate.phrases import (
    OWNERS,
    brief,
    fitting,
    full,
    hint,
    listing,
    paragraphs_of,
    stated,
)
from debatekit.logic.recent import Recent
from debatekit.logic.record import is_equivalent
from debatekit.model.graph import Graph, Inference
from debatekit.model.item import Choice
from debatekit.model.material import Material

_NOTHING = "nothing that is stated"


def missing_premise(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each unstated premise of each step.

    Wrong are unstated premises of other steps, those of the same line of argument first and
    of the same side next, then stated premises of this one.
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
    stems = _stems(desk, inference)
    question = Question(
        generator="missing_premise",
        strand="structure",
        stem=stems[0],
        stems=stems[1:],
        target=f"missing:{inference.id}:{premise}",
        bloom="analyse",
        side=inference.side,
        about=(inference.id, premise, inference.conclusion),
        paragraphs=paragraphs_of(desk, *stated(desk, inference), inference.conclusion),
        hint=hint(desk, inference.conclusion),
        proof=proof,
        why=charity or "On the map this step needs it, and nobody states it.",
    )
    key = claim_candidate(desk, premise, question.why, *proof)
    yield from choice(question, key, _wrong(desk, inference, premise, question.target))


def _stems(desk: Desk, inference: Inference) -> tuple[str, ...]:
    """Return the question, with the premises in full where that does not make it too long."""
    asked = "What is an unstated premise that would make this step work?"
    lead = f"On the map of {OWNERS[inference.side]} case, one step goes from"
    named = stated(desk, inference)
    texts = listing([full(desk, id_) for id_ in named] or [_NOTHING])
    shorts = listing([brief(desk, id_) for id_ in named] or [_NOTHING])
    end, short_end = full(desk, inference.conclusion), brief(desk, inference.conclusion)
    stems = (
        f"{lead} {texts} to {end} {asked}",
        f"{lead} {shorts} to {end} {asked}",
        f"{lead} {shorts} to {short_end}. {asked}",
    )
    return tuple(dict.fromkeys(fitting(*stems[first:]) for first in range(3)))


def _wrong(desk: Desk, inference: Inference, key: str, target: str) -> Iterator[Candidate]:
    """Yield premises that this step does not need, or that it states."""
    for id_ in _others(desk, key, target):
        if id_ not in inference.premises and not is_equivalent(desk.material, key, id_):
            proof = not_so("premise", inference.id, id_)
            why = "On the map it belongs to another step."
            yield claim_candidate(desk, id_, why, proof, flaw="off-target")
    for id_ in sorted(stated(desk, inference)):
        why = "It is a premise of this step, but a stated one."
        yield claim_candidate(desk, id_, why, not_so("unstated", id_), flaw="repeats")


def _others(desk: Desk, key: str, target: str) -> Iterator[str]:
    """Yield other unstated premises, the nearest first."""
    near, side = line_of(desk, key), desk.claim(key).side
    yield from sorted(
        (id_ for id_ in _RINGS.get(desk.graph).read_from(turn(desk, target)) if id_ != key),
        key=lambda id_: (desk.claim(id_).side != side, id_ not in near),
    )
