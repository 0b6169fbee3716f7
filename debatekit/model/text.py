"""What is done to any text before it is compared or shown."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^\w]+", re.UNICODE)
_UNSAFE = frozenset({"Cc", "Cs"})
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def printable(text: str) -> str:
    r"""Return the text without what could steer a screen; line ends and tabs stay.

    Left out are control characters (C0, C1, DEL), lone surrogates, and the marks that
    turn the direction of writing round; letters of every script stay.

    >>> printable("a\x1b[31mb\u202ec")
    'a[31mbc'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        sign
        for sign in text
        if sign in "\n\t" or (unicodedata.category(sign) not in _UNSAFE and sign not in _DIRECTION)
    )


def steerless(json: str) -> str:
    r"""Return JSON that says the same with nothing in it that could steer a screen.

    >>> print(steerless('{"text": "a\u202eb"}'))
    {"text": "a\u202eb"}
    """
    if json.isascii() and json.replace("\n", "").isprintable():
        return json
    return "".join(sign if sign == printable(sign) else f"\\u{ord(sign):04x}" for sign in json)


def comparable(text: str) -> str:
    """Return the text as options are compared: case folded, punctuation and space levelled.

    >>> comparable("US  policy, is to blame!")
    'us policy is to blame'
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_WORD.sub(" ", folded).strip()
