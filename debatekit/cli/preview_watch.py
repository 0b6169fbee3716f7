"""`debatekit preview --watch`: the page is written anew after each save, until Ctrl-C."""

import time
from collections.abc import Callable
from pathlib import Path

import click

from debatekit.cli.check_watch import PAUSE_SECONDS, stamps
from debatekit.cli.preview_look import Look, look_again
from debatekit.cli.screen.output import one_line
from debatekit.cli.workspace.places import FOLDERS
from debatekit.diagnostics import NotFoundError
from debatekit.handout.preview import counted
from debatekit.read import lesson_ids, quiz_ids
from debatekit.read.kept import Kept


def watch(root: Path, name: str, write: Callable[[Look], None], show: Callable[[], None]) -> None:
    """Write the page and show it, then write it again after each save.

    A file that is broken from the start does not end it; a name that there is not does.
    """
    if name not in (known := {*lesson_ids(root), *quiz_ids(root)}):
        raise NotFoundError("lesson or quiz", name, known)
    folders = [root / folder for folder in FOLDERS]
    state, kept = stamps(folders), Kept()
    seen = look_again(root, name, Look(), kept)
    write(seen)
    show()
    _tell(seen)
    click.echo("Watching; Ctrl-C ends it.", err=True)
    while True:
        time.sleep(PAUSE_SECONDS)
        if (now := stamps(folders)) == state:
            continue
        state = now
        seen = look_again(root, name, seen, kept)
        write(seen)
        _tell(seen)


def _tell(seen: Look) -> None:
    """Say in a line what the page now shows."""
    if seen.faults:
        first = seen.faults[0].diagnostic
        more = f" (and {len(seen.faults) - 1} more)" if len(seen.faults) > 1 else ""
        said = f"Not readable: {first.where}: {first.code} {first.message}{more}"
    else:
        said = f"Shown; check finds {counted(seen.findings)}."
    click.echo(one_line(said), err=True)
