"""A graph whose ids are no other lesson's, so that several fit into one file."""

from msgspec.structs import replace

from debatekit.model.graph import Graph


def prefixed(graph: Graph, lesson: str) -> Graph:
    """Return the graph with its lesson's id and a full stop before every id."""

    def named(id_: str) -> str:
        return f"{lesson}.{id_}" if id_ else ""

    return Graph(
        claims={
            named(id_): replace(claim, id=named(id_), concedes=named(claim.concedes))
            for id_, claim in graph.claims.items()
        },
        inferences={
            named(id_): replace(
                step,
                id=named(id_),
                premises=tuple(map(named, step.premises)),
                conclusion=named(step.conclusion),
            )
            for id_, step in graph.inferences.items()
        },
        conflicts=tuple(
            replace(one, source=named(one.source), target=named(one.target))
            for one in graph.conflicts
        ),
        preferences=tuple(
            replace(one, stronger=named(one.stronger), weaker=named(one.weaker))
            for one in graph.preferences
        ),
    )
