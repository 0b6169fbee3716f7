"""Where boxes and lines go on a picture: a tidy tree, else Graphviz's layered layout.

Graphviz is run as a program of its own.
"""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path

from msgspec import DecodeError, Struct, json

from debatekit.maps.boxes import HEAD, HEAD_SIZE, Box, Link
from debatekit.maps.places import Layout, PlacedLink, Point
from debatekit.maps.tidy import tidy

_SECONDS = 60
"""After so long a layout is given up."""


class NoLayoutError(Exception):
    """There is no program that could lay the map out, or it failed; the message says which."""


class _Node(Struct):
    name: str
    pos: str


class _Edge(Struct):
    id: str
    pos: str
    lp: str


class _Answer(Struct):
    bb: str
    objects: list[_Node] = []
    edges: list[_Edge] = []


def lay_out(boxes: Sequence[Box], links: Sequence[Link], dot: Path | None = None) -> Layout:
    """Return where everything goes: what is supported or attacked to the left of what does it.

    Where something bears on two things, Graphviz is asked: the program of the wheel
    graphviz-pure, or else `dot` as given. Raises NoLayoutError.
    """
    if layout := tidy(boxes, links):
        return layout
    answer = _run(_source(boxes, links), dot)
    _, _, width, height = _numbers(answer.bb)
    corners = {}
    for node in answer.objects:
        box = boxes[int(node.name[1:])]
        x, y = _numbers(node.pos)
        corners[box.id] = (x - box.width / 2, height - y - box.height / 2)
    placed = tuple(_placed(links[int(edge.id[1:])], edge, height) for edge in answer.edges)
    return Layout(width, height, corners, placed)


def _run(source: str, dot: Path | None) -> _Answer:
    """Return what Graphviz answers; it gets the source as its input and sees no file."""
    program = wheel_program() or dot
    if program is None:
        raise NoLayoutError(
            "nothing here can lay out a picture: install graphviz-pure, or Graphviz itself"
        )
    try:
        done = subprocess.run(
            [str(program), "-Tjson0"],
            input=source.encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
        return json.decode(done.stdout, type=_Answer)
    except (OSError, subprocess.SubprocessError, DecodeError) as error:
        raise NoLayoutError(f"{program.name} could not lay out the picture") from error


def wheel_program() -> Path | None:
    """Return the program that the wheel graphviz-pure carries, wherever it was installed."""
    try:
        files = metadata.files("graphviz-pure") or ()
    except metadata.PackageNotFoundError:
        return None
    for file in files:
        if file.stem == "graphviz-pure" and file.suffix in ("", ".exe"):
            path = Path(str(file.locate()))
            return path.resolve() if path.is_file() else None
    return None


def _source(boxes: Sequence[Box], links: Sequence[Link]) -> str:
    """Return the boxes as empty tables of their sizes, so that lines find each row."""
    return "\n".join(("digraph {", *_lines(boxes, links), "}"))


def _lines(boxes: Sequence[Box], links: Sequence[Link]) -> Iterator[str]:
    yield "rankdir=LR; nodesep=0.1; ranksep=0.25; node [shape=plain];"
    yield f'edge [fontname="Helvetica", fontsize={HEAD_SIZE}, dir=both];'
    number = {box.id: place for place, box in enumerate(boxes)}
    for place, box in enumerate(boxes):
        heights = (box.head_height, *(row.height for row in box.rows))
        cells = "".join(
            f'<TR><TD PORT="r{row}" FIXEDSIZE="TRUE" WIDTH="{box.width}" HEIGHT="{tall}"></TD></TR>'
            for row, tall in enumerate(heights)
        )
        table = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{cells}</TABLE>'
        yield f"n{place} [label=<{table}>];"
    for place, link in enumerate(links):
        near, far = _end(boxes, number, link.target, "e"), _end(boxes, number, link.source, "w")
        yield f'{near} -> {far} [id="e{place}", label="{link.word}"];'


def _end(boxes: Sequence[Box], number: Mapping[str, int], place: tuple[str, str], side: str) -> str:
    """Return an end of a line: a box's side, or the side of one of its rows."""
    box, row = place
    if not row:
        return f"n{number[box]}:{side}"
    rows = [HEAD, *(each.id for each in boxes[number[box]].rows)]
    return f"n{number[box]}:r{rows.index(row)}:{side}"


def _placed(link: Link, edge: _Edge, height: float) -> PlacedLink:
    """Return a line with its ends, the picture's upper left corner being the origin."""
    points: list[Point] = []
    ends: dict[str, Point] = {}
    for part in edge.pos.split(" "):
        mark, _, rest = part.partition(",")
        if mark in ("s", "e"):
            x, y = _numbers(rest)
            ends[mark] = (x, height - y)
        else:
            x, y = _numbers(part)
            points.append((x, height - y))
    start, end = ends.get("s", points[0]), ends.get("e", points[-1])
    x, y = _numbers(edge.lp)
    return PlacedLink(link, (start, *points, end), (x, height - y))


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]
