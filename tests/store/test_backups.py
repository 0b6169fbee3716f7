"""A backup a day, kept for two weeks, and never a damaged one."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from debatekit.store.backups import backups
from debatekit.store.errors import DamagedError
from debatekit.store.scores import open_scores
from tests.store.make import attempt

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "scores.db"
    with open_scores(path) as scores:
        scores.add_attempt(attempt(1))
    return path


def opened_at(file: Path, moments: Sequence[datetime]) -> list[datetime]:
    """Open the file at each moment; return when its backups were made."""
    for moment in moments:
        open_scores(file, moment).close()
    return [found.made for found in backups(file)]


def test_a_new_file_has_nothing_to_back_up(tmp_path: Path) -> None:
    assert opened_at(tmp_path / "new.db", [NOON]) == []


def test_the_first_opening_of_a_day_makes_a_backup(file: Path) -> None:
    hours = [NOON + timedelta(hours=hour) for hour in (0, 1, 11, 12, 13)]

    assert opened_at(file, hours) == [NOON, NOON + timedelta(hours=12)]


def test_a_backup_holds_what_was_there_and_is_one_whole_file(file: Path) -> None:
    with open_scores(file, NOON) as scores:
        scores.add_attempt(attempt(2))
    (backup,) = backups(file)
    with closing(sqlite3.connect(f"{backup.path.as_uri()}?mode=ro", uri=True)) as copy:
        ids = copy.execute("SELECT id FROM attempt").fetchall()

    assert ids == [(attempt(1).id,)]
    assert [found.name for found in (file.parent / "backups").iterdir()] == [backup.path.name]


def test_backups_are_kept_for_two_weeks(file: Path) -> None:
    days = [NOON + timedelta(days=day) for day in range(30)]

    assert opened_at(file, days) == days[-15:]


def test_a_clock_that_runs_ahead_takes_no_more_than_old_backups(file: Path) -> None:
    days = [NOON + timedelta(days=day) for day in range(5)]
    ahead = NOON + timedelta(days=9999)

    assert opened_at(file, [*days, ahead]) == [*days[-2:], ahead]


def test_a_clock_set_back_still_gives_a_backup_a_day(file: Path) -> None:
    moments = [NOON, NOON - timedelta(days=40), NOON - timedelta(days=39)]

    assert opened_at(file, moments) == sorted(moments)


def test_in_the_night_with_an_hour_twice_there_is_one_backup_a_day(file: Path) -> None:
    # Summer time ended at 3:00 on 25 October 2026, so that 2:30 came twice.
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    nights = [first, first.replace(fold=1), first.replace(hour=4)]

    assert opened_at(file, nights) == [datetime(2026, 10, 25, 0, 30, tzinfo=UTC)]


def test_files_in_one_folder_keep_their_backups_apart(file: Path, tmp_path: Path) -> None:
    for other in (tmp_path / "scores-2.db", tmp_path / "scores"):
        open_scores(other).close()
        opened_at(other, [NOON])
    opened_at(file, [NOON])

    assert len(backups(file)) == 1
    assert len(list((tmp_path / "backups").iterdir())) == 3


def test_a_damaged_file_never_takes_the_place_of_a_backup(file: Path) -> None:
    with open_scores(file) as scores:
        for number in range(300):
            scores.add_attempt(attempt(number))
    before = opened_at(file, [NOON])
    page = 4096
    content = bytearray(file.read_bytes())
    content[6 * page : 9 * page] = b"\x5a" * 3 * page
    file.write_bytes(content)

    with pytest.raises(DamagedError):
        open_scores(file, NOON + timedelta(days=1))
    assert [found.made for found in backups(file)] == before


def test_without_a_place_for_backups_practice_goes_on_with_a_warning(file: Path) -> None:
    (file.parent / "backups").write_text("a file in the folder's place", "utf-8")

    with open_scores(file, NOON) as scores:
        scores.add_attempt(attempt(2))

        assert "no backup" in scores.warning
        assert len(scores.attempts()) == 2


def test_a_copy_that_was_broken_off_long_ago_is_removed(file: Path) -> None:
    folder = file.parent / "backups"
    opened_at(file, [NOON - timedelta(days=30)])
    broken = folder / ".scores-20260101T000000Z.db.77.part"
    broken.write_bytes(b"half")
    opened_at(file, [NOON])

    assert not broken.exists()


@pytest.mark.parametrize(
    "stamp",
    [
        "20269999T000000Z",
        "20260230T120000Z",
        "\u0662\u0660\u0662\u0666\u0661\u0661\u0662\u0664T120000Z",
    ],
)
def test_a_file_named_after_no_moment_is_no_backup_and_does_no_harm(file: Path, stamp: str) -> None:
    opened_at(file, [NOON - timedelta(days=1)])
    odd = file.parent / "backups" / f"scores-{stamp}.db"
    odd.write_bytes(b"not ours")

    assert opened_at(file, [NOON]) == [NOON - timedelta(days=1), NOON]
    assert odd.read_bytes() == b"not ours"
