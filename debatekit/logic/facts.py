"""Whether a fact holds: what makes an item's key right and its other options wrong."""

from debatekit.logic.flow_facts import FLOW_PREDICATES
from debatekit.logic.graph_facts import GRAPH_PREDICATES
from debatekit.logic.record_facts import RECORD_PREDICATES
from debatekit.model.graph import Graph
from debatekit.model.item import Fact
from debatekit.model.material import Material

PREDICATES = frozenset((*GRAPH_PREDICATES, *RECORD_PREDICATES, *FLOW_PREDICATES))
"""Every predicate that a fact may have."""


def fact_holds(fact: Fact, material: Material, graph: Graph) -> bool:
    """Return whether the lesson and its graph bear the fact out.

    Raises KeyError for a predicate that nobody has defined.
    """
    if (on_graph := GRAPH_PREDICATES.get(fact.predicate)) is not None:
        return on_graph(graph, *fact.arguments) == fact.holds
    if (on_flow := FLOW_PREDICATES.get(fact.predicate)) is not None:
        return on_flow(*fact.arguments) == fact.holds
    return RECORD_PREDICATES[fact.predicate](material, *fact.arguments) == fact.holds
