"""The clash that leaves something contested: the shortest ring of attacks behind it."""

from collections import deque
from collections.abc import Iterator

from debatekit.logic.outcome import Outcome

Link = tuple[str, bool]
"""Something that a contested claim or inference depends on, and whether it attacks."""


def clash(outcome: Outcome, id_: str) -> tuple[str, ...]:
    """Return the shortest ring of attacking claims that something contested depends on.

    Each attacks the next, or what the next rests on, and the last the first. Of rings
    equally short the one nearest to `id_` is taken.
    """
    best: list[Link] = []
    for target in _reached(outcome, id_):
        for attacker in outcome.attackers_with(target, "undecided"):
            ring = _ring(outcome, attacker, target, len(best))
            if ring and (not best or len(ring) < len(best)):
                best = ring
    return tuple(claim for claim, attacks in best if attacks)


def _open_links(outcome: Outcome, id_: str) -> Iterator[Link]:
    """Yield what is contested and bears on this directly."""
    for attacker in outcome.attackers_with(id_, "undecided"):
        yield attacker, True
    if id_ in outcome.graph.inferences:
        for premise in outcome.premises_with(outcome.graph.inferences[id_], "undecided"):
            yield premise, False
    else:
        for step in outcome.reasons(id_):
            if outcome.status[step.id] == "undecided":
                yield step.id, False


def _reached(outcome: Outcome, id_: str) -> list[str]:
    """Return all that bears on this, itself first, then by distance."""
    found = [id_]
    known = {id_}
    for here in found:
        for there, _ in _open_links(outcome, here):
            if there not in known:
                known.add(there)
                found.append(there)
    return found


def _ring(outcome: Outcome, attacker: str, target: str, limit: int) -> list[Link]:
    """Return the links of the shortest ring from a target round to its attacker, or nothing.

    A ring of `limit` links or more is not looked for; 0 sets no limit.
    """
    came: dict[str, Link] = {}
    known = {attacker}
    waiting = deque([(attacker, 2)])
    while waiting and target not in known:
        here, length = waiting.popleft()
        if limit and length >= limit:
            break
        for there, attacks in _open_links(outcome, here):
            if there not in known:
                known.add(there)
                came[there] = (here, attacks)
                waiting.append((there, length + 1))
    if target not in known:
        return []
    ring: list[Link] = []
    here = target
    while here != attacker:
        nearer, attacks = came[here]
        ring.append((here, attacks))
        here = nearer
    return [*ring, (attacker, True)]
