"""A student who is to be forgotten leaves no trace, and takes nobody along."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from debatekit.store.cards import Cards
from debatekit.store.forget import forget
from debatekit.store.merge import students
from debatekit.store.scores import open_scores
from tests.store.make import SESSION, attempt

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
NAMES = [
    "Ada Lovelace",
    "ليلى العامرية",
    "李雷 王小明",
    'Zoë "O\'Hara"',
    "'; DROP TABLE attempt; --",
]


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def file(tmp_path: Path, name: str) -> Path:
    """A file with two students' answers, and a backup of it."""
    path = tmp_path / "scores.db"
    with open_scores(path) as scores:
        scores.add_session(replace(SESSION, student=name, id="run-9"))
        for number in range(40):
            student = name if number % 2 else "Bob"
            scores.add_attempt(attempt(number, student=student, target=f"t{number}"))
        scores.undo_attempt(attempt(1).id, "2026-03-01")
    open_scores(path, NOON).close()
    return path


def files_of(file: Path) -> list[Path]:
    """The score file, what SQLite keeps beside it, and its backups."""
    return [path for path in file.parent.rglob("*") if path.is_file()]


def test_no_file_holds_the_name_of_a_forgotten_student(file: Path, name: str) -> None:
    with open_scores(file) as scores:
        found = forget(scores, name)

        assert (found.attempts, found.backups, found.still_in) == (20, 1, ())
        assert len(files_of(file)) > 2
        assert not [path for path in files_of(file) if name.encode() in path.read_bytes()]
    assert len(files_of(file)) == 2
    assert not [path for path in files_of(file) if name.encode() in path.read_bytes()]


def test_the_others_keep_all_they_had(file: Path, name: str) -> None:
    with open_scores(file) as scores:
        before, cards = scores.attempts("Bob"), Cards(scores).changed("Bob")
        forget(scores, name)

        assert scores.attempts() == before
        assert students(scores) == ("Bob",)
        assert Cards(scores).changed("Bob") == cards
        assert Cards(scores).changed(name) == ()


def test_a_backup_that_cannot_be_cleaned_is_named(file: Path, name: str) -> None:
    broken = file.parent / "backups" / "scores-20261101T120000Z.db"
    broken.write_bytes(b"SQLite format 3\0 and then nothing")
    with open_scores(file) as scores:
        assert forget(scores, name).still_in == (broken,)


def test_each_backup_that_holds_one_answer_counts_as_one_that_held_something(
    tmp_path: Path,
) -> None:
    path = tmp_path / "scores.db"
    with open_scores(path) as scores:
        scores.add_attempt(attempt(1))
        scores.add_attempt(attempt(2, student="Bob"))
    for day in (0, 1):
        open_scores(path, NOON + timedelta(days=day)).close()

    with open_scores(path) as scores:
        assert forget(scores, "Ada").backups == 2
        assert forget(scores, "Ada").backups == 0
        assert forget(scores, "Nobody").attempts == 0
