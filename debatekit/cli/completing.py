"""What the shell proposes while a command is typed: the ids of lessons, quizzes and sources."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from debatekit.cli.context import Settings, settings_from_options
from debatekit.cli.places import workspace_of
from debatekit.codes import CODES
from debatekit.diagnostics import InvalidFileError
from debatekit.read import lesson_ids, quiz_ids, source_ids

Names = Callable[[Path], tuple[str, ...]]


def _of_both(root: Path) -> tuple[str, ...]:
    return tuple(sorted({*lesson_ids(root), *quiz_ids(root)}))


NAMES: Mapping[str, Names] = {
    "LESSON": lesson_ids,
    "LESSON-OR-QUIZ": _of_both,
    "SOURCE": source_ids,
    "CODE": lambda _: tuple(CODES),
}
"""What may stand where the help names an argument or an option's value so."""


class Named(click.ParamType):  # type: ignore[type-arg]
    """A text of which the shell knows the values that a workspace has."""

    name = "text"

    def __init__(self, names: Names) -> None:
        self._names = names

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the names that begin so; none where there is no workspace to look in."""
        try:
            known = self._names(workspace_of(_settings(ctx)))
        except (click.ClickException, InvalidFileError):
            return []
        return [CompletionItem(name) for name in known if name.startswith(incomplete)]


def with_names(command: click.Command) -> click.Command:
    """Return a command, its parts too, whose arguments propose the names that there are."""
    for param in command.params:
        said = (param.metavar or param.name or "").strip("[].").upper()
        if isinstance(param.type, type(click.STRING)) and said in NAMES:
            param.type = Named(NAMES[said])
    for part in getattr(command, "commands", {}).values():
        with_names(part)
    return command


def _settings(ctx: click.Context) -> Settings:
    """Return the settings of a line that is not yet complete."""
    if isinstance(ctx.obj, Settings):
        return ctx.obj
    given: dict[str, Any] = ctx.find_root().params
    return settings_from_options(given.get("workspace"), None, False, False)
