"""`debatekit check --watch`: what each save has mended, and what it has broken."""

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import click

from debatekit.cli.check_forms import as_text, summary
from debatekit.cli.checked import Checked
from debatekit.cli.context import Settings
from debatekit.cli.screen.faults import fault_text
from debatekit.cli.screen.output import one_line
from debatekit.cli.workspace.places import entries
from debatekit.diagnostics import Diagnostic

PAUSE_SECONDS = 0.05
"""So long is waited between two looks at the files; a save is told of well within 0.3 s."""

T = TypeVar("T")

_ENDINGS = (".yaml", ".yml", ".txt")

Stamps = dict[str, tuple[int, int]]
"""When each file was last written, in nanoseconds, and its size."""


def watch(settings: Settings, folders: Iterable[Path], check: Callable[[], Checked]) -> None:
    """Write all faults once, and after each save what has changed, until Ctrl-C."""
    folders = tuple(folders)
    seen = stamps(folders)
    found, files = check()
    gc.freeze()  # a thousand lessons stay: let the collector never walk them again
    as_text(settings, found, files)
    click.echo("Watching; Ctrl-C ends it.", err=True)
    while True:
        time.sleep(PAUSE_SECONDS)
        if (now := stamps(folders)) == seen:
            continue
        seen = now
        before, (found, files) = found, check()
        for line in changes(before, found, not settings.plain):
            click.echo(line)
        click.echo(summary(found, files), err=True)


def stamps(folders: Iterable[Path]) -> Stamps:
    """Return when the files in some folders were last written; one that is gone is left out."""
    found = {}
    for folder in folders:
        for entry in entries(folder):
            if entry.name.endswith(_ENDINGS):
                with suppress(OSError):
                    state = entry.stat()
                    found[entry.path] = (state.st_mtime_ns, state.st_size)
    return found


def changes(
    before: Sequence[Diagnostic], after: Sequence[Diagnostic], pictured: bool
) -> Iterator[str]:
    """Yield what is mended and what is new; a fault that only moved to another line is neither."""
    gone, come = _without(before, after), _without(after, before)
    for fault in _only_in(gone, come):
        yield one_line(f"mended: {fault.where.path}: {fault.code} {fault.message}")
    for fault in _only_in(come, gone):
        yield fault_text(fault, pictured)


def _without(ones: Sequence[Diagnostic], others: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the faults that the others do not have at the same place; quick for thousands."""
    left = Counter(others)
    return [fault for fault in ones if not _taken(left, fault)]


def _taken(left: Counter[T], one: T) -> bool:
    """Take one such from those that are left; return whether there was one."""
    if not left[one]:
        return False
    left[one] -= 1
    return True


def _only_in(ones: Sequence[Diagnostic], others: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the faults that the others do not have, as often as they do not have them."""
    left = Counter(map(_sort, others))
    for fault in ones:
        if not _taken(left, _sort(fault)):
            yield fault


def _sort(fault: Diagnostic) -> tuple[str, str, str]:
    """Return what makes a fault the same one after lines were added above it."""
    return fault.where.path, fault.code, fault.message
