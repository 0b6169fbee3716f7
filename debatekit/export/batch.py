"""Batch: one lesson's items on their way to another tool; Exporter: what writes them."""

import re
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256

from msgspec import Struct

from debatekit.model.item import AUTHORED, Item
from debatekit.model.material import Material

LONGEST = 100
"""How long an identity may be: Moodle keeps no more of an idnumber."""
_NOT_NAME = re.compile(r"[^0-9A-Za-z._-]+")


class Batch(Struct, frozen=True, kw_only=True):
    """A lesson, or a quiz on it, and its items; they are taken once, one by one."""

    quiz: str
    """The id under which items written by hand go out."""
    title: str
    material: Material
    items: Iterable[Item]

    @property
    def lesson(self) -> str:
        """The lesson's id, under which generated items go out."""
        return self.material.id


Tell = Callable[[str, str], None]
"""Told what a format cannot carry, and of which item: an identity, or nothing for all."""

TellItem = Callable[[str], None]
"""Told what of one item cannot be carried."""

Exporter = Callable[[Iterable[Batch], Tell], Iterator[bytes]]
"""Turn batches into a file, piece by piece; the same batches give the same bytes.

No more than one item is held at a time, so a piece may be worth writing before the next
one is made.
"""


def identity(batch: Batch, item: Item) -> str:
    """Return a name for the item that outlives rewording and is unique among all lessons'."""
    home = batch.quiz if item.generator == AUTHORED else batch.lesson
    name = f"{home}/{item.id}"
    return name if len(name) <= LONGEST else f"{home}/{number(item.id)}"


def number(*parts: str) -> str:
    """Return 16 hex digits that stand for the parts, the same everywhere and always."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def tags(batch: Batch, item: Item) -> tuple[str, ...]:
    """Return the item's labels, none with a blank: lesson, strand, generator, what to do."""
    named = {
        "lesson": batch.lesson,
        "strand": item.strand,
        "generator": item.generator,
        "bloom": item.bloom,
    }
    return tuple(f"{name}:{_NOT_NAME.sub('-', value)}" for name, value in named.items())
