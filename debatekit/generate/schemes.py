"""The schemes that questions may name, and which of them may stand side by side."""

from collections.abc import Iterator
from itertools import chain

from debatekit.generate.desk import Desk, place_of
from debatekit.model.graph import Inference
from debatekit.model.scheme import Scheme

GENERIC = "generic"
"""The pattern that fits every step; it is never a key nor a wrong option."""


def known_scheme(desk: Desk, inference: Inference) -> Scheme | None:
    """Return the step's scheme, if it is one that can be asked about."""
    return None if inference.scheme == GENERIC else desk.material.schemes.get(inference.scheme)


def are_confusable(first: Scheme, second: Scheme) -> bool:
    """Return whether a careful reader may take one for the other."""
    return first.id in second.confusable or second.id in first.confusable


def schemes_beside(desk: Desk, scheme: Scheme, begin: int) -> Iterator[Scheme]:
    """Yield schemes that nobody takes for this one, those of the lesson first."""
    used = {inference.scheme for inference in desk.graph.inferences.values()}
    known = sorted(desk.material.schemes.values(), key=lambda other: place_of(other.id) ^ begin)
    here = (other for other in known if other.id in used)
    elsewhere = (other for other in known if other.id not in used)
    for other in chain(here, elsewhere):
        if other.id not in (scheme.id, GENERIC) and not are_confusable(scheme, other):
            yield other
