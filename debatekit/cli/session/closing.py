"""The screen that closes a session: how it went by strand, and what to practise next."""

from collections.abc import Sequence

from debatekit.cli.clock import now, now_text
from debatekit.cli.context import Settings
from debatekit.cli.screen.bars import Bar, show_bars, show_lines, show_steps
from debatekit.cli.session.begin import Run
from debatekit.practice.advice import next_steps
from debatekit.practice.calibration import calibration, calibration_lines
from debatekit.practice.mastery import masteries
from debatekit.practice.results import StrandResult, results
from debatekit.store.cards import Cards
from debatekit.store.scores import Scores


def closing_screen(settings: Settings, scores: Scores, run: Run) -> None:
    """Show the session's score by strand, and the most useful next steps."""
    session, cards = run.session, Cards(scores)
    found = results(session)
    show_lines(settings, ["", _summary(found), *_in_the_end(found, exam=session.exam)])
    show_bars(settings, "By strand:", [_bar(result) for result in found])
    if run.choices.certainty:
        _show_calibration(settings, scores, session.student)
    lesson = session.lesson_of(session.items[0])
    known = masteries(cards.attempts_on(session.student, lesson), now())
    due = len(cards.due(session.student, now_text(), most=100))
    strands = [result.strand for result in found]
    show_steps(settings, next_steps(run.name or lesson, known, strands, due=due))


def _show_calibration(settings: Settings, scores: Scores, student: str) -> None:
    """Show how certainty agreed with being right, over all answers, once there are enough."""
    report = calibration(scores.attempts(student))
    if report is not None:
        show_lines(settings, ["", f"How certain, and how often right ({report.answers} answers):"])
        show_lines(settings, calibration_lines(report), "  ")


def _summary(found: Sequence[StrandResult]) -> str:
    score, answered = sum(r.score for r in found), sum(r.answered for r in found)
    skipped = sum(r.skipped for r in found)
    left = f", {skipped} skipped" if skipped else ""
    return f"Done: {_number(score)} of {answered}{left}."


def _in_the_end(found: Sequence[StrandResult], *, exam: bool) -> list[str]:
    """Return what came after the first answers, where that makes a difference, and what counts."""
    if all(result.in_the_end == result.score for result in found):
        return []
    last = _number(sum(result.in_the_end for result in found))
    why = "with the answers you changed" if exam else "with second tries, which count half"
    return [f"In the end {last}, {why}. Scores go by first answers."]


def _bar(result: StrandResult) -> Bar:
    skipped = f", {result.skipped} skipped" if result.skipped else ""
    changed = result.in_the_end != result.score
    end = f", in the end {_number(result.in_the_end)}" if changed else ""
    words = f"{_number(result.score)} of {result.answered}{end}{skipped}"
    return Bar(result.strand, result.share, words)


def _number(score: float) -> str:
    """Return a score with at most two decimals: 3, 2.5, 0.67."""
    return f"{score:.2f}".rstrip("0").rstrip(".")
