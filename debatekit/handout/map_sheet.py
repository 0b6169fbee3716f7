"""The argument map on paper: each contention as pictures, and the same as text behind them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from msgspec import Struct

from debatekit.handout.layout import TEXT_POINTS
from debatekit.handout.page import Reader, Size
from debatekit.handout.say import bold, own, paragraph
from debatekit.handout.sheet import (
    Block,
    Branch,
    Figure,
    Line,
    Outline,
    PageBreak,
    Part,
    Section,
    Sheet,
    Span,
)
from debatekit.model.material import Material

_SIZE = re.compile(r'<svg [^>]*?width="([0-9.]+)pt" height="([0-9.]+)pt"')
UPRIGHT, LYING = (515.0, 590.0), (713.0, 385.0)
"""How wide and tall a picture may be, in points, on a sheet of either sort under its title.

They fit both papers: A4 is the narrower one upright, Letter the one that lies on its side.
"""
TALL = 689.0
"""How tall a sheet of Letter is between the margins in every format, in points."""
LEAST_TALL = 150.0
"""Where less is left under a title, a picture begins on the next page."""
DEEPEST = 12
"""What lies deeper in a map's list is set under this many others."""
SIGNS = (
    "Square corners: author’s side; round: critics; double frame: both. Solid line: supports;",
    " broken: attacks, and with two arrowheads each denies the other; dotted: grants.",
)


class Drawing(Struct, frozen=True, kw_only=True):
    """A piece of a contention's map: its name, such as `1.2`, and what it is about."""

    name: str
    about: str
    svg: str


class Picture(Struct, frozen=True, kw_only=True):
    """One contention's map, drawn and as a list."""

    title: str
    svg: str
    """The whole map; empty where its letters would be so large that no sheet has room for it."""
    reasons: int
    counterarguments: int
    lines: tuple[tuple[int, str, str], ...]
    """For each line how many others it stands under, what it is, and what it says."""
    drawings: tuple[Drawing, ...] = ()
    """The map in pieces, where the whole would be too small to read on a sheet or is not drawn."""

    @property
    def broad(self) -> bool:
        """Whether it is larger on a sheet that lies on its side."""
        upright, lying = _scales(self.svg)
        return not self.drawings and lying > upright

    @property
    def scale(self) -> float:
        """How large the whole map is on a sheet, in its own size."""
        return max(_scales(self.svg))

    @property
    def alt(self) -> str:
        """What the picture is of, in a sentence."""
        reasons = _counted(self.reasons, "reason")
        counters = _counted(self.counterarguments, "counterargument")
        return f"Argument map: {reasons} and {counters} for: {self.title}"


def rooms(title: str, size: Size) -> tuple[float, float]:
    """Return how tall a piece may be, in points, under a title, and elsewhere.

    The signs are explained under each title; over the first may be a word on the paper.
    """
    points = TEXT_POINTS[size]
    line = points * (1.7 if size == "dyslexia" else 1.5)
    per_line = UPRIGHT[0] / (points * 0.53)
    signs = ceil(len("".join(SIGNS)) / per_line) + (size == "dyslexia")
    over = line * (1 + signs)
    over += points * 1.6 * ceil(len(title) / (per_line * 0.72)) + 2 * points
    other = TALL - 2.5 * line - 2 * points
    under = other - over + line
    return under if under > LEAST_TALL else other, other


def _scales(svg: str) -> tuple[float, float]:
    """Return how large a picture is on a sheet of either sort, in its own size."""
    wide, tall = size_of(svg)
    upright, lying = (min(room[0] / wide, room[1] / tall) for room in (UPRIGHT, LYING))
    return upright, lying


def size_of(svg: str) -> tuple[float, float]:
    """Return how wide and tall a picture is in points; a point where it does not say."""
    found = _SIZE.search(svg)
    return (float(found[1]), float(found[2])) if found else (1.0, 1.0)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def map_sheet(material: Material, reader: Reader, pictures: Sequence[Picture]) -> Sheet:
    """Return the sheet; a student's and a teacher's differ in what the running head says."""
    parts = tuple(
        Part(
            title=own(picture.title),
            kicker=f"Argument map for the {reader}, contention {number} of {len(pictures)}",
            running=f"Argument map, contention {number}",
            opening=(paragraph(*SIGNS, tone="quiet"),),
            blocks=tuple(_blocks(picture, number, len(pictures))),
            broad=picture.broad,
        )
        for number, picture in enumerate(pictures, 1)
    )
    return Sheet(
        kind="map",
        reader=reader,
        language=material.source.language,
        title=f"{material.lesson.title}: argument map for the {reader}",
        running=material.lesson.title,
        parts=parts,
    )


def _blocks(picture: Picture, number: int, last: int) -> Iterator[Block]:
    yield from _figures(picture)
    if not picture.drawings:
        yield PageBreak()
    lead = paragraph(
        "Each line says what it is, and how it bears on the line that it stands under.",
        tone="lead",
    )
    outline = Outline(branches=branches(picture.lines))
    # Several parts of a page need several names.
    title = f"Map as text, contention {number}" if last > 1 else "Map as text"
    yield Section(id=f"map-{number}", title=title, blocks=(lead, outline))


def _figures(picture: Picture) -> Iterator[Figure]:
    """Yield the whole map as one figure, or its pieces with their names."""
    same = "The same stands in words after the pictures."
    if not picture.drawings:
        yield _figure(picture.svg, f"{picture.alt}. {same}", (), fills=True)
    for place, one in enumerate(picture.drawings):
        part = f"Picture {one.name} of the argument map, on: {one.about}. {same}"
        caption = (bold(f"Picture {one.name}:"), Span(" "), own(one.about))
        yield _figure(one.svg, part if place else f"{picture.alt}. {part}", caption, fills=False)


def _figure(svg: str, alt: str, caption: tuple[Span, ...], fills: bool) -> Figure:
    wide, tall = size_of(svg)
    return Figure(svg=svg, alt=alt, caption=caption, wide=wide, tall=tall, fills=fills)


def branches(lines: Iterable[tuple[int, str, str]]) -> tuple[Branch, ...]:
    """Return lines with depths as a tree.

    >>> branches([(0, "", "a"), (1, "", "b"), (0, "", "c")])[0].branches[0].line[0].text
    'b'
    """
    stack: list[list[tuple[Line, list]]] = [[]]  # type: ignore[type-arg]
    for depth, head, text in lines:
        depth = min(depth, DEEPEST, len(stack) - 1)
        del stack[depth + 1 :]
        below: list = []  # type: ignore[type-arg]
        said = (own(text),) if text or not head else ()
        stack[depth].append(((bold(head), *said) if head else said, below))
        stack.append(below)
    return _frozen(stack[0])


def _frozen(tree: list) -> tuple[Branch, ...]:  # type: ignore[type-arg]
    return tuple(Branch(line, _frozen(below)) for line, below in tree)
