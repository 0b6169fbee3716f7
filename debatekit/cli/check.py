"""`debatekit check`: every fault of a workspace, for people, programs and code review."""

from collections.abc import Sequence
from pathlib import Path

import click

from debatekit.cli.check_balance import show_balance
from debatekit.cli.check_explain import show_code
from debatekit.cli.check_forms import FORMS
from debatekit.cli.check_watch import watch as watch_files
from debatekit.cli.checked import Checker
from debatekit.cli.context import Settings, shared_options
from debatekit.cli.screen.output import shown
from debatekit.cli.workspace.places import FOLDERS, absolute, entries, near, workspace_of
from debatekit.diagnostics import Severity, did_you_mean
from debatekit.model.text import printable
from debatekit.read import find_workspace


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="text",
    show_default=True,
    help="For people, programs, GitHub's annotations, or code hosts.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--balance", metavar="LESSON", help="Show how alike a lesson treats the two sides.")
@click.option("--explain", metavar="CODE", help="Say what a code means, with examples.")
@click.option("--watch", is_flag=True, help="Go on: tell what each save mends and breaks.")
@shared_options
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    form: str,
    strict: bool,
    balance: str | None,
    explain: str | None,
    watch: bool,
) -> None:
    """Find the faults in sources, lessons and quizzes.

    PATH is a file or a folder of a workspace; without one, the whole workspace is checked.
    Errors end the command with 1; warnings do so with --strict.
    """
    settings = ctx.ensure_object(Settings)
    if explain is not None:
        show_code(settings, explain)
        return
    if balance is not None:
        if not show_balance(settings, workspace_of(settings), balance) and strict:
            ctx.exit(1)
        return
    scopes = _scopes(settings, [_placed(settings, path) for path in paths])
    checker = Checker(settings, scopes)
    if watch:
        if form != "text":
            raise click.UsageError("--watch writes text; leave out --format")
        watch_files(settings, [root / folder for root in scopes for folder in FOLDERS], checker)
    found, files = checker()
    FORMS[form](settings, found, files)
    fatal = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    if any(fault.severity in fatal for fault in found):
        ctx.exit(1)


def _scopes(settings: Settings, paths: Sequence[Path]) -> dict[Path, list[Path]]:
    """Return the workspaces that are asked about, each with the parts of it that are."""
    if not paths:
        root = workspace_of(settings)
        return {root: [root]}
    scopes: dict[Path, list[Path]] = {}
    for path in paths:
        scopes.setdefault(_workspace_around(path), []).append(path)
    return scopes


def _placed(settings: Settings, path: Path) -> Path:
    """Return a path as it lies in the folder given with `-C`, where it is not one from here."""
    inside = (settings.workspace or Path()) / path
    return inside if inside.exists() and not path.exists() else path


def _workspace_around(path: Path) -> Path:
    """Return the workspace that a file or folder belongs to; it must be one that is read."""
    if not path.exists():
        others = {one.name for one in entries(path.parent)} - {path.name}
        near_by = did_you_mean(path.name, others)
        hint = f"; {printable(near_by)}" if near_by else ""
        raise click.ClickException(f"there is no file or folder {shown(path)}{hint}")
    here = absolute(path)
    root = find_workspace(here if here.is_dir() else here.parent)
    if root is None:
        message = "lies in no workspace; a workspace has lessons/, seeds/ and quizzes/"
        raise click.ClickException(f"{shown(path)} {message}")
    if not _is_checked(here, root):
        message = (
            "is not checked; lessons, sources and quizzes lie in lessons/, seeds/ and quizzes/"
        )
        raise click.ClickException(f"{shown(path)} {message}")
    return near(root)


def _is_checked(path: Path, root: Path) -> bool:
    """Return whether a path is a workspace, one of its folders, or a YAML file in one."""
    parts = path.relative_to(root).parts
    if not parts or (path.is_dir() and len(parts) == 1):
        return parts[:1] in ((), *((folder,) for folder in FOLDERS))
    return len(parts) == 2 and parts[0] in FOLDERS and path.suffix in (".yaml", ".yml")
