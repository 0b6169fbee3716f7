"""The names under which readers meet an actor, and whether a text has one of them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from debatekit.generate.desk import Desk
from debatekit.generate.lines import on_map
from debatekit.logic.recent import Recent
from debatekit.logic.record import speakers
from debatekit.model.actor import Actor
from debatekit.model.material import Material
from debatekit.model.text import comparable

_SHORTEST_SURNAME = 4
_LONG = 5
"""From this length on a name is known by its beginning too: 'Russia' in 'Russian'."""


def is_named(desk: Desk, actor: str, claim: str) -> bool:
    """Return whether a claim's own words name the actor, in full, in brief or by surname."""
    known = desk.claim(claim)
    names = _NAMES.get(desk.material)[actor]
    return any(_is_in(name, text) for text in (known.text, known.short) for name in names)


def tells_its_holder(desk: Desk, claim: str) -> bool:
    """Return whether a claim names anybody who is named with it in the record."""
    actors = desk.material.actors
    named = speakers(desk.material, claim).mentioned
    return any(actor in actors and is_named(desk, actor, claim) for actor in named)


def _names(material: Material) -> dict[str, tuple[str, ...]]:
    """Return each actor's names as texts are compared."""
    return {id_: tuple(dict.fromkeys(_of(actor))) for id_, actor in material.actors.items()}


_NAMES: Recent[Material, dict[str, tuple[str, ...]]] = Recent(_names)


def _of(actor: Actor) -> Iterator[str]:
    """Yield the name, the other names, and the surnames of persons."""
    for name in (actor.name, *actor.also):
        yield comparable(re.sub(r"^[Tt]he (?=[A-Z])", "", name))
    for part in actor.name.split(" and "):
        *given, surname = part.split()
        persons = actor.kind in ("person", "group") and part.istitle()
        if given and persons and len(surname) >= _SHORTEST_SURNAME:
            yield comparable(surname)


@lru_cache(maxsize=16384)
def _is_in(name: str, text: str) -> bool:
    """Return whether a text has the name, with a possessive or an ending too.

    >>> _is_in("russia", "Russia's army"), _is_in("russia", "the Russian army")
    (True, True)
    """
    said = f" {comparable(text)} "
    return f" {name} " in said or (len(name) >= _LONG and f" {name}" in said)


def _holders(material: Material) -> dict[str, frozenset[str]]:
    """Return who states something on the map, each with what."""
    found: dict[str, set[str]] = {}
    for id_ in on_map(material):
        for actor in speakers(material, id_).stating:
            found.setdefault(actor, set()).add(id_)
    return {actor: frozenset(ids) for actor, ids in found.items()}


_HOLDERS: Recent[Material, dict[str, frozenset[str]]] = Recent(_holders)


def states_another(desk: Desk, actor: str, claim: str) -> bool:
    """Return whether the actor states something on the map besides the claim."""
    return bool(_HOLDERS.get(desk.material).get(actor, frozenset()) - {claim})
