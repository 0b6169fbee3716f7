"""Explanations: each kind points at what makes it true, on every graph; and in plain words."""

from itertools import pairwise

import pytest
from hypothesis import given

from debatekit.logic.explain import Explanation, explain, explain_all
from debatekit.logic.scenario import attacks, off_table
from debatekit.logic.sentences import sentence
from debatekit.logic.status import statuses
from debatekit.logic.structure import concluding
from debatekit.model.graph import Graph, Scenario, Status
from tests.logic.graphs import ROWS, THOROUGH, Case, case_of, cases, graph_of, row_named

WHY = [(row["id"], id_, kind) for row in ROWS for id_, kind in row.get("why", {}).items()]
CIRCLE = ["r1: a -> b", "r2: b -> a", "r3: b -> c"]


@pytest.mark.parametrize(("row", "id_", "kind"), WHY)
def test_worked_examples_are_explained_as_written(row: str, id_: str, kind: str) -> None:
    graph, scenario = case_of(row_named(row))

    assert explain(graph, scenario, id_).kind == kind


@THOROUGH
@given(cases())
def test_an_explanation_points_at_what_makes_it_true(case: Case) -> None:
    graph, scenario = case
    found = statuses(graph, scenario)
    every = explain_all(graph, scenario)

    assert {id_: why.status for id_, why in every.items()} == found
    for why in every.values():
        assert holds(graph, scenario, found, why), why


def holds(graph: Graph, scenario: Scenario, found: dict[str, Status], why: Explanation) -> bool:
    """Return whether an explanation is borne out by the statuses."""
    match why.kind:
        case "granted":
            return why.status == "in" and why.id in scenario.accept
        case "refused":
            return why.status == "out" and why.id in scenario.reject
        case "off-table":
            return why.status == "out" and why.id in off_table(graph, scenario)
        case "supported":
            return why.status == "in" and derives(graph, scenario, found, why)
        case "attacked" | "missing":
            return why.status == "out" and accounts_for_fall(graph, scenario, found, why)
        case "circular":
            return why.status == "out" and is_circle(graph, found, why.ids)
        case "contested":
            return why.status == "undecided" and is_ring(graph, scenario, found, why.ids)


def derives(graph: Graph, scenario: Scenario, found: dict[str, Status], why: Explanation) -> bool:
    """Return whether the tree, read from the leaves, reaches its top, and all of it stands."""
    asserted = {id_ for id_, claim in graph.claims.items() if claim.asserted}
    own = (asserted - scenario.withdraw) | scenario.accept
    reached: set[str] = set()
    for _ in why.ids:
        for id_ in why.ids:
            step = graph.inferences.get(id_)
            if step is None:
                given_by = {one.id for one in concluding(graph, id_)} & reached
                reached |= {id_} if id_ in own or given_by else set()
            elif reached.issuperset(step.premises):
                reached.add(id_)
    return (
        why.ids[0] == why.id
        and reached == set(why.ids)
        and len(reached) == len(why.ids)
        and all(found[id_] == "in" for id_ in why.ids)
    )


def accounts_for_fall(
    graph: Graph, scenario: Scenario, found: dict[str, Status], why: Explanation
) -> bool:
    """Return whether what is named stands and attacks, or fell and was needed."""
    pairs = list(attacks(graph, scenario))
    if why.kind == "attacked" and not why.lost:
        return bool(why.ids) and all(
            found[id_] == "in" and (id_, why.id) in pairs for id_ in why.ids
        )
    if why.id in graph.inferences:
        needed = graph.inferences[why.id].premises
        return bool(why.ids) and all(found[id_] == "out" and id_ in needed for id_ in why.ids)
    reasons = {one.id for one in concluding(graph, why.id)} - off_table(graph, scenario)
    return {lost.reason for lost in why.lost} == reasons and all(
        lost.refused
        or (lost.undercut_by and all(found[id_] == "in" for id_ in lost.undercut_by))
        or (lost.missing and all(found[id_] == "out" for id_ in lost.missing))
        for lost in why.lost
    )


def is_circle(graph: Graph, found: dict[str, Status], ids: tuple[str, ...]) -> bool:
    """Return whether all fell, and each claim would be concluded from the next."""
    return all(found[id_] == "out" for id_ in ids) and all(
        any(below in step.premises for step in concluding(graph, above))
        for above, below in pairwise((*ids, ids[0]))
    )


def is_ring(
    graph: Graph, scenario: Scenario, found: dict[str, Status], ids: tuple[str, ...]
) -> bool:
    """Return whether all are open, and each attacks the next or what the next rests on."""
    pairs = list(attacks(graph, scenario))
    return (
        bool(ids)
        and len(set(ids)) == len(ids)
        and all(found[id_] == "undecided" for id_ in ids)
        and all(
            any(source == one and target in below(graph, other) for source, target in pairs)
            for one, other in pairwise((*ids, ids[0]))
        )
    )


def below(graph: Graph, claim: str) -> set[str]:
    """Return the claim, its reasons, their premises, and so on down."""
    reached = {claim}
    waiting = [claim]
    while waiting:
        for step in concluding(graph, waiting.pop()):
            waiting.extend(set(step.premises) - reached)
            reached |= {step.id, *step.premises}
    return reached


