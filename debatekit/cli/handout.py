"""`debatekit handout`: a lesson as a file to print, or a whole pack of them."""

import sys
from pathlib import Path
from typing import Any

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.output import shown, write_file
from debatekit.cli.places import workspace_of
from debatekit.handout import Layout, Size
from debatekit.model.speech import SPEECH_FORMATS

_KINDS = ("brief", "quiz", "flow", "map", "glossary")
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _letter(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the versions' letters as capitals, each once."""
    letters = tuple(dict.fromkeys(one.upper() for one in given))
    for letter in letters:
        if len(letter) != 1 or not ("A" <= letter <= "Z"):
            raise click.BadParameter(f"{letter!r} is no letter from A to Z")
    return letters


@click.command("handout")
@click.argument("name", required=False, metavar="[LESSON]")
@click.option("--kind", type=click.Choice(_KINDS), default="brief", help="What to write.")
@click.option(
    "--for",
    "reader",
    type=click.Choice(["student", "teacher"]),
    default="student",
    show_default=True,
    help="The teacher's file has keys, notes and timing; the student's has none.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "pdf", "docx"]),
    default="html",
    show_default=True,
    help="The format.",
)
@click.option(
    "--version",
    "versions",
    multiple=True,
    callback=_letter,
    metavar="LETTER",
    help="A version of the quiz, A to Z; may be given again.",
)
@click.option(
    "--speeches",
    "style",
    type=click.Choice(list(SPEECH_FORMATS)),
    default="pf",
    show_default=True,
    help="The speech format of a flow sheet.",
)
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    show_default=True,
    help="The size of the sheets.",
)
@click.option("--large-print", is_flag=True, help="18 point, in one column.")
@click.option("--dyslexia", is_flag=True, help="14 point, widely set, for cream paper.")
@click.option("--theme", type=_FOLDER, help="A folder of templates in place of ours.")
@click.option("--all", "pack", is_flag=True, help="Every kind for everybody, into the folder -o.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file to write; - is standard output.",
)
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@shared_options
@click.pass_obj
def command(settings: Settings, /, **asked: Any) -> None:
    """Write a lesson as a handout.

    With --all every handout of the lesson or, without one, of the whole course is written.
    Without -o it goes to standard output, or, on a terminal, to a file in this folder.
    """
    layout = Layout(paper=asked["paper"], size=_size(asked["large_print"], asked["dyslexia"]))
    if asked["theme"] and asked["form"] == "docx":
        raise click.UsageError("--theme changes html and pdf; a docx is changed by hand")
    if asked["pack"]:
        _pack(settings, layout, asked)
    elif asked["name"] is None:
        raise click.UsageError("say which lesson, or --all for the whole course")
    else:
        _one(settings, layout, asked)


def _one(settings: Settings, layout: Layout, asked: dict[str, Any]) -> None:
    """Write one handout."""
    from debatekit.cli.course import read_course
    from debatekit.cli.map import dot_on_path
    from debatekit.cli.sheets import Order, sheet_for
    from debatekit.cli.written import file_name, written

    root = workspace_of(settings)
    course = read_course(root, asked["name"])
    order = Order(
        kind=asked["kind"],
        reader=asked["reader"],
        versions=asked["versions"] or ("A",),
        style=asked["style"],
    )
    sheet = sheet_for(course, order, dot_on_path(root))
    content = written(sheet, asked["form"], layout, asked["theme"])
    output: Path | None = asked["output"]
    if output is None and sys.stdout.isatty():
        output = Path(file_name(course.name, order, asked["form"]))
    if output is None or str(output) == "-":
        sys.stdout.buffer.write(content)
        return
    write_file(output, content, asked["force"] or _may_replace(settings, output))
    click.echo(f"Wrote {shown(output)}", err=True)


def _may_replace(settings: Settings, output: Path) -> bool:
    """Ask whether a file that is there may be written over; only where somebody can answer."""
    if settings.plain or not output.is_file():
        return False
    return click.confirm(f"{shown(output)} is there already. Write over it?", err=True)


def _pack(settings: Settings, layout: Layout, asked: dict[str, Any]) -> None:
    """Write every handout of a lesson, or of all lessons, into a folder."""
    from debatekit.cli.pack import Pack, write_pack

    if asked["output"] is None or str(asked["output"]) == "-":
        raise click.UsageError("--all needs -o with a folder")
    pack = Pack(
        folder=asked["output"],
        form=asked["form"],
        layout=layout,
        theme=asked["theme"],
        versions=asked["versions"] or ("A", "B"),
        style=asked["style"],
        force=asked["force"],
    )
    write_pack(settings, workspace_of(settings), asked["name"], pack)


def _size(large_print: bool, dyslexia: bool) -> Size:
    """Return how large the letters are to be; only one of the two can be asked for."""
    if large_print and dyslexia:
        raise click.UsageError("--large-print and --dyslexia exclude each other")
    if large_print:
        return "large-print"
    return "dyslexia" if dyslexia else "standard"
