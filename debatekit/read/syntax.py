"""What libyaml says about a text that is no YAML, in words for teachers."""

import re
from typing import NamedTuple

import yaml
from yaml._yaml import CParser

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
_NO_SPACE = Saying("a space is missing after the ':'", "write a space after the ':'")
_NO_SPACE_AFTER_DASH = Saying("a space is missing after the '-'", "write a space after the '-'")
_AFTER_QUOTATION = {
    "'": Saying(
        "text stands after the quotation mark that ends a text",
        "put the whole text in double quotes, or write an apostrophe in it twice",
    ),
    '"': Saying(
        "text stands after the quotation mark that ends a text",
        "put the whole text in single quotes, or write a backslash before each mark in it",
    ),
}
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
    "invalid Unicode character escape": Saying("no character has this number", "use single quotes"),
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
    "expected node content": Saying(
        "a value is missing before {sign}", "write the value, or put the whole text in quotes"
    ),
    "expected <document start>": Saying("this stands outside the file's mapping", _ALIGN),
    "expected comment or line break": Saying("text stands where a line must end", _QUOTE),
    "undefined tag handle": _BANG,
    "URI": _BANG,
    "'>'": _BANG,
    "incompatible YAML document": Saying(
        "the %YAML line names an unknown version", "delete the line"
    ),
    "duplicate %YAML": Saying("there are two %YAML lines", "delete one"),
}
"""By a part of what libyaml says."""

_NO_SPACE_IN = re.compile(r"[A-Za-z_][\w-]*:[^\s:/]")
_DASH_IN = re.compile(r"[ ]*-[A-Za-z]")
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
    if cause := _cause(error, error.problem_mark, text):
        mark, saying = cause
        return Diagnostic(_place(mark, shown), "DK006", f"not YAML: {saying.message}", saying.hint)
    problem = error.problem or ""
    saying = next((_SAYINGS[part] for part in _SAYINGS if part in problem), _OTHER)
    sign = text[error.problem_mark.index : error.problem_mark.index + 1]
    if sign == "\t" and "{sign}" in saying.message:
        saying = _SAYINGS["tab character"]
    begun = error.context_mark if saying.at_start else None
    message = saying.message.format(sign=repr(sign) if sign.strip() else "the end of the line")
    place = _place(begun or error.problem_mark, shown)
    return Diagnostic(place, "DK006", f"not YAML: {message}", saying.hint)


def _cause(
    error: yaml.MarkedYAMLError, stop: yaml.Mark, text: str
) -> tuple[yaml.Mark, Saying] | None:
    """Return what was typed wrongly before the place where libyaml stops, if that can be seen.

    It stops where the next thing cannot follow: a missing quotation mark or space is further up.
    """
    problem = error.problem or ""
    if "could not find expected ':'" in problem:
        typed = error.context_mark or stop
        return (typed, _NO_SPACE) if _NO_SPACE_IN.match(text, typed.index) else None
    last = _last_scalar(text, stop.index)
    if last is None:
        return None
    if "mapping values are not allowed" in problem:
        return _missing_space(last, text)
    ends_there = last.end_mark.index == len(text[: stop.index].rstrip(" "))
    if "expected key" in problem and ends_there:
        return _early_end(last, stop, text)
    return None


def _missing_space(last: yaml.ScalarToken, text: str) -> tuple[yaml.Mark, Saying] | None:
    """Return where a space is missing, so that a key became the beginning of a text."""
    begun = last.start_mark
    if not last.plain or begun.line == last.end_mark.line:
        return None
    if _NO_SPACE_IN.match(text, begun.index):
        return begun, _NO_SPACE
    before = text[begun.index - begun.column : begun.index + 2]
    return (begun, _NO_SPACE_AFTER_DASH) if _DASH_IN.match(before) else None


def _early_end(
    last: yaml.ScalarToken, stop: yaml.Mark, text: str
) -> tuple[yaml.Mark, Saying] | None:
    """Return what is wrong with the quotation marks of a text that ends too early."""
    quotation = _AFTER_QUOTATION.get(text[last.start_mark.index])
    if quotation and last.start_mark.line < last.end_mark.line:
        return last.start_mark, _UNCLOSED
    return (stop, quotation) if quotation else None


def _last_scalar(text: str, end: int) -> yaml.ScalarToken | None:
    """Return the last text, number or key that libyaml sees before a place."""
    scanner, last = CParser(text), None
    try:
        while (token := scanner.get_token()) is not None and token.start_mark.index < end:
            last = token if isinstance(token, yaml.ScalarToken) else last
    except yaml.YAMLError:
        pass
    return last


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
