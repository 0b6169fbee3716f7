"""What is done to an article's text before it is counted, recognised or quoted."""

import re
import unicodedata
from hashlib import sha256

_QUOTES = str.maketrans("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f", "''''\"\"\"\"")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_WRAPPED_COLUMNS = 200
"""A text with a longer line was not wrapped: each of its lines is a paragraph."""


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
