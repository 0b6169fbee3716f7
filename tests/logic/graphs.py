"""Graphs for tests: written rows as graphs, and random graphs from bytes."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from debatekit.logic.scenario import InconsistentScenarioError, require_consistent
from debatekit.model.graph import Conflict, Graph, GraphClaim, Inference, Preference, Scenario, View
from debatekit.model.words import Side

ROWS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "data" / "status.yaml").read_text(encoding="utf-8")
)
THOROUGH = settings(
    max_examples=3000,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
"""Well over two thousand different graphs, the same in every run."""

Case = tuple[Graph, Scenario]


def inference(line: str, side: Side = "author") -> Inference:
    """Return what `r1: p1 p2 -> c` says."""
    name, _, step = line.partition(": ")
    premises, _, conclusion = step.partition(" -> ")
    return Inference(id=name, premises=tuple(premises.split()), conclusion=conclusion, side=side)


def conflict(line: str) -> Conflict:
    """Return what `a -x b` or `a <> b` says."""
    source, sign, target = line.split()
    return Conflict(source=source, target=target, mutual=sign == "<>")


def graph_of(
    asserted: Iterable[str],
    reasons: Iterable[str] = (),
    conflicts: Iterable[str] = (),
    preferences: Iterable[str] = (),
    counter: Iterable[str] = (),
) -> Graph:
    """Return the graph; what only a reason concludes is not asserted."""
    steps = [inference(line) for line in reasons]
    others = [name for step in steps for name in (*step.premises, step.conclusion)]
    asserted, counter = dict.fromkeys(asserted), dict.fromkeys(counter)
    pairs = [line.split(" > ") for line in preferences]
    return Graph(
        claims={
            name: GraphClaim(
                id=name,
                text=f"Text of {name}.",
                side="counter" if name in counter else "author",
                asserted=name in asserted or name in counter,
            )
            for name in dict.fromkeys((*asserted, *counter, *others))
        },
        inferences={step.id: step for step in steps},
        conflicts=tuple(conflict(line) for line in conflicts),
        preferences=tuple(Preference(stronger=one, weaker=other) for one, other in pairs),
    )


def row_named(name: str) -> dict[str, Any]:
    """Return a row of the worked examples, with what it takes from another."""
    row = next(row for row in ROWS if row["id"] == name)
    return {**_graph_keys(row_named(row["same_as"])), **row} if "same_as" in row else row


def _graph_keys(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the part of a row that another row may take over."""
    keys = ("asserted", "reasons", "conflicts", "preferences", "counter", "view")
    return {key: row[key] for key in keys if key in row}


def case_of(row: Mapping[str, Any]) -> Case:
    """Return a row's graph and scenario."""
    keys = ("asserted", "reasons", "conflicts", "preferences", "counter")
    graph = graph_of(**{key: row[key] for key in keys if key in row})
    sets = {key: frozenset(row.get(key, ())) for key in ("table", "accept", "reject", "withdraw")}
    return graph, Scenario(view=row.get("view", "all"), **sets)


class _Choices:
    """Numbers below a bound, one from each byte; 0 when no byte is left."""

    def __init__(self, source: bytes) -> None:
        self._bytes = iter(source)

    def below(self, bound: int) -> int:
        return next(self._bytes, 0) % bound

    def some(self, names: list[str], one_in: int) -> frozenset[str]:
        return frozenset(name for name in names if self.below(one_in) == one_in - 1)


def _graph(choices: _Choices, most_claims: int, most_inferences: int) -> Graph:
    """Return a graph of up to so many claims and inferences, with up to seven conflicts."""
    sides: tuple[Side, ...] = ("author", "counter", "shared")
    names = [f"c{place}" for place in range(2 + choices.below(most_claims - 1))]
    steps = [f"r{place}" for place in range(choices.below(most_inferences + 1))]

    def claim() -> str:
        return names[choices.below(len(names))]

    claims = {
        name: GraphClaim(id=name, asserted=choices.below(2) == 0, side=sides[choices.below(3)])
        for name in names
    }
    inferences = {
        name: Inference(
            id=name,
            premises=tuple(dict.fromkeys(claim() for _ in range(1 + choices.below(3)))),
            conclusion=claim(),
            side=sides[choices.below(3)],
        )
        for name in steps
    }
    targets = [*names, *steps]
    attacks = [
        Conflict(source=claim(), target=targets[choices.below(len(targets))])
        for _ in range(choices.below(6))
    ]
    denials = [
        Conflict(source=claim(), target=claim(), mutual=True) for _ in range(choices.below(3))
    ]
    preferences = {
        frozenset((denial.source, denial.target)): Preference(
            stronger=denial.source, weaker=denial.target
        )
        for denial in denials
        if choices.below(3) == 2 and denial.source != denial.target
    }
    return Graph(
        claims=claims,
        inferences=inferences,
        conflicts=(*attacks, *denials),
        preferences=tuple(preferences.values()),
    )


def _scenario(choices: _Choices, graph: Graph) -> Scenario:
    """Return a scenario that may be inconsistent."""
    views: tuple[View, ...] = ("all", "all", "author", "counter")
    claims, everything = list(graph.claims), [*graph.claims, *graph.inferences]
    return Scenario(
        view=views[choices.below(4)],
        table=choices.some(everything, 4),
        accept=choices.some(everything, 8),
        reject=choices.some(everything, 8),
        withdraw=choices.some(claims, 6),
    )


def _consistent(case: Case) -> bool:
    try:
        require_consistent(*case)
    except InconsistentScenarioError:
        return False
    return True


def _case(source: bytes, most_claims: int, most_inferences: int) -> Case:
    choices = _Choices(source)
    graph = _graph(choices, most_claims, most_inferences)
    return graph, _scenario(choices, graph)


def cases(most_claims: int = 7, most_inferences: int = 6) -> st.SearchStrategy[Case]:
    """Return consistent cases; made from bytes because drawing each part costs far more."""
    source = st.binary(min_size=100, max_size=100)
    return source.map(lambda drawn: _case(drawn, most_claims, most_inferences)).filter(_consistent)
