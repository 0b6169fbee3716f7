"""What stands, what falls and what stays contested under a scenario: grounded status."""

from collections.abc import Iterable

from debatekit.logic.scenario import (
    InconsistentScenarioError,
    attacks,
    off_table,
    require_consistent,
)
from debatekit.logic.wiring import wiring_of
from debatekit.model.graph import Graph, Scenario, Status

__all__ = ["InconsistentScenarioError", "statuses"]

_OPEN, _IN, _OUT = 0, 1, 2
_WORDS: tuple[Status, Status, Status] = ("undecided", "in", "out")


def statuses(graph: Graph, scenario: Scenario) -> dict[str, Status]:
    """Return the status of every claim, then of every inference, in graph order.

    A claim is in if some argument for it belongs to the grounded extension (Dung 1995),
    out if every argument for it is attacked by that extension or there is none, and
    undecided otherwise. That is the well-founded model of the matching logic program,
    reached here by its own two steps (Van Gelder, Ross and Schlipf 1991): settle what
    follows from what is settled, then drop what could only support itself. The first
    step is linear, and settles a graph without cycles whole; each further round costs
    no more than the part that is still open.

    Raises InconsistentScenarioError. Ids in the scenario that the graph lacks are ignored.
    """
    require_consistent(graph, scenario)
    board = _Board(graph, scenario)
    board.settle()
    while unfounded := board.unfounded():
        board.decide(unfounded, _OUT)
        board.settle()
    return {
        name: _WORDS[value] for name, value in zip(board.wiring.number, board.values, strict=True)
    }


class _Board:
    """What is settled so far, with counters of what each node still waits for.

    `waits[x]` counts what must be settled before x is in: for an inference its premises,
    for a claim one for any support at all, and for both their attackers, which must be
    out. `backing[c]` counts what could still support claim c. The counters are those of
    Dowling and Gallier 1984 for Horn formulae, here in both directions.
    """

    def __init__(self, graph: Graph, scenario: Scenario) -> None:
        self.wiring = wiring_of(graph)
        self.values = [_OPEN] * len(self.wiring.number)
        self.waits = self.wiring.needs.copy()
        self.backing = self.wiring.backing.copy()
        self.supported = [False] * self.wiring.claims
        self.hits: dict[int, list[int]] = {}
        self.queue: list[int] = []
        self._add_attacks(graph, scenario)
        self._add_asserted(scenario)
        self._add_fixed(graph, scenario)

    def _add_attacks(self, graph: Graph, scenario: Scenario) -> None:
        """Enter who hits what; only claims attack.

        An attack said twice is waited for twice, and twice it comes.
        """
        place_of, claims, hits = self.wiring.number.get, self.wiring.claims, self.hits
        for source, target in attacks(graph, scenario):
            attacker, hit = place_of(source, claims), place_of(target)
            if attacker < claims and hit is not None:
                if attacker in hits:
                    hits[attacker].append(hit)
                else:
                    hits[attacker] = [hit]
                self.waits[hit] += 1

    def _add_asserted(self, scenario: Scenario) -> None:
        """Enter what is put forward on its own and not withdrawn."""
        withdrawn = {self.wiring.number.get(name) for name in scenario.withdraw}
        for place in self.wiring.asserted:
            if place not in withdrawn:
                self.waits[place] -= 1
                self.backing[place] += 1
                self.supported[place] = True

    def _add_fixed(self, graph: Graph, scenario: Scenario) -> None:
        """Settle what is granted or refused, then what waits for nothing or has no backing."""
        number = self.wiring.number
        granted = scenario.accept & graph.claims.keys()
        refused = (scenario.reject | off_table(graph, scenario)) & number.keys()
        self.decide((number[name] for name in granted), _IN)
        self.decide((number[name] for name in refused), _OUT)
        self.decide(self.wiring.lacking, _OUT)
        self.decide([place for place, count in enumerate(self.waits) if not count], _IN)
        self.decide([place for place, count in enumerate(self.backing) if not count], _OUT)

    def decide(self, places: Iterable[int], value: int) -> None:
        """Settle those that are still open."""
        values = self.values
        for place in places:
            if not values[place]:
                values[place] = value
                self.queue.append(place)

    def settle(self) -> None:
        """Settle all that follows from what is settled."""
        while self.queue:
            place = self.queue.pop()
            if self.values[place] == _IN:
                self._came_in(place)
            else:
                self._went_out(place)

    def _came_in(self, place: int) -> None:
        """Its conclusion is supported; its uses lack one premise less; its targets are hit."""
        if place >= self.wiring.claims:
            conclusion = self.wiring.concludes[place]
            if conclusion >= 0 and not self.supported[conclusion]:
                self.supported[conclusion] = True
                self._meet(conclusion)
            return
        for inference in self.wiring.uses[place]:
            self._meet(inference)
        self.decide(self.hits.get(place, ()), _OUT)

    def _went_out(self, place: int) -> None:
        """Its conclusion loses a backing; its uses fail; its targets are rid of an attacker."""
        if place >= self.wiring.claims:
            conclusion = self.wiring.concludes[place]
            if conclusion >= 0:
                self.backing[conclusion] -= 1
                if not self.backing[conclusion]:
                    self.decide((conclusion,), _OUT)
            return
        self.decide(self.wiring.uses[place], _OUT)
        for target in self.hits.get(place, ()):
            self._meet(target)

    def _meet(self, place: int) -> None:
        """Note that one of the things waited for has come."""
        self.waits[place] -= 1
        if not self.waits[place]:
            self.decide((place,), _IN)

    def unfounded(self) -> list[int]:
        """Return what is open and could not be reached even if no open attack succeeded."""
        still = [place for place, value in enumerate(self.values) if not value]
        missing = self._open_premises(still)
        fresh = [place for place, count in missing.items() if not count]
        fresh += [place for place in still if place not in missing and self.supported[place]]
        reached = set(fresh)
        while fresh:
            for place in self._reached_by(fresh.pop(), missing):
                if not self.values[place] and place not in reached:
                    reached.add(place)
                    fresh.append(place)
        return [place for place in still if place not in reached]

    def _open_premises(self, still: list[int]) -> dict[int, int]:
        """Return, for each open inference, how many of its premises are open."""
        missing = {place: 0 for place in still if place >= self.wiring.claims}
        for place in still:
            if place < self.wiring.claims:
                for inference in self.wiring.uses[place]:
                    if inference in missing:
                        missing[inference] += 1
        return missing

    def _reached_by(self, place: int, missing: dict[int, int]) -> list[int]:
        """Return what is reached once this is; `missing` counts the premises not reached."""
        if place >= self.wiring.claims:
            conclusion = self.wiring.concludes[place]
            return [conclusion] if conclusion >= 0 else []
        ready = []
        for inference in self.wiring.uses[place]:
            if inference in missing:
                missing[inference] -= 1
                if not missing[inference]:
                    ready.append(inference)
        return ready
