"""What libyaml says about a text that is no YAML, in words for teachers."""

import re
from typing import NamedTuple

import yaml

from debatekit.diagnostics import Diagnostic
from debatekit.model.location import Location
from debatekit.read.text import place_after


class Saying(NamedTuple):
    """What a part of libyaml's message means, what to do, and which of its two places helps."""

    message: str
    hint: str = ""
    at_start: bool = False
    """True where the place at which the unfinished part began helps more than its end."""


_QUOTE = "put the whole text in quotes"
_ALIGN = "line it up with the entries around it; see also the line above"
_UNCLOSED = Saying("a quotation mark is never closed", "close it", at_start=True)
_BANG = Saying("a text begins with '!'", _QUOTE)

_SAYINGS: dict[str, Saying] = {
    "mapping values are not allowed": Saying(
        "a ':' stands where no key can be",
        "put text that holds ': ' in quotes, or line the key up with the keys around it",
    ),
    "block sequence entries are not allowed": Saying("a '- ' stands where no entry can be", _ALIGN),
    "mapping keys are not allowed": Saying("a '?' stands where no key can be", _QUOTE),
    "cannot start any token": Saying("no text can begin with {sign}", _QUOTE),
    "unexpected end of stream": _UNCLOSED,
    "unexpected document indicator": _UNCLOSED,
    "could not find expected ':'": Saying(
        "this line is neither a 'key: value' nor part of a text", _ALIGN, at_start=True
    ),
    "unknown escape character": Saying(
        "a backslash stands before a character that means nothing after it",
        "write two backslashes, or use single quotes",
    ),
    "hexdecimal number": Saying("digits are missing after a backslash", "use single quotes"),
    "invalid Unicode character escape": Saying("no character has this number"),
    "tab character": Saying("a tab stands where spaces belong", "indent with spaces"),
    "expected alphabetic or numeric character": Saying(
        "a text begins with '*' or '&'", _QUOTE, at_start=True
    ),
    "expected '-' indicator": Saying("a line that is no entry stands inside a list", _ALIGN),
    "expected key": Saying(
        "this cannot follow what stands before it",
        "a text that begins with a quotation mark or a bracket ends where that is closed; "
        "otherwise " + _ALIGN,
    ),
    "expected ',' or ']'": Saying(
        "a list in brackets is not closed", "add ',' or ']'", at_start=True
    ),
    "expected ',' or '}'": Saying(
        "a mapping in braces is not closed", "add ',' or '}'", at_start=True
    ),
    "expected node content": Saying("a value is missing before {sign}"),
    "expected <document start>": Saying("this stands outside the file's mapping", _ALIGN),
    "expected comment or line break": Saying("text stands where a line must end"),
    "undefined tag handle": _BANG,
    "URI": _BANG,
    "'>'": _BANG,
    "incompatible YAML document": Saying(
        "the %YAML line names an unknown version", "delete the line"
    ),
    "duplicate %YAML": Saying("there are two %YAML lines", "delete one"),
}
"""By a part of what libyaml says."""

_OTHER = Saying("this cannot stand here", _ALIGN)
_NOT_PRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def syntax_fault(error: yaml.YAMLError, text: str, shown: str) -> Diagnostic:
    """Return what is wrong with a text that libyaml refuses."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _unprintable(text, shown)
    if isinstance(error, yaml.composer.ComposerError):
        message = "a second document begins here"
        place = _place(error.problem_mark, shown)
        return Diagnostic(place, "DK011", message, "keep one document a file: delete the '---'")
    problem = error.problem or ""
    saying = next((_SAYINGS[part] for part in _SAYINGS if part in problem), _OTHER)
    sign = text[error.problem_mark.index : error.problem_mark.index + 1]
    if sign == "\t" and "{sign}" in saying.message:
        saying = _SAYINGS["tab character"]
    begun = error.context_mark if saying.at_start else None
    message = saying.message.format(sign=repr(sign) if sign.strip() else "the end of the line")
    place = _place(begun or error.problem_mark, shown)
    return Diagnostic(place, "DK006", f"not YAML: {message}", saying.hint)


def control_fault(sign: str, place: Location) -> Diagnostic:
    """Return the fault of a text that holds a control character."""
    message = f"the text holds the control character U+{ord(sign):04X}"
    return Diagnostic(place, "DK012", message, "delete it and type the text again")


def _place(mark: yaml.Mark, shown: str) -> Location:
    """Return a mark as a place, counted from 1."""
    return Location(shown, mark.line + 1, mark.column + 1)


def _unprintable(text: str, shown: str) -> Diagnostic:
    """Return the fault of the first character that YAML does not allow in a file."""
    found = _NOT_PRINTABLE.search(text)
    start, sign = (found.start(), found[0]) if found else (0, "\0")
    return control_fault(sign, place_after(text[:start], shown))
