"""What to teach again: the claims that the class has not understood, ranked."""

from collections.abc import Iterator, Mapping, Sequence

from debatekit.model.words import Strand
from debatekit.report.findings import Cell, HeatRow, Reteach
from debatekit.report.misconceptions import most_common_mistake
from debatekit.report.tally import Tally

_WORDS = ("low", "partly")


def reteach(rows: Sequence[HeatRow], claims: Mapping[str, Sequence[Tally]]) -> tuple[Reteach, ...]:
    """Return the claims, strand by strand, that are not understood, the surest case first.

    They are ranked by the upper end of the mean's 95 % interval: low with many answers
    comes before low with few, which may be chance. Cells with too few students are out.
    """
    return tuple(
        Reteach(
            id=row.id,
            label=row.label,
            strand=strand,
            mean=cell.mean,
            answers=cell.answers,
            students=cell.students,
            because=most_common_mistake(
                tally for tally in claims[row.id] if tally.strand == strand
            ),
        )
        for row, strand, cell in sorted(_cells(rows), key=_rank)
    )


def _cells(rows: Sequence[HeatRow]) -> Iterator[tuple[HeatRow, Strand, Cell]]:
    for row in rows:
        for strand, cell in row.strands.items():
            if cell.word in _WORDS:
                yield row, strand, cell


def _rank(found: tuple[HeatRow, Strand, Cell]) -> tuple[float, float, str, str]:
    row, strand, cell = found
    return (cell.interval[1] if cell.interval else 1.0, cell.mean, row.id, strand)
