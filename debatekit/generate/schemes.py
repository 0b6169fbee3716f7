"""The schemes that questions may name, and which of them may stand side by side."""

from collections.abc import Iterator

from debatekit.generate.desk import Desk, place_of
from debatekit.logic.recent import Recent
from debatekit.model.graph import Graph, Inference
from debatekit.model.material import Material
from debatekit.model.scheme import Scheme

GENERIC = "generic"
"""The pattern that fits every step; it is never a key nor a wrong option."""


def known_scheme(desk: Desk, inference: Inference) -> Scheme | None:
    """Return the step's scheme, if it is one that can be asked about."""
    return None if inference.scheme == GENERIC else desk.material.schemes.get(inference.scheme)


def are_confusable(first: Scheme, second: Scheme) -> bool:
    """Return whether a careful reader may take one for the other."""
    return first.id in second.confusable or second.id in first.confusable


def _placed(material: Material) -> tuple[tuple[int, Scheme], ...]:
    """Return the schemes that may be options, each with its place."""
    known = material.schemes.values()
    return tuple((place_of(scheme.id), scheme) for scheme in known if scheme.id != GENERIC)


_PLACED: Recent[Material, tuple[tuple[int, Scheme], ...]] = Recent(_placed)


def _used(graph: Graph) -> frozenset[str]:
    """Return the schemes of the map's steps."""
    return frozenset(inference.scheme for inference in graph.inferences.values())


_USED: Recent[Graph, frozenset[str]] = Recent(_used)


def schemes_beside(desk: Desk, scheme: Scheme, begin: int) -> Iterator[Scheme]:
    """Yield schemes that nobody takes for this one, those of the lesson first."""
    used = _USED.get(desk.graph)
    placed = _PLACED.get(desk.material)
    for _, other in sorted(placed, key=lambda one: (one[1].id not in used, one[0] ^ begin)):
        if other.id != scheme.id and not are_confusable(scheme, other):
            yield other


def neighbours(desk: Desk, scheme: Scheme, begin: int) -> list[Scheme]:
    """Return the schemes that a careful reader may take for this one."""
    near = [one for one in _PLACED.get(desk.material) if are_confusable(scheme, one[1])]
    ordered = sorted(near, key=lambda one: one[0] ^ begin)
    return [other for _, other in ordered if other.id != scheme.id]
