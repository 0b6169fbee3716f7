"""A graph as a nested list, for screen readers, plain terminals and the page after a picture."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from debatekit.logic.scenario import mutual
from debatekit.logic.structure import attack_name, concluding, index_of
from debatekit.maps.words import (
    ATTACKED,
    REASONS,
    concessions,
    known_conflicts,
    role_of,
    scheme_name,
)
from debatekit.model.graph import Conflict, Graph

BOTH_WAYS = " (each denies the other)"


class Line(Struct, frozen=True):
    """One entry of the list; `depth` says under how many others it lies."""

    depth: int
    text: str


class Step(Struct, frozen=True):
    """A node in the list, and how it is tied to the entry that it stands under."""

    depth: int
    tie: str
    id: str
    above: str = ""
    """The id of that entry."""
    both: bool = False
    """Whether each denies the other."""


class _Told(Struct, frozen=True):
    """What an entry says besides the graph's own words, by id."""

    names: Mapping[str, str]
    labels: Mapping[str, str]


def outline(
    graph: Graph,
    names: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
) -> tuple[Line, ...]:
    """Return the map as a list that names every node and every edge exactly once.

    A node stands with its id in square brackets and its text where it is first met; where
    another edge leads to it, that edge points back with 'see' and the id in round ones.
    `names` gives, by id, the names of the holders that are to be told, and `labels` what
    reasons and counterarguments are called elsewhere. The texts are as the lesson has them:
    whoever shows them makes them safe.
    """
    told = _Told(names or {}, labels or {})
    lines = [
        Line(step.depth, f"{_tie(step)}: see ({step.id})" if seen else _entry(graph, step, told))
        for step, seen in steps(graph)
    ]
    for one in graph.preferences:
        lines.append(Line(0, f"preferred: ({one.stronger}) over ({one.weaker})"))
    return tuple(lines)


def steps(graph: Graph) -> Iterator[tuple[Step, bool]]:
    """Yield the entries of the list, and whether each was met before: nothing stands under it."""
    against = _against(graph)
    listed: set[str] = set()
    for top in _tops(graph):
        waiting = [] if top in listed else [Step(0, "", top)]
        while waiting:
            step = waiting.pop()
            yield step, step.id in listed
            if step.id not in listed:
                listed.add(step.id)
                waiting.extend(reversed(_below(graph, against, step)))


def _against(graph: Graph) -> dict[str, list[tuple[str, str, bool]]]:
    """Return, by what they answer, attacks and concessions: their tie, their id, if both deny."""
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for conflict in known_conflicts(graph):
        found.setdefault(conflict.target, []).append(_attack(graph, conflict))
    for reply, counterargument in concessions(graph):
        found.setdefault(counterargument, []).append(("granted by", reply, False))
    return found


def _attack(graph: Graph, conflict: Conflict) -> tuple[str, str, bool]:
    return ATTACKED[attack_name(graph, conflict)], conflict.source, mutual(graph, conflict)


def _tops(graph: Graph) -> list[str]:
    """Return where lists begin: claims that bear on nothing, then, for circles, any other."""
    attacking = {conflict.source for conflict in known_conflicts(graph)}
    conceding = {reply for reply, _ in concessions(graph)}
    bearing = index_of(graph).using.keys() | attacking | conceding
    free = [id_ for id_ in graph.claims if id_ not in bearing]
    loose = [id_ for id_, step in graph.inferences.items() if step.conclusion not in graph.claims]
    return [*free, *loose, *graph.claims, *graph.inferences]


def _below(
    graph: Graph, against: Mapping[str, list[tuple[str, str, bool]]], step: Step
) -> list[Step]:
    """Return what bears on a node: premises or reasons first, then attacks."""
    depth, here = step.depth + 1, step.id
    if here in graph.inferences:
        premises = dict.fromkeys(graph.inferences[here].premises)
        found = [Step(depth, "premise", one, here) for one in premises if one in graph.claims]
    else:
        reasons = concluding(graph, here)
        found = [Step(depth, f"supported by {REASONS[one.side]}", one.id, here) for one in reasons]
    return found + [Step(depth, tie, id_, here, both) for tie, id_, both in against.get(here, ())]


def _tie(step: Step) -> str:
    return step.tie + (BOTH_WAYS if step.both else "")


def _entry(graph: Graph, step: Step, told: _Told) -> str:
    """Return a node's line: its tie, its role, its id, its text, and what else is known."""
    mark = f"{told.labels[step.id]} [{step.id}]" if step.id in told.labels else f"[{step.id}]"
    if step.id in graph.inferences:
        inference = graph.inferences[step.id]
        scheme = scheme_name(inference)
        tie = _tie(step) or REASONS[inference.side]
        return f"{tie} {mark}" + (f", by the scheme {scheme}" if scheme else "")
    claim = graph.claims[step.id]
    role = role_of(claim)
    head = f"{_tie(step)}: {role[0].lower()}{role[1:]}" if step.tie else role
    return f"{head} {mark}: {claim.text}{noted(graph, step.id, told.names)}"


def noted(graph: Graph, id_: str, names: Mapping[str, str]) -> str:
    """Return what else is known of a claim, in brackets: that nobody states it, or who holds it."""
    claim = graph.claims[id_]
    if claim.unstated:
        return " (unstated; the step needs it)"
    holder = names.get(claim.holder)
    return f" (held by {holder})" if holder is not None else ""
