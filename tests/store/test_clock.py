"""A clock that is set back, and the night on which an hour comes twice."""

from datetime import datetime
from pathlib import Path

from debatekit.cli.store.handed import handed_in
from debatekit.practice.schedule import card_of
from debatekit.store.exchange import Header, write_lines
from debatekit.store.scores import open_scores
from tests.store.make import attempt

FORWARD = "2026-10-25T00:30:00.000+00:00"
BACK = "2026-10-20T09:00:00.000+00:00"
SUMMER, WINTER = "2026-10-25T02:50:00.000+02:00", "2026-10-25T02:10:00.000+01:00"
"""Twenty minutes apart, the later one earlier by the wall clock."""


def test_after_the_clock_was_set_back_answers_stand_in_the_order_of_making(tmp_path: Path) -> None:
    made = (attempt(1, at=FORWARD), attempt(2, item="q2", at=BACK), attempt(3, item="q3", at=BACK))
    with open_scores(tmp_path / "scores.db", datetime.fromisoformat(FORWARD)) as scores:
        scores.add_attempt(made[0])
    with open_scores(tmp_path / "scores.db", datetime.fromisoformat(BACK)) as scores:
        for one in made[1:]:
            scores.add_attempt(one)

        assert scores.attempts(session="run-1") == made


def test_in_the_hour_that_comes_twice_two_files_are_joined_by_the_moment(tmp_path: Path) -> None:
    files = []
    for number, at in ((2, WINTER), (1, SUMMER)):
        header = Header(student="Ada", exported_at=FORWARD)
        files.append(tmp_path / f"{number}.jsonl")
        files[-1].write_bytes(write_lines(header, [attempt(number, at=at)]))

    assert [made.at for made in handed_in(files) or ()] == [SUMMER, WINTER]


def test_a_card_is_due_after_the_last_moment_and_not_after_the_last_hour_on_the_wall() -> None:
    pair = [attempt(1, at=WINTER, score=0.0), attempt(2, at=SUMMER, session="b", score=0.0)]
    card = card_of(pair, lambda made: ())

    assert card is not None
    assert datetime.fromisoformat(card.due) > datetime.fromisoformat(WINTER)
    turned = card_of(reversed(pair), lambda made: ())
    assert turned is not None
    assert turned.due == card.due
