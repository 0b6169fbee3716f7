"""A glossary: the words, the actors and the course of events, with what came later marked."""

from collections.abc import Iterator

from debatekit.handout.actors import actor_parts
from debatekit.handout.brief import terms_of
from debatekit.handout.citations import edtf_text
from debatekit.handout.closing import sources, who_is_who, words
from debatekit.handout.desk import Desk, desk_for
from debatekit.handout.page import Point, Reader
from debatekit.handout.say import bold, cited, own, paragraph
from debatekit.handout.sheet import Block, Line, Part, Section, Sheet, Table
from debatekit.logic.cited import events_resting_on
from debatekit.logic.record import citations
from debatekit.model.graph import Graph
from debatekit.model.material import Material
from debatekit.model.source import Event

_FEW_EVENTS = 24
"""So many take less than a page."""


def glossary_sheet(material: Material, graph: Graph, reader: Reader) -> Sheet:
    """Return the lesson's terms, actors and events; sources are numbered in reading order."""
    desk = desk_for(material, graph, reader)
    part = Part(
        title=own(material.lesson.title),
        kicker=f"Glossary for the {reader}",
        running="Glossary",
        blocks=tuple(_blocks(desk)),
        named=reader == "student",
    )
    return Sheet(
        kind="glossary",
        reader=reader,
        language=material.source.language,
        title=f"{material.lesson.title}: glossary for the {reader}",
        running=material.lesson.title,
        parts=(part,),
    )


def _blocks(desk: Desk) -> Iterator[Block]:
    if terms := terms_of(desk):
        yield Section(id="terms", title="Words to know", blocks=(words(terms),))
    yield from who_is_who(actor_parts(desk))
    yield from _timeline(desk)
    yield from sources(desk.numbering.sources(), whole=desk.for_teacher)


def _timeline(desk: Desk) -> Iterator[Section]:
    """Yield what happened in its order; of a long record, what the lesson's sources tell of."""
    material = desk.material
    chosen = _chosen(material, desk.graph)
    rows = [((own(edtf_text(one.date)),), _told(desk, one)) for one in sorted(chosen, key=_when)]
    if not rows:
        return
    lead = paragraph(" ".join(_lead(material, chosen)), tone="lead")
    table = Table(head=("When", "What happened"), rows=tuple(rows), shares=(25, 75))
    yield Section(id="events", title="What happened when", blocks=(lead, table))


def _lead(material: Material, chosen: tuple[Event, ...]) -> Iterator[str]:
    """Yield which events are listed, and what is said of those that came after the article."""
    if len(chosen) < len(material.events):
        yield "Listed is what the sources of this lesson tell of."
    yield f"The article is of {edtf_text(material.source.date)}."
    if any(one.later for one in chosen):
        yield "What came after it is marked as later evidence: its author could not know it."


def _chosen(material: Material, graph: Graph) -> tuple[Event, ...]:
    """Return the events that belong on a lesson's sheet; all, where they are few."""
    if len(material.events) <= _FEW_EVENTS:
        return material.events
    cited = {id_ for claim in graph.claims for id_ in citations(material, claim)}
    on_map = events_resting_on(cited, material)
    return tuple(one for one in material.events if one.id in on_map)


def _when(event: Event) -> tuple[str, str]:
    return event.date, event.id


def _told(desk: Desk, event: Event) -> Line:
    later = (bold("Later evidence: "),) if event.later else ()
    point = Point(text="", numbers=desk.numbering.cite(event.cite))
    return (*later, own(event.text), *cited(point))
