"""What supports and attacks what in a graph; linked, convergent, undermine, rebut, undercut.

None of these words is authored; each follows from the graph. The line between linked and
convergent is disputed in the literature (Conway 1991, Goddu 2007), so it is drawn by the
map alone: premises inside one inference are linked, inferences to one claim converge.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from debatekit.logic.recent import Recent
from debatekit.logic.wiring import order_of, wiring_of
from debatekit.model.graph import Conflict, Graph, Inference
from debatekit.model.words import AttackName, Side

LONGEST_CHAIN = 5
"""How many claims a chain shows at most."""


class Index(Struct, frozen=True):
    """What each claim of a graph takes part in."""

    concluding: Mapping[str, tuple[Inference, ...]]
    using: Mapping[str, tuple[Inference, ...]]
    attacks_by: Mapping[str, tuple[Conflict, ...]]
    attacks_on: Mapping[str, tuple[Conflict, ...]]
    below: dict[str, frozenset[str]]
    """The claims that support a claim, worked out when first asked for."""


def index_of(graph: Graph) -> Index:
    """Return the graph's index; made once for each graph."""
    return _RECENT.get(graph)


def _index(graph: Graph) -> Index:
    """Return a new index, in time linear in the size of the graph."""
    concluding: dict[str, list[Inference]] = defaultdict(list)
    using: dict[str, list[Inference]] = defaultdict(list)
    by: dict[str, list[Conflict]] = defaultdict(list)
    on: dict[str, list[Conflict]] = defaultdict(list)
    for inference in graph.inferences.values():
        concluding[inference.conclusion].append(inference)
        for premise in inference.premises:
            using[premise].append(inference)
    for conflict in graph.conflicts:
        by[conflict.source].append(conflict)
        on[conflict.target].append(conflict)
    return Index(
        concluding={id_: tuple(found) for id_, found in concluding.items()},
        using={id_: tuple(found) for id_, found in using.items()},
        attacks_by={id_: tuple(found) for id_, found in by.items()},
        attacks_on={id_: tuple(found) for id_, found in on.items()},
        below={},
    )


_RECENT: Recent[Graph, Index] = Recent(_index)


def concluding(graph: Graph, claim: str) -> tuple[Inference, ...]:
    """Return the inferences that conclude the claim."""
    return index_of(graph).concluding.get(claim, ())


def using(graph: Graph, claim: str) -> tuple[Inference, ...]:
    """Return the inferences that use the claim as a premise."""
    return index_of(graph).using.get(claim, ())


def attacks_by(graph: Graph, claim: str) -> tuple[Conflict, ...]:
    """Return the attacks that the claim makes."""
    return index_of(graph).attacks_by.get(claim, ())


def attacks_on(graph: Graph, target: str) -> tuple[Conflict, ...]:
    """Return the attacks made on a claim or an inference."""
    return index_of(graph).attacks_on.get(target, ())


def step_end(graph: Graph, name: str) -> str:
    """Return the claim that the step around a claim, a reason or an attacker leads to.

    A claim with reasons is the end of its own step; nothing is returned for an id that the
    graph does not have.
    """
    if name in graph.inferences:
        return graph.inferences[name].conclusion
    if name not in graph.claims:
        return ""
    if concluding(graph, name):
        return name
    if steps := using(graph, name):
        return steps[0].conclusion
    attacked = next((one.target for one in attacks_by(graph, name)), name)
    return graph.inferences[attacked].conclusion if attacked in graph.inferences else attacked


def is_linked(inference: Inference) -> bool:
    """Return whether premises work together: refuse one, and the step is gone."""
    return len(inference.premises) > 1


def is_convergent(graph: Graph, claim: str) -> bool:
    """Return whether several inferences support the claim, each by itself."""
    return len(concluding(graph, claim)) > 1


def attack_name(graph: Graph, conflict: Conflict) -> AttackName:
    """Return undercut for an attack on a step, rebut on a supported claim, else undermine.

    The three targets are those of Prakken 2010 and Modgil and Prakken 2014.
    """
    if conflict.target in graph.inferences:
        return "undercut"
    return "rebut" if concluding(graph, conflict.target) else "undermine"


