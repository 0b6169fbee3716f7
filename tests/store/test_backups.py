"""A backup a day, kept for two weeks, and never a damaged one."""

import errno
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest

from debatekit.store.backups import backups
from debatekit.store.errors import DamagedError, StoreError
from debatekit.store.forget import forget
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


def test_a_new_file_has_nothing_to_back_up_and_nothing_to_warn_of(tmp_path: Path) -> None:
    with open_scores(tmp_path / "new.db", NOON) as scores:
        assert scores.warning == ""
    assert backups(tmp_path / "new.db") == ()


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


def test_after_a_long_time_all_old_backups_go_but_the_newest(file: Path) -> None:
    before = [NOON - timedelta(days=day) for day in range(60, 50, -1)]

    assert opened_at(file, [*before, NOON]) == [*before[-2:], NOON]


def test_a_backup_that_cannot_be_removed_stays_and_does_no_harm(file: Path) -> None:
    folder = file.parent / "backups" / "scores-20200101T000000Z.db"
    folder.mkdir(parents=True)
    days = [NOON + timedelta(days=day) for day in range(4)]

    assert opened_at(file, days)[1:] == days
    assert folder.is_dir()


def test_a_clock_that_runs_ahead_takes_no_more_than_old_backups(file: Path) -> None:
    days = [NOON + timedelta(days=day) for day in range(5)]
    ahead = NOON + timedelta(days=9999)

    assert opened_at(file, [*days, ahead]) == [*days[-2:], ahead]


def test_a_clock_set_back_still_gives_a_backup_a_day(file: Path) -> None:
    moments = [NOON, NOON - timedelta(days=40), NOON - timedelta(days=39)]

    assert opened_at(file, moments) == sorted(moments)


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose clock on the wall is thirteen hours ahead of UTC."""
    if os.name == "nt":
        pytest.skip("Windows sets no time zone for one program")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("far_east")
def test_wherever_the_machine_stands_backups_go_by_the_day_in_utc(file: Path) -> None:
    # 23:30 and 0:30 on the wall there, half past ten and half past eleven in UTC.
    hours = [NOON - timedelta(minutes=90), NOON - timedelta(minutes=30), NOON + timedelta(hours=13)]

    assert opened_at(file, hours) == [hours[0], hours[2]]
    names = sorted(found.path.name for found in backups(file))
    assert names == ["scores-20261124T103000Z.db", "scores-20261125T010000Z.db"]


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

    with pytest.raises(DamagedError) as raised:
        open_scores(file, NOON + timedelta(days=1))
    assert raised.value.path == file
    assert [found.made for found in backups(file)] == before


def test_without_a_place_for_backups_practice_goes_on_with_a_warning(file: Path) -> None:
    place = file.parent / "backups"
    place.write_text("a file in the folder's place", "utf-8")
    why = os.strerror(errno.EEXIST).lower()

    with open_scores(file, NOON) as scores:
        scores.add_attempt(attempt(2))

        assert scores.warning == f"no backup today: no backup can be made in {place}: {why}"
        assert len(scores.attempts()) == 2


@pytest.fixture
def shut_out() -> Iterator[Path]:
    """A folder of somebody without special rights, who may not look into its backups."""
    if os.name == "nt":
        pytest.skip("Windows keeps no such rights")
    nobody = 65534
    with TemporaryDirectory() as name:
        folder, before = Path(name), os.geteuid()
        folder.chmod(0o777)
        os.seteuid(nobody if before == 0 else before)
        (folder / "backups").mkdir(mode=0)
        yield folder
        os.seteuid(before)
        (folder / "backups").chmod(0o700)


def test_backups_that_nobody_may_look_at_are_a_warning(shut_out: Path) -> None:
    file, why = shut_out / "scores.db", os.strerror(errno.EACCES).lower()
    open_scores(file).close()
    said = f"the folder {shut_out / 'backups'} cannot be read: {why}"

    with open_scores(file, NOON) as scores:
        assert scores.warning == f"no backup today: {said}"
    with pytest.raises(StoreError, match=said):
        backups(file)


def test_who_is_forgotten_may_still_be_in_backups_that_nobody_may_look_at(shut_out: Path) -> None:
    with open_scores(shut_out / "scores.db") as scores:
        scores.add_attempt(attempt(1))
        found = forget(scores, "Ada")

        assert (found.attempts, found.backups, found.still_in) == (1, 0, (shut_out / "backups",))


def test_a_backup_that_cannot_be_written_is_a_warning_that_names_it(file: Path) -> None:
    part = file.parent / "backups" / f".scores-20261124T120000Z.db.{os.getpid()}.part"
    part.mkdir(parents=True)

    with open_scores(file, NOON) as scores:
        assert scores.warning.startswith(f"no backup today: {part} cannot be ")
        assert len(scores.attempts()) == 1


def test_with_a_backup_made_there_is_nothing_to_warn_of(file: Path) -> None:
    with open_scores(file, NOON) as scores:
        assert scores.warning == ""


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
