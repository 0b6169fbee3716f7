"""Status: the worked examples, and scenarios that do not fit together."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from debatekit.logic.outcome import Outcome
from debatekit.logic.status import InconsistentScenarioError, statuses
from debatekit.model.graph import Conflict, Graph, GraphClaim, Scenario
from tests.logic.graphs import ROWS, case_of, graph_of, row_named
from tests.logic.test_many import assert_each_as_alone
from tests.logic.textbook import by_alternating_fixpoint, by_arguments

SETTLED = [row["id"] for row in ROWS if "expect" in row]
CLASHING = [row["id"] for row in ROWS if "inconsistent" in row]


def supposing(accept: str = "", reject: str = "") -> Scenario:
    return Scenario(accept=frozenset(accept.split()), reject=frozenset(reject.split()))


@pytest.mark.parametrize("name", SETTLED)
def test_worked_examples_come_out_as_written(name: str) -> None:
    row = row_named(name)
    found = statuses(*case_of(row))

    assert {id_: found[id_] for id_ in row["expect"]} == row["expect"]


@pytest.mark.parametrize("name", SETTLED)
def test_worked_examples_agree_with_both_textbook_ways(name: str) -> None:
    graph, scenario = case_of(row_named(name))
    found = statuses(graph, scenario)

    assert found == by_alternating_fixpoint(graph, scenario)
    assert {id_: found[id_] for id_ in graph.claims} == by_arguments(graph, scenario)


@pytest.mark.parametrize("name", CLASHING)
def test_worked_examples_that_clash_say_why(name: str) -> None:
    row = row_named(name)

    with pytest.raises(InconsistentScenarioError, match=row["inconsistent"]):
        statuses(*case_of(row))


@pytest.mark.parametrize(
    ("scenario", "message"),
    [
        (supposing(accept="a", reject="a"), "'a' is both accepted and rejected"),
        (supposing(accept="a b"), "'a' and 'b' are in conflict"),
        (supposing(accept="u r1"), "'u' and 'r1' are in conflict"),
    ],
)
def test_a_scenario_that_contradicts_itself_is_refused(scenario: Scenario, message: str) -> None:
    graph = graph_of(["a", "b", "u"], ["r1: a -> c"], ["a <> b", "u -x r1"])

    with pytest.raises(InconsistentScenarioError, match=message):
        statuses(graph, scenario)


def test_a_withdrawn_claim_falls_back_on_its_reasons() -> None:
    graph = graph_of(["p", "c", "d"], ["r1: p -> c"])
    found = statuses(graph, Scenario(withdraw=frozenset({"c", "d"})))

    assert (found["c"], found["d"]) == ("in", "out")


def test_a_granted_step_cannot_be_undercut_but_still_needs_its_premises() -> None:
    graph = graph_of(["p", "u"], ["r1: p -> c"], ["u -x r1"])
    granted = frozenset({"r1"})

    assert statuses(graph, Scenario(accept=granted))["c"] == "in"
    assert statuses(graph, Scenario(accept=granted, reject=frozenset({"p"})))["c"] == "out"


def test_ids_that_the_graph_lacks_change_nothing() -> None:
    graph = graph_of(["a"], ["r1: a -> b"])
    strange = Scenario(accept=frozenset({"x"}), reject=frozenset({"y"}), table=frozenset({"z"}))

    assert statuses(graph, strange) == statuses(graph, Scenario())


@pytest.mark.parametrize("first", ["in", "out"])
def test_an_attack_said_twice_counts_once(first: str) -> None:
    hit = ["b -x a"] if first == "out" else []
    graph = graph_of(["a", "b", "c"], conflicts=[*hit, "a -x c", "a -x c"])
    outcome = Outcome(graph, Scenario())

    assert (first, "out" if first == "in" else "in") == (outcome.status["a"], outcome.status["c"])
    assert outcome.attackers["c"] == ["a"]


@pytest.mark.parametrize("source", ["nobody", "r1"])
def test_what_is_no_claim_attacks_nothing(source: str) -> None:
    graph = graph_of(["p"], ["r1: p -> c"])
    attacked = replace(graph, conflicts=(Conflict(source=source, target="p"),))

    assert statuses(attacked, Scenario()) == statuses(graph, Scenario())
    assert_each_as_alone(attacked, [Scenario(), Scenario(view="author")])


def test_a_premise_or_a_conclusion_that_is_no_claim_carries_nothing() -> None:
    steps = graph_of(["p"], ["r1: p ghost -> c", "r2: p -> ghost"]).inferences
    claims = {name: GraphClaim(id=name, asserted=name == "p") for name in ("p", "c")}
    graph = Graph(claims=claims, inferences=steps)
    outcome = Outcome(graph, Scenario())

    assert outcome.status == {"p": "in", "c": "out", "r1": "out", "r2": "in"}
    assert outcome.premises_with(steps["r1"], "out") == ("ghost",)
    assert_each_as_alone(graph, [Scenario(), Scenario(reject=frozenset({"p"}))])


def test_a_chain_of_a_hundred_thousand_attacks_alternates() -> None:
    size = 100_000
    names = [f"c{place}" for place in range(size)]
    chain = [f"{one} -x {other}" for one, other in pairwise(names)]
    found = statuses(graph_of(names, conflicts=chain), Scenario())

    assert ["in", "out"] * (size // 2) == [found[name] for name in names]
