"""What is done to an article's text before it is counted, recognised or quoted."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from msgspec import Struct

_QUOTES = str.maketrans("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f", "''''\"\"\"\"")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_WRAPPED_COLUMNS = 200
"""A text with a longer line was not wrapped: each of its lines is a paragraph."""


class Passages(Struct, frozen=True, kw_only=True):
    """What of an article may be quoted: the paragraphs of a copy that its record recognises."""

    copied: bool = False
    """Whether a copy lies beside the record at all."""
    texts: Mapping[int, str] = {}
    """The paragraphs that fit, by their number in the record, from 1."""
    unmarked: frozenset[int] = frozenset()
    """The numbers for which the record has no fingerprint."""

    def cited(self, numbers: Iterable[int]) -> tuple[tuple[int, str], ...]:
        """Return the numbers that can be quoted, rising and each once, with their text."""
        return tuple((number, self.texts[number]) for number in self._sorted(numbers, there=True))

    def misfits(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Return the numbers for which there is a copy but no paragraph that fits, rising."""
        return self._sorted(numbers, there=False) if self.copied else ()

    def _sorted(self, numbers: Iterable[int], there: bool) -> tuple[int, ...]:
        return tuple(sorted({number for number in numbers if (number in self.texts) == there}))


NO_PASSAGES = Passages()


def passages_of(copy: Iterable[str], fingerprints: Sequence[str]) -> Passages:
    """Return what of a copy fits, given the fingerprints of the record's paragraphs in order.

    A paragraph is known by its fingerprint wherever it stands in the copy, so a title or a
    notice too many does no harm; one without a fingerprint in the record fits nothing.
    """
    known = {fingerprint(text): text for text in copy}
    numbered = tuple(enumerate(fingerprints, 1))
    return Passages(
        copied=True,
        texts={number: known[mark] for number, mark in numbered if mark in known},
        unmarked=frozenset(number for number, mark in numbered if not mark),
    )


def levelled(text: str) -> str:
    r"""Return the text as passages are compared: one form of quotes, dashes and white space.

    NFKC, quotes made straight, every dash made '-', each run of white space made one blank,
    trimmed and casefolded.

    >>> levelled("It\u2019s  a \u201cfirst\u201d \u2014 Really")
    'it\'s a "first" - really'
    """
    straight = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    dashed = "".join("-" if unicodedata.category(sign) == "Pd" else sign for sign in straight)
    return " ".join(dashed.split()).casefold()


def fingerprint(paragraph: str) -> str:
    """Return the first 16 hex digits of SHA-256 of a levelled paragraph, as UTF-8."""
    whole = levelled(paragraph).encode("utf-8", "replace")
    return sha256(whole).hexdigest()[:16]


def paragraphs_in(text: str) -> tuple[str, ...]:
    r"""Return the paragraphs of a plain text in order, each on one line.

    Blank lines part paragraphs. Where a line is so long that the text cannot have been
    wrapped, or where there are no blank lines, each line is a paragraph.

    >>> paragraphs_in("One,\nstill one.\n\nTwo.")
    ('One, still one.', 'Two.')
    """
    whole = "\n".join(text.splitlines()).strip()
    blocks = _BLANK_LINES.split(whole)
    unwrapped = any(len(line) > _WRAPPED_COLUMNS for line in whole.split("\n"))
    parts = whole.split("\n") if unwrapped or len(blocks) == 1 else blocks
    return tuple(" ".join(part.split()) for part in parts if part.strip())
