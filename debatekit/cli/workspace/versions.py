"""Versions of a quiz: a letter fixes the seed, so that paper and screen ask the same."""

from collections.abc import Sequence
from hashlib import sha256
from random import Random

from debatekit.cli.workspace.course import Course
from debatekit.model.item import Item
from debatekit.model.words import Strand
from debatekit.practice.arrange import arrange
from debatekit.practice.plan import plan

_SEED_BYTES = 4


def seed_of(version: str) -> int:
    """Return the seed of a version, from its letter alone: on every machine the same.

    >>> seed_of("A") == seed_of("A") != seed_of("B")
    True
    """
    return int.from_bytes(sha256(f"version {version}".encode()).digest()[:_SEED_BYTES], "big") >> 1


def items_of(
    course: Course, seed: int, size: int | None = None, strands: Sequence[Strand] = ()
) -> tuple[Item, ...]:
    """Return the items that a new session with this seed asks, in its order.

    As there, `size` is how many they are, and only those of the strands are asked, if any
    are named.
    """
    planned = plan(
        course.items(seed, strands or None),
        Random(f"{seed}/plan"),
        mix=course.quiz.mix if course.quiz else {},
        strands=strands,
        size=size,
    )
    return arrange(planned, Random(f"{seed}/options"))
