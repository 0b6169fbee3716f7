"""A damaged file is set aside as it is, and a backup brings its answers back."""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from debatekit.store.backups import backups
from debatekit.store.damage import best_backup, damaged_before, set_aside
from debatekit.store.errors import DamagedError, StoreError, was_ours
from debatekit.store.merge import restore
from debatekit.store.scores import open_scores
from tests.store.make import attempt

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
KEPT = tuple(attempt(number, item=f"q{number}") for number in range(200))
RESUMED = tuple(attempt(number, item=f"q{number}") for number in range(200, 220))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A score file that was closed, with a backup of most of what it holds."""
    file = tmp_path_factory.mktemp("whole") / "scores.db"
    with open_scores(file) as scores:
        for one in KEPT:
            scores.add_attempt(one)
    with open_scores(file, NOON) as scores:
        for one in RESUMED:
            scores.add_attempt(one)
    return file


def cut(whole: Path, folder: Path, length: int) -> Path:
    """Return the file cut short, beside the backup that it has."""
    file, backup = folder / whole.name, backups(whole)[0].path
    (folder / "backups").mkdir()
    (folder / "backups" / backup.name).write_bytes(backup.read_bytes())
    file.write_bytes(whole.read_bytes()[:length])
    return file


@pytest.mark.parametrize("seed", range(100))
def test_a_file_cut_short_anywhere_is_set_aside_and_its_backup_brings_the_answers(
    whole: Path, tmp_path: Path, seed: int
) -> None:
    length = Random(seed).randrange(whole.stat().st_size)
    file = cut(whole, tmp_path, length)
    content = file.read_bytes()

    with pytest.raises(DamagedError, match="damaged"), open_scores(file, LATER) as scores:
        scores.attempts()
    aside = set_aside(file, LATER)
    best = best_backup(file)
    with open_scores(file, LATER) as scores:
        assert best is not None
        restore(scores, best.path)

        assert scores.attempts() == KEPT
    assert aside is not None
    assert aside.read_bytes() == content


@pytest.mark.parametrize("left", ["a log", "a backup"])
def test_an_empty_file_beside_what_tells_of_answers_is_damaged(
    whole: Path, tmp_path: Path, left: str
) -> None:
    file = cut(whole, tmp_path, 0)
    if left == "a log":
        backups(file)[0].path.unlink()
        file.with_name("scores.db-wal").write_bytes(b"a log")

    with pytest.raises(DamagedError) as raised:
        open_scores(file)
    assert raised.value.path == file


def spoilt(content: bytes) -> bytes:
    """A file of as many bytes, of whose pages the second half is spoilt."""
    sound = len(content) // 8192 * 4096
    return content[:sound] + b"\x5a" * (len(content) - sound)


def test_damage_that_shows_later_is_told_as_damage(whole: Path, tmp_path: Path) -> None:
    file = cut(whole, tmp_path, whole.stat().st_size)
    file.write_bytes(spoilt(file.read_bytes()))

    with pytest.raises(DamagedError), open_scores(file) as scores:
        scores.attempts()


def test_a_file_of_the_largest_pages_is_opened_whole_and_told_as_damaged_where_it_is_cut(
    whole: Path, tmp_path: Path
) -> None:
    file = cut(whole, tmp_path, whole.stat().st_size)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        for change in ("journal_mode = DELETE", "page_size = 65536"):
            other.execute(f"PRAGMA {change}")
        other.execute("VACUUM")
    with open_scores(file) as scores:
        assert len(scores.attempts()) == len(KEPT) + len(RESUMED)
    file.write_bytes(file.read_bytes()[:-1000])

    with pytest.raises(DamagedError):
        open_scores(file)


def test_two_damaged_files_of_one_moment_are_both_kept(whole: Path, tmp_path: Path) -> None:
    file = cut(whole, tmp_path, 9000)
    first = set_aside(file, LATER)
    file.write_bytes(whole.read_bytes()[:5000])
    second = set_aside(file, LATER)

    assert damaged_before(file) == (first, second)
    assert [path.name for path in (first, second) if path] == [
        "scores.damaged-20261124T130000Z.db",
        "scores.damaged-20261124T130000Z-2.db",
    ]
    assert [path.stat().st_size for path in (first, second) if path] == [9000, 5000]


def test_a_backup_of_the_second_in_which_the_damage_showed_is_one_of_that_file(
    whole: Path, tmp_path: Path
) -> None:
    file = cut(whole, tmp_path, 9000)
    set_aside(file, NOON)
    for day in (1, 2):
        open_scores(file, NOON + timedelta(days=day)).close()
    best = best_backup(file)

    assert best is not None
    assert best.made == NOON


@pytest.mark.parametrize("place", [0, 100])
def test_a_file_written_over_at_its_beginning_is_set_aside(
    whole: Path, tmp_path: Path, place: int
) -> None:
    content = whole.read_bytes()
    file = tmp_path / "scores.db"
    file.write_bytes(content[:place] + b"X" * 16 + content[place + 16 :])

    aside = set_aside(file, LATER)

    assert aside is not None
    assert damaged_before(file) == (aside,)


def test_a_sound_file_is_not_set_aside(whole: Path, tmp_path: Path) -> None:
    file = cut(whole, tmp_path, whole.stat().st_size)

    assert set_aside(file, LATER) is None
    assert file.read_bytes() == whole.read_bytes()


def test_the_backup_offered_is_one_of_the_damaged_file_not_of_its_successor(
    whole: Path, tmp_path: Path
) -> None:
    file = cut(whole, tmp_path, 9000)
    set_aside(file, LATER)
    for day in (1, 2):
        open_scores(file, NOON + timedelta(days=day)).close()
    best = best_backup(file)

    assert [found.made for found in backups(file)] == [NOON, NOON + timedelta(days=2)]
    assert best is not None
    assert best.made == NOON


@pytest.mark.parametrize("damaged", [lambda content: content[:5000], spoilt])
def test_a_damaged_backup_is_told_by_its_own_name(
    whole: Path, tmp_path: Path, damaged: Callable[[bytes], bytes]
) -> None:
    file = cut(whole, tmp_path, whole.stat().st_size)
    backup = backups(file)[0].path
    backup.write_bytes(damaged(backup.read_bytes()))

    with open_scores(file) as scores, pytest.raises(StoreError, match=r"backups.* is damaged"):
        restore(scores, backup)


def test_where_there_is_no_backup_none_is_offered(whole: Path, tmp_path: Path) -> None:
    file = cut(whole, tmp_path, 9000)
    backups(file)[0].path.unlink()
    set_aside(file, LATER)

    assert best_backup(file) is None


def test_what_cannot_be_read_is_no_damaged_score_file(tmp_path: Path) -> None:
    assert not was_ours(tmp_path / "missing.db")


def test_a_log_is_set_aside_with_its_file(whole: Path, tmp_path: Path) -> None:
    file = cut(whole, tmp_path, 0)
    file.with_name("scores.db-wal").write_bytes(b"a log")
    aside = set_aside(file, LATER)

    assert aside is not None
    assert not file.with_name("scores.db-wal").exists()
    assert aside.with_name(f"{aside.name}-wal").is_file()


def test_a_file_named_after_no_moment_was_not_set_aside(whole: Path, tmp_path: Path) -> None:
    file = cut(whole, tmp_path, 9000)
    file.with_name("scores.damaged-20269999T000000Z.db").write_bytes(b"not ours")
    aside = set_aside(file, LATER)

    assert damaged_before(file) == (aside,)


def test_a_damaged_file_that_cannot_be_set_aside_stays_and_is_told(
    whole: Path, tmp_path: Path
) -> None:
    file = cut(whole, tmp_path, 0)
    file.with_name("scores.db-wal").write_bytes(b"a log")
    file.with_name("scores.damaged-20261124T130000Z.db-wal").mkdir()
    why = os.strerror(errno.EISDIR).lower()

    with pytest.raises(StoreError) as raised:
        set_aside(file, LATER)
    assert str(raised.value) == f"{file} is damaged, and cannot be set aside: {why}"
    assert file.with_name("scores.db-wal").read_bytes() == b"a log"
