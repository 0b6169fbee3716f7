"""Every kind of sheet on the lesson about trams."""

from random import Random

from debatekit.generate import generate_items
from debatekit.handout import brief_sheet
from debatekit.handout.flow_sheet import flow_sheet
from debatekit.handout.glossary_sheet import glossary_sheet
from debatekit.handout.map_sheet import Picture, map_sheet
from debatekit.handout.page import Reader
from debatekit.handout.quiz_sheet import Version, quiz_sheet
from debatekit.handout.sheet import Sheet
from debatekit.logic.derive import derive
from debatekit.maps import page_outline, svg
from debatekit.model.item import Item, Short
from debatekit.model.material import Material

KINDS = ("brief", "quiz", "flow", "map", "glossary")


def items(material: Material, seed: int = 7) -> tuple[Item, ...]:
    found = list(generate_items(material, derive(material), seed))
    Random(seed).shuffle(found)
    return tuple(found[:14])


def picture(material: Material) -> Picture:
    graph = derive(material)
    title = material.lesson.title
    return Picture(
        title=title,
        svg=svg(graph, title),
        reasons=len(graph.inferences),
        counterarguments=sum(one.role == "counterargument" for one in graph.claims.values()),
        lines=tuple((one.depth, one.head, one.text) for one in page_outline(graph, {}, {})),
    )


def sheet(material: Material, kind: str, reader: Reader) -> Sheet:
    graph = derive(material)
    match kind:
        case "quiz":
            versions = [Version(letter=one, items=items(material, ord(one))) for one in "AB"]
            return quiz_sheet(material, material.lesson.title, versions, reader)
        case "flow":
            return flow_sheet(material, graph, reader, "ld")
        case "map":
            return map_sheet(material, reader, [picture(material)])
        case "glossary":
            return glossary_sheet(material, graph, reader)
        case _:
            return brief_sheet(material, graph, reader)


def key_of_many_words(material: Material) -> Sheet:
    """A teacher's quiz of one question, to which there are many right answers."""
    answers = tuple(f"one of the many answers, number {place}" for place in range(12))
    asked = Short(
        id="many",
        strand="claims",
        target="many",
        generator="authored",
        stem="What?",
        about=("make-trams-free",),
        accepted=answers,
    )
    return quiz_sheet(material, "Quiz", [Version(letter="A", items=(asked,))], "teacher")
