"""What a plain YAML word means: the core schema of YAML 1.2.

So `no`, `on`, `12:30` and `2023-09-17` are text, and `010` is ten.
Source: YAML 1.2.2 specification, section 10.3.2.
"""

import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
    ".inf": float("inf"), ".Inf": float("inf"), ".INF": float("inf"),
    "+.inf": float("inf"), "+.Inf": float("inf"), "+.INF": float("inf"),
    "-.inf": float("-inf"), "-.Inf": float("-inf"), "-.INF": float("-inf"),
    ".nan": float("nan"), ".NaN": float("nan"), ".NAN": float("nan"),
}  # fmt: skip
_MAY_BE_NUMBER = frozenset("0123456789+-.")
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_LONGEST = 300
"""Digits beyond which a number is not worth its exact value (and costs time to compute)."""


def scalar(word: str) -> Scalar:
    """Return what an unquoted word means.

    >>> [scalar(word) for word in ("no", "12:30", "2023-09-17", "010", "0o10", "4.50", "~")]
    ['no', '12:30', '2023-09-17', 10, 8, 4.5, None]
    """
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _MAY_BE_NUMBER:
        return word
    return _number(word)


def _number(word: str) -> Scalar:
    """Return the number that is written, or the word itself if none is."""
    if len(word) <= _LONGEST and _DECIMAL.fullmatch(word):
        return int(word)
    if len(word) <= _LONGEST and _OCTAL.fullmatch(word):
        return int(word[2:], 8)
    if len(word) <= _LONGEST and _HEXADECIMAL.fullmatch(word):
        return int(word[2:], 16)
    if _FLOAT.fullmatch(word):
        value = float(word)
        return int(value) if value.is_integer() else value
    return word
