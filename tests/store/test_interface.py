"""Another store may stand behind a session: what it must do, done by the file and by a list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from debatekit.model.item import Item
from debatekit.model.progress import Attempt, SessionRecord
from debatekit.practice.record import Wish, choices_of, new_record
from debatekit.practice.results import results
from debatekit.practice.session import Answer, Session, advanced, attempt, resumed, taken_back
from debatekit.store.interface import AnswerStore
from debatekit.store.scores import open_scores
from tests.practice.make import choice
from tests.store.make import ATTEMPT, SESSION

ITEMS: tuple[Item, ...] = tuple(choice(f"q{number}") for number in range(6))
AT = "2026-03-01T10:00:0{}.000+00:00"
RIGHT, WRONG, SKIP = Answer(response=("a",)), Answer(response=("b",)), Answer()


class Lists:
    """A store that keeps everything in lists."""

    def __init__(self) -> None:
        self.made: list[Attempt] = []
        self.gone: dict[str, str] = {}
        self.sessions: list[SessionRecord] = []

    def add_session(self, record: SessionRecord) -> None:
        self.sessions.append(record)

    def end_session(self, session_id: str, at: str) -> None:
        self.sessions = [
            replace(one, ended_at=at) if one.id == session_id and not one.ended_at else one
            for one in self.sessions
        ]

    def add_attempt(self, attempt: Attempt) -> None:
        if attempt.id not in {one.id for one in self.made}:
            self.made.append(attempt)

    def undo_attempt(self, attempt_id: str, at: str) -> None:
        self.gone.setdefault(attempt_id, at)

    def unfinished(self, student: str) -> tuple[SessionRecord, ...]:
        ours = [one for one in self.sessions if one.student == student and not one.ended_at]
        return tuple(reversed(ours))

    def attempts(self, student: str = "", session: str = "") -> tuple[Attempt, ...]:
        return tuple(
            one
            for one in self.made
            if one.student == (student or one.student)
            and one.session == (session or one.session)
            and one.id not in self.gone
        )

    def undone(self, session: str) -> tuple[Attempt, ...]:
        return tuple(one for one in self.made if one.session == session and one.id in self.gone)


@pytest.fixture(params=["file", "lists"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AnswerStore]:
    if request.param == "lists":
        yield Lists()
    else:
        with open_scores(tmp_path / "scores.db") as scores:
            yield scores


def begun(store: AnswerStore) -> Session:
    planned = Session(id="run", student="Ada", lesson="allies", items=ITEMS)
    store.add_session(new_record(planned, "allies", 7, Wish(), AT.format(0)))
    return taken_up(store)


def taken_up(store: AnswerStore) -> Session:
    """The student's unfinished session, as the store alone tells it."""
    (record,) = store.unfinished("Ada")
    assert not choices_of(record).exam
    session = Session(id=record.id, student="Ada", lesson=record.lesson, items=ITEMS)
    seen = {made.item for made in store.undone(record.id)}
    return resumed(session, store.attempts(session=record.id), seen)


def answered(store: AnswerStore, session: Session, answer: Answer) -> Session:
    assert session.current is not None
    number = len(store.attempts()) + len(store.undone("run"))
    made = attempt(session, session.current, answer, f"id-{number}", AT.format(number))
    store.add_attempt(made)
    return advanced(session, made)


def test_a_session_is_played_stopped_taken_back_and_ended_on_any_store(store: AnswerStore) -> None:
    session = begun(store)
    for answer in (RIGHT, SKIP, WRONG):
        session = answered(store, session, answer)
    before, gone = taken_back(session)
    for one in gone:
        store.undo_attempt(one.id, AT.format(9))

    later = taken_up(store)
    assert later == before
    assert later.current == ITEMS[2]
    while later.current is not None:
        later = answered(store, later, RIGHT)
    store.end_session("run", AT.format(9))

    assert store.unfinished("Ada") == ()
    assert store.attempts("Ada") == later.attempts
    assert [one.score for one in store.undone("run")] == [0]
    assert results(later) == results(replace(later, attempts=store.attempts(session="run")))


def test_the_same_attempt_twice_is_one_on_any_store(store: AnswerStore) -> None:
    store.add_attempt(ATTEMPT)
    store.add_attempt(replace(ATTEMPT, score=1.0))
    store.undo_attempt("unknown", AT.format(1))

    assert store.attempts() == (ATTEMPT,)
    assert store.attempts("Ben") == store.undone("run-1") == ()


def test_an_ended_session_stays_as_it_ended_on_any_store(store: AnswerStore) -> None:
    for number in (1, 2, 3):
        store.add_session(replace(SESSION, id=f"run-{number}"))
    store.end_session("run-2", AT.format(1))
    store.end_session("run-2", AT.format(2))

    assert [one.id for one in store.unfinished("Ada")] == ["run-3", "run-1"]
