"""Short answers typed freely: what counts as one of the accepted wordings, and why.

Allowed are another case, accents left out, stock words, a plural, and small slips of the
keys (optimal string alignment, from rapidfuzz). Never allowed is a text that denies, or
turns round, what an accepted one says: where the two differ in a negation, a negating
prefix or a number, or by a pair of opposites, letters that are nearly the same count for
nothing.
"""

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from debatekit.model.item import Short
from debatekit.practice.opposites import (
    CONFUSABLE,
    NEGATIONS,
    OPPOSITES,
    TURNING_PREFIXES,
    singular,
)
from debatekit.practice.slips import is_slip

_STOCK_WORDS = """
the a an it its is was are were be been this that these those there they their he his she her of to
on at by as so
"""
_STOCK = frozenset(_STOCK_WORDS.split())
_NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: str(number) for number, word in enumerate(_NUMBER_WORDS.split(" "))}
_NO_ACCENT_TO_PART = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not take apart into a letter and an accent."""
_APOSTROPHE = re.compile("['`\u2019\u02bc\u00b4]")
_JOINED_PREFIX = re.compile(r"\b(non|anti|counter|de|re|pro|pre|post|ex|un)[\s-]+(?=\w)")
_BEFORE_YEAR = re.compile(r"\bin\s+(?=\d{4}\b)")
_WORDS = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?!\w)|\w+")


class Verdict(Struct, frozen=True):
    """Whether a typed answer counts, and why, in one sentence."""

    accepted: bool
    why: str


def judge(item: Short, typed: str) -> Verdict:
    """Return whether the typed words count as one of the item's accepted answers.

    A typical mistake that the item lists wins over an accepted answer that is a slip away.
    """
    words = wording(typed)
    if not words:
        return Verdict(False, "Nothing that can be read was typed.")
    if any(words == wording(answer) for answer in item.accepted):
        return Verdict(True, "That is an accepted answer.")
    mistake = next(
        (o for o in item.options if not o.correct and _same(words, wording(o.text))), None
    )
    if mistake is not None:
        return Verdict(False, mistake.why or "That is a common mistake.")
    if any(_same(words, wording(answer)) for answer in item.accepted):
        return Verdict(True, f"That is taken for {item.accepted[0]!r}.")
    return Verdict(False, _why_not(words, item.accepted))


def wording(text: str) -> tuple[str, ...]:
    """Return the words that carry the sense: case, accents, stock words and plurals levelled.

    >>> wording("The common enemies")
    ('common', 'enemy')
    """
    level = unicodedata.normalize("NFKC", text).casefold().translate(_NO_ACCENT_TO_PART)
    level = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", level))
    level = "".join(sign for sign in level if not unicodedata.combining(sign))
    level = _BEFORE_YEAR.sub("", re.sub(r"(?<=\d),(?=\d{3})", "", level))
    words = _WORDS.findall(_JOINED_PREFIX.sub(r"\1", level))
    kept = [word for word in words if word not in _STOCK] or words
    return tuple(_level(_NUMBERS.get(word, word)) for word in kept)


def _level(word: str) -> str:
    """Return the word as a singular; one that ends in `ie` as if it were spelt with `y`."""
    one = singular(word)
    return f"{one[:-2]}y" if len(one) > 4 and one.endswith("ie") else one


def _same(typed: Sequence[str], answer: Sequence[str]) -> bool:
    """Return whether the words say the same, slips allowed."""
    if _turned_round(typed, answer):
        return False
    joined = "".join(typed)
    if joined.isalpha() and joined == "".join(answer):
        return True
    return len(typed) == len(answer) and all(map(_slip, typed, answer))


def _turned_round(typed: Sequence[str], answer: Sequence[str]) -> bool:
    """Return whether one of the two denies what the other says, or says the opposite."""
    if [w for w in typed if w in NEGATIONS] != [w for w in answer if w in NEGATIONS]:
        return True
    ours, theirs = set(typed) - set(answer), set(answer) - set(typed)
    return any(frozenset((one, other)) in OPPOSITES for one in ours for other in theirs)


def _slip(typed: str, word: str) -> bool:
    """Return whether the typed word is the word, or a slip of it that turns nothing round."""
    if typed == word:
        return True
    if frozenset((typed, word)) in CONFUSABLE:
        return False
    if _stem(typed) == _stem(word):
        return False
    return is_slip(typed, word)


def _stem(word: str) -> str:
    """Return the word without the longest prefix that may turn its sense."""
    found = [prefix for prefix in TURNING_PREFIXES if word.startswith(prefix)]
    return word.removeprefix(max(found, key=len, default=""))


def _why_not(words: Sequence[str], accepted: Sequence[str]) -> str:
    """Return one sentence on why no accepted answer matches."""
    if any(_turned_round(words, wording(answer)) for answer in accepted):
        return f"It turns the answer round; {accepted[0]!r} is meant."
    return f"It is none of the accepted answers; {accepted[0]!r} is meant."
