"""The words that carry a judgement, and where prose uses them outside quotation marks.

The list, charged.tsv, is data: a word, at whom it is usually aimed, and why it is charged.
It is taken from no single side. It flags; what to write instead stays with the author.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

_APOSTROPHES = "'\u2019"
_WORDS = re.compile(rf"[^\W\d_]+(?:[-{_APOSTROPHES}][^\W\d_]+)*")
_QUOTED = re.compile(
    r"\u201c[^\u201d]*\u201d|\"[^\"]*\"|\xab[^\xbb]*\xbb"
    rf"|(?<!\w)['\u2018](?=\S)[^{_APOSTROPHES}]*[{_APOSTROPHES}](?!\w)"
)


class Charged(Struct, frozen=True):
    """A charged word: at whom it is usually aimed, and what it does."""

    word: str
    aims_at: str
    reason: str


@cache
def charged_words() -> Mapping[str, Charged]:
    """Return the list, by word."""
    text = files("debatekit.check").joinpath("charged.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["word"]: Charged(row["word"], row["aims_at"], row["reason"]) for row in rows}


@cache
def _forms() -> Mapping[str, Charged]:
    """Return the list with its plurals, by the form that may stand in a text."""
    words = charged_words()
    plurals = {form: found for word, found in words.items() for form in _plurals(word)}
    return {**plurals, **words}


def _plurals(word: str) -> tuple[str, ...]:
    """Return how more than one is written; a form that no text has does no harm."""
    if word.endswith("y"):
        return (word[:-1] + "ies", word + "'s")
    if word.endswith("is"):
        return (word[:-2] + "es",)
    if word.endswith("man"):
        return (word[:-3] + "men",)
    return (word + "s", word + "es", word + "'s")


def without_quotations(text: str) -> str:
    """Return the text without what stands in quotation marks.

    >>> without_quotations('a "blob", as some say')
    'a , as some say'
    """
    return _QUOTED.sub("", text)


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters; hyphens and apostrophes join.

    Several rules read the same texts of a lesson; so the last texts are remembered.
    """
    return tuple(_WORDS.findall(text.casefold()))


def charged_in(text: str) -> Iterator[Charged]:
    """Yield the charged words that a text uses outside quotation marks, in its order."""
    forms = _forms()
    if forms.keys().isdisjoint(words_of(text)):
        return
    for word in words_of(without_quotations(text)):
        if word in forms:
            yield forms[word]
