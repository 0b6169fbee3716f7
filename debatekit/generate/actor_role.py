"""Which part each of three actors plays."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from random import Random

from debatekit.generate.actors import actors_beside
from debatekit.generate.build import Candidate, Question, option, says_same
from debatekit.generate.desk import Desk, desk_of, not_so, so
from debatekit.generate.match import match_item
from debatekit.generate.relevance import actors_on_map
from debatekit.model.graph import Graph
from debatekit.model.item import Match
from debatekit.model.material import Material

_PROMPTS, _SPARE = 3, 1


def actor_role(material: Material, graph: Graph, random: Random) -> Iterator[Match]:
    """Yield an item for each actor of the lesson with a role of his own, beside two others.

    Those who have to do with its map come first there too. One role more than
    there are actors is shown, so that the last one does not answer itself.
    """
    desk = desk_of(material, graph, random)
    roles = Counter(actor.role for actor in material.actors.values())
    known = actors_on_map(desk)
    for id_, actor in material.actors.items():
        if id_ in known and actor.role and roles[actor.role] == 1:
            target = f"role:{id_}"
            beside = sorted(actors_beside(desk, id_, target), key=lambda one: one not in known)
            group = list(islice(_group(desk, (id_, *beside), roles), _PROMPTS + _SPARE))
            if len(group) == _PROMPTS + _SPARE:
                yield _item(desk, group, target)


def _group(desk: Desk, ids: tuple[str, ...], roles: Counter[str]) -> Iterator[str]:
    """Yield those whose roles and names differ from all before."""
    actors = desk.material.actors
    taken: list[str] = []
    for id_ in ids:
        role, name = actors[id_].role, actors[id_].name
        fits = role and roles[role] == 1 and not says_same(role, taken)
        if fits and not says_same(name, taken):
            taken += (role, name)
            yield id_


def _item(desk: Desk, group: list[str], target: str) -> Match:
    """Return the item on the group; its last member only lends his role."""
    actors = desk.material.actors
    shown, spare = group[:_PROMPTS], group[_PROMPTS:]
    question = Question(
        generator="actor_role",
        strand="actors",
        stem="According to the lesson, which part does each of them play?",
        target=target,
        bloom="remember",
        side="shared",
        about=tuple(shown),
        hint="Look at the list of actors.",
        proof=tuple(so("role", id_, actors[id_].role) for id_ in shown),
        why="The lesson's list of actors gives each of them this part.",
    )
    partners = [
        Candidate(
            text=actors[id_].role,
            why=f"{actors[id_].name}: {actors[id_].role}.",
            proof=(so("role", id_, actors[id_].role),),
        )
        for id_ in shown
    ]
    left_over = [
        Candidate(
            text=actors[id_].role,
            why="This is the part of somebody who is not asked about here.",
            proof=tuple(not_so("role", other, actors[id_].role) for other in shown),
        )
        for id_ in spare
    ]
    return match_item(
        question,
        [actors[id_].name for id_ in shown],
        [option(candidate, candidate.text) for candidate in (*partners, *left_over)],
    )
