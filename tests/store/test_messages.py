"""Whatever is asked of a score file that cannot be used is one message that names the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from debatekit.store.cards import Cards
from debatekit.store.errors import StoreError
from debatekit.store.forget import forget
from debatekit.store.merge import Contents, contents, merge, students
from debatekit.store.scores import Scores, open_scores
from debatekit.store.standings import Standings
from tests.store.make import ATTEMPT, SESSION

NOW = "2026-03-10T10:00:00.000+00:00"
NOTHING = Contents(undone={})
ASKED: dict[str, Callable[[Scores], object]] = {
    "a session begins": lambda scores: scores.add_session(SESSION),
    "an answer is kept": lambda scores: scores.add_attempt(ATTEMPT),
    "unfinished sessions": lambda scores: scores.unfinished("Ada"),
    "answers": lambda scores: scores.attempts("Ada"),
    "answers taken back": lambda scores: scores.undone("run-1"),
    "all contents": contents,
    "students": students,
    "more is merged": lambda scores: merge(scores, NOTHING),
    "a student is forgotten": lambda scores: forget(scores, "Ada"),
    "the standing": lambda scores: Standings(scores).standing("Ada"),
    "the standing is settled": lambda scores: Standings(scores).settle("Ada", lambda text, _: text),
    "the standing is dropped": lambda scores: Standings(scores).drop("Ada"),
    "the latest sessions": lambda scores: Standings(scores).latest("Ada", 3),
    "what is due": lambda scores: Cards(scores).due("Ada", NOW),
    "what has changed": lambda scores: Cards(scores).changed("Ada"),
    "a card is dropped": lambda scores: Cards(scores).drop("Ada", "allies", "t1", 1),
}


@pytest.mark.parametrize("asked", ASKED)
def test_what_is_asked_of_a_file_that_was_closed_is_one_message_with_its_name(
    tmp_path: Path, asked: str
) -> None:
    scores = open_scores(tmp_path / "scores.db")
    scores.close()

    with pytest.raises(StoreError, match=rf"{tmp_path}/scores\.db cannot be used: "):
        ASKED[asked](scores)
