"""A class report in words: lines that fit any screen."""

from collections.abc import Iterator, Sequence

from debatekit.cli.screen.output import counted
from debatekit.report.findings import (
    Analysis,
    ClassReport,
    HeatRow,
    LessonReport,
    QuestionFinding,
)
from debatekit.report.numbers import ends, percent, places
from debatekit.report.rows import option_texts

MOST = 5
"""How many lines the lists have that are ranked."""

Line = tuple[str, str]
"""An indent, and what comes after it."""


def head_lines(report: ClassReport) -> Iterator[Line]:
    """Yield what the report rests on."""
    students, answers = counted(len(report.students), "student"), first_answers(report.answers)
    yield "", f"Class report: {students}, {answers}."


def lesson_head(lesson: LessonReport) -> Iterator[Line]:
    """Yield the lesson, and what its part rests on."""
    yield "", ""
    yield "", f"{lesson.title}"
    students = counted(len(lesson.students), "student")
    questions = counted(len(lesson.questions), "question")
    yield "", f"{students}, {first_answers(lesson.answers)} to {questions}."


def advice_lines(lesson: LessonReport) -> Iterator[Line]:
    """Yield what to reteach, the misconceptions, and the wrong options taken most."""
    yield "", ""
    yield (
        "",
        "To reteach, the surest first:" if lesson.reteach else "Nothing to reteach stands out.",
    )
    for number, one in enumerate(lesson.reteach[:MOST], 1):
        because = f"; {one.because}" if one.because else ""
        said = f"{one.label} ({one.strand}): {percent(one.mean)} % right"
        yield f"  {number}. ", f"{said} in {counted(one.answers, 'answer')}{because}."
    yield from _more(len(lesson.reteach))
    if lesson.misconceptions:
        yield "", ""
        yield "", "Misconceptions:"
    for found in lesson.misconceptions[:MOST]:
        about = f" ({'; '.join(found.about)})" if found.about else ""
        yield "  ", f"{found.students} of {found.asked} {found.text}{about}."
    yield from _more(len(lesson.misconceptions))
    yield from lure_lines(lesson)


def lure_lines(lesson: LessonReport) -> Iterator[Line]:
    """Yield the wrong options taken most, each below its question."""
    if lesson.lures:
        yield "", ""
        yield "", "Wrong options taken most, of those to whom they were shown:"
    for number, lure in enumerate(lesson.lures[:MOST], 1):
        because = f"; they {lure.because}" if lure.because else ""
        yield f"  {number}. ", lure.stem
        yield "     ", f"{lure.text}: {lure.count} of {lure.shown}{because}."
    yield from _more(len(lesson.lures))


def heat_lines(title: str, rows: Sequence[HeatRow]) -> Iterator[Line]:
    """Yield a heat map as lines: a row, then those of its strands that say something."""
    yield "", ""
    yield "", title
    for row in rows:
        total, strands = row.total, row.strands.items()
        apart = [
            f"{name} {percent(cell.mean)} % {cell.word}"
            for name, cell in strands
            if cell.word != "too few"
        ]
        said = f"{percent(total.mean)} %, {total.word}, in {counted(total.answers, 'answer')}"
        yield "  ", f"{row.label}: {said}."
        if apart and len(row.strands) > 1:
            yield "    ", f"{', '.join(apart)}."


def question_lines(lesson: LessonReport) -> Iterator[Line]:
    """Yield the questions of the item analysis, and those with something to look at."""
    yield from analysis_lines(lesson.analysis)
    for number, one in enumerate(lesson.questions, 1):
        if one.complete or one.flags:
            yield f"  {number}. ", question_text(one)
            for option in option_texts(one):
                yield "     ", option


def question_text(one: QuestionFinding) -> str:
    """Return a question's finding as a sentence."""
    parts = [f"difficulty {places(one.difficulty)}{between(one.difficulty_interval)}"]
    if one.complete and one.discrimination is not None:
        said = f"discrimination {places(one.discrimination)}"
        parts.append(said + between(one.discrimination_interval))
    parts.extend(filter(None, (one.quality, *one.flags)))
    return f"{one.stem or one.target} {counted(one.answers, 'answer')}; {'; '.join(parts)}."


def analysis_lines(found: Analysis) -> Iterator[Line]:
    """Yield what the questions are worth as a test."""
    yield "", ""
    yield "", "Questions:"
    if found.questions:
        yield "  ", _complete_cases(found)
    if found.note:
        yield "  ", f"Note: {found.note}."
    if found.trust != "counts only":
        reliability = f"{places(found.reliability, 3)}{between(found.reliability_interval)}"
        error = f"{places(found.standard_error)}{between(found.standard_error_interval)}"
        yield (
            "  ",
            f"Mean sum {places(found.mean)}, standard deviation {places(found.deviation)}.",
        )
        yield "  ", f"{found.name} {reliability}; standard error of a sum {error}."


def _complete_cases(found: Analysis) -> str:
    """Return what the analysis rests on, and what it leaves out."""
    return (
        f"{counted(found.students, 'student')} answered the same"
        f" {counted(found.questions, 'question')}. Dropped for missing answers:"
        f" {counted(found.dropped, 'student')}; left out:"
        f" {counted(found.left_out, 'question')}."
    )


def between(interval: tuple[float, float] | None) -> str:
    """Return an interval in brackets, after its number; nothing where there is none."""
    return f" ({ends(interval)})" if interval else ""


def first_answers(number: int) -> str:
    """Return how many first answers there are."""
    return counted(number, "first answer")


def _more(number: int) -> Iterator[Line]:
    if number > MOST:
        yield "  ", f"and {number - MOST} more, with --html or --json"
