"""A small map with every kind of node and edge, and texts that try every escaping."""

from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.model.graph import Graph, Preference
from tests.logic.graphs import graph_of

NASTY = 'a "b" \\ [c] <d> & #e {f} *g* _h_ @i / == -- \\N &amp; </text><script>x</script>'
TEXTS = st.one_of(st.just(NASTY), st.text(min_size=1, max_size=60))


def sample(text: str = "Plain words.") -> Graph:
    """Return a map: two reasons, one premise shared, each attack once, and a concession."""
    graph = graph_of(
        asserted=["p", "q", "r"],
        reasons=["r1: p q -> c", "r2: q -> n"],
        conflicts=["n <> c", "u -x r1", "o <> p", "y -x o"],
        preferences=["c > n"],
        counter=["u", "o"],
    )
    changed = {
        "q": replace(graph.claims["q"], side="shared", unstated=True),
        "u": replace(graph.claims["u"], role="counterargument", text=text, holder="walt"),
        "o": replace(graph.claims["o"], role="counterargument", short=text),
        "y": replace(graph.claims["c"], id="y", role="reply", asserted=True, text=text),
        "g": replace(graph.claims["c"], id="g", role="reply", asserted=True, concedes="u"),
    }
    inferences = {
        **graph.inferences,
        "r2": replace(graph.inferences["r2"], side="counter", scheme="expert-opinion"),
    }
    return replace(
        graph,
        claims={**graph.claims, **changed},
        inferences=inferences,
        preferences=(Preference(stronger="c", weaker="n"),),
    )
