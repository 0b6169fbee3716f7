"""One student's progress as a page: plots as inline SVG, each with its numbers as a table."""

from collections.abc import Sequence

from msgspec import Struct

from debatekit.model.progress import Mastery
from debatekit.report.numbers import percent
from debatekit.report.page import environment

WIDTH, HEIGHT, EDGE = 560, 180, 34
"""The plot of sessions in pixels, with room at its left and below for numbers."""


class SessionMark(Struct, frozen=True, kw_only=True):
    """One session: when it was, in words, and its share in [0, 1]."""

    at: str
    lesson: str
    share: float
    answers: int


class LevelMark(Struct, frozen=True, kw_only=True):
    """One level of certainty: how often it was right, and the band in which it pays."""

    level: int
    right: int
    answers: int
    low: float
    high: float
    word: str

    @property
    def share(self) -> float:
        """The share that was right, in [0, 1]."""
        return self.right / self.answers if self.answers else 0.0


class NextStep(Struct, frozen=True):
    """What to do next: a command, and why."""

    command: str
    because: str


class ScoresPage(Struct, frozen=True, kw_only=True):
    """What the page shows."""

    student: str
    answers: int
    lessons: tuple[str, ...] = ()
    skills: tuple[Mastery, ...] = ()
    sessions: tuple[SessionMark, ...] = ()
    """The oldest first."""
    levels: tuple[LevelMark, ...] = ()
    """Empty with too few answers."""
    brier: float = 0.0
    steps: tuple[NextStep, ...] = ()


class Dot(Struct, frozen=True):
    """A session's place in the plot."""

    x: float
    y: float
    percent: int


def scores_html(page: ScoresPage) -> str:
    """Return the page; it fetches nothing and runs no script."""
    template = environment().get_template("scores.html.j2")
    return template.render(page=page, dots=dots(page.sessions), plot=(WIDTH, HEIGHT, EDGE))


def dots(sessions: Sequence[SessionMark]) -> tuple[Dot, ...]:
    """Return each session's place: from left to right, the higher the better it went."""
    step = (WIDTH - EDGE - 20) / max(1, len(sessions) - 1)
    return tuple(
        Dot(
            x=round(EDGE + 10 + place * step, 1),
            y=round(10 + (HEIGHT - EDGE - 10) * (1 - one.share), 1),
            percent=percent(one.share),
        )
        for place, one in enumerate(sessions)
    )
