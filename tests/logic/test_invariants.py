"""What holds of status on every graph, tried on thousands."""

from collections import defaultdict

from hypothesis import given
from msgspec.structs import replace

from debatekit.logic.scenario import attacks, mutual
from debatekit.logic.status import InconsistentScenarioError, statuses
from debatekit.model.graph import Graph, GraphClaim, Scenario, Status
from tests.logic.graphs import THOROUGH, Case, cases
from tests.logic.textbook import by_alternating_fixpoint, by_arguments

RANK: dict[Status, int] = {"in": 2, "undecided": 1, "out": 0}


@THOROUGH
@given(cases())
def test_status_is_that_of_the_alternating_fixpoint(case: Case) -> None:
    assert statuses(*case) == by_alternating_fixpoint(*case)


@THOROUGH
@given(cases(most_claims=6, most_inferences=5))
def test_claims_have_the_status_that_built_arguments_give_them(case: Case) -> None:
    found = statuses(*case)

    assert {name: found[name] for name in case[0].claims} == by_arguments(*case)


@THOROUGH
@given(cases())
def test_nothing_that_stands_is_attacked_by_what_stands(case: Case) -> None:
    found = statuses(*case)
    pairs = list(attacks(*case))

    assert not [pair for pair in pairs if (found[pair[0]], found[pair[1]]) == ("in", "in")]


@THOROUGH
@given(cases())
def test_only_a_granted_claim_stands_beside_its_attacker(case: Case) -> None:
    graph, scenario = case
    found = statuses(graph, scenario)
    both = [
        conflict
        for conflict in graph.conflicts
        if (found[conflict.source], found[conflict.target]) == ("in", "in")
    ]

    assert all(conflict.target in scenario.accept for conflict in both)
    assert not [conflict for conflict in both if mutual(graph, conflict)]


@THOROUGH
@given(cases())
def test_names_and_order_carry_no_meaning(case: Case) -> None:
    graph, scenario = case
    new = {name: f"z{name[::-1]}" for name in (*graph.claims, *graph.inferences)}
    turned = Graph(
        claims={
            new[name]: replace(claim, id=new[name])
            for name, claim in reversed(list(graph.claims.items()))
        },
        inferences={
            new[name]: replace(
                step,
                id=new[name],
                premises=tuple(new[premise] for premise in reversed(step.premises)),
                conclusion=new[step.conclusion],
            )
            for name, step in reversed(list(graph.inferences.items()))
        },
        conflicts=tuple(
            replace(conflict, source=new[conflict.source], target=new[conflict.target])
            for conflict in reversed(graph.conflicts)
        ),
        preferences=tuple(
            replace(one, stronger=new[one.stronger], weaker=new[one.weaker])
            for one in reversed(graph.preferences)
        ),
    )
    renamed = Scenario(
        view=scenario.view,
        table=frozenset(new[name] for name in scenario.table),
        accept=frozenset(new[name] for name in scenario.accept),
        reject=frozenset(new[name] for name in scenario.reject),
        withdraw=frozenset(new[name] for name in scenario.withdraw),
    )

    expected = {new[name]: status for name, status in statuses(graph, scenario).items()}
    assert statuses(turned, renamed) == expected


@THOROUGH
@given(cases())
def test_what_is_granted_stands_and_what_is_refused_falls(case: Case) -> None:
    graph, scenario = case
    found = statuses(graph, scenario)

    assert {"in"} >= {found[name] for name in scenario.accept if name in graph.claims}
    assert {"out"} >= {found[name] for name in scenario.reject}


@THOROUGH
@given(cases())
def test_granting_what_stands_or_refusing_what_falls_changes_nothing(case: Case) -> None:
    graph, scenario = case
    found = statuses(graph, scenario)
    for name in graph.claims:
        if found[name] == "in":
            granted = replace(scenario, accept=scenario.accept | {name})
            assert _or_clash(graph, granted) in (found, None)
        if found[name] == "out" and name not in scenario.accept:
            refused = replace(scenario, reject=scenario.reject | {name})
            assert statuses(graph, refused) == found


def _or_clash(graph: Graph, scenario: Scenario) -> dict[str, Status] | None:
    """Return the statuses, or nothing: two that stand may clash once both are granted."""
    try:
        return statuses(graph, scenario)
    except InconsistentScenarioError:
        return None


@THOROUGH
@given(cases())
def test_without_a_cycle_nothing_is_contested(case: Case) -> None:
    graph, scenario = case
    numbered = {name: place for place, name in enumerate(graph.claims)}
    upward = Graph(
        claims=graph.claims,
        inferences={
            name: step
            for name, step in graph.inferences.items()
            if all(numbered[premise] < numbered[step.conclusion] for premise in step.premises)
        },
        conflicts=tuple(
            replace(conflict, mutual=False)
            for conflict in graph.conflicts
            if numbered[conflict.source] < numbered.get(conflict.target, -1)
        ),
    )
    steps = upward.inferences.items()
    undercuts = tuple(
        conflict
        for conflict in graph.conflicts
        for name, step in steps
        if conflict.target == name and numbered[conflict.source] < numbered[step.conclusion]
    )
    whole = replace(upward, conflicts=(*upward.conflicts, *undercuts))

    assert "undecided" not in statuses(whole, scenario).values()


@THOROUGH
@given(cases())
def test_without_conflicts_status_is_plain_derivation(case: Case) -> None:
    graph, scenario = replace(case[0], conflicts=(), preferences=()), case[1]
    found = statuses(graph, scenario)

    assert found == by_alternating_fixpoint(graph, scenario)
    assert "undecided" not in found.values()
    for name in graph.claims.keys() - scenario.accept:
        fewer = statuses(graph, replace(scenario, reject=scenario.reject | {name}))
        assert not [one for one in found if (found[one], fewer[one]) == ("out", "in")]


@THOROUGH
@given(cases())
def test_a_step_is_as_strong_as_its_weakest_part(case: Case) -> None:
    graph, scenario = case
    found = statuses(graph, scenario)
    undercutters = defaultdict(list)
    for source, target in attacks(graph, scenario):
        undercutters[target].append(2 - RANK[found[source]])
    for name, step in graph.inferences.items():
        parts = [RANK[found[premise]] for premise in step.premises] + undercutters[name]
        on_table = name not in scenario.reject and _seen(graph, scenario, name)

        assert RANK[found[name]] == (min(parts) if on_table else 0)


def _seen(graph: Graph, scenario: Scenario, name: str) -> bool:
    """Return whether the view, or what is put back, leaves the step on the table."""
    other = {"author": "counter", "counter": "author", "all": ""}[scenario.view]
    return graph.inferences[name].side != other or name in scenario.table | scenario.accept


@THOROUGH
@given(cases())
def test_a_claim_that_nothing_touches_changes_nothing(case: Case) -> None:
    graph, scenario = case
    lonely = GraphClaim(id="lonely", asserted=False)
    larger = replace(graph, claims={**graph.claims, "lonely": lonely})

    assert statuses(larger, scenario) == {**statuses(graph, scenario), "lonely": "out"}
