"""A folder that is filled with files: all of them or none, and never over what is there already."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import click

from debatekit.cli.screen.output import cannot_write, check_place, may_replace, shown


class Folder:
    """A folder into which files are put at once, when the last of them is made.

    It is made if it is not there and its parent is. Until the end the files lie in a hidden
    folder inside it; whatever stops the making takes that away again, and the folder too if
    it is new. Files that are there already are written over with `force`, or if somebody at
    the terminal says so. What stands in the way becomes one message and exit code 1.
    """

    def __init__(self, path: Path, names: Sequence[str], force: bool) -> None:
        self._path, self._names = path, names
        self._force = force
        self._new = False
        self._hidden = path / f".debatekit-{os.getpid()}.tmp"

    def __enter__(self) -> "Folder":
        if not self._path.exists():
            self._new = True
            if not self._path.absolute().parent.is_dir():
                raise click.ClickException(f"there is no folder {shown(self._path.parent)}")
        elif not self._path.is_dir():
            raise click.ClickException(f"{shown(self._path)} is a file; name a folder")
        self._force = self._force or may_replace(self._targets())
        self._check()
        try:
            self._path.mkdir(exist_ok=True)
            self._hidden.mkdir()
        except OSError as error:
            self._remove()
            raise cannot_write(self._path, error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._check()
                self._publish()
                self._new = False
        finally:
            self._remove()

    def write(self, name: str, content: bytes) -> None:
        """Put a file with the others; it is not seen before all are there."""
        try:
            (self._hidden / name).write_bytes(content)
        except OSError as error:
            raise cannot_write(self._path / name, error) from error

    def _targets(self) -> list[Path]:
        return [self._path / name for name in self._names]

    def _check(self) -> None:
        """Raise if a file stands in the way; how many do is said."""
        there = [path for path in self._targets() if path.exists()]
        if len(there) > 1 and not self._force:
            raise click.ClickException(
                f"{shown(there[0])} and {len(there) - 1} more are there already;"
                " --force writes over them"
            )
        for path in there:
            check_place(path, self._force)

    def _publish(self) -> None:
        for path in self._targets():
            try:
                (self._hidden / path.name).replace(path)
            except OSError as error:
                raise cannot_write(path, error) from error

    def _remove(self) -> None:
        shutil.rmtree(self._hidden, ignore_errors=True)
        if self._new and self._path.is_dir() and not any(self._path.iterdir()):
            self._path.rmdir()
