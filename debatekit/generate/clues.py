"""What would give a key away: a word of the stem, or an absolute word, that it alone has."""

import re
from functools import lru_cache

from msgspec import Struct

from debatekit.model.content import stems_of

SHORTEST = 5
"""A shorter word that stem and key share gives nothing away."""

NAMES = 4
"""Where the options are names and titles, a word of four letters tells already: 'Walt'.

There the first six letters tell as well: 'Ukraine' and 'Ukrainian'.
"""

WORD, ABSOLUTE = 2, 1
"""How much it tells that the key alone repeats a word, or that an absolute word is not in all.

After the clues that Haladyna, Downing and Rodriguez list (2002, Applied Measurement in
Education 15).
"""

_BEGINNING = 6
_YEAR = re.compile(r"\b[12]\d{3}\b")
_ABSOLUTE = re.compile(
    r"\b(?:always|never|all|none|only|completely|absolutely|every)\b", re.IGNORECASE
)


class Wording(Struct, frozen=True, gc=False):
    """A text, the words by which it is known again, and whether it allows of no exception."""

    text: str
    words: frozenset[str]
    is_absolute: bool


class Way(Struct, frozen=True, gc=False):
    """A way to ask: a stem, the key in short or in full words, and the words they share."""

    stem: str
    key: Wording
    shared: frozenset[str]
    is_long: bool
    shortest: int


def clues(text: str, shortest: int = SHORTEST) -> frozenset[str]:
    """Return the stems of the words by which a text is known again, and its years.

    Stems of questions quote the same claims again and again, so parts are remembered.

    >>> sorted(clues("Okoye measured the air in 2019."))
    ['2019', 'measur', 'okoy']
    """
    first, *parts = text.split('"')
    found = _clues(first, shortest)
    return found.union(*(_clues(part, shortest) for part in parts)) if parts else found


@lru_cache(maxsize=8192)
def _clues(text: str, shortest: int) -> frozenset[str]:
    found = stems_of([text], shortest)
    if shortest == NAMES:
        found = found | stems_of([text.replace("-", " ")], shortest)
        found = found.union(f"{word[:_BEGINNING]}-" for word in found)
    return found.union(_YEAR.findall(text)) if found else found


@lru_cache(maxsize=8192)
def worded(text: str, shortest: int = SHORTEST) -> Wording:
    """Return the text with what it may tell; the last few thousand are remembered."""
    return Wording(text, clues(text, shortest), _ABSOLUTE.search(text) is not None)


def ways(stems: tuple[str, ...], texts: tuple[str, ...], shortest: int) -> tuple[Way, ...]:
    """Return the ways to ask; of stems that share the same words with the key, the first."""
    found: dict[tuple[bool, frozenset[str]], Way] = {}
    for is_long, text in zip((False, True), texts, strict=False):
        key = worded(text, shortest)
        for stem in stems:
            shared = key.words & clues(stem, shortest)
            found.setdefault((is_long, shared), Way(stem, key, shared, is_long, shortest))
    return tuple(found.values())


def said_by(way: Way, short: str, long: str) -> tuple[Wording, frozenset[str]]:
    """Return an option as this way to ask words it, and what of the shared words it lacks."""
    wording = worded((way.is_long and long) or short, way.shortest)
    return wording, way.shared - wording.words
