"""A score file of which nothing can be written is read all the same, and left as it is."""

import errno
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest

from debatekit.store.errors import DamagedError, StoreError
from debatekit.store.reading import open_to_read
from debatekit.store.scores import open_scores
from debatekit.store.standings import Standings
from tests.store.make import SESSION, attempt

OLD = sorted((Path(__file__).parent.parent / "data" / "stores").glob("*.sql"))
KEPT = tuple(attempt(number, item=f"q{number}") for number in range(3))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A score file that holds three answers, and that nobody has open."""
    path = tmp_path / "scores.db"
    with open_scores(path) as scores:
        scores.add_session(SESSION)
        for one in KEPT:
            scores.add_attempt(one)
    return path


def no_index(file: Path) -> None:
    """Let SQLite make no index of the log, as on a disk where nothing can be written.

    It opens none through a link, so that this holds for root as well.
    """
    if os.name == "nt":
        pytest.skip("links take rights of their own on Windows")
    file.with_name(f"{file.name}-shm").symlink_to("nowhere")


def left_by_a_program_that_died(file: Path, place: Path) -> Path:
    """A copy of the file, whose log holds one answer more."""
    place.mkdir()
    with open_scores(file) as scores:
        scores.add_attempt(attempt(3))
        for name in ("scores.db", "scores.db-wal"):
            shutil.copyfile(file.with_name(name), place / name)
    return place / "scores.db"


def test_a_file_is_read_whole_and_left_byte_for_byte(file: Path) -> None:
    before = file.read_bytes()

    with open_to_read(file) as scores:
        assert scores.attempts("Ada") == KEPT
        assert scores.unfinished("Ada") == (SESSION,)
    assert file.read_bytes() == before


def test_nothing_can_be_kept_in_a_file_opened_to_read(file: Path) -> None:
    with open_to_read(file) as scores, pytest.raises(StoreError, match=f"{file} cannot be written"):
        scores.add_attempt(attempt(9))
    with open_scores(file) as scores:
        assert scores.attempts() == KEPT


@pytest.mark.parametrize("dump", OLD, ids=lambda path: str(path.stem))
def test_a_file_of_an_older_schema_is_read_but_not_brought_up(
    dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "scores.db"
    old = sqlite3.connect(file)
    old.executescript(dump.read_text(encoding="utf-8"))
    old.close()
    before = file.read_bytes()
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)

    with open_to_read(file) as scores:
        assert [one.id for one in scores.attempts("Ada")] == [attempt(1).id]
        assert Standings(scores).standing("Ada") == ("", (attempt(1),))
    assert file.read_bytes() == before
    assert not list(here.iterdir())


def test_what_a_program_that_died_left_in_the_log_is_read_too(file: Path, tmp_path: Path) -> None:
    left = left_by_a_program_that_died(file, tmp_path / "left")

    with open_to_read(left) as scores:
        assert len(scores.attempts()) == len(KEPT) + 1


def test_a_log_that_cannot_be_read_in_its_place_is_read_in_a_copy(
    file: Path, tmp_path: Path
) -> None:
    left = left_by_a_program_that_died(file, tmp_path / "left")
    no_index(left)
    before = {path.name for path in left.parent.iterdir()}

    with open_to_read(left) as scores:
        assert scores.attempts() == (*KEPT, attempt(3))
    assert {path.name for path in left.parent.iterdir()} == before


def test_a_file_without_a_log_is_read_where_no_log_can_be_made(file: Path) -> None:
    no_index(file)

    with open_to_read(file) as scores:
        assert scores.attempts() == KEPT


def test_another_programs_file_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmark (url TEXT)")
    other.close()

    with pytest.raises(StoreError, match=f"{path} is a database of another program"):
        open_to_read(path)


def test_a_file_that_is_no_database_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    path.write_bytes(b"Dear diary, " * 500)

    with pytest.raises(StoreError, match=f"{path} is not a score file"):
        open_to_read(path)


def test_a_log_that_cannot_be_copied_is_one_message(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = left_by_a_program_that_died(file, tmp_path / "left")
    no_index(left)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no such folder"))
    why = os.strerror(errno.ENOENT).lower()

    with pytest.raises(StoreError) as raised:
        open_to_read(left)
    assert str(raised.value) == f"{left} can be read only as a copy, and that failed: {why}"


def test_a_file_from_a_newer_version_is_refused(file: Path) -> None:
    newer = sqlite3.connect(file)
    newer.execute("PRAGMA user_version = 99")
    newer.close()

    with pytest.raises(StoreError, match="newer debatekit"):
        open_to_read(file)


def test_a_file_cut_short_is_told_as_damaged(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:6000])

    with pytest.raises(DamagedError, match="damaged"):
        open_to_read(file)
