"""The words for structure, on maps small enough to see through."""

import itertools

import pytest
from hypothesis import given

from debatekit.logic.derive import derive
from debatekit.logic.structure import (
    LONGEST_CHAIN,
    attack_name,
    attacks_by,
    attacks_on,
    chains,
    concluding,
    count_supported,
    is_convergent,
    is_linked,
    roots,
    step_end,
    support_path,
    supported_by,
    supported_through,
    supporters,
    supports,
    using,
)
from debatekit.model.graph import Conflict, Graph, GraphClaim, Inference
from tests.generate.made import BRIEF, material_of, raw_lessons
from tests.generate.oracle import Oracle
from tests.generate.raw import RawLesson


def graph_of(*steps: str, conflicts: tuple[Conflict, ...] = ()) -> Graph:
    """Return the graph of steps written 'p q > c'; they are called r1, r2 and so on."""
    inferences = {}
    names: set[str] = {end for conflict in conflicts for end in (conflict.source, conflict.target)}
    for number, written in enumerate(steps, 1):
        premises, _, conclusion = written.partition(" > ")
        inference = Inference(
            id=f"r{number}", premises=tuple(premises.split()), conclusion=conclusion
        )
        inferences[inference.id] = inference
        names |= {*inference.premises, conclusion}
    claims = {name: GraphClaim(id=name) for name in sorted(names - inferences.keys())}
    return Graph(claims=claims, inferences=inferences, conflicts=conflicts)


def test_premises_in_one_step_are_linked_and_steps_to_one_claim_converge() -> None:
    graph = graph_of("p q > c", "s > c")

    assert is_linked(graph.inferences["r1"])
    assert not is_linked(graph.inferences["r2"])
    assert is_convergent(graph, "c")
    assert not is_convergent(graph, "p")
    assert not is_convergent(graph_of("p q > c"), "c")


def test_each_claim_knows_the_steps_it_takes_part_in() -> None:
    graph = graph_of("p > m", "m q > c")

    assert [step.id for step in concluding(graph, "m")] == ["r1"]
    assert [step.id for step in using(graph, "m")] == ["r2"]
    assert using(graph, "nowhere") == ()


@pytest.mark.parametrize(
    ("target", "name"), [("p", "undermine"), ("m", "rebut"), ("c", "rebut"), ("r1", "undercut")]
)
def test_an_attack_is_named_after_what_it_hits(target: str, name: str) -> None:
    attack = Conflict(source="x", target=target)
    graph = graph_of("p > m", "m > c", conflicts=(attack,))

    assert attack_name(graph, attack) == name


def test_each_thing_knows_the_attacks_that_it_makes_and_meets() -> None:
    first, second = Conflict(source="u", target="r1"), Conflict(source="u", target="p")
    graph = graph_of("p > c", conflicts=(first, second))

    assert attacks_by(graph, "u") == (first, second)
    assert attacks_on(graph, "r1") == (first,)
    assert attacks_on(graph, "p") == (second,)
    assert attacks_on(graph, "c") == attacks_by(graph, "c") == ()


def test_support_runs_through_several_steps_and_never_backwards() -> None:
    graph = graph_of("p > m", "m q > c", "c > d")

    assert supports(graph, "p", "d")
    assert not supports(graph, "d", "p")
    assert support_path(graph, "p", "d") == ("p", "m", "c", "d")
    assert support_path(graph, "d", "p") == ()
    assert supporters(graph, "c") == {"p", "m", "q"}
    assert list(supported_by(graph, "m")) == ["c", "d"]


def test_what_lies_nearest_on_the_way_comes_first() -> None:
    graph = graph_of("p > m", "m > c", "p > d", "c > e")

    assert list(supported_by(graph, "p")) == ["m", "d", "c", "e"]
    assert list(supported_through(graph, "e")) == ["c", "m", "p"]
    assert list(supported_by(graph, "e")) == list(supported_through(graph, "p")) == []


def test_nothing_supports_what_is_not_on_the_map() -> None:
    graph = graph_of("p > c")

    assert not supports(graph, "p", "stranger")
    assert not supports(graph, "stranger", "c")


def test_a_shortest_path_is_shown() -> None:
    graph = graph_of("p > m", "m > c", "p > c")

    assert support_path(graph, "p", "c") == ("p", "c")


def test_a_claim_in_a_circle_supports_itself_and_the_search_ends() -> None:
    graph = graph_of("a > b", "b > a", "b > c")

    assert supports(graph, "a", "a")
    assert count_supported(graph, "a") == len({"a", "b", "c"})
    assert not supports(graph, "c", "a")
    assert support_path(graph, "a", "a") == ("a", "b", "a")
    assert list(chains(graph)) == []


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("r1", "c"),
        ("p", "c"),
        ("c", "c"),
        ("on-step", "c"),
        ("on-premise", "p"),
        ("alone", "alone"),
        ("unknown", ""),
    ],
)
def test_a_step_ends_in_one_claim_whatever_of_it_is_named(name: str, end: str) -> None:
    hit = (("on-step", "r1"), ("on-premise", "p"), ("x", "alone"))
    hits = tuple(Conflict(source=source, target=target) for source, target in hit)
    graph = graph_of("p q > c", "c > d", conflicts=hits)

    assert step_end(graph, name) == end


def test_main_conclusions_are_supported_and_support_nothing() -> None:
    graph = graph_of("p > m", "m > c", "q > d")

    assert roots(graph, "author") == ("c", "d")
    assert roots(graph, "counter") == ()


def test_a_chain_ends_where_it_would_branch() -> None:
    graph = graph_of("p > m", "m > c", "m > d")

    assert list(chains(graph)) == [("p", "m")]


def test_a_chain_runs_to_the_end_but_not_for_ever() -> None:
    short = graph_of("a > b", "b x > c")
    long = graph_of(*(f"c{n} > c{n + 1}" for n in range(9)))

    assert list(chains(short)) == [("a", "b", "c"), ("x", "c")]
    assert [len(chain) for chain in chains(long)] == [LONGEST_CHAIN]


@BRIEF
@given(raw_lessons())
def test_paths_and_names_agree_with_the_raw_files(raw: RawLesson) -> None:
    graph, oracle = derive(material_of(raw)), Oracle(raw)

    for one in graph.claims:
        for other in graph.claims:
            path = support_path(graph, one, other)
            assert bool(path) == supports(graph, one, other) == oracle.is_supports(one, other)
            assert all(oracle.is_reason_for(*pair) for pair in itertools.pairwise(path))
        above = [id_ for id_ in graph.claims if oracle.is_supports(one, id_)]
        assert sorted(above) == sorted(supported_by(graph, one))
        assert len(above) == count_supported(graph, one)
        assert {id_ for id_ in graph.claims if oracle.is_supports(id_, one)} == supporters(
            graph, one
        )
    for conflict in graph.conflicts:
        assert attack_name(graph, conflict) == oracle.name(conflict.target)
