"""Outcome: a graph's statuses under one scenario, with what explaining them needs."""

from collections import defaultdict
from functools import cached_property

from debatekit.logic.scenario import attacks, off_table
from debatekit.logic.status import statuses
from debatekit.logic.structure import concluding, using
from debatekit.model.graph import Graph, Inference, Scenario, Status


class Outcome:
    """What came out, and what hangs together with what in it; worked out when asked for."""

    def __init__(self, graph: Graph, scenario: Scenario) -> None:
        self.graph = graph
        self.scenario = scenario
        self.status: dict[str, Status] = statuses(graph, scenario)

    @cached_property
    def off_table(self) -> frozenset[str]:
        """What the view leaves out."""
        return off_table(self.graph, self.scenario)

    @cached_property
    def removed(self) -> frozenset[str]:
        """What is refused or left out."""
        return self.off_table | self.scenario.reject

    @cached_property
    def attackers(self) -> dict[str, list[str]]:
        """Who attacks what, by target, as far as the scenario leaves the attack."""
        found: dict[str, list[str]] = defaultdict(list)
        for source, target in dict.fromkeys(attacks(self.graph, self.scenario)):
            if source in self.graph.claims:
                found[target].append(source)
        return found

    def attackers_with(self, id_: str, status: Status) -> tuple[str, ...]:
        """Return the attackers of a claim or inference that have the status."""
        return tuple(one for one in self.attackers.get(id_, ()) if self.status[one] == status)

    def premises_with(self, inference: Inference, status: Status) -> tuple[str, ...]:
        """Return an inference's premises that have the status; what is no claim is out."""
        return tuple(one for one in inference.premises if self.status.get(one, "out") == status)

    def on_its_own(self, claim: str) -> bool:
        """Return whether the claim needs no reason: granted, or asserted and not withdrawn."""
        asserted = self.graph.claims[claim].asserted and claim not in self.scenario.withdraw
        return asserted or claim in self.scenario.accept

    @cached_property
    def chosen(self) -> dict[str, str]:
        """For each claim that only reasons hold up, the one that does so without a circle.

        Inferences are taken in the order in which a derivation from what is put forward
        reaches them, so following the choices downward always comes to an end.
        """
        found: dict[str, str] = {}
        lacking = {
            name: len(set(step.premises))
            for name, step in self.graph.inferences.items()
            if self.status[name] == "in"
        }
        fresh = [
            name
            for name in self.graph.claims
            if self.status[name] == "in" and self.on_its_own(name)
        ]
        reached = set(fresh)
        for claim in fresh:
            for step in using(self.graph, claim):
                if step.id not in lacking:
                    continue
                lacking[step.id] -= 1
                if not lacking[step.id] and step.conclusion not in reached:
                    found[step.conclusion] = step.id
                    reached.add(step.conclusion)
                    fresh.append(step.conclusion)
        return found

    @cached_property
    def circular(self) -> frozenset[str]:
        """What is out only because all support for it goes round in circles.

        The greatest set of claims without a standing attacker, all of whose reasons are in
        it too, and of inferences whose fallen premises are all in it.
        """
        kept = {
            name
            for name, status in self.status.items()
            if status == "out" and name not in self.removed and not self.attackers_with(name, "in")
        }
        waiting = [name for name in kept if not self._stays(name, kept)]
        while waiting:
            name = waiting.pop()
            if name in kept and not self._stays(name, kept):
                kept.discard(name)
                waiting.extend(self._affected(name))
        return frozenset(kept)

    def _stays(self, name: str, kept: set[str]) -> bool:
        """Return whether circles are still all there is behind it."""
        if name in self.graph.inferences:
            fallen = self.premises_with(self.graph.inferences[name], "out")
            return bool(fallen) and kept.issuperset(fallen)
        reasons = self.reasons(name)
        return bool(reasons) and all(step.id in kept for step in reasons)

    def _affected(self, name: str) -> list[str]:
        """Return what has to be looked at again once this is no mere circle."""
        if name in self.graph.inferences:
            return [self.graph.inferences[name].conclusion]
        return [step.id for step in using(self.graph, name)]

    def reasons(self, claim: str) -> list[Inference]:
        """Return the reasons for a claim that the view leaves on the table."""
        return [step for step in concluding(self.graph, claim) if step.id not in self.off_table]
