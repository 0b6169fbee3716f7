"""Course: a lesson or quiz that was asked for, read and ready to make items."""

from collections.abc import Collection
from pathlib import Path
from random import Random

from msgspec import Struct

from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.graph import Graph
from debatekit.model.item import Choice, Item
from debatekit.model.material import Material
from debatekit.model.passage import Passages
from debatekit.model.quiz import Quiz
from debatekit.model.words import Strand
from debatekit.practice.arrange import arrange
from debatekit.practice.interleave import AUTHORED
from debatekit.read import read_material, read_passages, read_quiz_of


class Course(Struct, frozen=True, kw_only=True):
    """A lesson or quiz by the name that was asked for, read and ready to make items."""

    root: Path
    """The workspace that it was read from."""
    name: str
    material: Material
    quiz: Quiz | None

    @property
    def graph(self) -> Graph:
        """The lesson's argument."""
        return derive(self.material)

    @property
    def passages(self) -> Passages:
        """What can be quoted of its article; looked up anew, so that no session waits for it."""
        return read_passages(self.root, self.material.lesson.source, self.material.source)

    def items(self, seed: int, strands: Collection[Strand] | None = None) -> tuple[Item, ...]:
        """Return all its items, or a few strands'; the same seed gives the same items."""
        return generate_items(self.material, self.graph, seed, self.quiz, strands)

    def sibling(self, item: Item, seed: int, taken: Collection[str]) -> Item | None:
        """Return another question on what an item is about, its options in their own order.

        That is one on the same target, of another generator if there is one; for an item
        written by hand the one that shares most of its claims. Targets that are taken are
        left alone.
        """
        others = [x for x in self.items(seed ^ 1, {item.strand}) if x.generator != AUTHORED]
        near = [x for x in others if x.target == item.target]
        if not near and item.generator == AUTHORED:
            near = [x for x in others if set(x.about) & set(item.about) and x.target not in taken]
        found = max(near, key=lambda x: _likeness(x, item), default=None)
        return arrange([found], Random(f"{seed}/sibling/{item.id}"))[0] if found else None


def _likeness(one: Item, other: Item) -> tuple[int, bool, bool]:
    """Return how well one item can stand for another, best highest."""
    shared = len(set(one.about) & set(other.about))
    return shared, isinstance(one, Choice), one.generator != other.generator


def read_course(root: Path, name: str) -> Course:
    """Return the lesson or quiz of that name, with all that its items are made from."""
    lesson, quiz = read_quiz_of(root, name)
    return Course(root=root, name=name, material=read_material(root, lesson), quiz=quiz)


def read_lesson(root: Path, lesson: str) -> Course:
    """Return a lesson by its own id, even where another lesson's quiz is called the same."""
    found = read_course(root, lesson)
    if found.material.id == lesson:
        return found
    return Course(root=root, name=lesson, material=read_material(root, lesson), quiz=None)
