"""More than the first fault of a text that is no YAML: its lines are mended one by one.

libyaml stops at the first thing it cannot read. The line it points at loses its value, or as a
whole becomes blank, and the rest is read again, until all of it can be or nothing helps.
"""

import re
from collections.abc import Collection, Iterator

from debatekit.diagnostics import Diagnostic, InvalidFileError
from debatekit.read.faults import faults_of
from debatekit.read.nodes import MOST_FAULTS
from debatekit.read.places import composed
from debatekit.read.text import LINE_END

MOST_READINGS = 24
"""A text is read again so many times at most."""
LONGEST = 200_000
"""In a longer text, of which no teacher typed a line, only the first fault is told."""

_ENTRY = re.compile(r"([ ]*(?:- +)*)([\w-]+)[ ]*:")
_DASH = re.compile(r"^( *)-(?=[A-Za-z])")
_BEGINS = re.compile(r"[ ]*(?:-(?: |$)|[\w-]+[ ]*:(?: |$))")
_MENDED = frozenset({"DK006", "DK008", "DK009", "DK012"})
"""Faults of a line, after which the others can still be read."""


def all_faults(first: InvalidFileError, text: str, shown: str, kind: str) -> tuple[Diagnostic, ...]:
    """Return the faults that a text was refused for, and those of the rest of it."""
    found, faults = list(first.diagnostics), first.diagnostics
    mending = _Mending(LINE_END.split(text))
    for _ in range(MOST_READINGS if len(text) <= LONGEST else 0):
        if not mending.take({fault.where.line for fault in faults if fault.code in _MENDED}):
            break
        faults = mending.faults(shown, kind)
        found += [fault for fault in faults if fault.where.line not in mending.mended]
    return tuple(sorted(found))[:MOST_FAULTS]


class _Mending:
    """The lines of a text, and which of them no longer say what was written."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self.mended: set[int] = set()
        """The lines that say nothing any more, counted from 1."""
        self._taken_out: list[str] = []
        """What stood in the lines that became blank."""

    def take(self, lines: Collection[int]) -> bool:
        """Mend some lines; return whether one of them could be."""
        return any(tuple(map(self._mend, lines)))

    def _mend(self, line: int) -> bool:
        """Take the value out of a line, or all of it if that was done before."""
        if line > len(self._lines) or not self._lines[line - 1]:
            return False
        written = _DASH.sub(r"\1- ", self._lines[line - 1].expandtabs(2))
        entry = None if line in self.mended else _ENTRY.match(written)
        if entry is None:
            self._taken_out.append(written)
        self._lines[line - 1] = f'{entry[1]}{entry[2]}: ""' if entry else ""
        self.mended.add(line)
        for further in self._further(line, len(entry[1]) if entry else 0):
            self._lines[further - 1] = ""
            self.mended.add(further)
        return True

    def _further(self, line: int, indent: int) -> Iterator[int]:
        """Yield the lines after one that go on with its text."""
        for number, written in enumerate(self._lines[line:], line + 1):
            inner = len(written) - len(written.lstrip()) > indent
            if not inner or _BEGINS.match(written):
                return
            yield number

    def faults(self, shown: str, kind: str) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the text as it is now."""
        try:
            root = composed("\n".join(self._lines), shown, kind)
        except InvalidFileError as error:
            return tuple(fault for fault in error.diagnostics if fault.code != "DK005")
        return tuple(fault for fault in faults_of(root, kind, shown) if self._stands(fault))

    def _stands(self, fault: Diagnostic) -> bool:
        """Return whether a fault of the mended text is one of the text as it was written."""
        key = re.search(r"missing key '([^']+)'", fault.message)
        return key is None or not any(key[1] in taken for taken in self._taken_out)
