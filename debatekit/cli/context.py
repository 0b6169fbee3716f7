"""Settings: what the command line and the environment fix for every command."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec import Struct
from msgspec.structs import replace

F = TypeVar("F", bound=Callable[..., Any])


class Settings(Struct, frozen=True, kw_only=True):
    """Where the workspace and the scores lie, and how to write to the screen."""

    workspace: Path | None = None
    """The folder given with `-C`; without it, it is looked for."""
    store: Path | None = None
    plain: bool = False
    color: bool = False
    width: int = 80


def settings_from_options(
    workspace: str | None, store: str | None, plain: bool, no_color: bool
) -> Settings:
    """Join the options with the environment; options win.

    Plain mode chooses itself where stdin or stdout is no terminal. Colour is off in plain
    mode, with `--no-color`, where NO_COLOR is set and not empty, and on a dumb terminal.
    """
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    plain = plain or os.environ.get("DEBATEKIT_PLAIN", "") not in ("", "0") or not terminal
    dumb = os.environ.get("TERM") == "dumb"
    place = store or os.environ.get("DEBATEKIT_STORE")
    return Settings(
        workspace=Path(workspace) if workspace else None,
        store=Path(place) if place else None,
        plain=plain or dumb,
        color=not (plain or dumb or no_color or os.environ.get("NO_COLOR")),
        width=_width(),
    )


def _width() -> int:
    """Return the terminal's width in columns; 80 where there is none."""
    return max(20, shutil.get_terminal_size((80, 24)).columns)


def shared_options(command: F) -> F:
    """Let a command take the options that work everywhere, after its name too."""
    folder, file = click.Path(file_okay=False), click.Path(dir_okay=False)
    command = _shared("-C", "--workspace", help="The folder to work in.", type=folder)(command)
    command = _shared("--store", help="The file that keeps the scores.", type=file)(command)
    command = _shared("--plain", help="Lines only: no colour, no boxes.", is_flag=True)(command)
    return _shared("--no-color", help="No colour.", is_flag=True)(command)


def _shared(*names: str, **settings: Any) -> Callable[[F], F]:
    """Return an option that changes the settings instead of reaching the command."""
    return click.option(*names, expose_value=False, callback=_apply, **settings)


def _apply(ctx: click.Context, option: click.Parameter, value: Any) -> None:
    """Put an option given after the command's name into its settings."""
    if not value:
        return
    settings: Settings = ctx.obj or settings_from_options(None, None, False, False)
    match option.name:
        case "workspace":
            ctx.obj = replace(settings, workspace=Path(str(value)))
        case "store":
            ctx.obj = replace(settings, store=Path(str(value)))
        case "plain":
            ctx.obj = replace(settings, plain=True, color=False)
        case _:
            ctx.obj = replace(settings, color=False)
