"""Lines of argument: what belongs under the same contention, so that a topic tells nothing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from debatekit.generate.desk import Desk, Ring, rivals, turn
from debatekit.logic.parts import parts_of
from debatekit.logic.recent import Recent
from debatekit.logic.record import equivalents
from debatekit.model.material import Material
from debatekit.model.words import Side


def _lines(material: Material) -> Mapping[str, frozenset[str]]:
    """Return the contentions under which each thing of the map stands, by its id."""
    parts, found = parts_of(material), defaultdict[str, set[str]](set)
    for contention in material.lesson.contentions:
        found[contention.claim].add(contention.claim)
    for placed in parts.reasons.values():
        reason = placed.reason
        for id_ in (reason.id, *reason.premises, *reason.unstated, placed.conclusion):
            found[id_].add(placed.contention)
    for id_, entry in parts.counterarguments.items():
        found[id_].add(entry.contention)
    for id_, answer in parts.replies.items():
        found[id_].add(answer.contention)
    return {id_: frozenset(contentions) for id_, contentions in found.items()}


_LINES: Recent[Material, Mapping[str, frozenset[str]]] = Recent(_lines)


def _rings(material: Material) -> Mapping[str, Ring]:
    """Return what stands under each contention."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, contentions in _LINES.get(material).items():
        for contention in contentions:
            found[contention].append(id_)
    return {contention: Ring(iter(ids)) for contention, ids in found.items()}


_RINGS: Recent[Material, Mapping[str, Ring]] = Recent(_rings)


def _under(material: Material) -> Mapping[str, frozenset[str]]:
    """Return what stands under each contention, in no order."""
    lines = _LINES.get(material)
    contentions = {entry.claim for entry in material.lesson.contentions}
    return {
        contention: frozenset(id_ for id_, own in lines.items() if contention in own)
        for contention in contentions
    }


_UNDER: Recent[Material, Mapping[str, frozenset[str]]] = Recent(_under)


def on_map(material: Material) -> Mapping[str, frozenset[str]]:
    """Return all that the map shows, each with the contentions under which it stands."""
    return _LINES.get(material)


def line_of(desk: Desk, id_: str) -> frozenset[str]:
    """Return what stands under a contention under which the thing stands too."""
    under = _UNDER.get(desk.material)
    found = [under[contention] for contention in _LINES.get(desk.material).get(id_, ())]
    return found[0] if len(found) == 1 else frozenset().union(*found)


def beside(desk: Desk, key: str, side: Side, target: str) -> Iterator[str]:
    """Yield the claims of a side that stand under a contention of the key's, each once."""
    begin, claims = turn(desk, target), desk.graph.claims
    seen = {key, *equivalents(desk.material, key)}
    rings = _RINGS.get(desk.material)
    for contention in sorted(_LINES.get(desk.material).get(key, ())):
        for id_ in rings[contention].read_from(begin):
            claim = claims.get(id_)
            if claim and claim.side == side and claim.role == "claim" and id_ not in seen:
                seen.add(id_)
                yield id_


def near_rivals(desk: Desk, key: str, target: str, case: Side | None = None) -> Iterator[str]:
    """Yield stated claims as wrong options: of the same line, then of the same side, then others.

    So that the topic alone does not tell the key. A case is that in which the key counts,
    for what both sides share.
    """
    seen, later, side = {key}, [], case or desk.claim(key).side
    claims = desk.graph.claims
    for id_ in beside(desk, key, side, target):
        if not claims[id_].unstated:
            seen.add(id_)
            yield id_
    for id_ in rivals(desk, key, target):
        if claims[id_].side == side:
            if id_ not in seen:
                yield id_
        else:
            later.append(id_)
    yield from later
