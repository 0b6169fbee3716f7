"""Progress on the screen: skills, the last sessions, certainty, and what to do next."""

from collections.abc import Sequence

from debatekit.cli.context import Settings
from debatekit.cli.screen.bars import Bar, show_bars, show_lines, show_sparkline, show_steps
from debatekit.cli.screen.output import counted
from debatekit.cli.store.progress import Progress
from debatekit.model.progress import Attempt
from debatekit.practice.calibration import calibration_lines


def show_progress(settings: Settings, found: Progress) -> None:
    """Show a student's progress: facts, and what to do next, but no praise and no blame."""
    show_lines(settings, [_heading(found)])
    skills = found.skills
    if skills:
        bars = [Bar(f"{one.strand}, {one.skill}", one.value, one.word) for one in skills]
        show_bars(settings, "By strand and skill:", bars)
    if found.sessions:
        number = len(found.sessions)
        last = "The last session" if number == 1 else f"The last {number} sessions, in order"
        title = f"{last}, first answers only"
        show_sparkline(settings, title, [session.share for session in found.sessions])
    if found.certainty is not None:
        show_lines(settings, ["", f"Certainty, in {found.certainty.answers} answers:"])
        show_lines(settings, calibration_lines(found.certainty), "  ")
    show_steps(settings, found.steps)


def _heading(found: Progress) -> str:
    number, lessons = found.standing.answers, found.standing.lessons
    on = f" on {', '.join(lessons)}" if lessons else ""
    return f"Scores of {found.student}: {counted(number, 'answer')}{on}."


def show_attempts(settings: Settings, attempts: Sequence[Attempt]) -> None:
    """Show one line an answer, as wide as it is: for reading, and for grep."""
    for made in attempts:
        response = " ".join(made.response)
        line = f"{made.at[:16]} {made.lesson} {made.strand} {made.score:.2f} {response}"
        show_lines(settings, [f"{line} ({made.generator})"])
