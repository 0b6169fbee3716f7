"""Whether two claims work together, each alone, or one for the other."""

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, so
from debatekit.generate.phrases import brief, fitting, full, hint, paragraphs_of, stated
from debatekit.logic.structure import concluding, index_of, supports, using
from debatekit.model.graph import Graph, Inference
from debatekit.model.item import Choice
from debatekit.model.material import Material

_OPTIONS = {
    "linked": "One and the same reason uses both",
    "separate": "Each stands in a reason of its own",
    "serial": "Claim 1 is a reason for claim 2",
}
_WHY = {
    "linked": "they stand in one step: refuse either, and that reason is gone",
    "separate": "they stand in two steps: each would still be a reason without the other",
    "serial": "a step leads from claim 1 to claim 2",
}
_WHY_NOT = {
    "linked": "On the map no step uses both.",
    "separate": "On the map they do not stand in two steps to one claim.",
    "serial": "On the map no step leads from claim 1 to claim 2.",
}


def structure_type(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield items on pairs of claims whose reasons were reviewed for just this question."""
    desk = desk_of(material, graph, random)
    for sort, first, second, steps in _pairs(desk):
        if all(desk.parts.reasons[step.id].reason.structure_reviewed for step in steps):
            yield from _item(desk, sort, (first, second), steps)


def _pairs(desk: Desk) -> Iterator[tuple[str, str, str, tuple[Inference, ...]]]:
    """Yield pairs with their sort, and the steps that make it so."""
    graph = desk.graph
    for step in graph.inferences.values():
        premises = sorted(stated(desk, step))
        if len(premises) > 1 and _are_level(graph, premises[0], premises[1]):
            yield "linked", premises[0], premises[1], (step,)
        for onward in using(graph, step.conclusion):
            if premises and premises[0] not in onward.premises:
                yield "serial", premises[0], step.conclusion, (step, onward)
    for claim in index_of(graph).concluding:
        steps = sorted(concluding(graph, claim), key=lambda step: step.id)
        for one, other in pairwise(steps):
            yield from _apart(desk, one, other)


def _apart(
    desk: Desk, one: Inference, other: Inference
) -> Iterator[tuple[str, str, str, tuple[Inference, ...]]]:
    """Yield a premise of each of two steps, if neither has to do with the other step."""
    first = min(set(stated(desk, one)).difference(other.premises), default="")
    second = min(set(stated(desk, other)).difference(one.premises), default="")
    if first and second and _are_level(desk.graph, first, second):
        yield "separate", first, second, (one, other)


def _are_level(graph: Graph, first: str, second: str) -> bool:
    """Return whether neither claim supports the other."""
    return not supports(graph, first, second) and not supports(graph, second, first)


_PREDICATES = {"linked": "together", "separate": "apart", "serial": "supports"}
"""What is true of a pair of each sort, and of no pair of the others."""


def _item(
    desk: Desk, sort: str, pair: tuple[str, str], steps: tuple[Inference, ...]
) -> Iterator[Choice]:
    """Yield the item on one pair."""
    end = steps[-1].conclusion
    ask = "How do they work for this claim"
    question = Question(
        generator="structure_type",
        strand="structure",
        stem=fitting(
            f"On the map, claim 1 is {full(desk, pair[0])} Claim 2 is {full(desk, pair[1])} "
            f"{ask}: {full(desk, end)}?",
            f"On the map, claim 1 is {brief(desk, pair[0])}. Claim 2 is {brief(desk, pair[1])}. "
            f"{ask}: {brief(desk, end)}?",
        ),
        target=f"structure:{sort}:{'+'.join(step.id for step in steps)}:{'+'.join(pair)}",
        bloom="analyse",
        side=steps[0].side,
        about=(*pair, end),
        paragraphs=paragraphs_of(desk, *pair, end),
        hint=hint(desk, end),
        proof=(
            so(_PREDICATES[sort], *pair),
            *(so("structure_reviewed", step.id) for step in steps),
        ),
        why=f"On the map {_WHY[sort]}.",
    )
    key = Candidate(text=_OPTIONS[sort], why=question.why, proof=question.proof)
    wrong = (
        Candidate(
            text=text,
            why=_WHY_NOT[other],
            flaw="off-target",
            proof=(not_so(_PREDICATES[other], *pair),),
        )
        for other, text in _OPTIONS.items()
        if other != sort
    )
    yield from choice(question, key, wrong, guard=False)
