"""How hard a text is to read, as a school grade."""

import re

from debatekit.check.lexicon import words_of

FEWEST_WORDS = 100
"""Below this many words an estimate says more about chance than about the text."""

_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++(?=\s|$)")
_VOWELS = re.compile(r"[aeiouyà-öø-ü]+")


def syllables(word: str) -> int:
    """Return about how many syllables an English word has, at least 1.

    Each run of vowels counts as one. A final silent `e` does not count ("state"), nor does
    the `e` of a final "-es" or "-ed" where English drops it ("moves", "agreed", "looked");
    "-le" after a consonant does ("table"). The heuristic misses about one word in ten.

    >>> [syllables(word) for word in ("state", "table", "looked", "wanted", "policies")]
    [1, 2, 1, 2, 3]
    """
    word = word.casefold()
    count = len(_VOWELS.findall(word))
    silent_e = word.endswith("e") and not re.search(r"([^aeiouy]le|[aeiouy]e)$", word)
    silent_es = bool(re.search(r"[^aeiouysxzcg]es$", word)) and not word.endswith("les")
    silent_ed = bool(re.search(r"[^aeiouytd]ed$", word))
    return max(1, count - (silent_e or silent_es or silent_ed))


def reading_grade(text: str) -> float | None:
    """Return the Flesch-Kincaid grade; nothing for a text too short to estimate.

    The formula is that of Kincaid, Fishburne, Rogers and Chissom (1975).
    """
    words = words_of(text)
    if len(words) < FEWEST_WORDS:
        return None
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59
