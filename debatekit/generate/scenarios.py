"""Scenarios that questions set: one side's case, and what is granted, refused or put beside it."""

from collections.abc import Iterator
from typing import Literal

from debatekit.logic.graph_facts import status_under, work_out
from debatekit.logic.recent import Recent
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
SCENARIO_WORDS = 45
"""A longer what-if is put in fewer words: there is much to work out besides reading it."""


def refusing(case: Case, claim: str) -> Scenario:
    """Return a side's case with one of its claims refused."""
    return Scenario(view=case, reject=frozenset({claim}))


def granting(case: Case, claim: str) -> Scenario:
    """Return a side's case with one claim of the other side granted."""
    return Scenario(view=case, accept=frozenset({claim}))


def facing(graph: Graph, case: Case, claim: str) -> Scenario:
    """Return a side's case with one claim of the other side beside it, its reasons included."""
    known = _FACING.get(graph)
    if (case, claim) not in known:
        below = {claim, *supporters(graph, claim)}
        steps = {step.id for id_ in below for step in concluding(graph, id_)}
        known[case, claim] = Scenario(view=case, table=frozenset(below | steps))
    return known[case, claim]


def _none_yet(graph: Graph) -> dict[tuple[Case, str], Scenario]:
    """Return an empty table for a graph."""
    return {}


_FACING: Recent[Graph, dict[tuple[Case, str], Scenario]] = Recent(_none_yet)


def status_of(graph: Graph, scenario: Scenario, claim: str) -> Status | None:
    """Return a claim's status, or nothing where the scenario does not fit together."""
    return status_under(graph, scenario, claim)


def _usual(graph: Graph) -> Iterator[Scenario]:
    """Yield the scenarios that many questions set, on both cases."""
    for case in CASES:
        yield Scenario(view=case)
        for id_, claim in graph.claims.items():
            if claim.side == case:
                yield refusing(case, id_)
            elif claim.role != "claim":
                yield granting(case, id_)
                yield facing(graph, case, id_)


def foresee(graph: Graph) -> None:
    """Work the usual scenarios out together, once: far quicker than one by one."""
    _FORESEEN.get(graph)


def _work_out_usual(graph: Graph) -> None:
    """Work out the scenarios that many questions set."""
    work_out(graph, _usual(graph))


_FORESEEN: Recent[Graph, None] = Recent(_work_out_usual)


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
    foresee(graph)
    alone = Scenario(view=case)
    for id_, claim in graph.claims.items():
        own = claim.side == case and not claim.unstated and bool(concluding(graph, id_))
        if own and status_of(graph, alone, id_) == "in":
            yield id_


def other_case(case: Side) -> Case:
    """Return the opponents' case."""
    return "counter" if case == "author" else "author"
