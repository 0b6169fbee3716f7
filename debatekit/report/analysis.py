"""Item analysis of complete cases; how much is shown depends on how many students there are."""

from collections.abc import Sequence

from msgspec import Struct

from debatekit.model.progress import Attempt
from debatekit.report.choosing import choosings
from debatekit.report.findings import (
    MANY,
    SOME,
    Analysis,
    Choosing,
    QuestionFinding,
    Trust,
)
from debatekit.report.firsts import Block, Firsts
from debatekit.report.intervals import (
    Interval,
    alpha_interval,
    correlation_interval,
    share_interval,
)
from debatekit.report.measures import (
    FEWEST_STUDENTS,
    Column,
    alpha,
    alpha_of,
    mean,
    pearson,
    rest,
    sample_deviation,
    standard_error,
    totals,
    variance,
)
from debatekit.report.outline import Outline, Question, in_words
from debatekit.report.tagged import tagged

HARD, EASY = 0.20, 0.95
WEAK = 0.10
NOTES: dict[Trust, str] = {
    "counts only": "fewer than 10 students: difficulties and counts only",
    "unstable": (
        "10 to 29 students: unstable; each number has its 95 % interval"
        " (with 10 students, a correlation of 0.5 can be anything from -0.19 to 0.86)"
    ),
    "plain": "",
}
NO_TEST = "no two questions have the same three students: difficulties and counts only"


class Desk(Struct, frozen=True, kw_only=True):
    """What the analysis of every question needs: the complete cases and their sums."""

    outline: Outline
    firsts: Firsts
    block: Block
    trust: Trust
    answers: dict[Question, list[Attempt]]
    columns: dict[Question, list[float]]
    sums: list[float]
    apart: float
    """The sum of the questions' variances."""


def trust_in(students: int) -> Trust:
    """Return how far numbers from so many students can be trusted."""
    if students < SOME:
        return "counts only"
    return "unstable" if students < MANY else "plain"


def desk_of(outline: Outline, firsts: Firsts, block: Block) -> Desk:
    """Return the complete cases' scores, a column a question."""
    answers = {
        question: [firsts[question][name] for name in block.students]
        for question in block.questions
    }
    columns = {question: [made.score for made in column] for question, column in answers.items()}
    return Desk(
        outline=outline,
        firsts=firsts,
        block=block,
        trust=trust_in(len(block.students)),
        answers=answers,
        columns=columns,
        sums=totals(list(columns.values())),
        apart=sum(map(variance, columns.values())),
    )


def analysis(desk: Desk) -> Analysis:
    """Return the questions as one test: reliability, and how far a sum is off."""
    students = {name for answers in desk.firsts.values() for name in answers}
    n, k = len(desk.block.students), len(desk.columns)
    shown = desk.trust != "counts only"
    spread = sample_deviation(desk.sums) if shown else None
    whole = alpha(list(desk.columns.values())) if shown else None
    ends = alpha_interval(whole, n, k) if whole is not None and desk.trust == "unstable" else None
    zeros_and_ones = all(score in (0, 1) for column in desk.columns.values() for score in column)
    return Analysis(
        students=n,
        dropped=len(students) - n,
        questions=k,
        left_out=len(desk.firsts) - k,
        trust=desk.trust,
        note=NOTES[desk.trust] if k else NO_TEST,
        name="KR-20" if zeros_and_ones else "alpha",
        mean=mean(desk.sums),
        deviation=spread,
        reliability=whole,
        reliability_interval=ends,
        standard_error=_error(spread, whole),
        standard_error_interval=_error_ends(spread, ends),
    )


def _error(spread: float | None, reliability: float | None) -> float | None:
    if spread is None or reliability is None:
        return None
    return standard_error(spread, reliability)


def _error_ends(spread: float | None, ends: Interval | None) -> Interval | None:
    """Return the error's interval that the reliability's gives, with the spread as it is."""
    if spread is None or ends is None:
        return None
    return standard_error(spread, ends[1]), standard_error(spread, ends[0])


def question_findings(desk: Desk) -> tuple[QuestionFinding, ...]:
    """Return every question's finding, by generator and target."""
    return tuple(
        _finding(desk, question, desk.answers.get(question) or list(answers.values()))
        for question, answers in desk.firsts.items()
    )


def _finding(desk: Desk, question: Question, answers: Sequence[Attempt]) -> QuestionFinding:
    """Return one question's finding: of complete cases if it is among them, else of all."""
    column = desk.columns.get(question)
    others = rest(column, desk.sums) if column and desk.trust != "counts only" else None
    difficulty = sum(made.score for made in answers) / len(answers)
    r = pearson(column, others) if column and others else None
    n, unstable = len(answers), desk.trust == "unstable"
    without = _alpha_without(desk, column, others) if column and others else None
    asked, first = desk.outline.questions.get(question), answers[0]
    return QuestionFinding(
        generator=question[0],
        target=question[1],
        strand=first.strand,
        kind=first.kind,
        stem=asked.stem if asked else "",
        about=asked.about if asked else (),
        answers=n,
        difficulty=difficulty,
        difficulty_interval=share_interval(difficulty, n) if SOME <= n < MANY else None,
        complete=column is not None,
        discrimination=r,
        discrimination_interval=correlation_interval(r, n) if r is not None and unstable else None,
        quality=quality(r),
        alpha_without=without,
        alpha_without_interval=_alpha_ends(desk, without),
        flags=flags(difficulty, r) if n >= FEWEST_STUDENTS else (),
        options=_options(desk, question, answers, others),
    )


def _options(
    desk: Desk, question: Question, answers: Sequence[Attempt], others: Column | None
) -> tuple[Choosing, ...]:
    """Return the options over all who answered; of older answers only where letters agree."""
    asked = desk.outline.questions.get(question)
    rests = dict(zip(desk.block.students, others, strict=True)) if others else {}
    if found := tagged(desk.firsts[question], rests, asked.options if asked else {}):
        return tuple(in_words(desk.outline, question, one) for one in found)
    return choosings(answers, others, intervals=SOME <= len(answers) < MANY)


def _alpha_without(desk: Desk, column: Column, others: Column) -> float | None:
    """Return alpha of the other questions."""
    apart = desk.apart - variance(column)
    return alpha_of(len(desk.columns) - 1, apart, variance(others), len(others))


def _alpha_ends(desk: Desk, without: float | None) -> Interval | None:
    if without is None or desk.trust != "unstable":
        return None
    return alpha_interval(without, len(desk.block.students), len(desk.columns) - 1)


def flags(difficulty: float, r: float | None) -> tuple[str, ...]:
    """Return what a teacher should look at."""
    found = []
    if difficulty < HARD:
        found.append("very hard")
    if difficulty > EASY:
        found.append("very easy")
    if r is not None and r < 0:
        found.append("check the key")
    elif r is not None and r < WEAK:
        found.append("review")
    return tuple(found)


def quality(r: float | None) -> str:
    """Return a word for how well a question tells students apart; empty below 0.20.

    The bands are those of Ebel (1965, Measuring Educational Achievement), who set them
    for the difference between an upper and a lower group; here they are a rule of thumb.
    """
    bands = ((0.40, "very good"), (0.30, "good"), (0.20, "marginal"))
    return next((name for least, name in bands if r is not None and r >= least), "")
