"""A file of every schema before this one comes to it, and keeps all it held."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from debatekit.store.backups import backups
from debatekit.store.errors import StoreError
from debatekit.store.migrate import migrate, migrations, schema_of
from debatekit.store.scores import open_scores
from debatekit.store.standings import Standings
from tests.store.make import SESSION, attempt

DUMPS = sorted((Path(__file__).parent.parent / "data" / "stores").glob("*.sql"))
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ZOE = 'Zoë "O\'Hara" 李雷'
ADAS = attempt(1)
SKIP = attempt(
    3, student=ZOE, session="run-2", skipped=True, response=(), score=0.0, certainty=None, flaw=""
)
ZOES = attempt(4, student=ZOE, session="run-2", response=("a", "b"), score=0.25)


def made(dump: Path, file: Path) -> Path:
    with closing(sqlite3.connect(file)) as old:
        old.executescript(dump.read_text(encoding="utf-8"))
    return file


def schema(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_each_schema_but_the_newest_has_a_file_to_begin_from() -> None:
    assert [int(dump.stem) for dump in DUMPS] == list(migrations())[:-1]


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: str(path.stem))
def test_an_old_file_comes_to_the_newest_schema_with_all_it_held(
    dump: Path, tmp_path: Path
) -> None:
    file = made(dump, tmp_path / "scores.db")
    with open_scores(file, NOW) as scores:
        assert scores.attempts() == (ADAS, SKIP, ZOES)
        assert [found.item for found in scores.undone("run-1")] == ["q2"]
        assert scores.unfinished("Ada") == (SESSION,)
        assert Standings(scores).standing(ZOE) == ("", (ZOES,))
        scores.add_attempt(attempt(5, shown=("1", "2")))

        assert scores.attempts("Ada")[-1] == attempt(5, shown=("1", "2"))
    assert schema(file) == max(migrations())


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: str(path.stem))
def test_before_a_step_the_old_file_is_kept_whole(dump: Path, tmp_path: Path) -> None:
    file = made(dump, tmp_path / "scores.db")
    open_scores(file, NOW).close()
    (backup,) = backups(file)

    assert backup.path.stem.endswith(f"-before-{int(dump.stem) + 1}")
    assert schema(backup.path) == int(dump.stem)
    with closing(sqlite3.connect(backup.path)) as old:
        assert old.execute("SELECT count(*) FROM attempt").fetchone() == (4,)


def test_where_the_time_is_not_told_an_old_file_is_kept_too(tmp_path: Path) -> None:
    file = made(DUMPS[0], tmp_path / "scores.db")
    open_scores(file).close()
    (backup,) = backups(file)

    assert schema(backup.path) == int(DUMPS[0].stem)


def test_without_room_for_a_backup_no_step_is_taken(tmp_path: Path) -> None:
    file = made(DUMPS[0], tmp_path / "scores.db")
    (tmp_path / "backups").write_text("a file in the folder's place", "utf-8")

    with pytest.raises(StoreError, match="no backup can be made"):
        open_scores(file, NOW)
    assert schema(file) == int(DUMPS[0].stem)


def test_a_step_that_fails_leaves_nothing_of_itself_behind() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as old:
        old.executescript(DUMPS[0].read_text(encoding="utf-8"))
        old.execute("CREATE TABLE standing (in_the_way TEXT)")
        with pytest.raises(sqlite3.OperationalError, match="standing"):
            migrate(old)

        assert schema_of(old) == 2
        assert not old.in_transaction


def test_a_session_of_an_old_file_can_be_ended(tmp_path: Path) -> None:
    with open_scores(made(DUMPS[0], tmp_path / "scores.db"), NOW) as scores:
        scores.end_session("run-1", "2026-11-24")
        scores.add_session(replace(SESSION, id="run-3"))

        assert [found.id for found in scores.unfinished("Ada")] == ["run-3"]
