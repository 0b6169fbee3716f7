"""A small lesson, and all lessons of the course with their items."""

from pathlib import Path

import pytest

from debatekit.bundled import bundled_workspace
from debatekit.export import Batch
from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.material import Material
from debatekit.read import lesson_ids, read_material, read_quiz_of

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"


@pytest.fixture(scope="session")
def trams() -> Material:
    return read_material(TRAMS, "free-trams")


@pytest.fixture(scope="session")
def course() -> list[Batch]:
    """Every bundled lesson with all its items."""
    root = bundled_workspace()
    return [_batch(root, lesson) for lesson in lesson_ids(root)]


def _batch(root: Path, lesson: str) -> Batch:
    material, quiz = read_material(root, lesson), read_quiz_of(root, lesson)[1]
    made = generate_items(material, derive(material), 0, quiz)
    title = quiz.title if quiz else material.lesson.title
    return Batch(quiz=lesson, title=title, material=material, items=made)
