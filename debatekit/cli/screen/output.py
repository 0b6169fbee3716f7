"""Results that go to a file: whole or not at all, and never over one that is there already."""

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from stat import S_IMODE
from typing import Any, Literal

import click
from msgspec import json

from debatekit.cli.screen.wrap import cells, wrapped
from debatekit.model.text import printable, steerless

_NARROW = 80
"""With fewer columns a message is broken; else it stays a line, for whoever looks for it."""

force_option = click.option(
    "--force", is_flag=True, help="Write over a file that is there already."
)


def write_file(path: Path, content: bytes | Iterable[bytes], force: bool = False) -> None:
    """Write a file, whose content may come in pieces, so that it is there whole or not at all.

    A file that is there already is written over only with `force`. What stands in the way
    becomes one message and exit code 1.
    """
    check_place(path, force)
    try:
        _replace(_resolved(path), content)
    except OSError as error:
        raise cannot_write(path, error) from error


def check_place(path: Path, force: bool) -> None:
    """Raise if no file can go there, before anything is made."""
    target = _resolved(path)
    if target.is_dir():
        raise click.ClickException(f"{shown(path)} is a folder; name a file in it")
    if target.exists() and not force:
        raise click.ClickException(f"{shown(path)} is there already; --force writes over it")
    if not target.parent.is_dir():
        raise click.ClickException(f"there is no folder {shown(path.parent)}")


def make_folder(folder: Path) -> None:
    """Make a folder, those around it too; what stands in the way becomes one message."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.ClickException(f"cannot make {shown(folder)}: {reason}") from error


def cannot_write(path: Path, error: OSError) -> click.ClickException:
    """Return what stands in the way as a message."""
    reason = (error.strerror or str(error)).lower()
    return click.ClickException(f"cannot write {shown(path)}: {reason}")


def say(message: str) -> None:
    """Write a message to standard error; on a narrow screen its lines break between words."""
    columns = shutil.get_terminal_size((_NARROW, 24)).columns
    for line in printable(message).split("\n"):
        indent = line[: len(line) - len(line.lstrip(" "))]
        fits = columns >= _NARROW or cells(line) <= columns
        click.echo(line if fits else "\n".join(wrapped(line, columns, indent)), err=True)


def may_replace(paths: Sequence[Path]) -> bool:
    """Ask whether files that are there may be written over, where somebody can answer.

    Where nobody can, or nothing is there, the answer is no. Whoever declines is told that all
    is as it was, and the command ends with exit code 1.
    """
    there = [path for path in paths if path.is_file()]
    if not there or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    many = len(there) > 1
    told = f"{shown(there[0])}{f' and {len(there) - 1} more are' if many else ' is'} there already."
    if click.confirm(_question(told, f"Write over {'them' if many else 'it'}?"), err=True):
        return True
    click.echo("Nothing was written.", err=True)
    raise click.exceptions.Exit(1)


def _question(told: str, asked: str) -> str:
    """Return what is asked, on a line of its own where both and the answer do not fit one."""
    width = shutil.get_terminal_size((80, 24)).columns
    if cells(f"{told} {asked} [y/N]: y") < width:
        return f"{told} {asked}"
    return "\n".join([*wrapped(told, width - 1), asked])


def _resolved(path: Path) -> Path:
    """Return where a path leads, through all links."""
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise click.ClickException(f"{shown(path)} is a link that leads in a circle") from error


def _replace(target: Path, content: bytes | Iterable[bytes]) -> None:
    """Put a new file in the place of the old one; a device or a pipe is written to as it is."""
    if target.exists() and not target.is_file():
        _write(target, "wb", content)
        return
    beside = target.with_name(f".debatekit-{os.urandom(8).hex()}.tmp")
    try:
        # A file of its own, never one that somebody put there for it to be followed.
        _write(beside, "xb", content)
        if target.exists():
            beside.chmod(S_IMODE(target.stat().st_mode))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _write(path: Path, mode: Literal["wb", "xb"], content: bytes | Iterable[bytes]) -> None:
    with path.open(mode) as file:
        for piece in [content] if isinstance(content, bytes) else content:
            file.write(piece)


def put_json(answer: Any) -> None:
    """Write an answer as JSON for programs, which a screen may see too."""
    put(steerless(json.format(json.encode(answer), indent=2).decode()) + "\n")


def put(text: str) -> None:
    """Write what programs read: in UTF-8, whatever code page the screens of this machine have.

    A person who looks at it on a terminal sees it in the letters that the terminal has.
    """
    click.echo(text if sys.stdout.isatty() else text.encode(), nl=False)


def shown(path: Path) -> str:
    """Return a path on one line, as messages show it."""
    return one_line(str(path))


def one_line(text: str) -> str:
    """Return text that nothing in it can break or steer a screen with."""
    return printable(text).replace("\t", " ").replace("\n", " ")


def counted(number: int, thing: str) -> str:
    """Return a number with what is counted, in the plural where that is due."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
