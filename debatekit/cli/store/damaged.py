"""What happens with a damaged score file: it is set aside, and the newest backup is offered."""

import shlex
from pathlib import Path

from debatekit.cli.clock import now
from debatekit.cli.context import Settings
from debatekit.cli.screen.confirm import agreed
from debatekit.cli.screen.output import counted, say, shown
from debatekit.store.backups import Backup
from debatekit.store.damage import best_backup, set_aside
from debatekit.store.errors import StoreError
from debatekit.store.merge import Merged, restore
from debatekit.store.scores import Scores, open_scores

RESTORE = "debatekit scores restore"


def put_aside(path: Path, *, named: bool = False) -> str:
    """Set a damaged file aside and return what to say of it.

    `named` says that the file was named with --store, which the way back must name again.
    """
    aside = set_aside(path, now())
    if aside is None:
        return f"{shown(path)} could not be read for a moment, and is sound now; start again"
    kept = f"{shown(path)} was damaged; it is kept as it was in {shown(aside)}"
    return f"{kept}; {_way_back(path, named)}"


def reopened(settings: Settings, path: Path) -> Scores:
    """Set a damaged file aside and open another: with what the newest backup holds, if wanted.

    Raises StoreError where nobody can be asked.
    """
    message = put_aside(path, named=settings.store is not None)
    newest = best_backup(path)
    if settings.plain:
        raise StoreError(message)
    say(f"{message[:1].upper()}{message[1:]}.")
    question = f"Bring back the backup of {_when(newest)} now?" if newest else "Begin anew?"
    if not agreed(settings, question, default=True):
        raise StoreError("nothing was changed; the next start begins with no scores")
    scores = open_scores(path, now())
    if newest is not None:
        say(f"{brought_back(restore(scores, newest.path), newest.path)}.")
    return scores


def brought_back(merged: Merged, backup: Path) -> str:
    """Return what bringing a backup back has come to, in words."""
    known = f"; {merged.known} were there already" if merged.known else ""
    return f"Brought back {counted(merged.new, 'answer')} from {shown(backup)}{known}"


def _way_back(path: Path, named: bool) -> str:
    newest = best_backup(path)
    if newest is None:
        return "there is no backup; the next start begins with no scores"
    again = f"{RESTORE} --store {shlex.quote(shown(path))}" if named else RESTORE
    return f"'{again}' brings back the newest backup, {shown(newest.path)}"


def _when(backup: Backup) -> str:
    return f"{backup.made:%Y-%m-%d %H:%M} UTC"