def supported_by(graph: Graph, claim: str) -> Iterator[str]:
    """Yield every claim that the claim supports, those fewest steps away first."""
    return _reached(claim, lambda id_: _conclusions(graph, id_))


def supported_through(graph: Graph, claim: str) -> Iterator[str]:
    """Yield every claim that supports the claim, those fewest steps away first."""
    return _reached(claim, lambda id_: _reasons(graph, id_))


def supporters(graph: Graph, claim: str) -> frozenset[str]:
    """Return every claim that supports the claim, through one step or several."""
    known = index_of(graph).below
    if claim not in known:
        known[claim] = frozenset(supported_through(graph, claim))
    return known[claim]


def _conclusions(graph: Graph, claim: str) -> Iterator[str]:
    """Yield the conclusions of the steps that use the claim."""
    return (inference.conclusion for inference in using(graph, claim))


def _reasons(graph: Graph, claim: str) -> Iterator[str]:
    """Yield the premises of the steps that conclude the claim."""
    return (id_ for inference in concluding(graph, claim) for id_ in inference.premises)


def _reached(start: str, onward: Callable[[str], Iterator[str]]) -> Iterator[str]:
    """Yield all that is reached from the start by one step or more."""
    seen: set[str] = set()
    waiting = deque([start])
    while waiting:
        for id_ in onward(waiting.popleft()):
            if id_ not in seen:
                seen.add(id_)
                waiting.append(id_)
                yield id_


def supports(graph: Graph, reason: str, claim: str) -> bool:
    """Return whether the first claim supports the second, through one step or several."""
    if reason not in graph.claims or claim not in graph.claims:
        return False
    number = wiring_of(graph).number
    return bool(_ABOVE.get(graph)[number[reason]] >> number[claim] & 1)


def count_supported(graph: Graph, claim: str) -> int:
    """Return how many claims the claim supports, through one step or several."""
    return _ABOVE.get(graph)[wiring_of(graph).number[claim]].bit_count()


def _above(graph: Graph) -> list[int]:
    """Return what each claim and inference supports, a bit for each claim by its number.

    One round settles all that is in no circle, and one more shows that nothing changes.
    """
    wiring, order = wiring_of(graph), order_of(graph)[::-1]
    found = [0] * len(order)
    changed = True
    while changed:
        changed = False
        for node in order:
            reached = found[node]
            for onward in wiring.onward(node):
                reached |= found[onward]
                if onward < wiring.claims:
                    reached |= 1 << onward
            changed = changed or reached != found[node]
            found[node] = reached
    return found


_ABOVE: Recent[Graph, list[int]] = Recent(_above)


def support_path(graph: Graph, reason: str, claim: str) -> tuple[str, ...]:
    """Return a shortest path of claims from the first to the second; empty if there is none."""
    before: dict[str, str] = {}
    waiting = deque([reason])
    while waiting:
        here = waiting.popleft()
        for onward in sorted(_conclusions(graph, here)):
            if onward not in before:
                before[onward] = here
                waiting.append(onward)
    if claim not in before:
        return ()
    path = [claim, before[claim]]
    while path[-1] != reason:
        path.append(before[path[-1]])
    return tuple(reversed(path))


def roots(graph: Graph, side: Side) -> tuple[str, ...]:
    """Return the side's main conclusions, sorted: supported, and premises of nothing."""
    concluded, used = index_of(graph).concluding, index_of(graph).using
    return tuple(
        sorted(id_ for id_ in concluded if id_ not in used and graph.claims[id_].side == side)
    )


def chains(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Yield the paths from a claim without reasons upward, as long as there is no second way.

    A path ends before it would branch, come back to itself, or grow past LONGEST_CHAIN.
    """
    for leaf in sorted(index_of(graph).using):
        if not concluding(graph, leaf):
            yield _chain(graph, leaf)


def _chain(graph: Graph, leaf: str) -> tuple[str, ...]:
    """Return the path that begins at the claim."""
    path = [leaf]
    while len(path) < LONGEST_CHAIN:
        steps = using(graph, path[-1])
        if len(steps) != 1 or steps[0].conclusion in path:
            break
        path.append(steps[0].conclusion)
    return tuple(path)
