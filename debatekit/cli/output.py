"""Results that go to a file: whole or not at all, and never over one that is there already."""

import os
from collections.abc import Iterable
from pathlib import Path

import click

from debatekit.model.text import printable


def write_file(path: Path, content: bytes | Iterable[bytes], force: bool = False) -> None:
    """Write a file, whose content may come in pieces, so that it is there whole or not at all.

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


def _replace(target: Path, content: bytes | Iterable[bytes]) -> None:
    """Put a new file in the place of the old one; a device or a pipe is written to as it is."""
    if target.exists() and not target.is_file():
        _write(target, content)
        return
    beside = target.with_name(f".debatekit-{os.getpid()}.tmp")
    try:
        _write(beside, content)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _write(path: Path, content: bytes | Iterable[bytes]) -> None:
    with path.open("wb") as file:
        for piece in [content] if isinstance(content, bytes) else content:
            file.write(piece)


def shown(path: Path) -> str:
    """Return a path on one line, as messages show it."""
    return " ".join(printable(str(path)).splitlines())
