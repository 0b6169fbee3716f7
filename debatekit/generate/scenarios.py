"""Scenarios that questions set: one side's case, and what is granted, refused or put beside it."""

from collections.abc import Iterator
from typing import Literal

from debatekit.generate.desk import Desk
from debatekit.logic.graph_facts import scenario_text, status_under
from debatekit.logic.status import InconsistentScenarioError
from debatekit.logic.structure import attacks_on, concluding, supporters
from debatekit.model.graph import Graph, Scenario, Status
from debatekit.model.words import Side

Case = Literal["author", "counter"]
CASES: tuple[Case, Case] = ("author", "counter")

ALONE: dict[Case, str] = {
    "author": "On the map, take the author's case alone",
    "counter": "On the map, take the critics' case alone",
}
BY_THE_MAP = "Go by the map, not by your own view."


def refusing(case: Case, claim: str) -> Scenario:
    """Return a side's case with one of its claims refused."""
    return Scenario(view=case, reject=frozenset({claim}))


def granting(case: Case, claim: str) -> Scenario:
    """Return a side's case with one claim of the other side granted."""
    return Scenario(view=case, accept=frozenset({claim}))


def facing(desk: Desk, case: Case, claim: str) -> Scenario:
    """Return a side's case with one claim of the other side beside it, its reasons included."""
    below = {claim, *supporters(desk.graph, claim)}
    steps = {step.id for id_ in below for step in concluding(desk.graph, id_)}
    return Scenario(view=case, table=frozenset(below | steps))


def status_of(graph: Graph, scenario: Scenario, claim: str) -> Status | None:
    """Return a claim's status, or nothing where the scenario does not fit together."""
    try:
        return status_under(graph, scenario_text(scenario)).get(claim)
    except InconsistentScenarioError:
        return None


def grants_against_the_map(graph: Graph, scenario: Scenario) -> bool:
    """Return whether something granted is attacked, one way, by what still stands.

    The engine lets what is granted stand all the same; a student could not tell that from
    the map, so no question rests on it.
    """
    return any(
        not conflict.mutual and status_of(graph, scenario, conflict.source) == "in"
        for claim in scenario.accept
        for conflict in attacks_on(graph, claim)
    )


def conclusions_of(graph: Graph, case: Case) -> Iterator[str]:
    """Yield a side's conclusions that stand when its case is taken alone."""
    alone = Scenario(view=case)
    for id_, claim in graph.claims.items():
        own = claim.side == case and not claim.unstated and bool(concluding(graph, id_))
        if own and status_of(graph, alone, id_) == "in":
            yield id_


def other_case(case: Side) -> Case:
    """Return the opponents' case."""
    return "counter" if case == "author" else "author"
