"""Explanations as plain sentences, worded alike for both sides."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from debatekit.logic.explain import Explanation, LostReason
from debatekit.logic.structure import attack_name
from debatekit.model.graph import Conflict, Graph, Scenario, Status

VERBS: dict[Status, str] = {"in": "stands", "out": "falls", "undecided": "is contested"}
"""What each status is called."""


def sentence(graph: Graph, scenario: Scenario, explanation: Explanation) -> str:
    """Return one sentence: what became of the claim or reason on this map, and why."""
    assumed = "" if scenario == Scenario() else ", given these assumptions"
    name = named(graph, explanation.id)
    verb = "is off the table" if explanation.kind == "off-table" else VERBS[explanation.status]
    return f"{name[0].upper()}{name[1:]} {verb} on this map{assumed}: {why(graph, explanation)}."


def why(graph: Graph, explanation: Explanation) -> str:
    """Return the part of the sentence that gives the reason."""
    match explanation.kind:
        case "granted" | "refused":
            return f"it is {explanation.kind} for the sake of argument"
        case "off-table":
            return "this view leaves out what only the other side holds"
        case "supported":
            return _supported(graph, explanation)
        case "attacked" | "missing":
            return _lacking(graph, explanation)
        case "circular":
            circle = _listed(graph, explanation.ids)
            return f"the support for it goes round in a circle ({circle}) and starts nowhere"
        case "contested":
            return _contested(graph, explanation)
        case _:
            assert_never(explanation.kind)


def named(graph: Graph, id_: str) -> str:
    """Return a claim's short text in quotation marks, or 'reason' with its id."""
    return f'"{short_text(graph, id_)}"' if id_ in graph.claims else f"reason {id_}"


def short_text(graph: Graph, id_: str) -> str:
    """Return a claim's short text, else its text without the full stop; else the id."""
    claim = graph.claims.get(id_)
    return (claim.short or claim.text.rstrip(".") or id_) if claim else id_


def _listed(graph: Graph, ids: Iterable[str]) -> str:
    """Return the names as in a sentence: A, B and C."""
    names = [named(graph, id_) for id_ in ids]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _supported(graph: Graph, explanation: Explanation) -> str:
    """Return what holds it up, and what became of that which attacks it."""
    ids = explanation.ids
    step = graph.inferences.get(ids[0]) or (graph.inferences.get(ids[1]) if ids[1:] else None)
    answered = [*_repelled(graph, explanation.repelled), *_outranked(graph, explanation.outranked)]
    if step is None:
        answered = answered or ["nothing on the table attacks it"]
        return "; ".join(("it is put forward on its own", *answered))
    stand = "stand" if len(step.premises) > 1 else "stands"
    leads = "" if step.id == explanation.id else f", and reason {step.id} leads from there to it"
    return "; ".join((f"{_listed(graph, step.premises)} {stand}{leads}", *answered))


def _repelled(graph: Graph, ids: tuple[str, ...]) -> Iterator[str]:
    if ids:
        verb, falls = ("attack", "fall") if len(ids) > 1 else ("attacks", "falls")
        yield f"{_listed(graph, ids)} {verb} it but {falls}"


def _outranked(graph: Graph, ids: tuple[str, ...]) -> Iterator[str]:
    if ids:
        verb = "contradict" if len(ids) > 1 else "contradicts"
        yield f"{_listed(graph, ids)} {verb} it, but the map prefers it"


def _attacked(graph: Graph, explanation: Explanation) -> str:
    """Return who attacks it; what the attack is called follows from its target alone."""
    attackers, target = explanation.ids, explanation.id
    verb = attack_name(graph, Conflict(source=attackers[0], target=target))
    if len(attackers) > 1:
        return f"{_listed(graph, attackers)} {verb} it and stand"
    return f"{_listed(graph, attackers)} {verb}s it and stands"


def _lacking(graph: Graph, explanation: Explanation) -> str:
    """Return who attacks it, or what it lacks, reason by reason."""
    if explanation.kind == "attacked" and not explanation.lost:
        return _attacked(graph, explanation)
    if explanation.id in graph.inferences:
        return f"it lacks {_listed(graph, explanation.ids)}"
    lost = explanation.lost
    if not lost:
        return "no reason on the table supports it"
    if len(lost) == 1:
        return f"its only reason, {lost[0].reason}, {_lost(graph, lost[0])}"
    each = "; ".join(f"{one.reason} {_lost(graph, one)}" for one in lost)
    return f"none of its reasons is left: {each}"


def _lost(graph: Graph, lost: LostReason) -> str:
    """Return what became of a reason."""
    if lost.refused:
        return "is refused"
    if lost.undercut_by:
        stand = "stand" if len(lost.undercut_by) > 1 else "stands"
        return f"is undercut by {_listed(graph, lost.undercut_by)}, which {stand}"
    return f"lacks {_listed(graph, lost.missing)}"


def _contested(graph: Graph, explanation: Explanation) -> str:
    """Return the clash on which it hangs."""
    ring = explanation.ids
    unsettled = "and nothing on the map settles it"
    if len(ring) == 1:
        who = "it" if ring[0] == explanation.id else f"{named(graph, ring[0])}, on which it hangs,"
        return f"{who} attacks itself, {unsettled}"
    if explanation.id in ring:
        others = _listed(graph, [one for one in ring if one != explanation.id])
        return f"it and {others} attack one another, {unsettled}"
    return f"it hangs on {_listed(graph, ring)}, which attack one another, {unsettled}"
