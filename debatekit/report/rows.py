"""The report as rows of a table: a line a question, then its score for each student."""

from collections.abc import Iterator, Sequence

from debatekit.report.findings import Choosing, ClassReport, LessonReport, QuestionFinding
from debatekit.report.intervals import Interval
from debatekit.report.numbers import ends, places

KEYS = (
    "lesson",
    "generator",
    "target",
    "strand",
    "kind",
    "stem",
    "answers",
    "complete",
    "difficulty",
    "difficulty_low",
    "difficulty_high",
    "discrimination",
    "discrimination_low",
    "discrimination_high",
    "quality",
    "alpha_without",
    "flags",
    "options",
)


def question_rows(report: ClassReport) -> tuple[tuple[str, ...], list[dict[str, object]]]:
    """Return the columns' names and the rows; what is undefined reads n/a.

    After the fixed columns comes one a student, headed `student NAME`, with the first
    answer's score; it is empty where there is none.
    """
    names = {name: f"student {name}" for name in report.students}
    rows = [row for lesson in report.lessons for row in _rows(lesson, names)]
    return (*KEYS, *names.values()), rows


def _rows(lesson: LessonReport, names: dict[str, str]) -> Iterator[dict[str, object]]:
    for place, question in enumerate(lesson.questions):
        scores = {
            head: lesson.scores[name][place] if name in lesson.scores else None
            for name, head in names.items()
        }
        yield {"lesson": lesson.id, **_row(question), **scores}


def _row(question: QuestionFinding) -> dict[str, object]:
    low, high = _ends(question.difficulty_interval)
    r_low, r_high = _ends(question.discrimination_interval)
    return {
        "generator": question.generator,
        "target": question.target,
        "strand": question.strand,
        "kind": question.kind,
        "stem": question.stem,
        "answers": question.answers,
        "complete": "yes" if question.complete else "no",
        "difficulty": number(question.difficulty),
        "difficulty_low": low,
        "difficulty_high": high,
        "discrimination": number(question.discrimination),
        "discrimination_low": r_low,
        "discrimination_high": r_high,
        "quality": question.quality,
        "alpha_without": number(question.alpha_without),
        "flags": "; ".join(question.flags),
        "options": "; ".join(option_texts(question)),
    }


def option_texts(question: QuestionFinding) -> Sequence[str]:
    """Return each option's key or wording, share and correlation in words."""
    found = []
    for option in question.options:
        parts = [f"{option_name(option)} {option_count(option)}"]
        if option.correlation is not None:
            ends_ = f" ({ends(option.interval)})" if option.interval else ""
            parts.append(f"r {places(option.correlation)}{ends_}")
        found.append(", ".join([*parts, *([option.flaw] if option.flaw else []), *option.flags]))
    return found


def option_name(option: Choosing) -> str:
    """Return an option's letter, where all saw the same, and its wording.

    >>> option_name(Choosing(key="", right=True, count=1, share=1, text="Trams are late"))
    'Trams are late (key)'
    """
    said = ". ".join(filter(None, (option.key.upper(), option.text))) or option.tag
    return f"{said} (key)" if option.right else said


def option_count(option: Choosing) -> str:
    """Return how many chose an option, and of how many if the answers tell."""
    return str(option.count) if option.shown is None else f"{option.count} of {option.shown}"


def number(value: float | None) -> float | str:
    """Return a number to four places, or n/a."""
    return "n/a" if value is None else round(value, 4)


def _ends(interval: Interval | None) -> tuple[float | str, float | str]:
    return (number(interval[0]), number(interval[1])) if interval else ("n/a", "n/a")
