"""From a lesson to a sheet: what each kind of handout needs from the other spokes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import assert_never

import click
from msgspec import Struct
from msgspec.structs import replace

from debatekit.cli.map_pictures import map_pictures
from debatekit.cli.session.passages import misfit_text
from debatekit.cli.workspace.course import Course
from debatekit.cli.workspace.versions import items_of, seed_of
from debatekit.handout.brief_sheet import brief_sheet
from debatekit.handout.flow_sheet import flow_sheet
from debatekit.handout.glossary_sheet import glossary_sheet
from debatekit.handout.map_sheet import Picture, map_sheet
from debatekit.handout.page import READERS, Kind, Reader, Size
from debatekit.handout.passages import with_passages
from debatekit.handout.quiz_sheet import Version, quiz_sheet
from debatekit.handout.sheet import Sheet
from debatekit.logic.cited import cited_by_lesson
from debatekit.maps import outline, parts_of
from debatekit.model.graph import Graph
from debatekit.model.material import Material
from debatekit.model.speech import Style
from debatekit.model.words import Strand


class Order(Struct, frozen=True, kw_only=True):
    """Which handout is wanted."""

    kind: Kind
    reader: Reader
    versions: tuple[str, ...] = ("A",)
    style: Style = "pf"
    size: int | None = None
    """How many questions a quiz has; without it, as many as its mix says."""
    strands: tuple[Strand, ...] = ()
    """Of which strands they are; without any, of those in its mix."""


def sheet_for(
    course: Course, order: Order, dot: Path | None = None, size: Size = "standard"
) -> Sheet:
    """Return the sheet; maps are drawn for letters of that size.

    `dot` is a Graphviz for them where ours is missing.
    """
    material, graph = course.material, course.graph
    match order.kind:
        case "brief":
            brief = brief_sheet(material, graph, order.reader)
            return quoting(course, brief, cited_by_lesson(material))
        case "quiz":
            return _quiz(course, order)
        case "flow":
            return flow_sheet(material, graph, order.reader, order.style)
        case "map":
            drawn = tuple(map_pictures(material, graph, dot, size))
            return map_sheet(material, order.reader, drawn)
        case "glossary":
            return glossary_sheet(material, graph, order.reader)
        case _:
            assert_never(order.kind)


def _quiz(course: Course, order: Order) -> Sheet:
    title = course.quiz.title if course.quiz else course.material.lesson.title
    versions = [
        Version(letter=letter, items=items_of(course, seed_of(letter), order.size, order.strands))
        for letter in order.versions
    ]
    if not any(version.items for version in versions):
        of_strand = f" on {' or '.join(order.strands)}" if order.strands else ""
        raise click.ClickException(f"{course.name} has no questions{of_strand}")
    cited = (number for one in versions for item in one.items for number in item.paragraphs)
    return quoting(course, quiz_sheet(course.material, title, versions, order.reader), cited)


def quoting(course: Course, sheet: Sheet, cited: Iterable[int]) -> Sheet:
    """Return the sheet; a teacher's with the passages, where a copy of the article is at hand."""
    if sheet.reader != "teacher":
        return sheet
    numbers, passages = frozenset(cited), course.passages
    misfits = misfit_text(passages, numbers, course.material.lesson.source)
    return with_passages(sheet, passages, numbers, misfits)


def pictures(
    material: Material, graph: Graph, draw: Callable[[Graph, str], str]
) -> Iterator[Picture]:
    """Yield each contention's map; what belongs to another is left to that one's."""
    parts = parts_of(graph, material.lesson.contentions)
    for number, (claim, part) in enumerate(parts.items(), 1):
        title = graph.claims[claim].text
        yield Picture(
            title=title,
            svg=draw(part, f"Contention {number}"),
            reasons=len(part.inferences),
            counterarguments=_counters(part),
            lines=tuple((line.depth, "", line.text) for line in outline(part, material.others)),
        )


def _counters(part: Graph) -> int:
    return sum(claim.role == "counterargument" for claim in part.claims.values())


def orders(kinds: Sequence[Kind], order: Order) -> Iterator[Order]:
    """Yield every handout of a pack: each kind, for students and for the teacher."""
    for kind in kinds:
        for reader in READERS:
            yield replace(order, kind=kind, reader=reader)
