"""What a scenario puts on the table, which attacks it leaves, and whether it fits together."""

from collections.abc import Iterator

from debatekit.logic.structure import attacks_by
from debatekit.model.graph import Conflict, Graph, Scenario, View
from debatekit.model.words import Side

_OTHER_SIDE: dict[View, Side | None] = {"author": "counter", "counter": "author", "all": None}


class InconsistentScenarioError(ValueError):
    """What is granted and refused cannot go together; the message says why."""


def off_table(graph: Graph, scenario: Scenario) -> frozenset[str]:
    """Return the claims and inferences that the view leaves out.

    These are the other side's, but for what `table` puts back and what is granted.
    What both sides share is on the table in every view.
    """
    other = _OTHER_SIDE[scenario.view]
    if other is None:
        return frozenset()
    claims = (name for name, claim in graph.claims.items() if claim.side == other)
    steps = (name for name, step in graph.inferences.items() if step.side == other)
    return frozenset((*claims, *steps)) - scenario.table - scenario.accept


def attacks(graph: Graph, scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Yield who attacks what after preferences and what is granted.

    A pair comes as often as the conflicts say it. A preference takes away the weaker
    claim's attack in a contradiction, unless the weaker claim is granted; attacks that run
    one way ignore preferences (Prakken 2010, "An abstract framework for argumentation with
    structured arguments"). What is granted cannot be attacked.
    """
    overruled = {
        (preference.weaker, preference.stronger)
        for preference in graph.preferences
        if preference.weaker not in scenario.accept
    }
    for conflict in graph.conflicts:
        both = mutual(graph, conflict)
        source, target = conflict.source, conflict.target
        if target not in scenario.accept and not (both and (source, target) in overruled):
            yield source, target
        if both and source not in scenario.accept and (target, source) not in overruled:
            yield target, source


def mutual(graph: Graph, conflict: Conflict) -> bool:
    """Return whether each end attacks the other; an inference attacks nothing."""
    return conflict.mutual and conflict.target not in graph.inferences


def require_consistent(graph: Graph, scenario: Scenario) -> None:
    """Raise InconsistentScenarioError if what is granted clashes with itself or the refused."""
    for both in sorted(scenario.accept & scenario.reject):
        raise InconsistentScenarioError(f"{both!r} is both accepted and rejected")
    for conflict in graph.conflicts:
        if conflict.source not in scenario.accept or conflict.target not in scenario.accept:
            continue
        if conflict.source == conflict.target:
            raise InconsistentScenarioError(
                f"{conflict.source!r} attacks itself, so it cannot be accepted"
            )
        raise InconsistentScenarioError(
            f"{conflict.source!r} and {conflict.target!r} are in conflict; accept only one of them"
        )


def is_consistent(graph: Graph, scenario: Scenario) -> bool:
    """Return whether what is granted clashes neither with itself nor with the refused."""
    granted = scenario.accept
    made = (conflict for name in granted for conflict in attacks_by(graph, name))
    return granted.isdisjoint(scenario.reject | {conflict.target for conflict in made})
