"""First answers: the only ones that tell what is known; what is said after them teaches."""

from collections.abc import Iterable, Iterator

from debatekit.model.progress import Attempt

PASSED = 0.75
"""From this score on, an answer shows that its target is known."""


def first_answers(attempts: Iterable[Attempt]) -> Iterator[Attempt]:
    """Yield each session's first answer to each item; a skip is no answer.

    Left out are second tries, and questions asked again because they were missed. The
    attempts come in the order in which they were made.
    """
    known: set[tuple[str, str, str]] = set()
    for made in attempts:
        key = (made.student, made.session or made.id, made.item)
        if not made.skipped and key not in known:
            known.add(key)
            yield made
