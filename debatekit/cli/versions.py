"""Versions of a quiz: a letter fixes the seed, so that paper and screen ask the same."""

from hashlib import sha256
from random import Random

from debatekit.cli.course import Course
from debatekit.model.item import Item
from debatekit.practice.arrange import arrange
from debatekit.practice.plan import plan

_SEED_BYTES = 4


def seed_of(version: str) -> int:
    """Return the seed of a version, from its letter alone: on every machine the same.

    >>> seed_of("A") == seed_of("A") != seed_of("B")
    True
    """
    return int.from_bytes(sha256(f"version {version}".encode()).digest()[:_SEED_BYTES], "big") >> 1


def items_of(course: Course, seed: int, size: int | None = None) -> tuple[Item, ...]:
    """Return the items that a new session with this seed asks, in its order."""
    planned = plan(
        course.items(seed),
        Random(f"{seed}/plan"),
        mix=course.quiz.mix if course.quiz else {},
        size=size,
    )
    return arrange(planned, Random(f"{seed}/options"))
