"""Where a command finds its workspace."""

import os
from pathlib import Path

import click

from debatekit.bundled import bundled_workspace
from debatekit.cli.context import Settings
from debatekit.cli.screen.output import shown
from debatekit.read import find_workspace

FOLDERS = ("seeds", "lessons", "quizzes")
"""The folders of a workspace."""


def workspace_of(settings: Settings) -> Path:
    """Return the folder given with `-C`, else the nearest with lessons, else the bundled course.

    The nearest is the current folder or the first of its parents that has a `lessons/`.
    """
    if settings.workspace is not None:
        return _given(settings.workspace)
    if (found := find_workspace(Path.cwd())) is not None:
        return near(found)
    try:
        return bundled_workspace()
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from error


def entries(folder: Path) -> list["os.DirEntry[str]"]:
    """Return what lies in a folder; nothing if it is gone, or cannot be listed."""
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def absolute(path: Path) -> Path:
    """Return a path from the root of the disk, without '..'; links are not followed."""
    return Path(os.path.normpath(path.absolute()))


def near(path: Path) -> Path:
    """Return a path as seen from the current folder, if it lies there or in a parent of it."""
    here = Path.cwd()
    if path.is_relative_to(here):
        return path.relative_to(here)
    if here.is_relative_to(path):
        return Path(*[".."] * (len(here.parts) - len(path.parts)))
    return path


def _given(folder: Path) -> Path:
    """Return the folder named on the command line, if it is a workspace."""
    if any((folder / part).is_dir() for part in FOLDERS):
        return folder
    if not folder.is_dir():
        raise click.ClickException(f"there is no folder {shown(folder)}")
    raise click.ClickException(
        f"{shown(folder)} is no workspace: no seeds/, lessons/ or quizzes/ in it"
    )
