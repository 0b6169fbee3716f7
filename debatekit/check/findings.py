"""Short ways to make a finding; every rule of the check uses them."""

from collections.abc import Iterable

from debatekit.diagnostics import Diagnostic, Severity, did_you_mean
from debatekit.model.document import Location


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
    """Return the error that an id is unknown, with the nearest known id as its hint."""
    return error(where, code, f"{message} {name!r}", did_you_mean(name, known))
