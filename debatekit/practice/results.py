"""How a session went, strand by strand."""

from msgspec import Struct

from debatekit.model.words import STRANDS, Strand
from debatekit.practice.session import Session


class StrandResult(Struct, frozen=True):
    """What one strand's questions came to."""

    strand: Strand
    score: float
    """The sum of the first answers' scores, which all progress goes by."""
    answered: int
    skipped: int
    in_the_end: float
    """The sum after second tries, which count half, or after what an exam was changed to."""

    @property
    def share(self) -> float:
        """The mean score of the first answers, in [0, 1]; 0 if nothing was answered."""
        return self.score / self.answered if self.answered else 0.0


def results(session: Session) -> tuple[StrandResult, ...]:
    """Return each strand's result, in the screens' order; strands not asked are left out."""
    answered = session.answered
    done = {item.id for item, _ in answered}
    found = []
    for strand in STRANDS:
        ours = [item for item, _ in answered if item.strand == strand]
        left = sum(item.strand == strand and item.id not in done for item in session.order)
        if ours or left:
            first = sum(session.first(item).score for item in ours)
            last = sum(map(session.shown_score, ours))
            found.append(StrandResult(strand, first, len(ours), left, last))
    return tuple(found)
