"""The argument map on paper: a picture for each contention, and the same as text behind it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from debatekit.handout.page import Reader
from debatekit.handout.say import own, paragraph
from debatekit.handout.sheet import Block, Branch, Figure, Outline, PageBreak, Part, Section, Sheet
from debatekit.model.material import Material

_SIZE = re.compile(r'<svg [^>]*?width="([0-9.]+)pt" height="([0-9.]+)pt"')
UPRIGHT, LYING = (515.0, 660.0), (760.0, 430.0)
"""How wide and tall a picture may be, in points, on a sheet of either sort under its title."""
DEEPEST = 12
"""What lies deeper in a map's list is set under this many others."""


class Picture(Struct, frozen=True, kw_only=True):
    """One contention's map, drawn and as a list; each line under so many others."""

    title: str
    svg: str
    reasons: int
    counterarguments: int
    lines: tuple[tuple[int, str], ...]

    @property
    def broad(self) -> bool:
        """Whether it is larger on a sheet that lies on its side."""
        found = _SIZE.search(self.svg)
        if found is None:
            return False
        wide, tall = float(found[1]), float(found[2])
        upright, lying = (min(room[0] / wide, room[1] / tall) for room in (UPRIGHT, LYING))
        return lying > upright

    @property
    def alt(self) -> str:
        """What the picture is of, in a sentence."""
        reasons = _counted(self.reasons, "reason")
        counters = _counted(self.counterarguments, "counterargument")
        return f"Argument map: {reasons} and {counters} for: {self.title}"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def map_sheet(material: Material, reader: Reader, pictures: Sequence[Picture]) -> Sheet:
    """Return the sheet; a student's and a teacher's differ in what the running head says."""
    parts = tuple(
        Part(
            title=own(picture.title),
            kicker=f"Argument map for the {reader}, contention {number} of {len(pictures)}",
            running=f"Argument map, contention {number}",
            blocks=tuple(_blocks(picture, number)),
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


def _blocks(picture: Picture, number: int) -> Iterator[Block]:
    yield Figure(svg=picture.svg, alt=f"{picture.alt}. The next page says the same in words.")
    yield PageBreak()
    lead = paragraph(
        "Each line says what it is, and how it bears on the line that it stands under."
    )
    outline = Outline(branches=branches(picture.lines))
    yield Section(id=f"map-{number}", title="Map as text", blocks=(lead, outline))


def branches(lines: Iterable[tuple[int, str]]) -> tuple[Branch, ...]:
    """Return lines with depths as a tree.

    >>> branches([(0, "a"), (1, "b"), (0, "c")])[0].branches[0].line[0].text
    'b'
    """
    stack: list[list[tuple[str, list]]] = [[]]  # type: ignore[type-arg]
    for depth, text in lines:
        depth = min(depth, DEEPEST, len(stack) - 1)
        del stack[depth + 1 :]
        below: list = []  # type: ignore[type-arg]
        stack[depth].append((text, below))
        stack.append(below)
    return _frozen(stack[0])


def _frozen(tree: list) -> tuple[Branch, ...]:  # type: ignore[type-arg]
    return tuple(Branch((own(text),), _frozen(below)) for text, below in tree)
