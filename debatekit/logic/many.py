"""What stands under many scenarios at once, for about the work of a few."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from debatekit.logic.scenario import mutual, off_table
from debatekit.logic.wiring import order_of, wiring_of
from debatekit.model.graph import Graph, Scenario, Status, View


class Verdicts(Struct, frozen=True):
    """The statuses of everything in a graph under a row of scenarios."""

    number: dict[str, int]
    """The number of each claim and inference."""
    stands: list[int]
    """For each number a bit for each scenario, the first one lowest: whether it stands there."""
    falls: list[int]
    """The same for what falls; what does neither is undecided."""

    def status(self, place: int, name: str) -> Status | None:
        """Return a thing's status under the scenario at the place; nothing for a stranger."""
        node = self.number.get(name)
        if node is None:
            return None
        if self.stands[node] >> place & 1:
            return "in"
        return "out" if self.falls[node] >> place & 1 else "undecided"


def statuses_of_many(graph: Graph, scenarios: Sequence[Scenario]) -> Verdicts:
    """Return the verdicts under the scenarios, each of which must be consistent in itself.

    They are what `statuses` gives for each, by the same two steps. A node carries one whole
    number with a bit for each scenario, so that a step of reasoning is taken under all of
    them by one operation, as circuits are simulated on many inputs at a time.
    """
    table = _Table(graph, scenarios)
    table.settle(table.order)
    while fallen := table.drop_unfounded():
        table.settle(onward for node in fallen for onward in table.onward[node])
    return Verdicts(table.wiring.number, table.stands, table.falls)


