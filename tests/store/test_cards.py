"""Cards: when a target is due again, and that none stays as it was after an answer to it."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from debatekit.model.progress import Card
from debatekit.store.cards import Cards
from debatekit.store.errors import APPLICATION_ID, StoreError
from debatekit.store.migrate import migrations, statements
from debatekit.store.scores import Scores, open_scores
from tests.store.make import ATTEMPT, SESSION, attempt

NOW = "2026-03-10T10:00:00.000+00:00"
TARGET = ("allies", "support:shared-enemy")


@pytest.fixture
def scores(tmp_path: Path) -> Iterator[Scores]:
    with open_scores(tmp_path / "scores.db") as opened:
        yield opened


def card(number: int, due: str = "2026-03-05T10:00:00.000+00:00", **more: str) -> Card:
    given = {"student": "Ada", "lesson": "allies", "target": f"t{number}", "state": "{}"}
    return Card(**(given | more), strand="structure", due=due)


def kept(scores: Scores, *cards: Card) -> Cards:
    """Keep the cards, each after an attempt on its target."""
    found = Cards(scores)
    for number, one in enumerate(cards, 100):
        scores.add_attempt(
            attempt(number, student=one.student, lesson=one.lesson, target=one.target)
        )
        found.keep(one, 1)
    return found


def test_each_attempt_and_each_undo_marks_its_card_once(scores: Scores) -> None:
    cards = Cards(scores)
    scores.add_attempt(ATTEMPT)
    scores.add_attempt(ATTEMPT)
    scores.undo_attempt(ATTEMPT.id, NOW)
    scores.undo_attempt(ATTEMPT.id, NOW)

    assert cards.changed("Ada") == ((*TARGET, 2),)
    assert cards.changed("Bob") == ()
    assert cards.attempts_on("Ada", *TARGET) == ()


def test_a_card_that_was_worked_out_is_due_in_its_time(scores: Scores) -> None:
    cards = kept(scores, card(1), card(2, "2026-03-11T10:00:00.000+00:00"))

    assert cards.changed("Ada") == ()
    assert cards.due("Ada", NOW) == (card(1),)
    assert cards.due_targets("Ada", NOW) == {"allies": {"t1"}}
    assert cards.next_due("Ada") == card(1).due
    assert cards.next_due("Bob") == ""


def test_the_longest_overdue_come_first_up_to_a_number_and_of_one_lesson(scores: Scores) -> None:
    early, late = "2026-03-01T10:00:00.000+00:00", "2026-03-02T10:00:00.000+00:00"
    cards = kept(scores, card(1, late), card(2, early), card(3, early, lesson="trams"))

    assert [one.target for one in cards.due("Ada", NOW, "allies")] == ["t2", "t1"]
    assert {one.target for one in cards.due("Ada", NOW, most=2)} == {"t2", "t3"}


def test_an_attempt_made_while_a_card_is_worked_out_keeps_it_marked(scores: Scores) -> None:
    cards = Cards(scores)
    scores.add_attempt(ATTEMPT)
    ((lesson, target, changes),) = cards.changed("Ada")
    scores.add_attempt(attempt(2))
    cards.keep(card(0, lesson=lesson, target=target), changes)
    cards.drop("Ada", lesson, target, changes)

    assert cards.changed("Ada") == ((*TARGET, 2),)
    cards.keep(card(0, lesson=lesson, target=target), 2)
    assert cards.changed("Ada") == ()


def test_what_another_program_has_worked_out_meanwhile_stays(scores: Scores) -> None:
    cards, soon, late = Cards(scores), "2026-03-02", "2026-03-09"
    for number in (1, 2):
        scores.add_attempt(attempt(number, target="t1"))
    ((*_, changes),) = cards.changed("Ada")
    cards.keep(card(1, late), changes)
    for number in (3, 4):
        scores.add_attempt(attempt(number, target="t1"))
    cards.keep(card(1, soon), changes)

    assert cards.due("Ada", NOW) == (card(1, late),)
    assert [target for _, target, _ in cards.changed("Ada")] == ["t1"]


def test_a_card_that_was_dropped_and_came_again_with_an_answer_is_not_dropped(
    scores: Scores,
) -> None:
    cards = Cards(scores)
    scores.add_attempt(attempt(1, target="t1"))
    scores.undo_attempt(attempt(1).id, NOW)
    ((*_, changes),) = cards.changed("Ada")
    cards.drop("Ada", "allies", "t1", changes)
    assert cards.changed("Ada") == ()
    scores.add_attempt(attempt(2, target="t1"))
    cards.drop("Ada", "allies", "t1", changes)

    assert [target for _, target, _ in cards.changed("Ada")] == ["t1"]


def test_a_card_that_no_answer_speaks_for_is_dropped_alone(scores: Scores) -> None:
    cards = kept(scores, card(1), card(2), card(1, student="Bob"), card(1, lesson="trams"))
    cards.drop("Ada", "allies", "t1", 1)

    left = [(one.lesson, one.target) for one in cards.due("Ada", NOW)]
    assert sorted(left) == [("allies", "t2"), ("trams", "t1")]
    assert len(cards.due("Bob", NOW)) == 1


def test_strands_are_met_with_their_first_question_even_if_it_was_taken_back(
    scores: Scores,
) -> None:
    scores.add_attempt(ATTEMPT)
    scores.add_attempt(attempt(2, strand="claims", student="Bob"))
    scores.undo_attempt(ATTEMPT.id, NOW)
    cards = Cards(scores)

    assert cards.strands_met("Ada", ["claims", "structure"]) == {"structure"}
    assert cards.strands_met("Bob", ["claims", "structure"]) == {"claims"}
    assert cards.strands_met("Ada", ["claims"]) == frozenset()


def test_cards_kept_at_once_are_kept_all_or_none(scores: Scores) -> None:
    cards = kept(scores, card(1), card(2))
    scores.add_attempt(attempt(1, target="t1"))

    def stopped_halfway() -> None:
        with cards.at_once():
            cards.keep(card(1, "2026-03-09"), 2)
            cards.drop("Ada", "allies", "t2", 1)
            assert cards.due("Ada", NOW) == (card(1, "2026-03-09"),)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped_halfway()

    assert set(cards.due("Ada", NOW)) == {card(1), card(2)}


def test_after_cards_that_could_not_be_kept_an_answer_is_on_the_disk_as_ever(
    scores: Scores, tmp_path: Path
) -> None:
    def no_commit(action: int, argument: str | None, *_: str | None) -> int:
        refused = action == sqlite3.SQLITE_TRANSACTION and argument == "COMMIT"
        return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK

    cards = kept(scores, card(1))
    scores._connection.set_authorizer(no_commit)
    with pytest.raises(StoreError), cards.at_once():
        cards.drop("Ada", "allies", "t1", 1)
    scores._connection.set_authorizer(None)
    scores.add_attempt(ATTEMPT)

    with open_scores(tmp_path / "scores.db") as other:
        assert ATTEMPT in other.attempts()
        assert Cards(other).due("Ada", NOW) == (card(1),)


def test_attempts_of_a_day_and_earlier_times_of_a_kind_are_found(scores: Scores) -> None:
    for number, (kind, took) in enumerate([("choice", 10), ("order", 20), ("choice", 30)], 1):
        at = f"2026-03-0{number}T10:00:00.000+00:00"
        scores.add_attempt(attempt(number, kind=kind, took_ms=took, at=at))
    cards = Cards(scores)
    last = cards.attempts_on("Ada", "allies")[-1]

    since = datetime(2026, 3, 2, tzinfo=UTC)
    assert [one.took_ms for one in cards.attempts_since("Ada", since)] == [20, 30]
    assert cards.times_before(last, 5) == (10,)
    assert cards.times_before(last, 0) == ()


@pytest.mark.parametrize(
    ("at", "since_midnight"),
    [
        ("2026-03-01T23:59:59.999+00:00", False),
        ("2026-03-02T00:00:00.000+00:00", True),
        ("2026-03-02T01:00:00.000+02:00", False),
        ("2026-03-01T23:00:00.000-05:00", True),
        ("2026-03-01T20:30:00-12:00", True),
        ("2026-03-02T13:59:00+14:00", False),
        ("20260301T230000-0500", True),
    ],
)
def test_an_attempt_from_another_time_zone_falls_on_the_day_on_which_it_was_made(
    scores: Scores, at: str, since_midnight: bool
) -> None:
    scores.add_attempt(attempt(1, at=at))

    found = Cards(scores).attempts_since("Ada", datetime(2026, 3, 2, tzinfo=UTC))

    assert bool(found) is since_midnight


def test_a_student_s_attempts_take_their_cards_with_them(scores: Scores, tmp_path: Path) -> None:
    cards = kept(scores, card(1), replace(card(2), student="Bob"))
    with sqlite3.connect(tmp_path / "scores.db") as file:
        file.execute("DELETE FROM attempt WHERE student = 'Ada'")

    assert not cards.changed("Ada")
    assert not cards.due("Ada", NOW)
    assert len(cards.due("Bob", NOW)) == 1


def test_a_file_of_the_first_schema_gets_a_card_to_work_out_for_each_target(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.db"
    first = migrations()[1]
    with sqlite3.connect(path) as file:
        for statement in statements(first):
            file.execute(statement)
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        file.execute("PRAGMA user_version = 1")
        columns = "id, session, student, lesson, item, target, strand, kind, generator, response,"
        columns += " score, took_ms, at, skipped, bloom, chance, hinted, flaw"
        file.execute(
            f"INSERT INTO attempt ({columns}) VALUES ('1', 'run-1', 'Ada', 'allies', 'q1', ?,"
            " 'structure', 'choice', 'supports_which', '[\"a\"]', 1, 0, ?, 0, 'analyse', 0, 0, '')",
            (TARGET[1], NOW),
        )
    with open_scores(path) as scores:
        scores.add_session(SESSION)

        assert Cards(scores).changed("Ada") == ((*TARGET, 1),)
        assert len(Cards(scores).attempts_on("Ada", *TARGET)) == 1
