"""Lessons and workspaces made in memory, for rules to look at."""

from collections.abc import Iterable, Sequence

from debatekit.check.lesson_view import LessonView
from debatekit.model.claim import Claim
from debatekit.model.document import Document, Workspace
from debatekit.model.lesson import Contention, Lesson, Reason
from debatekit.model.location import Location
from debatekit.model.source import ParagraphRecord, Source


def lesson_of(steps: Iterable[tuple[Sequence[str], str]]) -> LessonView:
    """Return a lesson whose reasons lead from some claims to one, in this order."""
    steps = tuple(steps)
    reasons = tuple(
        Reason(id=f"reason-{place}", premises=tuple(premises), concludes=end)
        for place, (premises, end) in enumerate(steps)
    )
    names = {name for premises, end in steps for name in (*premises, end)} | {"main"}
    return view_of(
        Lesson(
            format=1,
            title="Steps",
            source="article",
            claims={name: Claim(text=name) for name in sorted(names)},
            contentions=(Contention(claim="main", reasons=reasons),),
        )
    )


def view_of(lesson: Lesson) -> LessonView:
    """Return a lesson on an article that says nothing."""
    source = Source(
        format=1,
        title="Nothing",
        author="nobody",
        date="2024",
        paragraphs=(ParagraphRecord(gist=""),),
        actors={},
        claims={},
    )
    workspace = Workspace(
        sources={"article": Document(id="article", path="a.yaml", content=source, locate=nowhere)}
    )
    document = Document(id="lesson", path="l.yaml", content=lesson, locate=nowhere)
    return LessonView(document=document, workspace=workspace)


def nowhere(steps: tuple[str | int, ...]) -> Location:
    """Return one place for everything."""
    return Location("l.yaml")
