"""Letters for names, so that a report can be shown without saying who is who."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from string import ascii_uppercase

from msgspec.structs import replace

from debatekit.model.progress import Attempt


def anonymous(attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """Return the attempts with a code for each student's name, the same name the same code.

    What else could hold a name goes too: the ids of attempts and sessions, and what was
    typed freely.
    """
    attempts = tuple(attempts)
    codes = _codes(attempts)
    return tuple(
        replace(
            made,
            id=str(number),
            session="",
            student=codes[made.student],
            response=("…",) if made.kind == "short" and made.response else made.response,
        )
        for number, made in enumerate(attempts, 1)
    )


def letters(number: int) -> str:
    """Return a number from 1 as letters: A to Z, then AA.

    >>> letters(1), letters(26), letters(27), letters(703)
    ('A', 'Z', 'AA', 'AAA')
    """
    said = ""
    while number:
        number, place = divmod(number - 1, 26)
        said = ascii_uppercase[place] + said
    return said


def _codes(attempts: Iterable[Attempt]) -> Mapping[str, str]:
    """Return a code for each name.

    Their order comes from the attempts' ids, which are made by chance: neither the
    alphabet nor a digest of the names, which anybody could compute again, gives it away.
    """
    first: dict[str, str] = {}
    for made in attempts:
        first[made.student] = min(first.get(made.student, made.id), made.id)
    drawn = sorted(first, key=lambda name: (sha256(first[name].encode()).digest(), name))
    return {name: f"Student {letters(number)}" for number, name in enumerate(drawn, 1)}
