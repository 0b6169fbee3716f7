"""The attacks that questions are about, and how their targets are named."""

from collections.abc import Iterator

from debatekit.generate.desk import Desk
from debatekit.generate.phrases import brief, step
from debatekit.logic.structure import attacks_by
from debatekit.model.graph import Conflict, Graph


def listed_attacks(graph: Graph) -> Iterator[Conflict]:
    """Yield the attacks of those claims that attack one thing alone."""
    for conflict in graph.conflicts:
        if len(attacks_by(graph, conflict.source)) == 1:
            yield conflict


def what_is_hit(desk: Desk, target: str) -> str:
    """Return an attack's target in words: a claim in quotes, or a step by its ends."""
    if target in desk.graph.inferences:
        return step(desk, desk.graph.inferences[target])
    return brief(desk, target)
