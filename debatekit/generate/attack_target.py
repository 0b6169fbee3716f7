"""What exactly a counterargument or a reply attacks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from random import Random

from debatekit.generate.attacks import listed_attacks, what_is_hit
from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.candidates import target_candidate
from debatekit.generate.desk import Desk, Ring, desk_of, not_so, so, turn
from debatekit.generate.phrases import brief, full, hint
from debatekit.logic.parts import parts_of
from debatekit.logic.recent import Recent
from debatekit.logic.record import is_equivalent
from debatekit.model.graph import Conflict, Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material

_ROOMS = ("steps", "claims", "counterarguments")


def attack_target(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each attack; wrong are other targets under the same contention.

    Targets of the same sort come first: steps beside a step, claims beside a claim,
    counterarguments beside a counterargument.
    """
    desk = desk_of(material, graph, random)
    for conflict in listed_attacks(graph):
        yield from _item(desk, conflict)


def _rooms(material: Material) -> Mapping[str, Mapping[str, Ring]]:
    """Return what can be attacked, by contention and sort."""
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    parts = parts_of(material)
    for id_, placed in parts.reasons.items():
        room = found[placed.contention]
        room["steps"][id_] = None
        room["claims"].update(dict.fromkeys((*placed.reason.premises, placed.conclusion)))
    for id_, entry in parts.counterarguments.items():
        found[entry.contention]["counterarguments"][id_] = None
    return {
        contention: {sort: Ring(iter(ids)) for sort, ids in rooms.items()}
        for contention, rooms in found.items()
    }


_ROOMS_OF: Recent[Material, Mapping[str, Mapping[str, Ring]]] = Recent(_rooms)


def _item(desk: Desk, conflict: Conflict) -> Iterator[Choice]:
    """Yield the item on one attack."""
    source, hit = conflict.source, conflict.target
    role = desk.claim(source).role
    verb = "answer" if role == "reply" else "attack"
    ask = f"On the map, what exactly does this {role} {verb}"
    question = Question(
        generator="attack_target",
        strand="structure",
        stem=f"{ask}: {full(desk, source)}?",
        stems=(f"{ask}: {brief(desk, source)}?",),
        target=f"attack:{source}:{hit}",
        bloom="analyse",
        side=desk.claim(source).side,
        about=(source, hit),
        hint=hint(desk, source),
        proof=(so("attacks", source, hit),),
        why=f"On the map its arrow ends at {what_is_hit(desk, hit)}.",
    )
    key = target_candidate(desk, hit, question.why, *question.proof)
    yield from choice(question, key, _wrong(desk, source, hit, question.target))


def _wrong(desk: Desk, source: str, hit: str, target: str) -> Iterator[Candidate]:
    """Yield what else could be attacked there."""
    contention, own = _contention(desk, source), _sort(desk, hit)
    rooms, begin = _ROOMS_OF.get(desk.material), turn(desk, target)
    for room in sorted(_ROOMS, key=lambda name: name != own):
        ring = rooms.get(contention, {}).get(room)
        for id_ in ring.read_from(begin) if ring else ():
            fits = _is_open(desk, source, id_) and not is_equivalent(desk.material, hit, id_)
            if fits and id_ not in (source, hit):
                why = f"On the map this {desk.claim(source).role} has no arrow to it."
                proof = not_so("attacks", source, id_)
                yield target_candidate(desk, id_, why, proof, flaw="off-target")


def _is_open(desk: Desk, source: str, id_: str) -> bool:
    """Return whether a target exists and is not of the attacker's own side."""
    known = desk.graph.inferences.get(id_) or desk.graph.claims.get(id_)
    return known is not None and known.side != desk.claim(source).side


def _sort(desk: Desk, target: str) -> str:
    """Return in which room a target is found."""
    if target in desk.graph.inferences:
        return "steps"
    return "claims" if desk.claim(target).role == "claim" else "counterarguments"


def _contention(desk: Desk, source: str) -> str:
    """Return under which contention an attack is listed."""
    parts = desk.parts
    if source in parts.counterarguments:
        return parts.counterarguments[source].contention
    return parts.replies[source].contention if source in parts.replies else ""
