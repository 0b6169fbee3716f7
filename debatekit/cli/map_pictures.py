"""The pictures of a map handout: a contention whole where it can be read so, else in pieces."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import click
from msgspec.structs import replace

from debatekit.handout.map_sheet import UPRIGHT, Drawing, Picture
from debatekit.handout.reasons import labels_of
from debatekit.maps import (
    Marks,
    NoLayoutError,
    Piece,
    outline,
    part_of,
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


def map_pictures(material: Material, graph: Graph, dot: Path | None) -> Iterator[Picture]:
    """Yield each contention's map; what belongs to another is left to that one's.

    Raises click.ClickException where nothing can lay a picture out.
    """
    labels = labels_of(material.lesson.contentions)
    debated = {
        one.claim: [reason.id for reason in one.reasons]
        for one in material.lesson.contentions
        if one.claim in graph.claims
    }
    author = material.source.author
    names = {id_: actor.name for id_, actor in material.actors.items() if id_ != author}
    for number, (claim, listed) in enumerate(debated.items(), 1):
        part = part_of(graph, claim, debated, listed)
        marks = Marks(labels=labels, notes=_elsewhere(debated, claim))
        picture = Picture(
            title=graph.claims[claim].text,
            svg=_drawn(part, f"Contention {number}", part, marks, dot),
            reasons=len(part.inferences),
            counterarguments=sum(one.role == "counterargument" for one in part.claims.values()),
            lines=tuple((line.depth, line.text) for line in outline(part, names, labels)),
        )
        if picture.scale < LEAST:
            drawings = tuple(_drawings(part, claim, str(number), marks, dot))
            picture = replace(picture, drawings=drawings)
        yield picture


def _elsewhere(debated: Iterable[str], claim: str) -> Mapping[str, str]:
    """Return where the claims go on that have a map of their own."""
    numbered = enumerate(debated, 1)
    return {other: f"see contention {number}" for number, other in numbered if other != claim}


def _drawings(
    part: Graph, claim: str, number: str, marks: Marks, dot: Path | None
) -> Iterator[Drawing]:
    """Yield a contention's map in pieces, each of which says where it goes on."""
    made = tuple(pieces(part, claim, list(marks.labels), UPRIGHT[1] - _CAPTION))
    names = _names(made, number, marks.labels)
    met: set[str] = set()
    for piece in made:
        name = names[piece.top] + (", continued" if piece.top in met else "")
        met.add(piece.top)
        notes = {id_: f"see picture {names[id_]}" for id_ in piece.continued}
        told = replace(marks, notes={**marks.notes, **notes})
        drawn = _drawn(piece.graph, f"Picture {name}", part, told, dot)
        yield Drawing(name=name, about=_about(part, piece.top, marks), svg=drawn)


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
        return short_of(part.claims[top])
    to = part.inferences[top].conclusion
    label, shown = marks.labels.get(top), short_of(part.claims[to]) if to in part.claims else to
    return f"{f'reason {label}' if label else 'a reason'}, for “{shown}”"


def _drawn(part: Graph, title: str, whole: Graph, marks: Marks, dot: Path | None) -> str:
    try:
        return sheet_svg(part, title, whole, marks, dot)
    except NoLayoutError as error:
        raise click.ClickException(str(error)) from error
