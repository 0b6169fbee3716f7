"""What to teach again: the claims that the class has not understood, ranked."""

from collections.abc import Iterator

from debatekit.model.words import Strand
from debatekit.report.findings import Cell, HeatRow, Reteach
from debatekit.report.firsts import Firsts
from debatekit.report.heat import answers_by_claim, by_strand
from debatekit.report.misconceptions import most_common_mistake
from debatekit.report.outline import Outline

_WORDS = ("low", "partly")


def reteach(outline: Outline, firsts: Firsts, rows: tuple[HeatRow, ...]) -> tuple[Reteach, ...]:
    """Return the claims, strand by strand, that are not understood, the surest case first.

    They are ranked by the upper end of the mean's 95 % interval: low with many answers
    comes before low with few, which may be chance. Cells with too few students are out.
    """
    answers = {
        (id_, strand): part
        for id_, all_ in answers_by_claim(outline, firsts).items()
        for strand, part in by_strand(all_).items()
    }
    found = sorted(_cells(rows), key=_rank)
    return tuple(
        Reteach(
            id=row.id,
            label=row.label,
            strand=strand,
            mean=cell.mean,
            answers=cell.answers,
            students=cell.students,
            because=most_common_mistake(answers[row.id, strand]),
        )
        for row, strand, cell in found
    )


def _cells(rows: tuple[HeatRow, ...]) -> Iterator[tuple[HeatRow, Strand, Cell]]:
    for row in rows:
        for strand, cell in row.strands.items():
            if cell.word in _WORDS:
                yield row, strand, cell


def _rank(found: tuple[HeatRow, Strand, Cell]) -> tuple[float, float, str, str]:
    row, strand, cell = found
    return (cell.interval[1] if cell.interval else 1.0, cell.mean, row.id, strand)
