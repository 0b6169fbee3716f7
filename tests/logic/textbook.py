"""Status twice more, as the definitions say it: slow, plain, and not our own way."""

from collections.abc import Iterator
from itertools import product

from debatekit.logic.scenario import attacks, off_table
from debatekit.model.graph import Graph, Scenario, Status

Argument = tuple[str, frozenset[str]]
"""What an argument concludes, and all claims and inferences used in it."""


def _reached(graph: Graph, scenario: Scenario, attackers: set[str]) -> set[str]:
    """Return the least set derivable when everything that these attack is blocked."""
    blocked = {target for source, target in attacks(graph, scenario) if source in attackers}
    blocked |= scenario.reject | off_table(graph, scenario)
    asserted = {name for name, claim in graph.claims.items() if claim.asserted}
    seeds = (scenario.accept & graph.claims.keys()) | (asserted - scenario.withdraw)
    reached: set[str] = set()
    fresh = set(seeds - blocked)
    while fresh - reached:
        reached |= fresh
        fresh = set()
        for name, step in graph.inferences.items():
            if name not in blocked and reached.issuperset(step.premises):
                fresh |= {name, step.conclusion} - blocked
    return reached


def by_alternating_fixpoint(graph: Graph, scenario: Scenario) -> dict[str, Status]:
    """Return the statuses by Van Gelder's alternating fixpoint (1993)."""
    certain: set[str] = set()
    while True:
        possible = _reached(graph, scenario, certain)
        again = _reached(graph, scenario, possible)
        if again == certain:
            break
        certain = again
    return {
        name: "in" if name in certain else "undecided" if name in possible else "out"
        for name in (*graph.claims, *graph.inferences)
    }


def arguments(graph: Graph, scenario: Scenario) -> set[Argument]:
    """Return every argument that can be built without repeating a conclusion on a path."""
    refused = scenario.reject | off_table(graph, scenario)
    asserted = {name for name, claim in graph.claims.items() if claim.asserted}
    seeds = ((scenario.accept & graph.claims.keys()) | (asserted - scenario.withdraw)) - refused

    def for_claim(claim: str, path: frozenset[str]) -> Iterator[frozenset[str]]:
        if claim in path or claim in refused:
            return
        if claim in seeds:
            yield frozenset((claim,))
        for name, step in graph.inferences.items():
            if step.conclusion == claim and name not in refused:
                ways = (set(for_claim(premise, path | {claim})) for premise in step.premises)
                for parts in product(*ways):
                    yield frozenset((claim, name)).union(*parts)

    return {(claim, used) for claim in graph.claims for used in for_claim(claim, frozenset())}


def attacked_by(
    graph: Graph, scenario: Scenario, built: set[Argument]
) -> dict[Argument, set[Argument]]:
    """Return, for each argument, the arguments that attack a part of it."""
    pairs = list(attacks(graph, scenario))
    return {
        argument: {
            other
            for other in built
            if any(source == other[0] and target in argument[1] for source, target in pairs)
        }
        for argument in built
    }


def grounded(attackers: dict[Argument, set[Argument]]) -> set[Argument]:
    """Return Dung's grounded extension: what is defended, from nothing upward (1995)."""
    accepted: set[Argument] = set()
    while True:
        beaten = {argument for argument, by in attackers.items() if by & accepted}
        defended = {argument for argument, by in attackers.items() if by <= beaten}
        if defended == accepted:
            return accepted
        accepted = defended


def by_arguments(graph: Graph, scenario: Scenario) -> dict[str, Status]:
    """Return the claims' statuses by building every argument."""
    attackers = attacked_by(graph, scenario, arguments(graph, scenario))
    accepted = grounded(attackers)
    beaten = {argument for argument, by in attackers.items() if by & accepted}
    stand = {conclusion for conclusion, _ in accepted}
    open_ = {conclusion for conclusion, _ in attackers.keys() - accepted - beaten}
    return {
        claim: "in" if claim in stand else "undecided" if claim in open_ else "out"
        for claim in graph.claims
    }
