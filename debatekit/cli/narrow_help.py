"""A command's help in lines that fit a narrow screen; click's own are never under 50 columns."""

import shutil
from collections.abc import Iterable

import click

NARROW = 52
"""Below this many columns what an option means stands below its name instead of beside it."""
_BELOW = 6
_LEAST = 18


class Formatter(click.HelpFormatter):
    """Writes as click does where there is room, and narrower where there is none."""

    def __init__(
        self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None
    ) -> None:
        columns = shutil.get_terminal_size((80, 24)).columns
        self._narrow = width is None and columns < NARROW
        narrow = max(_LEAST, columns - 2) if self._narrow else width
        super().__init__(indent_increment, narrow, max_width)

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write names, and what they mean."""
        super().write_dl(rows, _BELOW if self._narrow else col_max, col_spacing)


class HelpContext(click.Context):
    """A command's context, whose help fits the screen."""

    formatter_class = Formatter


def with_narrow_help(command: click.Command) -> click.Command:
    """Return a command whose help, and that of its parts, fits a narrow screen."""
    command.context_class = HelpContext
    for part in getattr(command, "commands", {}).values():
        with_narrow_help(part)
    return command