@THOROUGH
@given(cases())
def test_no_shorter_ring_of_attacks_lies_behind_a_contested_claim(case: Case) -> None:
    graph, scenario = case
    bare = Graph(claims=graph.claims, conflicts=graph.conflicts)
    found = statuses(bare, scenario)
    steps = {
        (source, target)
        for source, target in attacks(bare, scenario)
        if found[source] == "undecided" and found.get(target) == "undecided"
    }
    for why in explain_all(bare, scenario).values():
        if why.kind == "contested":
            assert len(why.ids) == shortest_ring(steps, why.id)


def shortest_ring(steps: set[tuple[str, str]], end: str) -> int:
    """Return the length of the shortest closed walk from which the end can be reached."""
    walks = steps
    reaching = {end}
    for _ in steps:
        reaching |= {source for source, target in steps if target in reaching}
    for length in range(1, len(steps) + 1):
        if any(source == target and source in reaching for source, target in walks):
            return length
        walks = {(one, end) for one, mid in walks for start, end in steps if mid == start}
    return 0


@pytest.mark.parametrize(
    ("row", "id_", "expected"),
    [
        ("E1", "p1", '"Text of p1" falls on this map, given these assumptions: it is refused for'),
        ("E1", "c", '"Text of p2" stands, and reason r2 leads from there to it.'),
        ("E1b", "c", 'none of its reasons is left: r1 lacks "Text of p1"; r2 lacks "Text of p2".'),
        ("E2", "c", 'its only reason, r1, lacks "Text of p1".'),
        ("E2", "r1", 'Reason r1 falls on this map, given these assumptions: it lacks "Text of p1"'),
        ("E4", "c", '"Text of c" falls on this map: its only reason, r1, is undercut by'),
        ("E4", "r1", 'Reason r1 falls on this map: "Text of u" undercuts it and stands.'),
        ("E5", "a", 'it is put forward on its own; "Text of b" attacks it but falls.'),
        ("E5", "b", '"Text of b" falls on this map: "Text of c" undermines it and stands.'),
        ("E6", "c", '"Text of c" is contested on this map: it and "Text of n" attack one another'),
        ("E6b", "c", '"Text of n" rebuts it and stands.'),
        ("E6c", "c", '"Text of n" contradicts it, but the map prefers it.'),
        ("E8", "e", 'it hangs on "Text of a" and "Text of b", which attack one another, and'),
        ("E9", "a", "it attacks itself, and nothing on the map settles it."),
        ("E10", "c", 'goes round in a circle ("Text of b" and "Text of a") and starts nowhere.'),
        ("article", "choice", "is off the table on this map, given these assumptions: this view"),
    ],
)
def test_an_explanation_reads_as_a_sentence(row: str, id_: str, expected: str) -> None:
    graph, scenario = case_of(row_named(row))

    assert expected in sentence(graph, scenario, explain(graph, scenario, id_))


def test_a_claim_without_any_reason_on_the_table_says_so() -> None:
    graph = graph_of(["p"], ["r1: p -> c"])
    withdrawn = Scenario(withdraw=frozenset({"p"}))

    assert sentence(graph, withdrawn, explain(graph, withdrawn, "p")) == (
        '"Text of p" falls on this map, given these assumptions: '
        "no reason on the table supports it."
    )


def test_a_circle_that_lost_its_outside_support_names_that_support() -> None:
    graph = graph_of(["p"], [*CIRCLE, "r4: p -> a"])
    why = explain(graph, Scenario(reject=frozenset({"p"})), "a")

    assert (why.kind, why.ids) == ("missing", ("b", "p"))


@pytest.mark.parametrize(
    ("conflicts", "shorter"),
    [
        (["x -x c", "y -x x", "z -x y", "x -x z", "w <> y"], {"w", "y"}),
        (
            ["x -x c", "y -x x", "z -x y", "w -x z", "x -x w", "p -x w", "q -x p", "w -x q"],
            {"w", "p", "q"},
        ),
    ],
)
def test_a_shorter_ring_is_told_even_where_a_longer_one_lies_nearer(
    conflicts: list[str], shorter: set[str]
) -> None:
    graph = graph_of("cxyzwpq", conflicts=conflicts)

    assert set(explain(graph, Scenario(), "c").ids) == shorter


def test_what_a_preference_sets_below_is_told_only_while_it_is_on_the_table() -> None:
    graph, _ = case_of(row_named("E6c"))

    assert explain(graph, Scenario(), "c").outranked == ("n",)
    assert explain(graph, Scenario(reject=frozenset({"n"})), "c").outranked == ()


def test_what_attacks_in_another_way_as_well_is_told_as_fallen_alone() -> None:
    graph = graph_of(["c", "n", "u"], [], ["n <> c", "n -x c", "u -x n"], ["c > n"])
    why = explain(graph, Scenario(), "c")

    assert (why.repelled, why.outranked) == (("n",), ())


@pytest.mark.parametrize(
    ("conflicts", "nearer"),
    [
        (["x -x c", "x <> y", "z -x y", "z <> w"], {"x", "y"}),
        (["x -x c", "x -x x", "y -x x", "y -x y"], {"x"}),
    ],
)
def test_of_two_rings_of_one_length_the_nearer_is_told(
    conflicts: list[str], nearer: set[str]
) -> None:
    graph = graph_of(["c", "x", "y", "z", "w"], conflicts=conflicts)

    assert set(explain(graph, Scenario(), "c").ids) == nearer


def test_what_holds_a_claim_up_is_told_whole_where_two_steps_share_a_premise() -> None:
    graph = graph_of(["p", "q"], ["r1: p -> m", "r2: p m q -> c"])

    assert explain(graph, Scenario(), "c").ids == ("c", "r2", "p", "m", "r1", "q")
