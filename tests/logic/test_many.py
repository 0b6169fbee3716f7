"""Many scenarios at once give what each gives alone."""

from hypothesis import given
from hypothesis import strategies as st

from debatekit.logic.many import statuses_of_many
from debatekit.logic.scenario import is_consistent
from debatekit.logic.status import InconsistentScenarioError, statuses
from debatekit.model.graph import Graph, Scenario
from tests.logic.graphs import THOROUGH, Case, cases, graph_of


def assert_each_as_alone(graph: Graph, scenarios: list[Scenario]) -> None:
    """Check every status under every scenario against that of the scenario alone."""
    found = statuses_of_many(graph, scenarios)
    for place, scenario in enumerate(scenarios):
        alone = statuses(graph, scenario)

        assert {name: found.status(place, name) for name in alone} == alone


def has_statuses(graph: Graph, scenario: Scenario) -> bool:
    """Return whether a scenario alone is taken, or refused as one that contradicts itself."""
    try:
        statuses(graph, scenario)
    except InconsistentScenarioError:
        return False
    return True


@st.composite
def rows(draw: st.DrawFn) -> tuple[Graph, list[Scenario]]:
    """Return a graph and some scenarios that fit it: one of all sorts, others that change it."""
    graph, first = draw(cases())
    names = st.frozensets(st.sampled_from([*graph.claims, *graph.inferences]), max_size=2)
    scenario = st.builds(
        Scenario,
        view=st.sampled_from(["author", "counter", "all"]),
        table=names,
        accept=names,
        reject=names,
        withdraw=names,
    )
    others = draw(st.lists(scenario, max_size=5))
    return graph, [first, *(one for one in others if has_statuses(graph, one))]


@THOROUGH
@given(rows())
def test_each_scenario_of_a_row_has_the_statuses_it_has_alone(
    row: tuple[Graph, list[Scenario]],
) -> None:
    assert_each_as_alone(*row)


@THOROUGH
@given(cases(), st.data())
def test_a_scenario_fits_together_if_it_is_taken_alone(case: Case, data: st.DataObject) -> None:
    graph = case[0]
    names = st.frozensets(st.sampled_from([*graph.claims, *graph.inferences]), max_size=3)
    scenario = Scenario(accept=data.draw(names), reject=data.draw(names))

    assert is_consistent(graph, scenario) == has_statuses(graph, scenario)


@THOROUGH
@given(cases())
def test_a_scenario_said_twice_has_one_answer(case: Case) -> None:
    assert_each_as_alone(case[0], [case[1], Scenario(), case[1]])


def test_no_scenario_has_no_status() -> None:
    assert statuses_of_many(graph_of(["a"]), []).number == {"a": 0}


def test_a_stranger_has_no_status() -> None:
    assert statuses_of_many(graph_of(["a"]), [Scenario()]).status(0, "b") is None


def supposing(accept: str = "", reject: str = "") -> Scenario:
    return Scenario(accept=frozenset(accept.split()), reject=frozenset(reject.split()))


def test_what_several_scenarios_grant_is_granted_in_each() -> None:
    graph = graph_of(["s", "w"], conflicts=["s <> w"], preferences=["s > w"])

    assert_each_as_alone(graph, [supposing("w"), supposing(), supposing("w")])


def test_a_claim_that_is_reached_in_another_way_in_each_scenario_stays_open_in_each() -> None:
    clashes = ["p <> p2", "q <> q2"]
    graph = graph_of(["p", "p2", "q", "q2"], ["r1: p -> c", "r2: q -> c"], clashes)

    assert_each_as_alone(graph, [supposing(reject="q"), supposing(reject="p"), supposing()])


def test_a_circle_that_is_refused_in_one_scenario_falls_in_the_other_too() -> None:
    graph = graph_of([], ["r1: a -> b", "r2: b -> a"])

    assert_each_as_alone(graph, [supposing(reject="b"), supposing()])
