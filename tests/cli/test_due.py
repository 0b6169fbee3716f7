"""Working out what is due never keeps another session's answer waiting."""

import subprocess
import sys
from pathlib import Path

import pytest

from debatekit.cli.store.due import SLICE, refresh
from debatekit.model.progress import Attempt
from debatekit.store.cards import Cards
from debatekit.store.merge import Contents, merge
from debatekit.store.scores import Scores, open_scores
from tests.store.make import attempt

ROOT = Path(__file__).parent.parent.parent
TARGETS = 4 * SLICE
LATER = "2999-01-01T00:00:00.000+00:00"
REFRESH = """
import sys
from pathlib import Path
from debatekit.cli.store.due import refresh
from debatekit.store.cards import Cards
from debatekit.store.scores import open_scores
with open_scores(Path(sys.argv[1])) as scores:
    sys.stdout.write("begun\\n")
    sys.stdout.flush()
    refresh(Cards(scores), "Ada")
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with many answers, none of which is in a card yet."""
    path = tmp_path / "scores.db"
    made = tuple(
        attempt(number, target=f"t{number % TARGETS}", session=f"run-{number}", item=f"q{number}")
        for number in range(8 * TARGETS)
    )
    with open_scores(path) as scores:
        merge(scores, Contents(attempts=made, undone={}))
    return path


def test_another_program_s_answers_are_kept_while_cards_are_worked_out(file: Path) -> None:
    worker = subprocess.Popen(
        [sys.executable, "-c", REFRESH, str(file)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert worker.stdout is not None
    assert worker.stdout.readline() == "begun\n"
    meanwhile: list[Attempt] = []
    with open_scores(file) as scores:
        while worker.poll() is None:
            meanwhile.append(attempt(10**6 + len(meanwhile), student="Ben"))
            scores.add_attempt(meanwhile[-1])
        worker.stdout.close()

        assert worker.returncode == 0
        assert scores.attempts("Ben") == tuple(meanwhile)
        assert Cards(scores).changed("Ada") == ()
        assert len(Cards(scores).due("Ada", LATER, most=2 * TARGETS)) == TARGETS
    # Had there been one lock, one answer would have waited from the beginning to the end.
    assert len(meanwhile) > 4


class Answered(Cards):
    """Cards of a file to which another session adds an answer whenever one is worked out."""

    other: Scores
    added = 0

    def attempts_on(self, student: str, lesson: str, target: str = "") -> tuple[Attempt, ...]:
        self.added += 1
        found = super().attempts_on(student, lesson, target)
        self.other.add_attempt(
            attempt(10**6 + self.added, target=target, session=f"new-{self.added}")
        )
        return found


def test_no_lock_is_held_while_an_answer_is_replayed_and_what_came_since_stays_marked(
    file: Path,
) -> None:
    with open_scores(file) as scores, open_scores(file) as others:
        others._connection.execute("PRAGMA busy_timeout = 0")
        cards = Answered(scores)
        cards.other = others
        refresh(cards, "Ada")

        assert cards.added == TARGETS
        assert len(Cards(scores).changed("Ada")) == TARGETS
        refresh(Cards(scores), "Ada")
        assert Cards(scores).changed("Ada") == ()
