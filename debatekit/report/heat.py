"""The heat maps: means of first answers, claim by claim and student by student."""

from collections.abc import Mapping, Sequence

from debatekit.model.words import STRANDS, Strand
from debatekit.report.findings import Cell, CellWord, HeatRow
from debatekit.report.firsts import Firsts
from debatekit.report.intervals import share_interval
from debatekit.report.outline import Outline
from debatekit.report.tally import NO_CLAIM, Tally, by_strand, students_of

FEW = 3
"""Below so many students a mean says nothing of a class, below so many answers of a student."""
LOW, HIGH = 0.5, 0.8
NO_CLAIM_LABEL = "Questions on people, dates, wordings or sources"


def word(middle: float) -> CellWord:
    """Return what a mean comes to, in a word."""
    if middle < LOW:
        return "low"
    return "partly" if middle < HIGH else "secure"


def claim_label(outline: Outline, id_: str) -> str:
    """Return how a claim is called; where its wording is not at hand, by its id."""
    return NO_CLAIM_LABEL if id_ == NO_CLAIM else outline.claims.get(id_, id_)


def claim_rows(outline: Outline, claims: Mapping[str, Sequence[Tally]]) -> tuple[HeatRow, ...]:
    """Return a row for each claim that was asked about."""
    return tuple(
        HeatRow(
            id=id_,
            label=claim_label(outline, id_),
            total=_claim_cell(found),
            strands={name: _claim_cell(part) for name, part in by_strand(found).items()},
        )
        for id_, found in claims.items()
    )


def _claim_cell(found: Sequence[Tally]) -> Cell:
    students = len(students_of(found))
    answers = sum(len(tally.students) for tally in found)
    return _cell(sum(tally.score for tally in found), answers, students, counted=students)


def student_rows(firsts: Firsts) -> tuple[HeatRow, ...]:
    """Return a row for each student, by name."""
    sums: dict[str, dict[Strand, list[float]]] = {}
    for answers in firsts.values():
        for name, made in answers.items():
            sums.setdefault(name, {}).setdefault(made.strand, []).append(made.score)
    return tuple(_student_row(name, sums[name]) for name in sorted(sums))


def _student_row(name: str, scores: Mapping[Strand, Sequence[float]]) -> HeatRow:
    together = [score for part in scores.values() for score in part]
    return HeatRow(
        id=name,
        label=name,
        total=_student_cell(together),
        strands={strand: _student_cell(scores[strand]) for strand in STRANDS if strand in scores},
    )


def _student_cell(scores: Sequence[float]) -> Cell:
    return _cell(sum(scores), len(scores), 1, counted=len(scores))


def _cell(score: float, answers: int, students: int, *, counted: int) -> Cell:
    """Return what some answers come to; `counted` tells how much they weigh."""
    middle = score / answers
    return Cell(
        mean=middle,
        interval=share_interval(middle, answers),
        answers=answers,
        students=students,
        word=word(middle) if counted >= FEW else "too few",
    )
