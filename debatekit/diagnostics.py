"""Diagnostic: what is wrong, where, and what to do about it; and the errors that say so."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum

from msgspec import Struct

from debatekit.model.location import Location


class Severity(StrEnum):
    """How much a finding weighs; only errors fail a check, warnings with `--strict` too."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Diagnostic(Struct, frozen=True, order=True):
    """One finding about one place."""

    where: Location
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        first = f"{self.where}: {self.code} {self.message}"
        return f"{first}\n  hint: {self.hint}" if self.hint else first


class InvalidFileError(Exception):
    """A file that cannot be used; `diagnostics` says why, in file order."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics))
        super().__init__("\n".join(str(found) for found in self.diagnostics))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or nothing if none is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else ""


class NotFoundError(Exception):
    """Something was asked for by an id that is not there; the message says what is near."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        known = tuple(known)
        hint = did_you_mean(name, known)
        if not hint and known:
            hint = f"there are: {', '.join(sorted(known))}"
        super().__init__(f"there is no {what} {name!r}" + (f"; {hint}" if hint else ""))
