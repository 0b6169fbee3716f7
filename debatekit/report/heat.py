"""The heat maps: means of first answers, claim by claim and student by student."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from debatekit.model.progress import Attempt
from debatekit.model.words import STRANDS, Strand
from debatekit.report.findings import Cell, CellWord, HeatRow
from debatekit.report.firsts import Firsts
from debatekit.report.intervals import share_interval
from debatekit.report.outline import Outline, subjects

FEW = 3
"""Below so many students a mean says nothing of a class, below so many answers of a student."""
LOW, HIGH = 0.5, 0.8
NO_CLAIM = "-"
"""The row of what is about no claim."""
NO_CLAIM_LABEL = "no single claim (people, dates, wordings, sources)"

Answers = Sequence[Attempt]


def word(middle: float) -> CellWord:
    """Return what a mean comes to, in a word."""
    if middle < LOW:
        return "low"
    return "partly" if middle < HIGH else "secure"


def answers_by_claim(outline: Outline, firsts: Firsts) -> Mapping[str, Answers]:
    """Return the first answers on each claim, in the lesson's order, then on none."""
    found: dict[str, list[Attempt]] = {}
    for question, answers in firsts.items():
        for id_ in subjects(outline, question) or (NO_CLAIM,):
            found.setdefault(id_, []).extend(answers.values())
    others = sorted(found.keys() - outline.claims.keys() - {NO_CLAIM})
    return {id_: found[id_] for id_ in (*outline.claims, *others, NO_CLAIM) if id_ in found}


def claim_label(outline: Outline, id_: str) -> str:
    """Return how a row is called."""
    return NO_CLAIM_LABEL if id_ == NO_CLAIM else outline.claims.get(id_, id_)


def claim_rows(outline: Outline, firsts: Firsts) -> tuple[HeatRow, ...]:
    """Return a row for each claim that was asked about, in the lesson's order."""
    return tuple(
        _row(id_, claim_label(outline, id_), answers, student_count)
        for id_, answers in answers_by_claim(outline, firsts).items()
    )


def student_rows(firsts: Firsts) -> tuple[HeatRow, ...]:
    """Return a row for each student, by name."""
    found: dict[str, list[Attempt]] = {}
    for answers in firsts.values():
        for name, made in answers.items():
            found.setdefault(name, []).append(made)
    return tuple(_row(name, name, found[name], len) for name in sorted(found))


def student_count(answers: Answers) -> int:
    """Return how many students gave the answers."""
    return len({made.student for made in answers})


def by_strand(answers: Iterable[Attempt]) -> Mapping[Strand, Answers]:
    """Return the answers apart by strand, in the screens' order."""
    apart: dict[Strand, list[Attempt]] = {}
    for made in answers:
        apart.setdefault(made.strand, []).append(made)
    return {name: apart[name] for name in STRANDS if name in apart}


def _row(id_: str, label: str, answers: Answers, counted: Callable[[Answers], int]) -> HeatRow:
    return HeatRow(
        id=id_,
        label=label,
        total=_cell(answers, counted),
        strands={name: _cell(part, counted) for name, part in by_strand(answers).items()},
    )


def _cell(answers: Answers, counted: Callable[[Answers], int]) -> Cell:
    """Return what some answers come to; `counted` tells how much they weigh."""
    middle = sum(made.score for made in answers) / len(answers)
    return Cell(
        mean=middle,
        interval=share_interval(middle, len(answers)),
        answers=len(answers),
        students=student_count(answers),
        word=word(middle) if counted(answers) >= FEW else "too few",
    )
