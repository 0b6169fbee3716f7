"""Material and graph to a Brief: what stands on the page, for a student or for a teacher."""

from msgspec.structs import replace

from debatekit.handout.actors import actor_parts
from debatekit.handout.citations import edtf_text
from debatekit.handout.contentions import contention_parts
from debatekit.handout.desk import Desk, claim_point, desk_for
from debatekit.handout.once import shown_once
from debatekit.handout.page import (
    Brief,
    FactPart,
    Point,
    Reader,
    Step,
    StrawPart,
    SummaryPart,
    TermPart,
)
from debatekit.model.graph import Graph
from debatekit.model.lesson import Finding, Lesson, Summary
from debatekit.model.material import Material
from debatekit.model.words import Flaw

DISCUSS = {
    "supported": "Does the conclusion follow? A fact that holds can still leave the step open.",
    "nuanced": "Which words of the claim would have to change to fit the record?",
    "contested": "What would settle it, and who could show that?",
    "inaccurate": "Does the reason that uses it still stand without it?",
}
FLAWS: dict[Flaw, str] = {
    "stronger": "says more than they do",
    "weaker": "says less than they do",
    "reversed": "turns the claim round",
    "scope": "speaks of more or fewer cases",
    "attribution": "gives the view to somebody else",
    "off-target": "answers something else",
    "repeats": "repeats the claim",
    "ad-hominem": "speaks of persons, not of the matter",
    "still-loaded": "keeps charged words",
    "changes-claim": "changes what is claimed",
}
FORMATS = {
    "pf": "Public Forum",
    "ld": "Lincoln-Douglas",
    "policy": "Policy",
    "bp": "British Parliamentary",
    "wsdc": "World Schools",
}


def brief_page(material: Material, graph: Graph, reader: Reader) -> Brief:
    """Return the brief of a lesson; sources are numbered in reading order."""
    desk = desk_for(material, graph, reader)
    lesson, steelman = material.lesson, material.lesson.steelman
    return Brief(
        reader=reader,
        language=material.source.language,
        title=lesson.title,
        article=_article(desk),
        summary=lesson.summary,
        objectives=lesson.objectives if desk.for_teacher else (),
        plan=class_plan(lesson) if desk.for_teacher else (),
        terms=terms_of(desk, sourced=desk.for_teacher),
        contentions=shown_once(contention_parts(desk)),
        author_case=_summary(desk, steelman.author if steelman else None),
        counter_case=_summary(desk, steelman.counter if steelman else None),
        facts=tuple(_fact(desk, finding) for finding in lesson.facts),
        motions=tuple(Point(text=one.text, kind=FORMATS[one.format]) for one in lesson.motions),
        actors=tuple(actor_parts(desk)),
        sources=desk.numbering.sources(),
    )


def _article(desk: Desk) -> Point:
    """Return the article's bibliography as a sentence."""
    source = desk.material.source
    author = desk.material.actors.get(source.author)
    who = author.name if author else source.author
    parts = (f"“{source.title}”", f"by {who}", source.publisher, edtf_text(source.date))
    return Point(
        text=", ".join(filter(None, parts)) + ".",
        kind=source.genre,
        numbers=desk.numbering.cite([source.cite] if source.cite else []),
    )


def terms_of(desk: Desk, sourced: bool = True) -> tuple[TermPart, ...]:
    """Return the lesson's terms in the order of the alphabet; `sourced`, with where they are from.

    A student's brief leaves that to the glossary, which is a sheet of its own.
    """
    known = desk.material.terms
    terms = sorted((known[id] for id in desk.material.lesson.terms if id in known), key=_by_name)
    return tuple(
        TermPart(
            name=term.name,
            meaning=Point(
                text=term.text, numbers=desk.numbering.cite(term.cite) if sourced else ()
            ),
            coined_by=term.coined_by if sourced else "",
        )
        for term in terms
    )


def _by_name(named: object) -> str:
    return str(getattr(named, "name", "")).casefold()


def _summary(desk: Desk, summary: Summary | None) -> SummaryPart | None:
    if summary is None:
        return None
    straw = summary.straw if desk.for_teacher else ()
    return SummaryPart(
        text=summary.text,
        straw=tuple(StrawPart(text=version.text, flaw=FLAWS[version.flaw]) for version in straw),
    )


def _fact(desk: Desk, finding: Finding) -> FactPart:
    return FactPart(
        claim=replace(claim_point(desk, finding.claim), numbers=(), evidence=(), note=""),
        verdict=finding.verdict,
        record=Point(text=finding.record, numbers=desk.numbering.cite(finding.cite)),
        discuss=DISCUSS[finding.verdict] if desk.for_teacher else "",
    )


def class_plan(lesson: Lesson) -> tuple[Step, ...]:
    """Return how to spend the lesson's minutes; the steps add up to them.

    Half of the time goes to the contentions in equal parts, an eighth each to the words
    and to the summaries, and what is left to a debate. Too short a lesson has no plan.
    """
    minutes, contentions = lesson.minutes, len(lesson.contentions)
    eighth, each = minutes // 8, minutes // (2 * max(contentions, 1))
    if not eighth or not each:
        return ()
    steps = (
        Step(minutes=eighth, text="Read the box of words and the main claim of the article."),
        *(Step(minutes=each, text=f"Contention {n}.") for n in range(1, contentions + 1)),
        Step(minutes=eighth, text="Compare both sides at their strongest, and the record."),
    )
    left = minutes - sum(step.minutes for step in steps)
    debated = "a motion" if lesson.motions else "the first contention"
    return (*steps, Step(minutes=left, text=f"Debate {debated}; sides are drawn by lot."))
