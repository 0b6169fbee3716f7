"""What happens to a score file that is not as it should be."""

import errno
import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from debatekit.store.damage import best_backup, set_aside
from debatekit.store.errors import DamagedError, StoreError
from debatekit.store.merge import Contents, merge, restore
from debatekit.store.migrate import migrations, statements
from debatekit.store.reading import open_to_read
from debatekit.store.scores import Scores, open_scores
from tests.store.make import ATTEMPT, attempt

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "scores.db"


def test_a_file_that_is_no_database_is_left_as_it_is(file: Path) -> None:
    text = b"Dear diary, " * 500
    file.write_bytes(text)

    with pytest.raises(StoreError, match="not a score file"):
        open_scores(file)
    assert file.read_bytes() == text


def test_the_first_bytes_of_a_score_file_alone_are_told_as_damage(file: Path) -> None:
    file.write_bytes(b"SQLite format 3\0 cut here")

    with pytest.raises(DamagedError, match="damaged"):
        open_scores(file)


@pytest.mark.parametrize("rest", [b"", b"an answer " * 500])
def test_a_file_that_begins_with_a_page_of_zeros_is_told_as_damage(file: Path, rest: bytes) -> None:
    file.write_bytes(bytes(4096) + rest)

    with pytest.raises(DamagedError, match="damaged"):
        open_scores(file)


def test_a_few_bytes_of_something_else_are_no_damaged_score_file(file: Path) -> None:
    file.write_bytes(b"Dear diary")

    with pytest.raises(StoreError, match="not a score file") as raised:
        open_scores(file)
    assert not isinstance(raised.value, DamagedError)
    assert file.read_bytes() == b"Dear diary"


def test_another_programs_database_is_left_as_it_is(file: Path) -> None:
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE bookmark (url TEXT)")
    other.commit()
    other.close()
    before = file.read_bytes()

    with pytest.raises(StoreError) as raised:
        open_scores(file)
    assert str(raised.value) == (
        f"{file} is a database of another program; name another with --store"
    )
    assert file.read_bytes() == before


@pytest.mark.parametrize("mark", ["application_id = 7", "user_version = 1"])
def test_a_database_that_another_program_has_only_marked_is_left_as_it_is(
    file: Path, mark: str
) -> None:
    other = sqlite3.connect(file)
    other.execute(f"PRAGMA {mark}")
    other.close()
    before = file.read_bytes()

    with pytest.raises(StoreError, match=f"{file} is a database of another program"):
        open_scores(file)
    assert file.read_bytes() == before != b""


def test_a_file_from_a_newer_version_is_left_as_it_is(file: Path) -> None:
    open_scores(file).close()
    newer = sqlite3.connect(file)
    newer.execute("PRAGMA journal_mode = DELETE")
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = file.read_bytes()

    with pytest.raises(StoreError) as raised:
        open_scores(file)
    assert str(raised.value) == (
        f"{file} was written by a newer debatekit (schema 99, this one knows"
        f" {max(migrations())}); update debatekit"
    )
    assert file.read_bytes() == before


@pytest.mark.parametrize("names", [["scores.db"], ["scores.db", "scores.db-wal"]])
def test_an_empty_file_becomes_a_score_file(file: Path, names: list[str]) -> None:
    for name in names:
        file.with_name(name).touch()
    with open_scores(file) as scores:
        scores.add_attempt(ATTEMPT)

        assert scores.attempts() == (ATTEMPT,)


