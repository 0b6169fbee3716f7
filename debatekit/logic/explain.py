"""Why something stands, falls or is contested, as ids; `sentences` turns it into words."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from debatekit.logic.clash import clash
from debatekit.logic.outcome import Outcome
from debatekit.model.graph import Graph, Inference, Scenario, Status

ExplanationKind = Literal[
    "granted",
    "refused",
    "off-table",
    "supported",
    "attacked",
    "missing",
    "circular",
    "contested",
]


class LostReason(Struct, frozen=True, kw_only=True):
    """A reason that no longer holds: what it lacks, what undercuts it, or that it is refused."""

    reason: str
    missing: tuple[str, ...] = ()
    undercut_by: tuple[str, ...] = ()
    refused: bool = False


class Explanation(Struct, frozen=True, kw_only=True):
    """Why a claim or an inference has its status.

    `ids` holds, by kind: `supported` its supporting tree, itself first and each part once;
    `attacked` the attackers that stand; `missing` the premises that fell and the claims
    that undercut its reasons; `circular` the claims of one circle; `contested` a shortest
    ring of claims, each of which attacks the next or what it rests on; else nothing.
    """

    id: str
    status: Status
    kind: ExplanationKind
    ids: tuple[str, ...] = ()
    lost: tuple[LostReason, ...] = ()
    """The reasons of a claim that fell with them."""
    repelled: tuple[str, ...] = ()
    """Attackers that are on the table and fell."""
    outranked: tuple[str, ...] = ()
    """Claims that contradict it, which a preference sets below it."""


def explain(graph: Graph, scenario: Scenario, id_: str) -> Explanation:
    """Return why a claim or an inference of the graph has its status.

    Raises KeyError for an id that the graph lacks, and InconsistentScenarioError.
    """
    return _explanation(Outcome(graph, scenario), id_)


def explain_all(graph: Graph, scenario: Scenario) -> dict[str, Explanation]:
    """Return the explanation of every claim and inference, in the order of `statuses`."""
    outcome = Outcome(graph, scenario)
    return {id_: _explanation(outcome, id_) for id_ in outcome.status}


def _explanation(outcome: Outcome, id_: str) -> Explanation:
    """Return the explanation by status."""
    status = outcome.status[id_]
    if status == "out":
        return _why_out(outcome, id_)
    if status == "undecided":
        return Explanation(id=id_, status=status, kind="contested", ids=clash(outcome, id_))
    if id_ in outcome.scenario.accept and id_ in outcome.graph.claims:
        return Explanation(id=id_, status=status, kind="granted")
    fallen = outcome.attackers_with(id_, "out")
    return Explanation(
        id=id_,
        status=status,
        kind="supported",
        ids=tuple(_tree(outcome, id_)),
        repelled=tuple(one for one in fallen if one not in outcome.off_table),
        outranked=tuple(_outranked(outcome, id_)),
    )


def _outranked(outcome: Outcome, id_: str) -> Iterator[str]:
    """Yield what contradicts it on the table but is set below it."""
    attackers = outcome.attackers.get(id_, ())
    for preference in outcome.graph.preferences:
        weaker = preference.weaker
        on_table = weaker not in outcome.removed and weaker not in attackers
        if preference.stronger == id_ and on_table:
            yield weaker


def _tree(outcome: Outcome, id_: str) -> Iterator[str]:
    """Yield what holds it up, from the top down, each part once."""
    waiting, seen = [id_], set()
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        yield here
        if here in outcome.graph.inferences:
            waiting.extend(reversed(outcome.graph.inferences[here].premises))
        elif here in outcome.chosen:
            waiting.append(outcome.chosen[here])


def _why_out(outcome: Outcome, id_: str) -> Explanation:
    """Return why it fell: the scenario, an attacker, a circle, or what it lacks."""

    def because(
        kind: ExplanationKind, ids: tuple[str, ...] = (), lost: tuple[LostReason, ...] = ()
    ) -> Explanation:
        return Explanation(id=id_, status="out", kind=kind, ids=ids, lost=lost)

    if id_ in outcome.off_table:
        return because("off-table")
    if id_ in outcome.scenario.reject:
        return because("refused")
    if attackers := outcome.attackers_with(id_, "in"):
        return because("attacked", attackers)
    if id_ in outcome.circular:
        return because("circular", _circle(outcome, id_))
    if id_ in outcome.graph.inferences:
        return because("missing", outcome.premises_with(outcome.graph.inferences[id_], "out"))
    lost = tuple(_lost(outcome, step) for step in outcome.reasons(id_))
    ids = dict.fromkeys(one for each in lost for one in (*each.missing, *each.undercut_by))
    only_undercut = bool(lost) and all(each.undercut_by for each in lost)
    return because("attacked" if only_undercut else "missing", tuple(ids), lost)


def _lost(outcome: Outcome, step: Inference) -> LostReason:
    """Return what became of a reason; an undercut says more than what else it lacks."""
    if step.id in outcome.scenario.reject:
        return LostReason(reason=step.id, refused=True)
    if undercutters := outcome.attackers_with(step.id, "in"):
        return LostReason(reason=step.id, undercut_by=undercutters)
    return LostReason(reason=step.id, missing=outcome.premises_with(step, "out"))


def _circle(outcome: Outcome, id_: str) -> tuple[str, ...]:
    """Return the claims of a circle on which it rests, each supported by the next."""
    path: list[str] = []
    here = id_
    if id_ in outcome.graph.inferences:
        here = outcome.premises_with(outcome.graph.inferences[id_], "out")[0]
    while here not in path:
        path.append(here)
        here = outcome.premises_with(outcome.reasons(here)[0], "out")[0]
    return tuple(path[path.index(here) :])
