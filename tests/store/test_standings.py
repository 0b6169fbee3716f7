"""Standings: what is summed up and what comes after are all first answers, each once."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from debatekit.model.progress import Attempt
from debatekit.practice.firsts import first_answers
from debatekit.store.merge import Contents, merge
from debatekit.store.scores import Scores, open_scores
from debatekit.store.standings import MANY, RECENT, Standings
from tests.store.make import attempt

NUMBER = MANY + RECENT + 50
"""Enough that something is summed up."""


def ids(state: str, firsts: Sequence[Attempt]) -> str:
    """A standing that tells which answers are in it."""
    return " ".join([*state.split(), *(made.id for made in firsts)])


def made(number: int, student: str = "Ada") -> Attempt:
    """Some items come again in their session, some are skipped, as in real ones."""
    return attempt(
        number,
        student=student,
        session=f"{student}-{number // 10}",
        item=f"q{number % 7}",
        skipped=number % 11 == 0,
    )


@pytest.fixture
def scores(tmp_path: Path) -> Scores:
    opened = open_scores(tmp_path / "scores.db")
    merge(opened, Contents(attempts=tuple(made(number) for number in range(NUMBER)), undone={}))
    return opened


def known(scores: Scores, student: str = "Ada") -> list[str]:
    state, later = Standings(scores).standing(student)
    return [*state.split(), *(found.id for found in later)]


def expected(scores: Scores, student: str = "Ada") -> list[str]:
    return [found.id for found in first_answers(scores.attempts(student))]


def test_few_answers_are_not_summed_up(tmp_path: Path) -> None:
    with open_scores(tmp_path / "few.db") as few:
        few.add_attempt(made(1))
        Standings(few).settle("Ada", ids)

        assert Standings(few).standing("Ada") == ("", (made(1),))


@pytest.mark.parametrize(("number", "later"), [(MANY + RECENT, None), (MANY + RECENT + 1, RECENT)])
def test_answers_are_summed_up_once_there_are_many(
    tmp_path: Path, number: int, later: int | None
) -> None:
    answers = tuple(attempt(n, session=f"run-{n}") for n in range(number))
    with open_scores(tmp_path / "scores.db") as scores:
        merge(scores, Contents(attempts=answers, undone={}))
        Standings(scores).settle("Ada", ids)

        assert len(Standings(scores).standing("Ada")[1]) == (number if later is None else later)


def keep_many(scores: Scores, number: int) -> None:
    """Keep so many answers, each in a session of its own, by one statement, which is quick."""
    scores.add_attempt(attempt(1))
    alike = [name for name in Attempt.__struct_fields__ if name not in ("id", "session")]
    scores._connection.execute(
        f"INSERT INTO attempt (id, session, {', '.join(alike)})"
        " WITH RECURSIVE number (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM number WHERE n < ?)"
        f" SELECT n, n, {', '.join(alike)} FROM number JOIN attempt ON sequence = 1",
        (number,),
    )


def test_very_many_answers_are_summed_up_part_by_part_each_once(tmp_path: Path) -> None:
    number, parts = 21_000 + MANY + RECENT, []

    def counted(state: str, firsts: Sequence[Attempt]) -> str:
        parts.append(len(firsts))
        return str(int(state or 0) + len(firsts))

    with open_scores(tmp_path / "scores.db") as scores:
        keep_many(scores, number)
        Standings(scores).settle("Ada", counted)

        assert len(parts) == 2
        assert Standings(scores).standing("Ada")[0] == str(sum(parts)) == str(number - RECENT)


CHANGES: dict[str, Callable[[Scores], None]] = {
    "nothing": lambda scores: None,
    "another answer": lambda scores: scores.add_attempt(made(NUMBER)),
    "the last answer taken back": lambda scores: scores.undo_attempt(made(NUMBER - 1).id, "now"),
    "an old answer taken back": lambda scores: scores.undo_attempt(made(12).id, "now"),
    "another student's answer": lambda scores: scores.add_attempt(made(NUMBER + 1, "Bob")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_summed_up_and_later_answers_are_all_first_answers(scores: Scores, change: str) -> None:
    with scores:
        Standings(scores).settle("Ada", ids)
        summed_up = len(Standings(scores).standing("Ada")[0].split())
        CHANGES[change](scores)

        assert summed_up > MANY // 2
        assert known(scores) == expected(scores)
        Standings(scores).settle("Ada", ids)
        assert known(scores) == expected(scores)


def test_taking_back_a_recent_answer_keeps_the_sums(scores: Scores) -> None:
    with scores:
        Standings(scores).settle("Ada", ids)
        before = Standings(scores).standing("Ada")[0]
        scores.undo_attempt(made(NUMBER - 1).id, "now")

        assert Standings(scores).standing("Ada")[0] == before


def test_a_standing_that_is_dropped_is_worked_out_again_and_others_stay(scores: Scores) -> None:
    with scores:
        bobs = tuple(made(number, "Bob") for number in range(NUMBER, 2 * NUMBER))
        merge(scores, Contents(attempts=bobs, undone={}))
        for student in ("Ada", "Bob"):
            Standings(scores).settle(student, ids)
        before = Standings(scores).standing("Bob")[0]
        Standings(scores).drop("Ada")

        assert Standings(scores).standing("Ada")[0] == ""
        assert Standings(scores).standing("Bob")[0] == before != ""
        assert known(scores) == expected(scores)


def test_the_latest_sessions_are_whole_and_only_so_many(scores: Scores) -> None:
    with scores:
        found = Standings(scores).latest("Ada", 3)
        firsts = [one for one in first_answers(scores.attempts("Ada")) if one in found]

        assert len({one.session for one in found}) == 3
        assert list(found) == firsts
        assert Standings(scores).latest("Bob", 3) == ()
