"""Files merge: nothing doubled, nothing lost, in whatever order and however often."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.store.errors import StoreError
from debatekit.store.merge import Contents, contents, merge, restore, students
from debatekit.store.scores import open_scores
from tests.store.make import SESSION, attempt

ALL = tuple(attempt(number, item=f"q{number}") for number in range(8))
UNDONE = {ALL[2].id: "2026-03-01", ALL[5].id: "2026-03-02"}

parts = st.lists(st.sets(st.integers(0, 7)), min_size=1, max_size=5)


def part(numbers: set[int]) -> Contents:
    some = tuple(ALL[number] for number in sorted(numbers))
    return Contents(
        attempts=some, undone={one.id: UNDONE[one.id] for one in some if one.id in UNDONE}
    )


@settings(max_examples=25, deadline=None)
@given(parts=parts)
def test_parts_merge_to_the_same_whatever_their_order_and_however_often(
    tmp_path_factory: pytest.TempPathFactory, parts: list[set[int]]
) -> None:
    union = set().union(*parts)
    with open_scores(tmp_path_factory.mktemp("store") / "scores.db") as scores:
        new = sum(merge(scores, part(numbers)).new for numbers in [*parts, *reversed(parts)])
        found = contents(scores)

    assert new == len(union)
    assert {one.id for one in found.attempts} == {ALL[number].id for number in union}
    assert dict(found.undone) == dict(part(union).undone)


def test_a_mark_of_taking_back_merges_into_what_was_there(tmp_path: Path) -> None:
    with open_scores(tmp_path / "scores.db") as scores:
        merge(scores, Contents(attempts=ALL, undone={}))
        merged = merge(scores, Contents(attempts=ALL, undone=UNDONE))

        assert (merged.new, merged.known, merged.taken_back) == (0, 8, 2)
        assert len(scores.attempts()) == 6


def test_what_is_new_and_what_was_known_is_counted_apart(tmp_path: Path) -> None:
    with open_scores(tmp_path / "scores.db") as scores:
        merge(scores, Contents(attempts=ALL[:5], undone={ALL[2].id: "2026-03-01"}))
        merged = merge(scores, Contents(attempts=ALL, undone=UNDONE))
        again = merge(scores, Contents(attempts=ALL, undone=UNDONE))

        assert (merged.new, merged.known, merged.taken_back) == (3, 5, 1)
        assert (again.new, again.known, again.taken_back) == (0, 8, 0)


def test_a_merge_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    bad = replace(ALL[7], score=2.0)
    with open_scores(tmp_path / "scores.db") as scores:
        with pytest.raises(StoreError):
            merge(scores, Contents(attempts=(*ALL[:7], bad), undone={}))

        assert scores.attempts() == ()


def test_restoring_keeps_what_was_answered_since_and_the_sessions(tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    with open_scores(old) as scores:
        scores.add_session(SESSION)
        merge(scores, Contents(attempts=ALL[:4], undone=UNDONE))
    with open_scores(new) as scores:
        scores.add_attempt(ALL[6])
        restore(scores, old)
        restore(scores, old)

        assert {one.id for one in contents(scores).attempts} == {
            one.id for one in (*ALL[:4], ALL[6])
        }
        assert scores.unfinished("Ada") == (SESSION,)


def test_restoring_makes_no_file_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    open_scores(tmp_path / "old.db").close()
    with open_scores(tmp_path / "new.db") as scores:
        restore(scores, tmp_path / "old.db")

    assert list(here.iterdir()) == []


def test_another_programs_file_is_no_backup(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "bookmarks.db")
    other.execute("CREATE TABLE bookmark (url TEXT)")
    other.close()

    with (
        open_scores(tmp_path / "scores.db") as scores,
        pytest.raises(StoreError, match=r"bookmarks\.db is a database of another program"),
    ):
        restore(scores, tmp_path / "bookmarks.db")


def test_all_who_practised_are_named(tmp_path: Path) -> None:
    with open_scores(tmp_path / "scores.db") as scores:
        scores.add_attempt(replace(ALL[0], student="Zoë"))
        scores.add_session(replace(SESSION, student="李雷"))

        assert students(scores) == ("Zoë", "李雷")
