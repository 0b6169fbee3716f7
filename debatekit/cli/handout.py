"""`debatekit handout`: a lesson as a file to print, or a whole pack of them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.handout_options import (
    check_quiz_options,
    form_of,
    handout_options,
    layout_of,
)
from debatekit.cli.screen.output import check_place, may_replace, say, shown, write_file
from debatekit.cli.workspace.places import workspace_of

if TYPE_CHECKING:
    from debatekit.cli.sheets import Order


@click.command("handout")
@click.argument("name", required=False, metavar="[LESSON]")
@handout_options
@shared_options
@click.pass_obj
def command(settings: Settings, /, **asked: Any) -> None:
    """Write a lesson as a handout.

    With --all every handout of the lesson or, without one, of the whole course is written.
    Without -o it goes to standard output, or, on a terminal, to a file in this folder.
    """
    asked["form"] = form_of(asked)
    check_quiz_options(asked)
    if asked["pack"]:
        _pack(settings, asked)
    elif asked["name"] is None:
        raise click.UsageError("say which lesson, or --all for the whole course")
    else:
        _one(settings, asked)


def _one(settings: Settings, asked: dict[str, Any]) -> None:
    """Write one handout."""
    from debatekit.cli.map import dot_on_path
    from debatekit.cli.sheets import sheet_for
    from debatekit.cli.workspace.course import read_course
    from debatekit.cli.written import apart, file_name

    root = workspace_of(settings)
    course = read_course(root, asked["name"])
    order = _order(asked, ("A",))
    output: Path | None = asked["output"]
    if output is None and sys.stdout.isatty():
        output = Path(file_name(course.name, order, asked["form"]))
    to_file = output if output is not None and str(output) != "-" else None
    force = asked["force"]
    if to_file is not None:
        force = force or may_replace([to_file])
        check_place(to_file, force)
    layout = layout_of(asked)
    sheet = sheet_for(course, order, dot_on_path(root), layout.size)
    content, warning = apart(sheet, asked["form"], layout, asked["theme"])
    if warning:
        say(warning)
    if to_file is None:
        sys.stdout.buffer.write(content)
        return
    write_file(to_file, content, force)
    say(f"Wrote {shown(to_file)}")


def _pack(settings: Settings, asked: dict[str, Any]) -> None:
    """Write every handout of a lesson, or of all lessons, into a folder."""
    from debatekit.cli.pack import Pack, write_pack

    if asked["output"] is None or str(asked["output"]) == "-":
        raise click.UsageError("--all needs -o with a folder")
    pack = Pack(
        folder=asked["output"],
        form=asked["form"],
        layout=layout_of(asked),
        order=_order(asked, ("A", "B")),
        theme=asked["theme"],
        force=asked["force"],
    )
    write_pack(settings, workspace_of(settings), asked["name"], pack)


def _order(asked: dict[str, Any], versions: tuple[str, ...]) -> "Order":
    """Return which handout is wanted; `versions` are those of a quiz where none were named."""
    from debatekit.cli.sheets import Order

    return Order(
        kind=asked["kind"],
        reader=asked["reader"],
        versions=asked["versions"] or versions,
        style=asked["style"],
        size=asked["count"],
        strands=asked["strands"],
    )
