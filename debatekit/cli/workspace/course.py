"""Course: a lesson or quiz that was asked for, read and ready to make items."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from debatekit.cli.clock import now
from debatekit.cli.workspace.memory import recalled, remember
from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.graph import Graph
from debatekit.model.item import Item
from debatekit.model.material import Material
from debatekit.model.passage import NO_PASSAGES, Passages
from debatekit.model.quiz import Quiz
from debatekit.model.words import Strand
from debatekit.practice.arrange import arrange
from debatekit.practice.turns import sibling_among
from debatekit.read import quiz_ids


class Course(Struct, frozen=True, kw_only=True):
    """A lesson or quiz by the name that was asked for, read and ready to make items."""

    root: Path
    """The workspace that it was read from."""
    name: str
    material: Material
    quiz: Quiz | None
    files: tuple[str, ...] = ()
    """What it was read from: files and folders, as paths below the workspace."""

    @property
    def graph(self) -> Graph:
        """The lesson's argument."""
        return derive(self.material)

    @property
    def passages(self) -> Passages:
        """What can be quoted of its article; looked up anew, so that no session waits for it."""
        name = self.material.lesson.source
        if not (self.root / "seeds" / f"{name}.txt").exists():
            return NO_PASSAGES
        from debatekit.read import read_passages

        return read_passages(self.root, name, self.material.source)

    def items(self, seed: int, strands: Collection[Strand] | None = None) -> tuple[Item, ...]:
        """Return all its items, or a few strands'; the same seed gives the same items."""
        return generate_items(self.material, self.graph, seed, self.quiz, strands)

    def sibling(self, item: Item, seed: int, taken: Collection[str]) -> Item | None:
        """Return another question on what an item is about, its options in their own order."""
        found = sibling_among(self.items(seed ^ 1, {item.strand}), item, taken)
        return arrange([found], Random(f"{seed}/sibling/{item.id}"))[0] if found else None


class _Read(Struct, frozen=True):
    """What the files of a lesson and its quiz say."""

    material: Material
    quiz: Quiz | None
    files: tuple[str, ...]


def read_course(root: Path, name: str) -> Course:
    """Return the lesson or quiz of that name, with all that its items are made from."""
    return _course(root, name, name, _read_named)


def read_lesson(root: Path, lesson: str) -> Course:
    """Return a lesson by its own id, with what was written for it in any of its quizzes."""
    return _course(root, lesson, f"{lesson}, all", _read_whole)


def _course(root: Path, name: str, kept_as: str, read: Callable[[Path, str], _Read]) -> Course:
    """Return what was remembered of a lesson, else what its files say."""
    found = recalled(root, "lesson", kept_as, _Read)
    if found is None:
        begun = now().timestamp()
        found = read(root, name)
        remember(root, "lesson", kept_as, found.files, found, begun)
    return Course(root=root, name=name, material=found.material, quiz=found.quiz, files=found.files)


def _read_named(root: Path, name: str) -> _Read:
    """Return the lesson or quiz of that name."""
    from debatekit.read import read_quiz_of

    lesson, quiz = read_quiz_of(root, name)
    material, quizzes = _material(root, lesson), quiz_ids(root)
    return _Read(material, quiz, _files(material, (name,) if name in quizzes else quizzes))


def _read_whole(root: Path, lesson: str) -> _Read:
    """Return a lesson, and as one quiz what all its quizzes hold; the first of an id counts."""
    from debatekit.read import read_quizzes_of

    material = _material(root, lesson)
    quizzes = read_quizzes_of(root, lesson)
    items = {item.id: item for quiz in reversed(quizzes) for item in reversed(quiz.items)}
    written = tuple(reversed(items.values()))
    quiz = replace(quizzes[0], items=written) if quizzes else None
    return _Read(material, quiz, _files(material, quiz_ids(root)))


def _material(root: Path, lesson: str) -> Material:
    from debatekit.read import read_material

    material = read_material(root, lesson)
    return replace(material, schemes=dict(material.schemes))


def _files(material: Material, quizzes: Iterable[str]) -> tuple[str, ...]:
    """Return the files and folders that a lesson and its quizzes are read from."""
    return (
        "quizzes",
        *(f"quizzes/{quiz}.yaml" for quiz in quizzes),
        f"lessons/{material.id}.yaml",
        f"seeds/{material.lesson.source}.yaml",
        "seeds/references.yaml",
        "seeds/glossary.yaml",
    )
