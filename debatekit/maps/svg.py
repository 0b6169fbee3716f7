"""A graph as a picture: boxes and lines with words on them, readable without colour."""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import hypot
from pathlib import Path
from xml.sax.saxutils import escape

from debatekit.logic.structure import attack_name
from debatekit.maps.boxes import (
    HEAD_SIZE,
    LINE,
    PADDING,
    SIZE,
    WIDTH,
    Box,
    LinkKind,
    Marks,
    Row,
    boxes_of,
    links_of,
)
from debatekit.maps.layout import lay_out
from debatekit.maps.letters import broken
from debatekit.maps.places import Layout, PlacedLink, Point
from debatekit.maps.words import ATTACKED, REASONS, known_conflicts, role_of, size_of
from debatekit.model.graph import Graph
from debatekit.model.text import printable
from debatekit.model.words import Side

COLOURS: dict[Side, tuple[str, str]] = {
    "author": ("#EAF1FA", "#1F4E8C"),
    "counter": ("#FDF1E3", "#8A4500"),
    "shared": ("#F3F3F3", "#4A4A4A"),
}
"""Each side's paper and ink; the ink is also that of the box's head."""
INK = "#1A1A1A"
PAGE = "#FFFFFF"
INKS: dict[LinkKind, str] = {"support": "#3A3A3A", "attack": "#9C1C1C", "concession": "#4A4A4A"}
DARK = {
    PAGE: "#15171A",
    INK: "#EDEDED",
    "#EAF1FA": "#1B2A3D",
    "#1F4E8C": "#9CC3F5",
    "#FDF1E3": "#33241A",
    "#8A4500": "#F0B183",
    "#F3F3F3": "#2A2C30",
    "#4A4A4A": "#C6C6C6",
    "#3A3A3A": "#C9C9C9",
    "#9C1C1C": "#FF9A8F",
}
"""What each colour becomes on a screen whose pages are dark."""
_DARKENED = "".join(
    f'[fill="{light}"]{{fill:{dark}}}[stroke="{light}"]{{stroke:{dark}}}'
    for light, dark in DARK.items()
)
_STYLE = f"<style>@media screen and (prefers-color-scheme: dark){{{_DARKENED}}}</style>"
_DASHES: dict[LinkKind, str] = {"support": "", "attack": "5 3", "concession": "1.5 2.5"}
_MARGIN = 18.0
_EDGE = 1.5
"""Room for half of a thick frame, where nothing stands around the boxes."""
_TITLE = 14.0
_LEGEND = (
    "Rectangle: author. Rounded: critics. Double frame: both sides.",
    "Solid line: supports. Broken line: attacks; with two arrowheads, each denies the other.",
    "Dotted line: a reply that grants a counterargument.",
)
_NOT_XML = re.compile("[\ufffe\uffff]")


def svg(graph: Graph, title: str, dot: Path | None = None) -> str:
    """Return the map as an SVG picture; `dot` is a Graphviz to use where ours is missing.

    What is debated stands on the left; reasons and attacks lead to it from the right.
    Raises NoLayoutError.
    """
    boxes, layout = _laid_out(graph, graph, Marks(), dot)
    width = max(layout.width, 2 * WIDTH) + 2 * _MARGIN
    heading = broken(printable(title), _TITLE, width - 2 * _MARGIN, bold=True)
    legend = [line for text in _LEGEND for line in broken(text, HEAD_SIZE, width - 2 * _MARGIN)]
    top = _MARGIN + len(heading) * _TITLE * 1.25 + 2 * PADDING
    height = top + layout.height + (len(legend) + 1) * LINE + _MARGIN
    foot = height - _MARGIN - (len(legend) - 1) * LINE
    return _picture(
        (width, height),
        title,
        graph,
        (
            *_lines(heading, _MARGIN, _MARGIN + _TITLE, _TITLE * 1.25, size=_TITLE, bold=True),
            *_body(graph, boxes, layout, (_MARGIN, top)),
            *_lines(legend, _MARGIN, foot, LINE, HEAD_SIZE),
        ),
    )


