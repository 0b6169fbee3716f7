"""A student's progress handed over to the page that shows it."""

from debatekit.cli.store.progress import Progress
from debatekit.practice.calibration import Calibration, LevelShare
from debatekit.report.scores_page import LevelMark, NextStep, ScoresPage, SessionMark, scores_html


def page_of(found: Progress) -> str:
    """Return the page as HTML."""
    certainty = found.certainty
    page = ScoresPage(
        student=found.student,
        answers=found.standing.answers,
        lessons=found.standing.lessons,
        skills=found.skills,
        sessions=tuple(
            SessionMark(
                at=one.at[:16].replace("T", " "),
                lesson=one.lesson,
                share=one.share,
                answers=one.answers,
            )
            for one in found.sessions
        ),
        levels=_levels(certainty) if certainty else (),
        brier=certainty.brier if certainty else 0.0,
        steps=tuple(NextStep(step.command, step.because) for step in found.steps),
    )
    return scores_html(page)


def _levels(certainty: Calibration) -> tuple[LevelMark, ...]:
    return tuple(map(_level, certainty.levels))


def _level(found: LevelShare) -> LevelMark:
    low, high = found.band
    return LevelMark(
        level=found.level,
        right=found.right,
        answers=found.answers,
        low=low,
        high=high,
        word=found.word,
    )
