"""Wrong options for questions on critical questions: those that test another pattern."""

from collections.abc import Iterator

from debatekit.generate.build import Candidate
from debatekit.generate.desk import Desk, not_so, place_of, turn
from debatekit.generate.phrases import quoted
from debatekit.generate.plain import in_words
from debatekit.generate.schemes import schemes_beside
from debatekit.model.scheme import Scheme


def strange_questions(desk: Desk, scheme: Scheme, target: str) -> Iterator[Candidate]:
    """Yield one question of each scheme that nobody takes for this one and that shares none."""
    own = {entry.id for entry in scheme.questions}
    begin = turn(desk, target)
    for other in schemes_beside(desk, scheme, begin):
        apart = [entry for entry in other.questions if entry.id not in own]
        if len(apart) == len(other.questions) > 0:
            chosen = min(apart, key=lambda entry: place_of(entry.id) ^ begin)
            yield Candidate(
                text=in_words(other.id, chosen.text),
                why=f"It tests another pattern: {quoted(other.name)}.",
                flaw="off-target",
                proof=(
                    not_so("question", scheme.id, chosen.id),
                    not_so("confusable", scheme.id, other.id),
                ),
            )