def sheet_svg(graph: Graph, title: str, whole: Graph, marks: Marks, dot: Path | None = None) -> str:
    """Return a piece of a map as a picture for paper: boxes and lines and nothing around them.

    It is as large as it has to be, so that its letters have their size, times the look's
    scale, where it is not scaled further. Raises NoLayoutError.
    """
    boxes, layout = _laid_out(graph, whole, marks, dot)
    size = (layout.width + 2 * _EDGE, layout.height + 2 * _EDGE)
    body = _body(whole, boxes, layout, (_EDGE, _EDGE))
    return _picture(size, title, graph, body, marks.look.scale)


def _laid_out(
    graph: Graph, whole: Graph, marks: Marks, dot: Path | None
) -> tuple[tuple[Box, ...], Layout]:
    boxes = boxes_of(graph, marks)
    return boxes, lay_out(boxes, tuple(links_of(graph, whole)), dot)


def _body(graph: Graph, boxes: Sequence[Box], layout: Layout, corner: Point) -> Iterator[str]:
    """Yield boxes and lines, their upper left corner there."""
    yield f'<g transform="translate({_p(corner).replace(",", " ")})">'
    for placed in layout.links:
        yield from _link(placed)
    for box in boxes:
        yield from _box(graph, box, layout)
    yield from map(_word, layout.links)
    yield "</g>"


def _picture(size: Point, title: str, graph: Graph, body: Iterable[str], scale: float = 1.0) -> str:
    """Return what is drawn as a picture of that size in points, with its name; or all larger."""
    width, height = map(_n, size)
    wide, tall = (_n(side * scale) for side in size)
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
            f' width="{wide}pt" height="{tall}pt" role="img"'
            ' aria-labelledby="map-title map-desc" font-family="Helvetica, Arial,'
            f' \'Liberation Sans\', sans-serif" font-size="{SIZE}" fill="{INK}">',
            f'<title id="map-title">{_text("Argument map: " + title)}</title>',
            f'<desc id="map-desc">{_text(size_of(graph))} The same map can be had as text.</desc>',
            _STYLE,
            f'<rect width="{width}" height="{height}" fill="{PAGE}"/>',
            *body,
            "</svg>",
            "",
        )
    )


def _box(graph: Graph, box: Box, layout: Layout) -> Iterator[str]:
    """Yield a box with its frame, its head and its rows."""
    x, y = layout.corners[box.id]
    claim = graph.claims.get(box.id)
    name = role_of(claim) if claim else f"{REASONS[box.side]} {box.id}"
    yield f'<g id="node-{_text(box.id)}" transform="translate({_n(x)} {_n(y)})">'
    yield f"<title>{_text(name[0].upper() + name[1:])}</title>"
    yield f"<desc>{_text(_ties(graph, box.id) if claim is None else _about(graph, box.id))}</desc>"
    yield from _frame(box)
    ink = COLOURS[box.side][1]
    first = PADDING / 2 + HEAD_SIZE + 1
    yield from _lines(box.head, PADDING, first, LINE, HEAD_SIZE, bold=True, ink=ink)
    offset = box.head_height
    for row in box.rows:
        yield from _row(graph, box, row, offset)
        offset += row.height
    yield "</g>"


def _frame(box: Box) -> Iterator[str]:
    """Yield the outline that tells the side: square, round, or doubled."""
    paper, ink = COLOURS[box.side]
    width = 2.2 if box.strong else 1.1
    round_ = ' rx="11"' if box.side == "counter" else ""
    yield (
        f'<rect width="{_n(box.width)}" height="{_n(box.height)}"{round_} fill="{paper}"'
        f' stroke="{ink}" stroke-width="{width}"/>'
    )
    if box.side == "shared":
        yield (
            f'<rect x="2.5" y="2.5" width="{_n(box.width - 5)}" height="{_n(box.height - 5)}"'
            f' fill="none" stroke="{ink}" stroke-width="0.8"/>'
        )


