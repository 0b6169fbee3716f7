"""A contention's part of a map, small enough for one sheet."""

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from debatekit.logic.structure import attacks_on, concluding
from debatekit.maps.words import concessions
from debatekit.model.graph import Graph
from debatekit.model.lesson import Contention


def part_of(
    graph: Graph, claim: str, elsewhere: Collection[str] = (), listed: Collection[str] = ()
) -> Graph:
    """Return the claim with all that bears on it, by reasons and by attacks.

    Claims named in `elsewhere` are kept where they are premises, but what bears on them
    belongs to another part. Reasons named in `listed` are kept with what they support, even
    if that bears on nothing.
    """
    waiting = [claim, *(id_ for id_ in listed if id_ in graph.inferences)]
    kept = set(waiting)
    while waiting:
        here = waiting.pop()
        for found in () if here in elsewhere and here != claim else _bearing(graph, here):
            if found not in kept:
                kept.add(found)
                waiting.append(found)
    kept |= {graph.inferences[id_].conclusion for id_ in listed if id_ in graph.inferences}
    return replace(
        graph,
        claims={id_: each for id_, each in graph.claims.items() if id_ in kept},
        inferences={id_: each for id_, each in graph.inferences.items() if id_ in kept},
        conflicts=tuple(one for one in graph.conflicts if {one.source, one.target} <= kept),
        preferences=tuple(one for one in graph.preferences if {one.stronger, one.weaker} <= kept),
    )


def parts_of(graph: Graph, contentions: Iterable[Contention]) -> Mapping[str, Graph]:
    """Return each contention's part by its claim, in their order; none for claims not on the map.

    What bears on the claim of another contention is left to that one's part; a contention's own
    reasons are all in its part, whatever they support.
    """
    listed: dict[str, list[str]] = {}
    for one in contentions:
        if one.claim in graph.claims:
            listed.setdefault(one.claim, []).extend(reason.id for reason in one.reasons)
    return {claim: part_of(graph, claim, listed, reasons) for claim, reasons in listed.items()}


def _bearing(graph: Graph, id_: str) -> list[str]:
    """Return what bears on a claim or inference directly."""
    if id_ in graph.inferences:
        found = list(graph.inferences[id_].premises)
    else:
        found = [inference.id for inference in concluding(graph, id_)]
    found += [conflict.source for conflict in attacks_on(graph, id_)]
    return found + [reply for reply, granted in concessions(graph) if granted == id_]
