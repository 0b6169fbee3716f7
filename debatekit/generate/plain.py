"""The letters in a scheme's texts as words: 'E asserts A' as 'the person asserts the claim'."""

import re
from collections.abc import Mapping
from functools import lru_cache

_LETTER = re.compile(r"\b(?:A0|[A-Z]|x)\b")
_PROPOSED = {"Doing A": "Doing what is proposed", "A": "what is proposed"}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "expert-opinion": {
        "field F": "a field",
        "in F": "in that field",
        "field E": "field the person",
        "E": "the person",
    },
    "position-to-know": {"S": "the speaker"},
    "admission": {"S": "the speaker"},
    "popular-opinion": {"group G": "a group", "G": "the group"},
    "example": {
        "Case x": "the case",
        "features F and G": "two features",
        "F but not G": "the first feature but not the second",
        "has F has G": "has the first feature has the second",
    },
    "analogy": {"Case 1": "the first case", "case 1": "the first case", "case 2": "the other case"}
    | {"A": "the point"},
    "precedent": {"as D": "in a certain way"},
    "verbal-classification": {
        "property F": "a certain property",
        "F": "the property",
        "Is G": "is the word",
        "as G": "as what the word names",
        "x": "the thing",
    },
    "rule": {
        "In circumstances of kind K": "in certain circumstances",
        "circumstances of kind K": "such circumstances",
        "do A": "do a certain thing",
    },
    "sign": {"Sign B": "the sign", "B": "the sign", "A": "what is concluded"},
    "cause-to-effect": {"A": "the cause", "B": "the effect"},
    "correlation-to-cause": {"A": "the first", "B": "the second"},
    "best-explanation": {"D": "the finding", "H": "the explanation"},
    "evidence-to-hypothesis": {"H": "the hypothesis", "E": "the result"},
    "consequences": {"if A is": "if what is proposed is", "Q": "the result", **_PROPOSED},
    "practical-reasoning": {"Agent": "the agent", "goal G": "a goal", "G": "the goal"} | _PROPOSED,
    "values": {"V is a value": "there is a value", "V": "the value", **_PROPOSED},
    "alternatives": {"A": "the first option", "B": "the second option"},
    "slippery-slope": {"A0": "the first step", "An": "the outcome"},
    "fear-appeal": {"danger D": "a danger", "D": "the danger", **_PROPOSED},
    "commitment": {"X": "the speaker", "A": "the first claim", "B": "the second"},
    "ad-hominem-bias": {"S": "the speaker"},
    "ignorance": {},
    "composition": {"Is F a property": "is it a property", "F": "the property"},
}
"""For each scheme, what its letters stand for, the longer phrases first."""


@lru_cache(maxsize=1024)
def in_words(scheme: str, text: str) -> str:
    """Return a text of the scheme without letters; as it is, if not all of them are known.

    >>> in_words("expert-opinion", "Does A fall inside the field E knows?")
    'Does the claim fall inside the field the person knows?'
    """
    if scheme not in _WORDS:
        return text
    said = text
    for letters, words in {**_WORDS[scheme], "A": _WORDS[scheme].get("A", "the claim")}.items():
        said = re.sub(rf"\b{re.escape(letters)}\b", words, said)
    return text if _LETTER.search(said) else said[:1].upper() + said[1:]
