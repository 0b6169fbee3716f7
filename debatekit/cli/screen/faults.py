"""Faults on the screen: one a line, on a terminal with the line they are about and a caret."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from debatekit.cli.screen.output import one_line
from debatekit.cli.screen.wrap import cells
from debatekit.diagnostics import Diagnostic

MOST_COLUMNS = 100
"""A longer line is shown in part, so that the caret stays below its place."""

UNSHOWN = frozenset({"DK001", "DK002", "DK004", "DK005", "DK014", "DK015"})
"""Faults of a whole file, or of one that is not to be looked into."""


def show(diagnostics: Iterable[Diagnostic], *, plain: bool) -> None:
    """Write faults to standard error, with their lines on a terminal that is not plain."""
    plain = plain or os.environ.get("DEBATEKIT_PLAIN", "") not in ("", "0")
    pictured = sys.stderr.isatty() and not plain
    for diagnostic in diagnostics:
        click.echo(fault_text(diagnostic, pictured), err=True)


def fault_text(diagnostic: Diagnostic, pictured: bool) -> str:
    """Return a fault as `path:line:column: CODE message`, with its line of the file if asked."""
    first, *hint = [one_line(line) for line in _lines(diagnostic)]
    return "\n".join([first, *(_picture(diagnostic) if pictured else ()), *hint])


def _lines(diagnostic: Diagnostic) -> list[str]:
    """Return the fault and, where there is one, its hint."""
    place, hint = f"{diagnostic.where}: {diagnostic.code}", diagnostic.hint
    return [f"{place} {diagnostic.message}", *([f"  hint: {hint}"] if hint else [])]


def _picture(diagnostic: Diagnostic) -> list[str]:
    """Return the line of the file and a caret below the column; nothing if it is gone."""
    where, line = diagnostic.where, line_of(diagnostic)
    if not line.strip():
        return []
    start = max(0, where.column - MOST_COLUMNS)
    before = one_line(line[start : where.column - 1])
    after = one_line(line[where.column - 1 : start + MOST_COLUMNS])
    return [f"    {before}{after}", f"    {' ' * cells(before)}^"]


def line_of(diagnostic: Diagnostic) -> str:
    """Return the line that a fault is about; nothing where it cannot be shown."""
    path = Path(diagnostic.where.path)
    try:
        if diagnostic.code in UNSHOWN or not path.is_file():
            return ""
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return lines[diagnostic.where.line - 1] if diagnostic.where.line <= len(lines) else ""
