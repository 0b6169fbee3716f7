"""What the shell proposes while a command is typed: ids of lessons, quizzes, sources and claims."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from debatekit.cli.context import Settings, settings_from_options
from debatekit.cli.workspace.places import workspace_of
from debatekit.codes import CODES
from debatekit.diagnostics import InvalidFileError, NotFoundError
from debatekit.logic.derive import derive
from debatekit.model.material import Material
from debatekit.model.text import printable
from debatekit.read import lesson_ids, quiz_ids, read_material, source_ids

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


class PartOfLesson(click.ParamType):  # type: ignore[type-arg]
    """The id of a claim, a reason or an argument of the lesson that the line names."""

    name = "text"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the ids that begin so, each with what it says; none in a lesson with faults."""
        try:
            material = _material_of_the_line(ctx)
        except (click.ClickException, InvalidFileError, NotFoundError):
            return []
        known = _contentions(material) if param.name == "contention" else _parts(material)
        return [
            CompletionItem(name, help=printable(said))
            for name, said in known.items()
            if name.startswith(incomplete)
        ]


def _material_of_the_line(ctx: click.Context) -> Material:
    """Return the lesson that is named; raises `NotFoundError` if none is.

    A line that ends with an option lacks its value, and then click leaves all words unparsed.
    """
    root = workspace_of(_settings(ctx))
    words, known = (ctx.params.get("lesson_id"), *ctx.args), lesson_ids(root)
    return read_material(root, next((word for word in words if word in known), ""))


def _contentions(material: Material) -> dict[str, str]:
    parts = _parts(material)
    return {one.claim: parts[one.claim] for one in material.lesson.contentions}


def _parts(material: Material) -> dict[str, str]:
    """Return what each claim and reason says."""
    graph = derive(material)
    said = {name: claim.short or claim.text for name, claim in graph.claims.items()}
    return {
        **said,
        **{name: f"a reason for {step.conclusion}" for name, step in graph.inferences.items()},
    }


def with_names(command: click.Command) -> click.Command:
    """Return a command, its parts too, whose arguments propose the names that there are."""
    for param in command.params:
        said = (param.metavar or param.name or "").strip("[].").upper()
        if not isinstance(param.type, type(click.STRING)):
            continue
        if said in NAMES:
            param.type = Named(NAMES[said])
        elif said == "ID":
            param.type = PartOfLesson()
    for part in getattr(command, "commands", {}).values():
        with_names(part)
    return command


def _settings(ctx: click.Context) -> Settings:
    """Return the settings of a line that is not yet complete."""
    if isinstance(ctx.obj, Settings):
        return ctx.obj
    given: dict[str, Any] = ctx.find_root().params
    return settings_from_options(given.get("workspace"), None, False, False)
