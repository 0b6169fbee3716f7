"""Where a command finds its workspace."""

from pathlib import Path

import click

from debatekit.bundled import bundled_workspace
from debatekit.cli.context import Settings
from debatekit.model.text import printable
from debatekit.read import find_workspace


def workspace_of(settings: Settings) -> Path:
    """Return the folder given with `-C`, else the nearest with lessons, else the bundled course.

    The nearest is the current folder or the first of its parents that has a `lessons/`.
    """
    if settings.workspace is not None:
        return _given(settings.workspace)
    if (near := find_workspace(Path.cwd())) is not None:
        return near
    try:
        return bundled_workspace()
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from error


def _given(folder: Path) -> Path:
    """Return the folder named on the command line, if it is a workspace."""
    if (folder / "lessons").is_dir():
        return folder
    shown = printable(str(folder)).replace("\n", " ")
    if not folder.is_dir():
        raise click.ClickException(f"there is no folder {shown}")
    raise click.ClickException(
        f"no lessons/ in {shown}; name a folder that has one, or leave out -C"
    )
