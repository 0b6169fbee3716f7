"""Wiring: a graph's claims and inferences as numbers, for the work that must be fast."""

from msgspec import Struct

from debatekit.logic.recent import Recent
from debatekit.model.graph import Graph


class Wiring(Struct, frozen=True):
    """What hangs on what, by number; no scenario changes it.

    Claims have the numbers below `claims`, in graph order, and inferences the rest.
    """

    number: dict[str, int]
    claims: int
    uses: list[list[int]]
    """For each claim the inferences that have it as a premise."""
    concludes: list[int]
    """For each inference the claim it concludes, -1 for none; for a claim -1."""
    needs: list[int]
    """For each inference how many premises it has; for a claim 1: some support."""
    backing: list[int]
    """For each claim how many inferences conclude it."""
    asserted: list[int]
    """The claims put forward on their own."""
    lacking: list[int]
    """The inferences with a premise that is no claim; they carry nothing, and are out."""

    def onward(self, node: int) -> list[int]:
        """Return what hangs on a claim or an inference."""
        if node < self.claims:
            return self.uses[node]
        end = self.concludes[node]
        return [end] if end >= 0 else []


def wiring_of(graph: Graph) -> Wiring:
    """Return the graph's wiring; made once for each graph."""
    return _RECENT.get(graph)


def _wire(graph: Graph) -> Wiring:
    """Return a new wiring."""
    claims = graph.claims
    number = {name: place for place, name in enumerate((*claims, *graph.inferences))}
    size = len(claims)
    nothing: list[int] = []
    uses, needs, backing = [nothing] * size, [1] * size, [0] * size
    concludes = [-1] * len(number)
    lacking = []
    for place, inference in enumerate(graph.inferences.values(), size):
        premises = set(inference.premises)
        needs.append(len(premises))
        for premise in premises:
            user = number.get(premise, size)
            if user < size:
                if uses[user]:
                    uses[user].append(place)
                else:
                    uses[user] = [place]
            else:
                lacking.append(place)
        conclusion = number.get(inference.conclusion, size)
        if conclusion < size:
            concludes[place] = conclusion
            backing[conclusion] += 1
    asserted = [place for place, claim in enumerate(claims.values()) if claim.asserted]
    return Wiring(number, size, uses, concludes, needs, backing, asserted, lacking)


_RECENT: Recent[Graph, Wiring] = Recent(_wire)


def order_of(graph: Graph) -> list[int]:
    """Return all numbers, each after what it hangs on, but for one step in each circle."""
    return _ORDER.get(graph)


def _in_order(graph: Graph) -> list[int]:
    """Return the numbers in that order: a search in depth, backwards (Tarjan 1972)."""
    wiring = wiring_of(graph)
    done: list[int] = []
    seen: set[int] = set()
    waiting = [*range(len(wiring.number))]
    while waiting:
        node = waiting.pop()
        if node < 0:
            done.append(~node)
        elif node not in seen:
            seen.add(node)
            waiting.append(~node)
            waiting.extend(wiring.onward(node))
    return done[::-1]


_ORDER: Recent[Graph, list[int]] = Recent(_in_order)
