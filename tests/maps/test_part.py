"""One contention's part of a map."""

from debatekit.maps import part_of
from tests.logic.graphs import graph_of
from tests.maps.sample import sample


def test_a_part_has_all_that_bears_on_its_claim_and_nothing_else() -> None:
    part = part_of(sample(), "c")

    assert set(part.claims) == set(sample().claims) - {"r"}
    assert set(part.inferences) == {"r1", "r2"}
    assert part.conflicts == sample().conflicts


def test_a_part_stops_at_a_claim_that_has_a_part_of_its_own() -> None:
    graph = graph_of(["p", "o"], ["r1: p -> m", "r2: m -> c"], ["o -x m", "o -x r2"])
    part = part_of(graph, "c", ["m", "c"])

    assert set(part.claims) == {"c", "m", "o"}
    assert set(part.inferences) == {"r2"}
    assert set(part_of(graph, "m", ["m", "c"]).claims) == {"m", "p", "o"}


def test_a_part_keeps_the_reasons_listed_under_its_claim_that_bear_on_something_else() -> None:
    graph = graph_of(["p", "o", "s"], ["r1: p -> d", "r2: s -> d"], ["o -x p"])
    part = part_of(graph, "c", ["c", "d"], ["r1"])

    assert set(part.claims) == {"p", "o", "d"}
    assert set(part.inferences) == {"r1"}
