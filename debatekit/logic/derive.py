"""Lesson to Graph: the claims, steps and attacks that follow from what a teacher wrote."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from debatekit.logic.parts import Parts, PlacedReason, parts_of
from debatekit.model.graph import Conflict, Graph, GraphClaim, Inference, Preference
from debatekit.model.lesson import Counterargument
from debatekit.model.material import Material
from debatekit.model.words import Side


def derive(material: Material) -> Graph:
    """Return the lesson's graph; what names an id that is not there is left out of it.

    Reasons become inferences, counterarguments and replies become claims with conflicts.
    A claim is asserted on its own unless some inference concludes it.
    """
    parts = parts_of(material)
    inferences = _inferences(material, parts)
    concluded = {inference.conclusion for inference in inferences.values()}
    claims = _claims(material, parts, concluded)
    return Graph(
        claims=claims,
        inferences=inferences,
        conflicts=tuple(_conflicts(material, claims, inferences)),
        preferences=tuple(
            Preference(stronger=entry.stronger, weaker=entry.weaker)
            for entry in material.lesson.preferences
            if entry.stronger in claims and entry.weaker in claims
        ),
    )


def _inferences(material: Material, parts: Parts) -> dict[str, Inference]:
    """Return the reasons as steps, by id.

    Left out is one whose ends are not known, or whose id a claim has as well.
    """
    known = material.claims.keys() | parts.counterarguments.keys() | parts.replies.keys()
    found: dict[str, Inference] = {}
    for id_, placed in parts.reasons.items():
        premises = _premises(placed)
        whole = placed.conclusion in known and known.issuperset(premises)
        if premises and whole and id_ not in known:
            found[id_] = Inference(
                id=id_,
                premises=premises,
                conclusion=placed.conclusion,
                scheme=placed.reason.scheme,
                side=placed.side,
            )
    return found


def _premises(placed: PlacedReason) -> tuple[str, ...]:
    """Return stated and unstated premises, each once."""
    return tuple(dict.fromkeys((*placed.reason.premises, *placed.reason.unstated)))


def _claims(material: Material, parts: Parts, concluded: set[str]) -> dict[str, GraphClaim]:
    """Return every claim that the lesson uses, its counterarguments and its replies."""
    users = _users(material, parts)
    claims = {id_: _claim(material, id_, users[id_], id_ in concluded) for id_ in users}
    for id_, placed in parts.counterarguments.items():
        entry = placed.counterargument
        claims[id_] = GraphClaim(
            id=id_,
            text=entry.text,
            short=entry.short,
            kind=entry.kind,
            holder=entry.held_by[0] if entry.held_by else "",
            side="counter",
            asserted=id_ not in concluded,
            role="counterargument",
        )
    for id_, answer in parts.replies.items():
        reply = answer.reply
        claims[id_] = GraphClaim(
            id=id_,
            text=reply.text,
            short=reply.short,
            kind=reply.kind,
            side="author",
            asserted=id_ not in concluded,
            role="reply",
            concedes=answer.counterargument if reply.answers == "concedes" else "",
        )
    return claims


def _users(material: Material, parts: Parts) -> dict[str, set[Side]]:
    """Return, for each claim that the lesson uses, the sides whose reasons use it."""
    users: dict[str, set[Side]] = defaultdict(set)
    for contention in material.lesson.contentions:
        users[contention.claim].add("author")
    for placed in parts.reasons.values():
        for id_ in (*_premises(placed), placed.conclusion):
            users[id_].add(placed.side)
    for entry in parts.counterarguments.values():
        users.setdefault(entry.counterargument.attacks, set())
    return {id_: sides for id_, sides in users.items() if id_ in material.claims}


def _claim(material: Material, id_: str, users: set[Side], concluded: bool) -> GraphClaim:
    """Return one of the source's or the lesson's claims as the logic sees it."""
    claim = material.claims[id_]
    side = claim.side or _side(material, id_, users)
    holder = material.source.author if side == "author" else ""
    return GraphClaim(
        id=id_,
        text=claim.text,
        short=claim.short,
        kind=claim.kind,
        holder=claim.held_by[0] if claim.held_by else holder,
        side=side,
        asserted=claim.asserted or not concluded,
        unstated=claim.unstated,
    )


def _side(material: Material, id_: str, users: set[Side]) -> Side:
    """Return whose claim it is where the file does not say: the author's, or its users'."""
    if id_ in material.source.claims or not users:
        return "author"
    return "shared" if len(users) > 1 else next(iter(users))


def _conflicts(
    material: Material, claims: Mapping[str, GraphClaim], inferences: Mapping[str, Inference]
) -> Iterator[Conflict]:
    """Yield the attacks of counterarguments and replies, in file order."""
    for contention in material.lesson.contentions:
        for entry in contention.counterarguments:
            if entry.attacks in claims or entry.attacks in inferences:
                yield _attack(entry, on_step=entry.attacks in inferences)
            for reply in entry.replies:
                if reply.answers != "concedes":
                    mutual = reply.answers == "rebuts"
                    yield Conflict(source=reply.id, target=entry.id, mutual=mutual)


def _attack(entry: Counterargument, on_step: bool) -> Conflict:
    """Return a counterargument's attack: both ways on a claim, one way on a step."""
    return Conflict(
        source=entry.id,
        target=entry.attacks,
        mutual=not on_step and not entry.one_way,
        question=entry.question,
    )
