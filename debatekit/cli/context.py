"""Settings: what the command line and the environment fix for every command."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec import Struct

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
    import shutil

    return max(20, shutil.get_terminal_size((80, 24)).columns)


def shared_options(command: F) -> F:
    """Let a command take the options that work everywhere, after its name too."""
    decorators: tuple[Callable[[F], F], ...] = (
        click.option(
            "-C",
            "--workspace",
            type=click.Path(file_okay=False),
            expose_value=False,
            callback=_override("workspace"),
            help="The folder to work in.",
        ),
        click.option(
            "--store",
            type=click.Path(dir_okay=False),
            expose_value=False,
            callback=_override("store"),
            help="The file that keeps the scores.",
        ),
        click.option(
            "--plain",
            is_flag=True,
            expose_value=False,
            callback=_override("plain"),
            help="Lines only.",
        ),
        click.option(
            "--no-color",
            is_flag=True,
            expose_value=False,
            callback=_override("no_color"),
            help="No colour.",
        ),
    )
    for decorate in decorators:
        command = decorate(command)
    return command


def _override(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """Return a callback that puts an option given after the command into its settings."""

    def apply(ctx: click.Context, _: click.Parameter, value: Any) -> None:
        if not value:
            return
        from msgspec.structs import replace

        settings: Settings = ctx.obj or settings_from_options(None, None, False, False)
        changes: dict[str, Any] = {
            "workspace": {"workspace": Path(str(value))},
            "store": {"store": Path(str(value))},
            "plain": {"plain": True, "color": False},
            "no_color": {"color": False},
        }[name]
        ctx.obj = replace(settings, **changes)

    return apply
