"""Desk: what a generator works on, and where it takes its wrong options from."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha1
from random import Random

from msgspec import Struct

from debatekit.logic.parts import Parts, parts_of
from debatekit.logic.recent import Recent
from debatekit.logic.record import equivalents
from debatekit.model.graph import Graph, GraphClaim
from debatekit.model.item import Fact
from debatekit.model.material import Material
from debatekit.model.words import Side

_LOOKED_AT = 40
"""How many claims of a pool are looked at for one item, so that cost stays linear."""


class Desk(Struct, frozen=True, kw_only=True):
    """A lesson, its graph, and a salt that stands for the seed."""

    material: Material
    graph: Graph
    parts: Parts
    salt: str

    def claim(self, id_: str) -> GraphClaim:
        """Return a claim of the graph."""
        return self.graph.claims[id_]


def desk_of(material: Material, graph: Graph, random: Random) -> Desk:
    """Return the desk for one generator's run; one number is drawn, whatever the lesson."""
    salt = f"{random.getrandbits(32):08x}"
    return Desk(material=material, graph=graph, parts=parts_of(material), salt=salt)


class Ring:
    """Ids in an order that is mixed but fixed, to be read from any place onward.

    Consistent hashing (Karger and others 1997): an id that is added later changes only
    the picks that would now meet it first.
    """

    def __init__(self, ids: Iterator[str]) -> None:
        self._placed = sorted((place_of(id_), id_) for id_ in ids)

    def read_from(self, place: int) -> Iterator[str]:
        """Yield ids from the place onward and round, not the whole of a long ring."""
        begin = bisect_left(self._placed, (place, ""))
        ahead = self._placed[begin : begin + _LOOKED_AT]
        round_ = self._placed[: min(begin, _LOOKED_AT - len(ahead))]
        return (id_ for _, id_ in (*ahead, *round_))


@lru_cache(maxsize=4096)
def place_of(text: str) -> int:
    """Return a text's place on every ring."""
    return int.from_bytes(sha1(text.encode("utf-8", "replace")).digest()[:8])


def turn(desk: Desk, target: str) -> int:
    """Return where on a ring an item on the target begins to read."""
    return place_of(f"{desk.salt}:{target}")


class _Pools(Struct, frozen=True):
    """Rings of stated claims: by kind and side, by side, and of all."""

    alike: Mapping[tuple[str, Side], Ring]
    sides: Mapping[Side, Ring]
    counterarguments: Ring


def _pools(graph: Graph) -> _Pools:
    """Return the graph's rings."""
    alike: dict[tuple[str, Side], list[str]] = defaultdict(list)
    sides: dict[Side, list[str]] = defaultdict(list)
    for id_, claim in graph.claims.items():
        if claim.role == "claim" and not claim.unstated:
            alike[claim.kind, claim.side].append(id_)
            sides[claim.side].append(id_)
    attacks = (id_ for id_, claim in graph.claims.items() if claim.role == "counterargument")
    return _Pools(
        {key: Ring(iter(ids)) for key, ids in alike.items()},
        {key: Ring(iter(ids)) for key, ids in sides.items()},
        Ring(attacks),
    )


_POOLS: Recent[Graph, _Pools] = Recent(_pools)


def other_side(side: Side) -> Side:
    """Return the opponents of a side; what is shared has none and stays shared."""
    if side == "shared":
        return "shared"
    return "counter" if side == "author" else "author"


def rivals(desk: Desk, key: str, target: str) -> Iterator[str]:
    """Yield stated claims that may stand beside the key as wrong options, best first.

    First those of the same kind and side, then of the same kind on the other side, then
    of other kinds; a claim that says the same as the key is never among them.
    """
    own = desk.claim(key)
    pools, begin = _POOLS.get(desk.graph), turn(desk, target)
    other = other_side(own.side)
    rings = (
        pools.alike.get((own.kind, own.side)),
        pools.alike.get((own.kind, other)),
        pools.sides.get(own.side),
        pools.sides.get(other),
        pools.sides.get("shared"),
        pools.counterarguments,
    )
    seen = {key, *equivalents(desk.material, key)}
    for ring in rings:
        for id_ in ring.read_from(begin) if ring else ():
            if id_ not in seen:
                seen.add(id_)
                yield id_


def so(predicate: str, *arguments: str) -> Fact:
    """Return the fact that something is so."""
    return Fact(predicate, arguments)


def not_so(predicate: str, *arguments: str) -> Fact:
    """Return the fact that something is not so."""
    return Fact(predicate, arguments, holds=False)
