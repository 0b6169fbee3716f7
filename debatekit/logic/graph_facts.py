"""Facts that the graph settles: who supports, concludes and attacks what, and what then stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from debatekit.logic.many import Verdicts, statuses_of_many
from debatekit.logic.recent import Recent
from debatekit.logic.scenario import is_consistent
from debatekit.logic.structure import (
    attack_name,
    attacks_by,
    attacks_on,
    concluding,
    is_linked,
    support_path,
    supports,
    using,
)
from debatekit.model.graph import Graph, Scenario, Status

GraphPredicate = Callable[..., bool]
"""Takes the graph and the fact's arguments."""


def _is_claim(graph: Graph, claim: str) -> bool:
    return claim in graph.claims


def _premise(graph: Graph, inference: str, claim: str) -> bool:
    return inference in graph.inferences and claim in graph.inferences[inference].premises


def _concludes(graph: Graph, inference: str, claim: str) -> bool:
    return inference in graph.inferences and graph.inferences[inference].conclusion == claim


def _reason_for(graph: Graph, reason: str, claim: str) -> bool:
    return any(inference.conclusion == claim for inference in using(graph, reason))


def _used(graph: Graph, claim: str) -> bool:
    return bool(using(graph, claim))


def _concluded(graph: Graph, claim: str) -> bool:
    return bool(concluding(graph, claim))


def _root(graph: Graph, claim: str) -> bool:
    return bool(concluding(graph, claim)) and not using(graph, claim)


def _linked(graph: Graph, inference: str) -> bool:
    return inference in graph.inferences and is_linked(graph.inferences[inference])


def _together(graph: Graph, first: str, second: str) -> bool:
    """Whether some step uses both claims."""
    return any(second in inference.premises for inference in using(graph, first))


def _apart(graph: Graph, first: str, second: str) -> bool:
    """Whether two different steps to one conclusion use the claims, none of them both."""
    return not _together(graph, first, second) and any(
        step.conclusion == other.conclusion
        for step in using(graph, first)
        for other in using(graph, second)
    )


def _chain(graph: Graph, *claims: str) -> bool:
    """Whether each claim is used in one step alone, and that step concludes the next claim."""
    return all(
        [inference.conclusion for inference in using(graph, claim)] == [onward]
        for claim, onward in pairwise(claims)
    )


def _path(graph: Graph, reason: str, claim: str, length: str) -> bool:
    return len(support_path(graph, reason, claim)) == int(length)


def _side(graph: Graph, claim: str, side: str) -> bool:
    return claim in graph.claims and graph.claims[claim].side == side


def _kind(graph: Graph, claim: str, kind: str) -> bool:
    return claim in graph.claims and graph.claims[claim].kind == kind


def _unstated(graph: Graph, claim: str) -> bool:
    return claim in graph.claims and graph.claims[claim].unstated


def _scheme(graph: Graph, inference: str, scheme: str) -> bool:
    return inference in graph.inferences and graph.inferences[inference].scheme == scheme


def _attacks(graph: Graph, source: str, target: str) -> bool:
    return any(conflict.target == target for conflict in attacks_by(graph, source))


def _attacked(graph: Graph, target: str) -> bool:
    return bool(attacks_on(graph, target))


def _attack(graph: Graph, source: str, name: str) -> bool:
    return any(attack_name(graph, conflict) == name for conflict in attacks_by(graph, source))


def _presses(graph: Graph, source: str, question: str) -> bool:
    return any(conflict.question == question for conflict in attacks_by(graph, source))


@lru_cache(maxsize=4096)
def scenario_text(scenario: Scenario) -> str:
    """Return a scenario as one text: 'author', then what is granted and refused.

    >>> scenario_text(Scenario(view="author", accept=frozenset({"b", "a"})))
    'author accept=a,b'
    """
    named = (
        ("table", scenario.table),
        ("accept", scenario.accept),
        ("reject", scenario.reject),
        ("withdraw", scenario.withdraw),
    )
    return " ".join(
        (scenario.view, *(f"{name}={','.join(sorted(ids))}" for name, ids in named if ids))
    )


@lru_cache(maxsize=4096)
def scenario_from_text(text: str) -> Scenario:
    """Return the scenario that scenario_text wrote."""
    view, *parts = text.split()
    named = dict(part.split("=") for part in parts)
    sets = {name: frozenset(ids.split(",")) for name, ids in named.items()}
    if view == "author":
        return Scenario(view="author", **sets)
    if view == "counter":
        return Scenario(view="counter", **sets)
    return Scenario(view="all", **sets)


def work_out(graph: Graph, scenarios: Iterable[Scenario]) -> None:
    """Find the statuses under all these scenarios together, where they are not yet known."""
    known = _VERDICTS.get(graph)
    fresh = [scenario for scenario in dict.fromkeys(scenarios) if scenario not in known]
    fitting = [scenario for scenario in fresh if is_consistent(graph, scenario)]
    verdicts = statuses_of_many(graph, fitting)
    known.update(dict.fromkeys(fresh))
    known.update((scenario, (verdicts, place)) for place, scenario in enumerate(fitting))


def status_under(graph: Graph, scenario: Scenario, name: str) -> Status | None:
    """Return a thing's status under a scenario, worked out once for each graph.

    Under a scenario that contradicts itself nothing has a status, nor has a stranger ever.
    """
    found = _found(graph, scenario)
    return found[0].status(found[1], name) if found else None


def having(graph: Graph, scenario: Scenario, status: Status, names: Iterable[str]) -> Iterator[str]:
    """Yield those of the things that have the status under a scenario, in their order."""
    if found := _found(graph, scenario):
        verdicts, place = found
        yield from (name for name in names if verdicts.status(place, name) == status)


def _found(graph: Graph, scenario: Scenario) -> tuple[Verdicts, int] | None:
    """Return where the statuses under the scenario stand; nothing if it contradicts itself."""
    known = _VERDICTS.get(graph)
    if scenario not in known:
        work_out(graph, (scenario,))
    return known[scenario]


_Known = dict[Scenario, tuple[Verdicts, int] | None]


def _nothing_known(graph: Graph) -> _Known:
    """Return an empty table for a graph."""
    return {}


_VERDICTS: Recent[Graph, _Known] = Recent(_nothing_known)


def _status(graph: Graph, scenario: str, name: str, status: str) -> bool:
    """Whether a thing has a status; under a scenario that contradicts itself nothing has."""
    return status_under(graph, scenario_from_text(scenario), name) == status


GRAPH_PREDICATES: Mapping[str, GraphPredicate] = {
    "apart": _apart,
    "attack": _attack,
    "attacked": _attacked,
    "attacks": _attacks,
    "chain": _chain,
    "claim": _is_claim,
    "concluded": _concluded,
    "concludes": _concludes,
    "kind": _kind,
    "linked": _linked,
    "path": _path,
    "premise": _premise,
    "presses": _presses,
    "reason_for": _reason_for,
    "root": _root,
    "scheme": _scheme,
    "side": _side,
    "status": _status,
    "supports": supports,
    "together": _together,
    "unstated": _unstated,
    "used": _used,
}
"""What the graph settles, by the fact's predicate."""
