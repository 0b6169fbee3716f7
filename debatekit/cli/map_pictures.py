"""The pictures of a map handout: a contention whole where it can be read so, else in pieces.

Where the text is in large letters the pieces have them too, and are two columns wide.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import shorten

import click
from msgspec import Struct
from msgspec.structs import replace

from debatekit.handout.layout import PICTURE_POINTS
from debatekit.handout.map_sheet import UPRIGHT, Drawing, Picture, rooms
from debatekit.handout.page import Size
from debatekit.handout.reasons import labels_of
from debatekit.maps import (
    Look,
    Marks,
    NoLayoutError,
    Piece,
    columns,
    page_outline,
    parts_of,
    pieces,
    sheet_svg,
    short_of,
)
from debatekit.model.graph import Graph
from debatekit.model.material import Material

LEAST = 0.94
"""How far a map may be scaled down on a sheet: what is 9 points tall is then still 8.5."""
_CAPTION = 40.0
"""How tall a caption is, in points, with the room around it."""
_LONGEST = 66
"""How many letters a caption has at most beside names."""
_NO_BREAK = "\N{NO-BREAK SPACE}"
_TWO_COLUMNS = 510.0
"""How wide two boxes may be with what is between them: as wide as the narrowest sheet."""
_BETWEEN = 68.0
"""How wide the longest word on a line is with the room around it, where letters have 10 points."""


def _look(size: Size) -> Look:
    """Return how large boxes and letters are; where letters are large, two boxes fill a sheet."""
    scale = PICTURE_POINTS[size] / PICTURE_POINTS["standard"]
    if size == "standard":
        return Look()
    width = (_TWO_COLUMNS / scale - _BETWEEN) // 2
    return Look(width=width, scale=scale, most_lines=20)


class _Map(Struct, frozen=True, kw_only=True):
    """A contention's map, and how it is to be drawn."""

    part: Graph
    claim: str
    number: int
    marks: Marks
    size: Size
    dot: Path | None


def map_pictures(
    material: Material, graph: Graph, dot: Path | None, size: Size = "standard"
) -> Iterator[Picture]:
    """Yield each contention's map; what belongs to another is left to that one's.

    Raises click.ClickException where nothing can lay a picture out.
    """
    labels = labels_of(material.lesson.contentions)
    parts = parts_of(graph, material.lesson.contentions)
    for number, (claim, part) in enumerate(parts.items(), 1):
        marks = Marks(labels=labels, notes=_elsewhere(parts, claim), look=_look(size))
        drawn = _Map(part=part, claim=claim, number=number, marks=marks, size=size, dot=dot)
        picture = Picture(
            title=graph.claims[claim].text,
            svg=_whole(drawn),
            reasons=len(part.inferences),
            counterarguments=sum(one.role == "counterargument" for one in part.claims.values()),
            lines=tuple(
                (one.depth, one.head, one.text)
                for one in page_outline(part, material.others, labels, marks.notes)
            ),
        )
        if size != "standard" or picture.scale < LEAST:
            picture = replace(picture, drawings=tuple(_drawings(drawn)))
        yield picture


def _elsewhere(debated: Iterable[str], claim: str) -> Mapping[str, str]:
    """Return where the claims go on that have a map of their own."""
    numbered = enumerate(debated, 1)
    return {other: f"see contention {number}" for number, other in numbered if other != claim}


def _whole(drawn: _Map) -> str:
    """Return the whole map; nothing where letters are so large that it would fit no sheet."""
    if drawn.size != "standard":
        return ""
    return _drawn(drawn.part, f"Contention {drawn.number}", drawn, drawn.marks)


def _drawings(drawn: _Map) -> Iterator[Drawing]:
    """Yield a contention's map in pieces, each of which says where it goes on."""
    marks, made = drawn.marks, tuple(_pieces(drawn))
    names = _names(made, str(drawn.number), marks.labels)
    came = {id_: piece.top for piece in made for id_ in piece.continued}
    met = Counter[str]()
    for piece in made:
        name = names[piece.top] + _again(met[piece.top])
        met[piece.top] += 1
        notes = {id_: f"see picture {names[id_]}" for id_ in piece.continued}
        look = replace(marks.look, widths=piece.widths)
        told = replace(marks, notes={**marks.notes, **notes}, look=look)
        back = _back(names[came[piece.top]]) if _alone(drawn, piece, came) else ""
        yield Drawing(
            name=name,
            about=_about(drawn.part, piece.top, marks) + back,
            svg=_drawn(piece.graph, f"Picture {name}", drawn, told),
        )


def _back(name: str) -> str:
    """Return from where a picture is led to, in words that stay in one line."""
    return f" (from{_NO_BREAK}picture{_NO_BREAK}{name})"


def _again(times: int) -> str:
    """Return what a piece's name ends in that goes on for the second, third, … time.

    >>> [_again(times) for times in range(3)]
    ['', ', continued', ', continued 2']
    """
    return ", continued" * (times > 0) + f" {times}" * (times > 1)


def _alone(drawn: _Map, piece: Piece, came: Mapping[str, str]) -> bool:
    """Return whether a piece does not show what it comes from."""
    return drawn.size != "standard" and piece.top in came


def _pieces(drawn: _Map) -> Iterable[Piece]:
    """Return the map's pieces: three columns of letters of 10 points, or two of larger ones."""
    part, claim, marks = drawn.part, drawn.claim, drawn.marks
    first, other = rooms(part.claims[claim].text, drawn.size)
    if drawn.size == "standard":
        tall = UPRIGHT[1] - _CAPTION
        return pieces(part, claim, list(marks.labels), marks, (min(first, tall), tall))
    scale = marks.look.scale
    return columns(part, claim, list(marks.labels), marks, (first / scale, other / scale))


def _names(made: Sequence[Piece], number: str, labels: Mapping[str, str]) -> Mapping[str, str]:
    """Return the pieces' names by what they are about: as a brief calls it, or one made of that."""
    names = {piece.top: labels[piece.top] for piece in made if piece.top in labels}
    names[made[0].top] = number
    for piece in made:
        unnamed = [id_ for id_ in piece.continued if id_ not in names]
        for place, id_ in enumerate(unnamed):
            names[id_] = f"{names[piece.top]}-{place + 1}"
    for place, piece in enumerate(made):
        alone = [labels[id_] for id_ in piece.graph.inferences if id_ in labels]
        free = [label for label in alone if label not in names.values()]
        names.setdefault(piece.top, free[0] if free else f"{number}-{place + 1}")
    return names


def _about(part: Graph, top: str, marks: Marks) -> str:
    """Return what a piece is about: a claim in few words, a reason by what it is for."""
    if top in part.claims:
        return _brief(short_of(part.claims[top]))
    to = part.inferences[top].conclusion
    label = marks.labels.get(top)
    shown = _brief(short_of(part.claims[to])) if to in part.claims else to
    return f"{f'reason {label}' if label else 'a reason'}, for “{shown}”"


def _brief(text: str) -> str:
    """Return a text, or its first words where it is longer than a caption should be."""
    return shorten(text, _LONGEST, placeholder=" …") if len(text) > _LONGEST else text


def _drawn(graph: Graph, title: str, drawn: _Map, marks: Marks) -> str:
    try:
        return sheet_svg(graph, title, drawn.part, marks, drawn.dot)
    except NoLayoutError as error:
        raise click.ClickException(str(error)) from error
