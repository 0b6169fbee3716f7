"""The screen that closes a session: how it went by strand, and what to practise next."""

from collections.abc import Sequence

from debatekit.cli.bars import Bar, show_bars, show_lines, show_steps
from debatekit.cli.begin import Course
from debatekit.cli.clock import now
from debatekit.cli.context import Settings
from debatekit.model.progress import Attempt
from debatekit.practice.advice import next_steps
from debatekit.practice.mastery import masteries
from debatekit.practice.results import StrandResult, results
from debatekit.practice.session import Session


def closing_screen(
    settings: Settings, session: Session, attempts: Sequence[Attempt], course: Course
) -> None:
    """Show the session's score by strand, and the most useful next steps."""
    found = results(session)
    show_lines(settings, ["", _summary(found)])
    show_bars(settings, "By strand:", [_bar(result) for result in found])
    ours = [made for made in attempts if made.lesson == session.lesson]
    strands = [result.strand for result in found]
    show_steps(settings, next_steps(course.name, masteries(ours, now()), strands))


def _summary(found: Sequence[StrandResult]) -> str:
    score, answered = sum(r.score for r in found), sum(r.answered for r in found)
    skipped = sum(r.skipped for r in found)
    left = f", {skipped} skipped" if skipped else ""
    return f"Done: {_number(score)} of {answered}{left}."


def _bar(result: StrandResult) -> Bar:
    skipped = f", {result.skipped} skipped" if result.skipped else ""
    return Bar(
        result.strand, result.share, f"{_number(result.score)} of {result.answered}{skipped}"
    )


def _number(score: float) -> str:
    """Return a score with at most two decimals: 3, 2.5, 0.67."""
    return f"{score:.2f}".rstrip("0").rstrip(".")
