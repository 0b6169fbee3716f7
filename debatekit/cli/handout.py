"""`debatekit handout`: a lesson as a file to print."""

import sys
from pathlib import Path

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.output import shown, write_file
from debatekit.cli.places import workspace_of
from debatekit.handout import Paper, Reader, Size, brief_html
from debatekit.logic.derive import derive
from debatekit.read import read_material


@click.command("handout")
@click.argument("lesson_id", metavar="LESSON")
@click.option("--kind", type=click.Choice(["brief"]), default="brief", help="What to write.")
@click.option(
    "--for",
    "reader",
    type=click.Choice(["student", "teacher"]),
    default="student",
    show_default=True,
    help="The teacher's file has notes and timing; the student's has none.",
)
@click.option("--format", "suffix", type=click.Choice(["html"]), default="html", help="The format.")
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    show_default=True,
    help="The size of the sheets.",
)
@click.option("--large-print", is_flag=True, help="18 point, in one column.")
@click.option("--dyslexia", is_flag=True, help="14 point, widely set, for cream paper.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file to write; - is standard output.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    lesson_id: str,
    kind: str,
    reader: Reader,
    suffix: str,
    paper: Paper,
    large_print: bool,
    dyslexia: bool,
    output: Path | None,
    force: bool,
) -> None:
    """Write a lesson as a handout.

    Without -o it goes to standard output, or, on a terminal, to a file in this folder.
    """
    size = _size(large_print, dyslexia)
    material = read_material(workspace_of(settings), lesson_id)
    page = brief_html(material, derive(material), reader, paper=paper, size=size).encode()
    if output is None and sys.stdout.isatty():
        output = Path(f"{lesson_id}-{kind}-{reader}.{suffix}")
    if output is None or str(output) == "-":
        sys.stdout.buffer.write(page)
        return
    write_file(output, page, force)
    click.echo(f"Wrote {shown(output)}", err=True)


def _size(large_print: bool, dyslexia: bool) -> Size:
    """Return how large the letters are to be; only one of the two can be asked for."""
    if large_print and dyslexia:
        raise click.UsageError("--large-print and --dyslexia exclude each other")
    if large_print:
        return "large-print"
    return "dyslexia" if dyslexia else "standard"
