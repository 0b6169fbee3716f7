"""All items of a lesson: written ones first, then generated ones that their facts prove."""

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha1
from random import Random

from msgspec.structs import replace

from debatekit.generate.authored import authored_items
from debatekit.generate.catalogue import CATALOGUE, GENERATORS, NEEDS
from debatekit.generate.shuffle import shuffled
from debatekit.logic.facts import fact_holds
from debatekit.model.graph import Graph
from debatekit.model.item import Item
from debatekit.model.material import Material
from debatekit.model.quiz import Quiz
from debatekit.model.words import STRANDS, Strand


def generate_items(
    material: Material,
    graph: Graph,
    seed: int,
    quiz: Quiz | None = None,
    strands: Collection[Strand] | None = None,
) -> tuple[Item, ...]:
    """Return the lesson's items: those written by hand, then generated ones by name and target.

    The same lesson and seed give the same items. A generated item without proof, or with a
    fact that does not hold, is left out. Its id comes from the lesson, the generator, the
    target and the seed; its options stand in an order that comes from these as well, so
    that whatever is added to a lesson shuffles no other item. Where strands are named, only
    their items are generated, the same as without; what is written by hand is all there.
    """
    written = [shuffled(item, seed) for item in authored_items(quiz)] if quiz else []
    found = sorted(
        _generated(material, graph, seed, STRANDS if strands is None else strands),
        key=lambda item: (item.generator, item.target),
    )
    return (*written, *found)


def why_not(material: Material, graph: Graph) -> tuple[tuple[str, str], ...]:
    """Return the generators that find nothing in the lesson, each with what it would need."""
    found = {item.generator for item in _generated(material, graph, 0, STRANDS)}
    return tuple((name, NEEDS[name]) for name in GENERATORS if name not in found)


def _generated(
    material: Material, graph: Graph, seed: int, strands: Collection[Strand]
) -> Iterator[Item]:
    """Yield the generated items of the strands, whole, no two with one id."""
    for name in (name for strand in CATALOGUE if strand in strands for name in CATALOGUE[strand]):
        found = GENERATORS[name](material, graph, Random(f"{seed}:{name}"))
        yield from whole_items(found, material, graph, seed)


def whole_items(
    found: Iterable[Item], material: Material, graph: Graph, seed: int
) -> Iterator[Item]:
    """Yield what a generator found: proved, with an id of its own, its options in their order."""
    ids: set[str] = set()
    for item in found:
        id_ = _id(material.id, item, seed)
        if id_ not in ids and _is_proved(item, material, graph):
            ids.add(id_)
            yield shuffled(replace(item, id=id_), seed)


def _id(lesson: str, item: Item, seed: int) -> str:
    """Return an id that outlives rewording: it is made from authored ids alone."""
    named = "\n".join((lesson, item.generator, item.target, str(seed)))
    return sha1(named.encode("utf-8", "replace")).hexdigest()[:10]


def _is_proved(item: Item, material: Material, graph: Graph) -> bool:
    """Return whether the key and every option rest on facts, and all of them hold."""
    proofs = [item.proof]
    proofs += (option.proof for option in item.options if option.proof is not item.proof)
    if not all(proofs):
        return False
    return all(fact_holds(fact, material, graph) for proof in proofs for fact in proof)