@pytest.mark.parametrize("part", range(1, 12))
def test_a_file_cut_short_gives_a_message_or_sound_answers(file: Path, part: int) -> None:
    whole = tuple(attempt(number) for number in range(300))
    with open_scores(file) as scores:
        for one in whole:
            scores.add_attempt(one)
    content = file.read_bytes()
    file.write_bytes(content[: len(content) * part // 12])

    try:
        with open_scores(file) as scores:
            outcome: object = set(scores.attempts()) <= set(whole)
    except StoreError as error:
        outcome = "damaged" in str(error) or "not a score file" in str(error)
    assert outcome is True


def test_cut_at_any_length_a_file_is_set_aside_whole_and_its_backup_brings_all_back(
    file: Path,
) -> None:
    whole = tuple(attempt(number) for number in range(300))
    with open_scores(file) as scores:
        merge(scores, Contents(attempts=whole, undone={}))
    open_scores(file, NOW).close()
    content = file.read_bytes()
    lengths = sorted(Random(1).sample(range(len(content)), 100))

    assert lengths[0] < 4096 < lengths[-1]
    for length in lengths:
        file.write_bytes(content[:length])
        with pytest.raises(DamagedError):
            open_scores(file, NOW)
        aside = set_aside(file, NOW)
        backup = best_backup(file)

        assert aside is not None
        assert aside.read_bytes() == content[:length]
        assert backup is not None
        assert not file.exists()
        aside.unlink()
    with open_scores(file, NOW) as scores:
        assert backup is not None
        assert restore(scores, backup.path).new == len(whole)
        assert scores.attempts() == whole


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    why = os.strerror(errno.ENOTDIR).lower()

    with pytest.raises(StoreError) as raised:
        open_scores(tmp_path / "file" / "scores" / "scores.db")
    assert str(raised.value) == f"the folder {tmp_path}/file/scores cannot be made: {why}"


def test_a_folder_in_the_files_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        open_scores(tmp_path)


@pytest.mark.parametrize("opened", [open_scores, open_to_read])
def test_a_place_that_cannot_be_looked_at_is_named(
    tmp_path: Path, opened: Callable[[Path], Scores]
) -> None:
    too_long = tmp_path / f"{'s' * 300}.db"

    with pytest.raises(StoreError, match=r"s\.db cannot be reached: "):
        opened(too_long)


def answers_until_full(scores: Scores) -> int:
    """Keep answers until the disk is full; return how many were acknowledged."""
    for number in range(1000):
        try:
            scores.add_attempt(attempt(number, flaw="x" * 200))
        except StoreError as error:
            assert "disk is full" in str(error)  # noqa: PT017
            return number
    raise AssertionError("the disk never filled up")


def test_a_full_disk_loses_nothing_that_was_kept(file: Path) -> None:
    with open_scores(file) as scores:
        pages = scores._connection.execute("PRAGMA page_count").fetchone()[0]
        scores._connection.execute(f"PRAGMA max_page_count = {pages}")
        kept = answers_until_full(scores)

    with open_scores(file) as scores:
        assert len(scores.attempts()) == kept


def test_migrations_are_numbered_without_a_gap() -> None:
    assert list(migrations()) == list(range(1, len(migrations()) + 1))


def test_a_script_is_taken_apart_at_its_statements_not_inside_them() -> None:
    script = "SELECT 1;\nCREATE TRIGGER t BEFORE UPDATE ON a\nBEGIN\n SELECT 2;\nEND;\nSELECT 3"

    assert [part.split()[0] for part in statements(script)] == ["SELECT", "CREATE", "SELECT"]


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ("CREATE TABLE more (x)", "table 'more'"),
        ("CREATE VIEW seen AS SELECT 1", "view 'seen'"),
        (
            "DROP TRIGGER attempt_is_immutable; CREATE TRIGGER attempt_is_immutable"
            " BEFORE UPDATE ON attempt BEGIN DELETE FROM session; END",
            "trigger 'attempt_is_immutable'",
        ),
    ],
)
def test_a_part_that_we_did_not_make_is_named(file: Path, change: str, part: str) -> None:
    open_scores(file).close()
    other = sqlite3.connect(file)
    other.executescript(change)
    other.close()

    with pytest.raises(StoreError) as raised:
        open_scores(file)
    assert str(raised.value) == (
        f"{file} holds a {part} that debatekit did not make; name another file with --store"
    )
