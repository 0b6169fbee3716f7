"""Actors as options: who may stand beside whom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from debatekit.generate.build import Candidate
from debatekit.generate.desk import Desk, Ring, turn
from debatekit.logic.recent import Recent
from debatekit.model.item import Fact
from debatekit.model.material import Material


def _rings(material: Material) -> Mapping[str, Ring]:
    """Return the actors by kind, and all of them under ''."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for id_, actor in material.actors.items():
        kinds[actor.kind].append(id_)
        kinds[""].append(id_)
    return {kind: Ring(iter(ids)) for kind, ids in kinds.items()}


_RINGS: Recent[Material, Mapping[str, Ring]] = Recent(_rings)


def actors_beside(desk: Desk, actor: str, target: str) -> Iterator[str]:
    """Yield other actors, those of the same kind first."""
    rings, begin = _RINGS.get(desk.material), turn(desk, target)
    seen = {actor}
    for kind in (desk.material.actors[actor].kind, ""):
        for id_ in rings[kind].read_from(begin):
            if id_ not in seen:
                seen.add(id_)
                yield id_


def actor_candidate(
    desk: Desk, actor: str, why: str, proof: tuple[Fact, ...], flaw: str = ""
) -> Candidate:
    """Return the actor as an option, under the name that students learn."""
    return Candidate(text=desk.material.actors[actor].name, why=why, flaw=flaw, proof=proof)
