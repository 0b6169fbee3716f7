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


class Line(Struct, frozen=True):
    """One entry of the list; `depth` says under how many others it lies."""

    depth: int
    text: str


class _Step(Struct, frozen=True):
    """A node to be listed next, and how it is tied to the entry above."""

    depth: int
    tie: str
    id: str


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
    against = _against(graph)
    listed: set[str] = set()
    lines: list[Line] = []
    for top in _tops(graph):
        waiting = [] if top in listed else [_Step(0, "", top)]
        while waiting:
            step = waiting.pop()
            if step.id in listed:
                lines.append(Line(step.depth, f"{step.tie}: see ({step.id})"))
                continue
            listed.add(step.id)
            lines.append(Line(step.depth, _entry(graph, step, told)))
            waiting.extend(reversed(_below(graph, against, step)))
    lines.extend(_preferences(graph))
    return tuple(lines)


def _against(graph: Graph) -> dict[str, list[tuple[str, str]]]:
    """Return, by what they answer, attacks and concessions: how they are tied, and their ids."""
    found: dict[str, list[tuple[str, str]]] = {}
    for conflict in known_conflicts(graph):
        tie = ATTACKED[attack_name(graph, conflict)] + _both_ways(graph, conflict)
        found.setdefault(conflict.target, []).append((tie, conflict.source))
    for reply, counterargument in concessions(graph):
        found.setdefault(counterargument, []).append(("granted by", reply))
    return found


def _tops(graph: Graph) -> list[str]:
    """Return where lists begin: claims that bear on nothing, then, for circles, any other."""
    attacking = {conflict.source for conflict in known_conflicts(graph)}
    conceding = {reply for reply, _ in concessions(graph)}
    bearing = index_of(graph).using.keys() | attacking | conceding
    free = [id_ for id_ in graph.claims if id_ not in bearing]
    loose = [id_ for id_, step in graph.inferences.items() if step.conclusion not in graph.claims]
    return [*free, *loose, *graph.claims, *graph.inferences]


def _below(graph: Graph, against: Mapping[str, list[tuple[str, str]]], step: _Step) -> list[_Step]:
    """Return what bears on a node: premises or reasons first, then attacks."""
    depth = step.depth + 1
    if step.id in graph.inferences:
        premises = dict.fromkeys(graph.inferences[step.id].premises)
        found = [_Step(depth, "premise", one) for one in premises if one in graph.claims]
    else:
        reasons = concluding(graph, step.id)
        found = [_Step(depth, f"supported by {REASONS[one.side]}", one.id) for one in reasons]
    return found + [_Step(depth, tie, id_) for tie, id_ in against.get(step.id, ())]


def _both_ways(graph: Graph, conflict: Conflict) -> str:
    return " (each denies the other)" if mutual(graph, conflict) else ""


def _entry(graph: Graph, step: _Step, told: _Told) -> str:
    """Return a node's line: its tie, its role, its id, its text, and what else is known."""
    mark = f"{told.labels[step.id]} [{step.id}]" if step.id in told.labels else f"[{step.id}]"
    if step.id in graph.inferences:
        inference = graph.inferences[step.id]
        scheme = scheme_name(inference)
        tie = step.tie or REASONS[inference.side]
        return f"{tie} {mark}" + (f", by the scheme {scheme}" if scheme else "")
    claim = graph.claims[step.id]
    role = role_of(claim)
    head = f"{step.tie}: {role[0].lower()}{role[1:]}" if step.tie else role
    if claim.unstated:
        note = " (unstated; the step needs it)"
    else:
        holder = told.names.get(claim.holder)
        note = f" (held by {holder})" if holder is not None else ""
    return f"{head} {mark}: {claim.text}{note}"


def _preferences(graph: Graph) -> Iterator[Line]:
    """Yield which of two claims is preferred, by id."""
    for one in graph.preferences:
        yield Line(0, f"preferred: ({one.stronger}) over ({one.weaker})")
