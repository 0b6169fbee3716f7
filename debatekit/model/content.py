"""The words that carry a text's content, cut down so that forms of one word meet."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

SHORTEST_STEM = 4
"""So many letters of a word are left at least."""

_APOSTROPHES = "'\u2019"
_WORDS = re.compile(rf"[^\W\d_]+(?:[-{_APOSTROPHES}][^\W\d_]+)*")
_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ingly", "edly", "ings", "ing", "ions", "ion"),
    *("ies", "ied", "ers", "ly", "ed", "er", "es", "e", "s", "y"),
)
_EMPTY = frozenset(
    {"about", "according", "after", "against", "also", "among", "another", "answer", "argument"}
    | {"article", "author", "because", "been", "before", "being", "best", "between", "both"}
    | {"case", "claim", "claims", "conclusion", "could", "counter", "counterargument", "does"}
    | {"each", "first", "follow", "follows", "from", "have", "here", "hold", "holds", "into"}
    | {"lesson", "made", "make"}
    | {"more", "most", "much", "only", "other", "others", "over", "paragraph", "position"}
    | {"premise", "question", "reason", "reasons", "reply", "said", "same", "says", "should"}
    | {"side", "sides", "some", "statement", "step", "such", "support", "supports", "than"}
    | {"that", "their", "them", "then", "there", "these", "they", "this", "those", "through"}
    | {"under", "very", "well", "were", "what", "when", "where", "which", "while", "whom"}
    | {"whose", "will", "with", "would", "your"}
)


def content_words(text: str, shortest: int = 4) -> Iterator[str]:
    """Yield, in small letters, words of so many signs at least that say what a text is about."""
    for word in _WORDS.findall(text.casefold()):
        if len(word) >= shortest and word not in _EMPTY:
            yield word


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return a word in small letters without its commonest English ending, so that forms meet.

    It is a light stemmer: it takes off what follows an apostrophe, then one ending.

    >>> [stem(word) for word in ("provoked", "provoking", "moscow's", "o'brien")]
    ['provok', 'provok', 'moscow', "o'brien"]
    """
    straight = word.replace("\u2019", "'")
    before, _, _ = straight.rpartition("'")
    word = before if len(before) > 1 else straight
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def stems_of(texts: Iterable[str], shortest: int = 4) -> frozenset[str]:
    """Return the stems of all content words of the texts."""
    return frozenset(stem(word) for text in texts for word in content_words(text, shortest))