class _Table:
    """Under which scenarios each node stands or falls; claims first, then inferences."""

    def __init__(self, graph: Graph, scenarios: Sequence[Scenario]) -> None:
        self.wiring, self.order = wiring_of(graph), order_of(graph)
        size, claims = len(self.wiring.number), self.wiring.claims
        self.everywhere = (1 << len(scenarios)) - 1
        self.stands, self.falls = [0] * size, [0] * size
        self.granted, self.refused, self.asserted = [0] * size, [0] * size, [0] * size
        self.premises: list[list[int]] = [[] for _ in range(size)]
        self.reasons: list[list[int]] = [[] for _ in range(claims)]
        self.attackers: list[list[tuple[int, int]]] = [[] for _ in range(size)]
        self.onward = [list(self.wiring.onward(node)) for node in range(size)]
        self._add_steps()
        self._add_views(graph, scenarios)
        self._add_scenarios(graph, scenarios)
        self._add_attacks(graph, scenarios)

    def _add_steps(self) -> None:
        """Enter which claims each inference needs, and which inferences each claim has."""
        for inference in self.wiring.lacking:
            self.falls[inference] = self.everywhere
        for claim, uses in enumerate(self.wiring.uses):
            for inference in uses:
                self.premises[inference].append(claim)
        for inference in range(self.wiring.claims, len(self.stands)):
            for end in self.wiring.onward(inference):
                self.reasons[end].append(inference)

    def _add_views(self, graph: Graph, scenarios: Sequence[Scenario]) -> None:
        """Enter what is put forward on its own, and what each view leaves off the table."""
        for place in self.wiring.asserted:
            self.asserted[place] = self.everywhere
        for view, there in _places_by(scenarios).items():
            for name in off_table(graph, Scenario(view=view)):
                self.refused[self.wiring.number[name]] |= there

    def _add_scenarios(self, graph: Graph, scenarios: Sequence[Scenario]) -> None:
        """Enter what each scenario grants, refuses and withdraws, and puts on the table."""
        number, claims = self.wiring.number, graph.claims
        for place, scenario in enumerate(scenarios):
            bit = 1 << place
            for name in (scenario.table | scenario.accept) & number.keys():
                self.refused[number[name]] &= ~bit
            for name in scenario.reject & number.keys():
                self.refused[number[name]] |= bit
            for name in scenario.accept & claims.keys():
                self.granted[number[name]] |= bit
            for name in scenario.withdraw & claims.keys():
                self.asserted[number[name]] &= ~bit

    def _add_attacks(self, graph: Graph, scenarios: Sequence[Scenario]) -> None:
        """Enter who attacks whom, and under which scenarios; only claims attack."""
        number = self.wiring.number
        for (source, target), where in _attacks(graph, scenarios, self.everywhere).items():
            if source in graph.claims and target in number:
                self.attackers[number[target]].append((number[source], where))
                self.onward[number[source]].append(number[target])

    def settle(self, changed: Iterable[int]) -> None:
        """Settle all that follows once these nodes, and what hangs on them, are looked at.

        What has changed waits at the end of the line, so that a node with many premises or
        attackers is not looked at again for each of them.
        """
        waiting = deque(dict.fromkeys(changed))
        queued = set(waiting)
        while waiting:
            node = waiting.popleft()
            queued.discard(node)
            if self._settle_one(node):
                for other in self.onward[node]:
                    if other not in queued:
                        queued.add(other)
                        waiting.append(other)

    def _settle_one(self, node: int) -> bool:
        """Look at a node again, and return whether it came to stand or fall anywhere new."""
        pressed, free = 0, self.everywhere & ~self.refused[node]
        for source, where in self.attackers[node]:
            pressed |= self.stands[source] & where
            free &= self.falls[source] | ~where
        carried, bare = self._support(node)
        granted = self.granted[node]
        stands = self.stands[node] | granted | (carried & free)
        falls = self.falls[node] | self.refused[node] | ((bare | pressed) & ~granted)
        changed = (stands, falls) != (self.stands[node], self.falls[node])
        self.stands[node], self.falls[node] = stands, falls
        return changed

    def _support(self, node: int) -> tuple[int, int]:
        """Return where a node is supported for certain, and where for certain it is not."""
        if node < self.wiring.claims:
            carried = self.asserted[node]
            bare = self.everywhere & ~carried
            for inference in self.reasons[node]:
                carried |= self.stands[inference]
                bare &= self.falls[inference]
            return carried, bare
        whole = len(self.premises[node]) == self.wiring.needs[node]
        carried, bare = self.everywhere if whole else 0, 0
        for claim in self.premises[node]:
            carried &= self.stands[claim]
            bare |= self.falls[claim]
        return carried, bare

    def drop_unfounded(self) -> list[int]:
        """Let fall what could not be reached even if no open attack succeeded; return it."""
        reached = self._reachable()
        fallen = []
        for node, stands in enumerate(self.stands):
            unfounded = self.everywhere & ~(stands | self.falls[node] | reached[node])
            if unfounded:
                self.falls[node] |= unfounded
                fallen.append(node)
        return fallen

    def _reachable(self) -> list[int]:
        """Return where each node is reached from what is put forward, open attacks aside."""
        reached = [
            (asserted | stands) & ~falls
            for asserted, stands, falls in zip(self.asserted, self.stands, self.falls, strict=True)
        ]
        waiting = deque(node for node in self.order if node >= self.wiring.claims)
        while waiting:
            inference = waiting.popleft()
            found = self.everywhere & ~self.falls[inference]
            for claim in self.premises[inference]:
                found &= reached[claim]
            reached[inference] |= found
            end = self.wiring.concludes[inference]
            fresh = found & ~self.falls[end] & ~reached[end] if end >= 0 else 0
            if fresh:
                reached[end] |= fresh
                waiting.extend(self.wiring.uses[end])
        return reached


def _places_by(scenarios: Sequence[Scenario]) -> Mapping[View, int]:
    """Return the places of the scenarios of each view."""
    found: dict[View, int] = defaultdict(int)
    for place, scenario in enumerate(scenarios):
        found[scenario.view] |= 1 << place
    return found


def _attacks(
    graph: Graph, scenarios: Sequence[Scenario], everywhere: int
) -> Mapping[tuple[str, str], int]:
    """Return who attacks what, and where, after preferences and what is granted."""
    granted: dict[str, int] = defaultdict(int)
    for place, scenario in enumerate(scenarios):
        for name in scenario.accept:
            granted[name] |= 1 << place
    overruled = {
        (preference.weaker, preference.stronger): everywhere & ~granted[preference.weaker]
        for preference in graph.preferences
    }
    found: dict[tuple[str, str], int] = defaultdict(int)
    for conflict in graph.conflicts:
        forth, back = (conflict.source, conflict.target), (conflict.target, conflict.source)
        both = mutual(graph, conflict)
        for pair in (forth, back) if both else (forth,):
            hidden = overruled.get(pair, 0) if both else 0
            found[pair] |= everywhere & ~hidden & ~granted[pair[1]]
    return found
