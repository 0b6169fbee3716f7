"""References as options: how they are named, and which ones a lesson cites."""

from collections import Counter
from collections.abc import Iterator, Mapping

from debatekit.generate.clues import NAMES, clues
from debatekit.generate.desk import Ring
from debatekit.logic.parts import parts_of
from debatekit.logic.recent import Recent
from debatekit.logic.record import citations
from debatekit.model.material import Material
from debatekit.model.reference import Name, Reference


def reference_name(reference: Reference) -> str:
    """Return who wrote it and when, its title, and the paper or journal, if that is another.

    Such as 'Walt 1987, The Origins of Alliances', or 'Lieven 2023, Ringing hollow (The Bee)'.
    """
    who = _names(reference.author) or reference.container_title or reference.publisher
    dated = " ".join(part for part in (who, _year(reference)) if part)
    named = f"{dated}, {reference.title}" if dated else reference.title
    paper = reference.container_title
    return f"{named} ({paper})" if paper and paper not in named else named


def _names(names: tuple[Name, ...]) -> str:
    """Return the first names, and 'and others' for more than two."""
    known = [name.family or name.literal for name in names]
    if len(known) > 2:
        return f"{known[0]} and others"
    return " and ".join(known)


def _year(reference: Reference) -> str:
    if reference.issued is None:
        return ""
    dated = reference.issued.date_parts
    return str(dated[0][0]) if dated and dated[0] else reference.issued.literal


class Cited:
    """Which references a lesson cites, and for what."""

    def __init__(self, material: Material) -> None:
        parts = parts_of(material)
        things = (*material.claims, *parts.counterarguments, *parts.replies)
        self.for_: Mapping[str, tuple[str, ...]] = {
            id_: tuple(cited for cited in citations(material, id_) if cited in material.references)
            for id_ in things
        }
        self.names: Mapping[str, str] = {
            cited: reference_name(material.references[cited])
            for found in self.for_.values()
            for cited in found
        }
        self.words: Mapping[str, frozenset[str]] = {
            cited: clues(name, NAMES) for cited, name in self.names.items()
        }
        counted = Counter(word for words in self.words.values() for word in words)
        self.common = frozenset(word for word, count in counted.items() if count > 1)
        self.ring = Ring(iter(self.names))

    def all_from(self, place: int) -> Iterator[str]:
        """Yield the cited references from a place onward."""
        return self.ring.read_from(place)


def cited_in(material: Material) -> Cited:
    """Return the lesson's citations; found once for each material."""
    return _RECENT.get(material)


_RECENT: Recent[Material, Cited] = Recent(Cited)
