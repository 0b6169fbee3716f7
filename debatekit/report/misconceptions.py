"""Which mistakes a class makes, and how many of those who could make them do."""

from collections import Counter
from collections.abc import Iterable, Sequence

from debatekit.report.findings import Misconception
from debatekit.report.heat import claim_label
from debatekit.report.outline import Outline
from debatekit.report.tally import NO_CLAIM, Tally, students_of

_PLACES = 3
"""How many claims a misconception names."""


def misconceptions(outline: Outline, found: Sequence[Tally]) -> tuple[Misconception, ...]:
    """Return the mistakes that have a name, those that most students make first.

    Whoever answered a question of a generator with which somebody made the mistake could
    have made it.
    """
    texts = sorted({text for tally in found for text in tally.mistakes})
    told = (_misconception(outline, text, found) for text in texts)
    return tuple(sorted(told, key=lambda one: (-one.students / one.asked, -one.asked, one.text)))


def most_common_mistake(found: Iterable[Tally]) -> str:
    """Return what most of those who went wrong did, as a clause; empty if it has no name."""
    found = tuple(found)
    students: dict[str, set[str]] = {}
    for tally in found:
        for text, names in tally.mistakes.items():
            students.setdefault(text, set()).update(names)
    if not students:
        return ""
    text = min(students, key=lambda text: (-len(students[text]), text))
    return f"{len(students[text])} of {len(students_of(found))} {text}"


def _misconception(outline: Outline, text: str, found: Sequence[Tally]) -> Misconception:
    wrong = [tally for tally in found if text in tally.mistakes]
    generators = {tally.generator for tally in wrong}
    claims: Counter[str] = Counter()
    for tally in wrong:
        claims.update(dict.fromkeys(tally.claims, len(tally.mistakes[text])))
    worst = sorted(claims.keys() - {NO_CLAIM}, key=lambda id_: (-claims[id_], id_))
    return Misconception(
        text=text,
        students=len(set().union(*(tally.mistakes[text] for tally in wrong))),
        asked=len(students_of(tally for tally in found if tally.generator in generators)),
        answers=sum(len(tally.mistakes[text]) for tally in wrong),
        about=tuple(claim_label(outline, id_) for id_ in worst[:_PLACES]),
    )
