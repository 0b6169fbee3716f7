"""A rich lesson with parts left out and odd texts put in: items of every generator, in any mix."""

from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.generate.made import raw_lessons
from tests.generate.raw import SMALL, Raw, RawLesson, raw_lesson

_OPTIONAL = frozenset(
    {"reasons", "counterarguments", "replies", "evidence", "facts", "wording", "events"}
    | {"statements", "premises", "unstated", "straw", "fair", "unfair"}
)
"""Lists of which any entry may be missing."""
_SPOKEN = frozenset(
    {"text", "short", "name", "role", "record", "title", "quote", "neutral", "still_loaded"}
    | {"changes_claim"}
)
_LISTS = frozenset({"fair"})


def lessons(odd: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[RawLesson]:
    """Return made-up lessons, and a written one changed; odd texts, if given, end its texts."""
    return raw_lessons() | thinned_lessons(st.just("") if odd is None else odd)


@st.composite
def thinned_lessons(draw: st.DrawFn, odd: st.SearchStrategy[str]) -> RawLesson:
    """Return the lesson on a street with some parts left out, or none."""
    share, seed = draw(st.sampled_from([0.0, 0.1, 0.4])), draw(st.integers(0, 10**6))
    return thinned(seed, share, draw(st.lists(odd, min_size=1, max_size=3)))


def thinned(seed: int, share: float, ends: list[str]) -> RawLesson:
    """Return the lesson on a street without a share of its parts; the ends are put to texts."""
    raw, without = deepcopy(_street()), _Thinned(Random(seed), share, ends)
    raw.lesson, raw.source = without.mapping(raw.lesson), without.mapping(raw.source)
    return raw


@cache
def _street() -> RawLesson:
    """Return the small lesson of which every generator makes an item."""
    return raw_lesson(SMALL / "town", "street")


class _Thinned:
    """What is left out, by chance, and what the texts that stay end with."""

    def __init__(self, rng: Random, share: float, ends: list[str]) -> None:
        self._rng, self._share, self._ends = rng, share, ends

    def mapping(self, value: Raw) -> Raw:
        """Return a mapping with its lists thinned and its texts changed."""
        return {key: self._part(str(key), part) for key, part in value.items()}

    def _part(self, key: str, value: Any) -> Any:
        if isinstance(value, dict):
            return self.mapping(value)
        if isinstance(value, list):
            kept = [one for one in value if key not in _OPTIONAL or self._stays()]
            return [self._part(key if key in _LISTS else "", one) for one in kept]
        return self._said(value) if key in _SPOKEN | _LISTS and isinstance(value, str) else value

    def _stays(self) -> bool:
        return self._rng.random() >= self._share

    def _said(self, text: str) -> str:
        return f"{text}{self._rng.choice(self._ends)}"
