"""An explanation names all that took part, and its verbs agree with how many they are."""

import pytest

from debatekit.logic.explain import explain
from debatekit.logic.sentences import named, sentence, short_text, why
from debatekit.model.graph import Graph, GraphClaim, Scenario
from tests.logic.graphs import graph_of

AS_IT_IS = Scenario()
ATTACKED_TWICE = graph_of(["a", "b", "c"], conflicts=["a -x c", "b -x c"])
CONTRADICTED_TWICE = graph_of(
    ["a", "b", "c"], conflicts=["a <> c", "b <> c"], preferences=["c > a", "c > b"]
)
REPELLED_TWICE = graph_of(
    ["a", "b", "c", "u", "v"], conflicts=["a -x c", "b -x c", "u -x a", "v -x b"]
)
UNDERCUT_TWICE = graph_of(["p", "u", "v"], ["r1: p -> c"], ["u -x r1", "v -x r1"])
UNDERCUT_ONCE = graph_of(["p", "u"], ["r1: p -> c"], ["u -x r1"])
LINKED = graph_of(["p", "q"], ["r1: p q -> c"])
THREE_PREMISES = graph_of(["p", "q", "s"], ["r1: p q s -> c"])
HANGS_ON_ITSELF = graph_of(["a", "e"], conflicts=["a -x a", "a -x e"])


def said(graph: Graph, id_: str, scenario: Scenario = AS_IT_IS) -> str:
    return why(graph, explain(graph, scenario, id_))


@pytest.mark.parametrize(
    ("graph", "id_", "expected"),
    [
        (ATTACKED_TWICE, "a", "it is put forward on its own; nothing on the table attacks it"),
        (ATTACKED_TWICE, "c", '"Text of a" and "Text of b" undermine it and stand'),
        (
            CONTRADICTED_TWICE,
            "c",
            "it is put forward on its own; "
            '"Text of a" and "Text of b" contradict it, but the map prefers it',
        ),
        (
            REPELLED_TWICE,
            "c",
            'it is put forward on its own; "Text of a" and "Text of b" attack it but fall',
        ),
        (
            UNDERCUT_TWICE,
            "c",
            'its only reason, r1, is undercut by "Text of u" and "Text of v", which stand',
        ),
        (UNDERCUT_ONCE, "c", 'its only reason, r1, is undercut by "Text of u", which stands'),
        (UNDERCUT_TWICE, "r1", '"Text of u" and "Text of v" undercut it and stand'),
        (LINKED, "c", '"Text of p" and "Text of q" stand, and reason r1 leads from there to it'),
        (LINKED, "r1", '"Text of p" and "Text of q" stand'),
        (THREE_PREMISES, "r1", '"Text of p", "Text of q" and "Text of s" stand'),
        (HANGS_ON_ITSELF, "a", "it attacks itself, and nothing on the map settles it"),
        (
            HANGS_ON_ITSELF,
            "e",
            '"Text of a", on which it hangs, attacks itself, and nothing on the map settles it',
        ),
    ],
)
def test_each_that_took_part_is_named(graph: Graph, id_: str, expected: str) -> None:
    assert said(graph, id_) == expected


def test_a_reason_that_is_refused_is_said_to_be_refused() -> None:
    graph = graph_of(["p"], ["r1: p -> c"])

    assert said(graph, "c", Scenario(reject=frozenset({"r1"}))) == "its only reason, r1, is refused"


def test_both_a_fallen_attack_and_a_weaker_contradiction_are_told() -> None:
    graph = graph_of(
        ["p", "a", "n", "u"], ["r1: p -> c"], ["a -x r1", "u -x a", "n <> c"], ["c > n"]
    )

    assert said(graph, "r1") == '"Text of p" stands; "Text of a" attacks it but falls'
    assert said(graph, "c").endswith('; "Text of n" contradicts it, but the map prefers it')


def test_only_a_supposition_is_told_of_as_one() -> None:
    graph = graph_of(["p"])
    supposed = Scenario(accept=frozenset({"p"}))

    assert sentence(graph, Scenario(), explain(graph, Scenario(), "p")) == (
        '"Text of p" stands on this map: '
        "it is put forward on its own; nothing on the table attacks it."
    )
    assert sentence(graph, supposed, explain(graph, supposed, "p")) == (
        '"Text of p" stands on this map, given these assumptions: '
        "it is granted for the sake of argument."
    )


def test_a_claim_goes_by_its_short_text_where_it_has_one() -> None:
    both = GraphClaim(id="a", text="Trams cost the town much.", short="Trams cost", side="author")
    graph = Graph(claims={"a": both})

    assert named(graph, "a") == '"Trams cost"'
    assert named(graph, "r1") == "reason r1"
    assert short_text(graph, "r1") == "r1"
