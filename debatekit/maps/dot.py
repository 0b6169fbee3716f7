"""A graph as Graphviz source that a person can read and edit."""

from collections.abc import Iterator
from textwrap import wrap

from debatekit.logic.scenario import mutual
from debatekit.maps.words import (
    REASONS,
    attacks_as,
    concessions,
    known_conflicts,
    role_of,
    scheme_name,
    short_of,
)
from debatekit.model.graph import Graph
from debatekit.model.text import printable
from debatekit.model.words import Side

_COLUMNS = 26
_SHAPES: dict[Side, str] = {
    "author": "shape=box",
    "counter": 'shape=box, style="rounded"',
    "shared": "shape=box, peripheries=2",
}


def dot(graph: Graph, title: str) -> str:
    """Return the graph for Graphviz: reasons are ovals between premises and conclusion."""
    return "\n".join(("digraph map {", *_body(graph, title), "}", ""))


def _body(graph: Graph, title: str) -> Iterator[str]:
    yield f"  label={quoted(title)}; labelloc=t; rankdir=BT;"
    yield '  node [fontname="Helvetica"]; edge [fontname="Helvetica"];'
    yield ""
    for claim in graph.claims.values():
        label = (role_of(claim), *wrap(printable(short_of(claim)), _COLUMNS))
        yield f"  {quoted(claim.id)} [{_SHAPES[claim.side]}, label={quoted(*label)}];"
    yield ""
    for inference in graph.inferences.values():
        label = (REASONS[inference.side], *wrap(scheme_name(inference), _COLUMNS))
        yield f"  {quoted(inference.id)} [shape=oval, label={quoted(*label)}];"
        for premise in dict.fromkeys(inference.premises):
            if premise in graph.claims:
                yield f"  {quoted(premise)} -> {quoted(inference.id)} [arrowhead=none];"
        if inference.conclusion in graph.claims:
            ends = f"{quoted(inference.id)} -> {quoted(inference.conclusion)}"
            yield f'  {ends} [label="supports"];'
    yield ""
    for conflict in known_conflicts(graph):
        both = ", dir=both" if mutual(graph, conflict) else ""
        ends = f"{quoted(conflict.source)} -> {quoted(conflict.target)}"
        yield f'  {ends} [label="{attacks_as(graph, conflict)}", style=dashed{both}];'
    for reply, counterargument in concessions(graph):
        yield f'  {quoted(reply)} -> {quoted(counterargument)} [label="grants", style=dotted];'


def quoted(*lines: str) -> str:
    r"""Return lines as one quoted string, in which Graphviz finds nothing to interpret.

    >>> print(quoted('say "no"', r"a\b", "R&D"))
    "say \"no\"\na\\b\nR&amp;D"
    """
    escaped = (
        " ".join(printable(line).split())
        .replace("\\", "\\\\")
        .replace('"', '\\"')
        .replace("&", "&amp;")
        for line in lines
    )
    return '"' + "\\n".join(escaped) + '"'