def _row(graph: Graph, box: Box, row: Row, offset: float) -> Iterator[str]:
    """Yield a claim in its place; in a reason's box each has a title of its own."""
    ink = COLOURS[box.side][1]
    part = box.id != row.id
    if part:
        yield "<g>" if row.again else f'<g id="node-{_text(row.id)}">'
        yield f"<title>{_text(role_of(graph.claims[row.id]))}</title>"
        yield f"<desc>{_text(_about(graph, row.id))}</desc>"
        yield (
            f'<line x1="0" x2="{_n(box.width)}" y1="{_n(offset)}" y2="{_n(offset)}"'
            f' stroke="{ink}" stroke-width="0.6"/>'
        )
    first = offset + PADDING / 2 + SIZE - 0.5
    yield from _lines(row.lines, PADDING, first, LINE, bold=box.strong)
    last = first + len(row.lines) * LINE
    yield from _lines(row.notes, PADDING, last, LINE, HEAD_SIZE)
    if part:
        yield "</g>"


def _about(graph: Graph, id_: str) -> str:
    """Return a claim's whole text and its ties."""
    claim = graph.claims[id_]
    return " ".join(filter(None, (claim.text, _ties(graph, id_))))


def _ties(graph: Graph, id_: str) -> str:
    """Return what attacks it, in words."""
    ties = [
        f"{ATTACKED[attack_name(graph, conflict)]} {graph.claims[conflict.source].text}"
        for conflict in known_conflicts(graph)
        if conflict.target == id_
    ]
    return " ".join(f"{tie[0].upper()}{tie[1:]}" for tie in ties)


def _link(placed: PlacedLink) -> Iterator[str]:
    """Yield a line with its arrowheads."""
    ink = INKS[placed.link.kind]
    start, *curve, end = placed.curve
    path = f"M{_p(start)} L{_p(curve[0])} C{' '.join(_p(one) for one in curve[1:])} L{_p(end)}"
    dashes = _DASHES[placed.link.kind]
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    yield f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="1.2"{dash}/>'
    yield _arrowhead(start, curve[0], ink)
    if placed.link.both:
        yield _arrowhead(end, curve[-1], ink)


def _arrowhead(tip: Point, behind: Point, ink: str) -> str:
    """Return a triangle at the tip, pointing away from what is behind it."""
    x, y = tip[0] - behind[0], tip[1] - behind[1]
    length = hypot(x, y) or 1.0
    x, y = x / length, y / length
    base = (tip[0] - 8 * x, tip[1] - 8 * y)
    left = (base[0] - 3.2 * y, base[1] + 3.2 * x)
    right = (base[0] + 3.2 * y, base[1] - 3.2 * x)
    return f'<polygon points="{_p(tip)} {_p(left)} {_p(right)}" fill="{ink}"/>'


def _word(placed: PlacedLink) -> str:
    """Return a line's word, on a white ground where it crosses something."""
    x, y = placed.word_at
    ink = INKS[placed.link.kind]
    return (
        f'<text x="{_n(x)}" y="{_n(y + 3)}" text-anchor="middle" font-size="{HEAD_SIZE}"'
        f' fill="{ink}" stroke="{PAGE}" stroke-width="3" paint-order="stroke">'
        f"{_text(placed.link.word)}</text>"
    )


def _lines(
    lines: Sequence[str],
    x: float,
    y: float,
    distance: float,
    size: float = SIZE,
    bold: bool = False,
    ink: str = INK,
) -> Iterator[str]:
    """Yield lines of text, the first with its baseline at y."""
    weight = ' font-weight="bold"' if bold else ""
    for place, line in enumerate(lines):
        yield (
            f'<text x="{_n(x)}" y="{_n(y + place * distance)}" font-size="{size}"'
            f' fill="{ink}"{weight}>{_text(line)}</text>'
        )


def _p(point: Point) -> str:
    return f"{_n(point[0])},{_n(point[1])}"


def _n(number: float) -> str:
    """Return a number with at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    """Return a text as XML content."""
    return escape(_NOT_XML.sub("", printable(text)), {'"': "&quot;"})
