"""`scores restore` and `scores forget`: bring a backup back, or take a student out of all files."""

from pathlib import Path

import click

from debatekit.cli.clock import now
from debatekit.cli.context import Settings, shared_options
from debatekit.cli.scores_hand import require_student
from debatekit.cli.screen.confirm import agreed
from debatekit.cli.screen.output import counted, one_line, say, shown
from debatekit.cli.store.damaged import brought_back, put_aside
from debatekit.cli.store.score_file import one_message, score_file, score_path, student_name
from debatekit.store.damage import best_backup, damaged_before
from debatekit.store.errors import DamagedError
from debatekit.store.forget import Forgotten, forget
from debatekit.store.merge import restore
from debatekit.store.scores import Scores, open_scores


@click.command("restore")
@click.argument(
    "backup", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@shared_options
@click.pass_obj
def restore_scores(settings: Settings, backup: Path | None) -> None:
    """Bring back the answers of BACKUP, or of the newest backup.

    They are added to what is there; nothing is written over.
    """
    path = score_path(settings)
    if backup is not None and not backup.is_file():
        raise click.ClickException(f"{shown(backup)} is no ordinary file")
    with one_message(), _opened(settings) as scores:
        found = best_backup(path)
        chosen = backup or (found.path if found else None)
        if chosen is None:
            raise click.ClickException(f"there are no backups of {shown(path)}")
        click.echo(f"{brought_back(restore(scores, chosen), chosen)}.")


def _opened(settings: Settings) -> Scores:
    """Open the score file; a damaged one is set aside, and a new one begun."""
    path = score_path(settings)
    try:
        return open_scores(path, now())
    except DamagedError as error:
        say(one_line(put_aside(error.path, named=settings.store is not None)))
        return open_scores(path, now())


@click.command("forget")
@click.option("--student", metavar="NAME", help="Whose answers; must be said.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@shared_options
@click.pass_context
def forget_scores(ctx: click.Context, student: str | None, yes: bool) -> None:
    """Remove a student's answers, from the score file and from its backups."""
    settings: Settings = ctx.obj
    name = _named(ctx, student)
    require_student(settings, name)
    if not yes and not _agreed(settings, name):
        raise click.ClickException("nothing was removed")
    with score_file(settings) as scores:
        found = forget(scores, name)
    _say_forgotten(name, found, damaged_before(score_path(settings)))


def _named(ctx: click.Context, student: str | None) -> str:
    """Return the student who was named here or before; a name from elsewhere does not do."""
    if student is not None:
        return student_name(student)
    group = ctx.parent
    source = group.get_parameter_source("student") if group else None
    if group is None or source is not click.core.ParameterSource.COMMANDLINE:
        raise click.UsageError("say whom: --student NAME")
    return str(group.params["student"])


def _agreed(settings: Settings, student: str) -> bool:
    """Return whether somebody at a terminal agrees."""
    if settings.plain:
        raise click.UsageError("nobody can be asked here: --yes removes without asking")
    question = f"Remove all answers of {student}, also from the backups? This cannot be undone."
    return agreed(settings, question, default=False)


def _say_forgotten(student: str, found: Forgotten, aside: tuple[Path, ...]) -> None:
    answers = counted(found.attempts, "answer")
    in_backups = f", also from {counted(found.backups, 'backup')}" if found.backups else ""
    click.echo(one_line(f"Removed {answers} of {student}{in_backups}."))
    for path in (*found.still_in, *aside):
        say(one_line(f"{shown(path)} may still hold some; delete it by hand"))
    if found.still_in:
        raise click.exceptions.Exit(1)
