"""Results that go to a file: whole or not at all, and never over one that is there already."""

import os
from pathlib import Path

import click

from debatekit.model.text import printable


def write_file(path: Path, content: bytes, force: bool = False) -> None:
    """Write a file so that it is there whole or not at all.

    A file that is there already is written over only with `force`. What stands in the way
    becomes one message and exit code 1.
    """
    target = path.resolve()
    if target.is_dir():
        raise click.ClickException(f"{shown(path)} is a folder; name a file in it")
    if target.exists() and not force:
        raise click.ClickException(f"{shown(path)} is there already; --force writes over it")
    if not target.parent.is_dir():
        raise click.ClickException(f"there is no folder {shown(path.parent)}")
    try:
        _replace(target, content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.ClickException(f"cannot write {shown(path)}: {reason}") from error


def _replace(target: Path, content: bytes) -> None:
    """Put a new file in the place of the old one; a device or a pipe is written to as it is."""
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    beside = target.with_name(f".debatekit-{os.getpid()}.tmp")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def shown(path: Path) -> str:
    """Return a path on one line, as messages show it."""
    return " ".join(printable(str(path)).splitlines())
