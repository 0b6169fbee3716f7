"""Short ways to make a finding; every rule of the check uses them."""

from collections.abc import Iterable, Iterator
from itertools import islice

from debatekit.diagnostics import Diagnostic, Severity, did_you_mean
from debatekit.model.location import Location

MOST_FAULTS = 100
"""As many findings of one rule in one file are told; the rest is said to be there."""

MOST_COMPARED = 200
"""As many known ids are compared with an unknown one."""
_LENGTHS_APART = 4
MOST_LISTED = 6
"""As many known ids are listed where an unknown one comes near to none of them."""


def error(where: Location, code: str, message: str, hint: str = "") -> Diagnostic:
    """Return a finding that fails the check."""
    return Diagnostic(where, code, message, hint)


def warning(where: Location, code: str, message: str, hint: str = "") -> Diagnostic:
    """Return a finding that fails the check with `--strict` only."""
    return Diagnostic(where, code, message, hint, Severity.WARNING)


def note(where: Location, code: str, message: str, hint: str = "") -> Diagnostic:
    """Return a finding that never fails the check."""
    return Diagnostic(where, code, message, hint, Severity.NOTE)


def unknown(
    where: Location, code: str, message: str, name: str, known: Iterable[str]
) -> Diagnostic:
    """Return the error that an id is unknown, with the nearest known id as its hint.

    Known ids come in the order in which they are to be listed where none is near.
    """
    known = tuple(known)
    hint = nearest(name, known) or among(known)
    return error(where, code, f"{message} {name!r}", hint)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the hint that names the nearest known id, or nothing; quick among very many too."""
    alike = (other for other in known if abs(len(other) - len(name)) <= _LENGTHS_APART)
    return did_you_mean(name, islice(alike, MOST_COMPARED))


def among(known: Iterable[str]) -> str:
    """Return the hint where no known id comes near: the ids that there are, if they are few."""
    names = tuple(islice(known, MOST_LISTED + 1))
    if 0 < len(names) <= MOST_LISTED:
        return f"there are: {', '.join(names)}"
    return "correct the id, or write what it names"


def repeated(names: Iterable[str], before: Iterable[str] = ()) -> Iterator[tuple[int, str]]:
    """Yield the place, from 0, and the name of each that came earlier, or is among `before`.

    >>> list(repeated(["a", "b", "a"], before=["b"]))
    [(1, 'b'), (2, 'a')]
    """
    seen = set(before)
    for place, name in enumerate(names):
        if name in seen:
            yield place, name
        seen.add(name)


def at_most_a_hundred(found: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the first hundred findings and, if there are more, one that says so."""
    faults = tuple(islice(found, MOST_FAULTS + 1))
    yield from faults[:MOST_FAULTS]
    if len(faults) > MOST_FAULTS:
        last = faults[MOST_FAULTS - 1]
        message, hint = "there are more faults after these", "mend these first"
        yield Diagnostic(last.where, "DK016", message, hint, last.severity)
