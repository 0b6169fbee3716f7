"""A Brief as a sheet: its parts as blocks, in reading order."""

from collections.abc import Iterator, Set

from msgspec.structs import replace

from debatekit.handout.brief import brief_page
from debatekit.handout.clash import contention_blocks
from debatekit.handout.closing import motions, record, sources, strongest, who_is_who, words
from debatekit.handout.page import Brief, Reader
from debatekit.handout.say import bold, cited, own, paragraph, plain
from debatekit.handout.sheet import (
    Block,
    Bullets,
    Entry,
    Legend,
    Part,
    Section,
    Sheet,
    Span,
    Table,
    Term,
    Terms,
)
from debatekit.model.graph import Graph
from debatekit.model.material import Material

SIGNS = (
    ("linked reasons", "Premises", "listed together count together; a second reason stands alone."),
    ("undermine", "Undermines", "speaks against a premise."),
    ("rebut", "Rebuts", "speaks against a conclusion."),
    (
        "undercut",
        "Undercuts",
        "speaks against the step from premises to conclusion: it may accept both ends and"
        " still deny that one follows from the other.",
    ),
    ("", "? Unstated", "marks a premise that nobody states and that the step needs."),
    ("", "[1]", "leads to the list of sources."),
    ("", "Which case is better", "is for you to judge: both are put as strongly as we can."),
)
"""Signs on the sheet, each with the term of a glossary that explains it, and what it means."""


def brief_sheet(material: Material, graph: Graph, reader: Reader) -> Sheet:
    """Return a lesson's brief; a student's holds nothing that is for the teacher."""
    return sheet_of(brief_page(material, graph, reader))


def sheet_of(brief: Brief) -> Sheet:
    """Return the brief as blocks, free of any format."""
    running = f"Brief for the {brief.reader}"
    part = Part(
        title=own(brief.title),
        kicker=f"Debate brief for the {brief.reader}",
        running=running,
        opening=tuple(_opening(brief)),
        blocks=tuple(_blocks(brief)),
        named=brief.reader == "student",
    )
    return Sheet(
        kind="brief",
        reader=brief.reader,
        language=brief.language,
        title=f"{brief.title}: brief for the {brief.reader}",
        running=brief.title,
        parts=(part,),
    )


def _opening(brief: Brief) -> Iterator[Block]:
    article = brief.article
    genre = f" Genre: {article.kind}."
    yield paragraph("On the article ", own(article.text), *cited(article), genre, tone="quiet")
    if brief.summary:
        yield plain(brief.summary)


def _blocks(brief: Brief) -> Iterator[Block]:
    teacher = brief.reader == "teacher"
    if teacher:
        yield _teaching(brief)
    yield _legend({term.name.casefold() for term in brief.terms})
    if brief.terms:
        yield Section(id="terms", title="Words to know", blocks=(words(brief.terms),), box="plain")
    for contention in brief.contentions:
        yield from contention_blocks(contention, room=not teacher)
    yield from record(brief.facts)
    yield from strongest(brief.author_case, brief.counter_case)
    yield from motions(brief.motions)
    yield from who_is_who(replace(one, also=()) for one in brief.actors)
    yield from sources(brief.sources, whole=teacher)


def _teaching(brief: Brief) -> Section:
    """Return the box for the teacher: objectives, timing, and what this copy holds."""
    inside: list[Block] = []
    if brief.objectives:
        listed = tuple(Entry(blocks=(plain(one),)) for one in brief.objectives)
        inside.append(
            Section(
                id="objectives",
                title="Afterwards students can",
                blocks=(Bullets(entries=listed),),
                level=3,
            )
        )
    if brief.plan:
        inside.append(_timing(brief))
    inside.append(
        paragraph(
            "This copy shows what the students’ copy leaves out: notes, paragraphs of the article,"
            " and which reply the lesson holds to be the best. A verdict on a fact is never"
            " a verdict on the author’s position."
        )
    )
    return Section(id="teaching", title="For the teacher", blocks=tuple(inside), box="teacher")


def _timing(brief: Brief) -> Section:
    rows = tuple(((Span(str(step.minutes)),), (Span(step.text),)) for step in brief.plan)
    table = Table(head=("Minutes", "What to do"), rows=rows, shares=(15, 85))
    whole = sum(step.minutes for step in brief.plan)
    return Section(id="timing", title=f"Timing: {whole} minutes", blocks=(table,), level=3)


def _legend(known: Set[str]) -> Section:
    """Return how to read the sheet; what the box of words says is not said again."""
    shapes = Legend(
        author=(
            bold("Author’s side:"),
            Span(" square corners. It gives reasons, and it replies."),
        ),
        counter=(
            bold("Counter side:"),
            Span(" round corners. It says what speaks against them."),
        ),
    )
    signs = tuple(
        Term(name=Span(sign), meaning=(Span(meaning),))
        for word, sign, meaning in SIGNS
        if word not in known
    )
    return Section(id="legend", title="How to read this sheet", blocks=(shapes, Terms(terms=signs)))
