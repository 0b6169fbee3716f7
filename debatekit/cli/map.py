"""`debatekit map`: a lesson's argument map as text, picture, source or data."""

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.screen.output import force_option, put, say, shown, write_file
from debatekit.cli.screen.wrap import wrapped
from debatekit.cli.workspace.places import workspace_of
from debatekit.diagnostics import NotFoundError
from debatekit.logic.derive import derive
from debatekit.maps import NoLayoutError, argdown, dot, json_map, outline, parts_of, size_of, svg
from debatekit.model.graph import Graph
from debatekit.model.material import Material
from debatekit.model.text import printable, steerless
from debatekit.read import read_material

FORMATS = ("text", "svg", "dot", "json", "argdown")
_ENDINGS = {".txt": "text", ".gv": "dot", **{f".{form}": form for form in FORMATS[1:]}}
INDENT = 2


@click.command("map")
@click.argument("lesson_id", metavar="LESSON")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="A nested list, a picture, Graphviz source, data, or Argdown; without it, the one that "
    "the name after -o ends in, or text.",
)
@click.option(
    "--contention",
    metavar="ID",
    help="Only this claim's part, for one sheet: its id, or its number in the lesson, as on paper.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file to write; - is standard output.",
)
@force_option
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    lesson_id: str,
    form: str | None,
    contention: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Draw a lesson's argument map.

    The text names every claim, reason and attack once. A whole lesson's picture is large;
    with --contention it shows one claim under debate and fits a sheet.
    """
    form = form or _form_of(output)
    root = workspace_of(settings)
    material = read_material(root, lesson_id)
    graph, title = _chosen(material, contention)
    drawn = _drawn(graph, title, form, material, settings, root)
    if output is None or str(output) == "-":
        if form == "text":
            click.echo(drawn, nl=False)
        else:
            put(drawn)
        return
    write_file(output, drawn.encode(), force)
    say(f"Wrote {shown(output)}")


def _form_of(output: Path | None) -> str:
    """Return the form that a file's name ends in; text without a file, or without an ending."""
    ending = output.suffix.lower() if output else ""
    if ending and ending not in _ENDINGS:
        message = f"no map ends in {ending}; use {', '.join(_ENDINGS)}, or --format"
        raise click.UsageError(printable(message))
    return _ENDINGS.get(ending, "text")


def _chosen(material: Material, contention: str | None) -> tuple[Graph, str]:
    """Return the whole graph with the lesson's title, or one contention's part with its text."""
    graph = derive(material)
    if not graph.claims:
        raise click.ClickException(
            f"lesson {material.id!r} has no contention, so there is nothing to draw"
        )
    if contention is None:
        return graph, material.lesson.title
    parts = parts_of(graph, material.lesson.contentions)
    claim = _named(contention, tuple(parts))
    return parts[claim], graph.claims[claim].text


def _named(contention: str, claims: Sequence[str]) -> str:
    """Return the contention's claim, which is given by its id or by its number from 1."""
    if contention in claims:
        return contention
    if not re.fullmatch("[0-9]{1,9}", contention):
        raise NotFoundError("contention", contention, claims)
    number = int(contention)
    if not 1 <= number <= len(claims):
        raise click.ClickException(
            f"there is no contention {number}; the lesson has {len(claims)}, numbered from 1"
        )
    return claims[number - 1]


def _drawn(
    graph: Graph, title: str, form: str, material: Material, settings: Settings, root: Path
) -> str:
    """Return the map in the form that was asked for."""
    match form:
        case "svg":
            try:
                return svg(graph, title, dot_on_path(root))
            except NoLayoutError as error:
                raise click.ClickException(
                    f"{error}; 'debatekit map {material.id}' shows the same map as text"
                ) from error
        case "dot":
            return dot(graph, title)
        case "json":
            return steerless(json_map(graph))
        case "argdown":
            return argdown(graph, title)
        case _:
            return "\n".join((*_text(graph, title, material, settings.width), ""))


def _text(graph: Graph, title: str, material: Material, width: int) -> Iterator[str]:
    """Yield the lines of the nested list, none wider than the screen."""
    yield from wrapped(f"Argument map: {title}", width)
    yield from wrapped(size_of(graph), width)
    for line in outline(graph, material.others):
        indent = min(line.depth * INDENT, width // 2)
        if line.depth == 0:
            yield ""
        yield from wrapped(line.text, width, f"{' ' * indent}- ")


def dot_on_path(workspace: Path) -> Path | None:
    """Return Graphviz's own program, unless it lies where lesson files could have come from."""
    found = shutil.which("dot")
    if found is None:
        return None
    path = Path(found).absolute()
    suspect = (Path.cwd(), workspace.absolute())
    if any(place in (path, *path.parents) for place in suspect):
        return None
    return path
