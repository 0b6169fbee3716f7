"""A whole report: from a class's attempts to what they show, lesson by lesson."""

from collections.abc import Iterable, Mapping

from debatekit.model.progress import Attempt
from debatekit.report.analysis import analysis, desk_of, question_findings
from debatekit.report.findings import ClassReport, LessonReport
from debatekit.report.firsts import Firsts, complete_block, first_answers
from debatekit.report.heat import claim_rows, student_rows
from debatekit.report.lures import lures
from debatekit.report.misconceptions import misconceptions
from debatekit.report.outline import Outline
from debatekit.report.reteach import reteach
from debatekit.report.tally import by_claim, tallies


def class_report(
    attempts: Iterable[Attempt], outlines: Mapping[str, Outline] | None = None
) -> ClassReport:
    """Return what the attempts show; those taken back are not among them.

    Each student's attempts come in the order in which they were made; the order of the
    students does not matter. `outlines` are the lessons that are at hand, by id; of another
    lesson ids are shown in place of words.
    """
    lessons: dict[str, list[Attempt]] = {}
    students = set()
    for made in attempts:
        students.add(made.student)
        if not made.skipped:
            lessons.setdefault(made.lesson, []).append(made)
    known = outlines or {}
    found = tuple(
        _lesson(known.get(name) or Outline(id=name), made) for name, made in sorted(lessons.items())
    )
    return ClassReport(
        students=tuple(sorted(students)),
        answers=sum(lesson.answers for lesson in found),
        lessons=found,
    )


def _lesson(outline: Outline, attempts: Iterable[Attempt]) -> LessonReport:
    firsts = first_answers(attempts)
    found = tallies(outline, firsts)
    claims = by_claim(outline, found)
    rows, by_student = claim_rows(outline, claims), student_rows(firsts)
    desk = desk_of(outline, firsts, complete_block(firsts))
    students = tuple(row.id for row in by_student)
    questions = question_findings(desk)
    return LessonReport(
        id=outline.id,
        title=outline.title or outline.id,
        students=students,
        answers=sum(map(len, firsts.values())),
        reteach=reteach(rows, claims),
        misconceptions=misconceptions(outline, found),
        claims=rows,
        by_student=by_student,
        analysis=analysis(desk),
        questions=questions,
        lures=lures(questions),
        scores={name: _scores(name, firsts) for name in students},
    )


def _scores(name: str, firsts: Firsts) -> tuple[float | None, ...]:
    """Return a student's first scores, in the questions' order."""
    found = (answers.get(name) for answers in firsts.values())
    return tuple(made.score if made else None for made in found)
