"""The map as a list: it can be read back into the graph it came from."""

import re
from collections import Counter

from hypothesis import given

from debatekit.logic.scenario import mutual
from debatekit.maps import outline
from debatekit.maps.words import concessions
from debatekit.model.graph import Graph
from tests.logic.graphs import THOROUGH, Case, cases, graph_of
from tests.maps.sample import sample

NAMED = re.compile(r"\[([^\]]+)\]")
SEEN = re.compile(r"see \(([^)]+)\)$")
Edge = tuple[str, str, str]


def read_back(graph: Graph) -> tuple[Counter[str], Counter[Edge]]:
    """Return the nodes and the edges that the list names, with how often it does."""
    nodes: Counter[str] = Counter()
    edges: Counter[Edge] = Counter()
    above: list[str] = []
    for line in outline(graph):
        if line.text.startswith("preferred"):
            continue
        named, seen = NAMED.search(line.text), SEEN.search(line.text)
        found = (seen or named or [""])[1]
        nodes[found] += seen is None
        del above[line.depth :]
        if above:
            edges[(found, kind_of_tie(line.text), above[-1])] += 1
        above.append(found)
    return nodes, edges


def kind_of_tie(text: str) -> str:
    """Return the first word of an entry, and whether both ends attack."""
    both = "both" if text.partition("[")[0].count("each denies") else ""
    both = both or ("both" if "each denies" in text.partition("see (")[0] else "")
    return text.split()[0].rstrip(":") + both


def edges_of(graph: Graph) -> Counter[Edge]:
    """Return the graph's own edges in the words of the list."""
    found: Counter[Edge] = Counter()
    for name, step in graph.inferences.items():
        found[(name, "supported", step.conclusion)] += 1
        for premise in step.premises:
            found[(premise, "premise", name)] += 1
    concluded = {step.conclusion for step in graph.inferences.values()}
    for conflict in graph.conflicts:
        on_step = conflict.target in graph.inferences
        word = "rebutted" if conflict.target in concluded else "undermined"
        both = "both" if mutual(graph, conflict) else ""
        found[(conflict.source, ("undercut" if on_step else word) + both, conflict.target)] += 1
    for reply, granted in concessions(graph):
        found[(reply, "granted", granted)] += 1
    return found


@THOROUGH
@given(cases())
def test_the_list_names_every_node_and_every_edge_exactly_once(case: Case) -> None:
    graph = case[0]
    nodes, edges = read_back(graph)

    assert nodes == Counter([*graph.claims, *graph.inferences])
    assert edges == edges_of(graph)


def test_the_list_of_a_map_with_everything_reads_as_written() -> None:
    lines = [f"{'  ' * line.depth}{line.text}" for line in outline(sample(), {"walt": "Walt"})]

    assert lines == [
        "Author's claim [r]: Text of r.",
        "Author's claim [c]: Text of c.",
        "  supported by author's reason [r1]",
        "    premise: author's claim [p]: Text of p.",
        "      undermined by (each denies the other): counterargument [o]: Text of o.",
        "        undermined by: author's reply [y]: Plain words.",
        "    premise: claim of both sides [q]: Text of q. (unstated; the step needs it)",
        "    undercut by: counterargument [u]: Plain words. (held by Walt)",
        "      granted by: author's concession [g]: Text of c.",
        "  rebutted by (each denies the other): author's claim [n]: Text of n.",
        "    supported by critics' reason [r2], by the scheme expert opinion",
        "      premise: see (q)",
        "preferred: (c) over (n)",
    ]


def test_a_very_long_chain_is_listed_to_its_end() -> None:
    reasons = [f"r{place}: c{place} -> c{place + 1}" for place in range(5000)]
    lines = outline(graph_of(["c0"], reasons))

    assert (len(lines), lines[-1].depth) == (10_001, 10_000)


def test_what_has_a_name_elsewhere_is_called_by_it() -> None:
    said = [line.text for line in outline(sample(), labels={"r1": "1A", "u": "1.1"})]

    assert any(line.startswith("supported by author's reason 1A [r1]") for line in said)
    assert any("counterargument 1.1 [u]: " in line for line in said)
