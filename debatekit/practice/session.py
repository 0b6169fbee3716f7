"""One run through items as a state machine: no screen, no disk, no clock."""

from collections.abc import Collection, Sequence

from msgspec import Struct, json
from msgspec.structs import replace

from debatekit.model.item import KEYS, Item, Option, kind_of
from debatekit.model.progress import Attempt, SessionRecord
from debatekit.model.words import Strand
from debatekit.practice.grading import chance, grade


class Choices(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a learner asked for when the session began; nothing means the quiz's own."""

    strands: tuple[Strand, ...] = ()
    size: int | None = None
    exam: bool = False
    """Hold feedback to the end, and come back to what was skipped."""
    certainty: bool = False


class Wish(Struct, frozen=True, kw_only=True):
    """What the command line asks for; nothing means whatever is there."""

    strands: tuple[Strand, ...] = ()
    size: int | None = None
    exam: bool = False
    certainty: bool = False
    seed: int | None = None

    def agrees(self, choices: Choices, seed: int) -> bool:
        """Return whether a session begun with these choices fits what is asked for now."""
        return (
            (not self.strands or set(self.strands) == set(choices.strands))
            and self.size in (None, choices.size)
            and (not self.exam or choices.exam)
            and (not self.certainty or choices.certainty)
            and self.seed in (None, seed)
        )


class Answer(Struct, frozen=True, kw_only=True):
    """What came back for one item; an empty response is a skip."""

    response: tuple[str, ...] = ()
    certainty: int | None = None
    took_ms: int = 0
    hinted: bool = False


class Session(Struct, frozen=True, kw_only=True):
    """The items of one run, and the attempts made so far, oldest first."""

    id: str
    student: str
    lesson: str
    items: tuple[Item, ...]
    attempts: tuple[Attempt, ...] = ()
    revisits: bool = False
    """Come back to skipped items once all have been shown."""
    seen: frozenset[str] = frozenset()
    """Ids of items whose feedback was already shown and whose answer was taken back."""

    @property
    def current(self) -> Item | None:
        """The item to ask now; nothing when all are done."""
        tried = [attempt.item for attempt in self.attempts]
        for item in self.items:
            if item.id not in tried:
                return item
        if self.revisits:
            skipped = {attempt.item for attempt in self.attempts if attempt.skipped}
            again = (item for item in self.items if item.id in skipped)
            return next((item for item in again if tried.count(item.id) == 1), None)
        return None

    @property
    def number(self) -> int:
        """The current item's place in the session, from 1."""
        return self.items.index(self.current) + 1 if self.current else len(self.items)

    @property
    def done(self) -> int:
        """How many items have been answered or skipped."""
        return len({attempt.item for attempt in self.attempts})

    @property
    def answered(self) -> tuple[tuple[Item, Attempt], ...]:
        """Each answered item with its attempt, in the items' order; skips are left out."""
        made = {attempt.item: attempt for attempt in self.attempts if not attempt.skipped}
        return tuple((item, made[item.id]) for item in self.items if item.id in made)


def attempt(session: Session, item: Item, answer: Answer, id: str, at: str) -> Attempt:
    """Return the graded attempt that an answer makes; `at` is ISO 8601 in UTC."""
    return Attempt(
        id=id,
        student=session.student,
        lesson=session.lesson,
        item=item.id,
        target=item.target,
        strand=item.strand,
        kind=kind_of(item),
        generator=item.generator,
        response=answer.response,
        score=grade(item, answer.response),
        certainty=answer.certainty,
        took_ms=answer.took_ms,
        at=at,
        session=session.id,
        skipped=not answer.response,
        bloom=item.bloom,
        chance=chance(item),
        hinted=answer.hinted or item.id in session.seen,
        flaw=flaw(item.options, answer.response),
    )


def flaw(options: Sequence[Option], response: Sequence[str]) -> str:
    """Return the tag of the first wrong option chosen that has one."""
    chosen = (options[KEYS.index(key)] for key in response if key in KEYS[: len(options)])
    return next((option.flaw for option in chosen if not option.correct and option.flaw), "")


def advanced(session: Session, made: Attempt) -> Session:
    """Return the session after an attempt."""
    return replace(session, attempts=(*session.attempts, made))


def taken_back(session: Session) -> tuple[Session, Attempt | None]:
    """Return the session before its last attempt, and that attempt, if there is one.

    In a session that shows feedback at once, the item's next answer counts as hinted.
    """
    if not session.attempts:
        return session, None
    *before, last = session.attempts
    hidden = session.revisits or last.skipped
    shown = session.seen if hidden else session.seen | {last.item}
    return replace(session, attempts=tuple(before), seen=shown), last


def resumed(session: Session, attempts: Sequence[Attempt], seen: Collection[str] = ()) -> Session:
    """Return the session after the attempts that were kept; those on other items are left out."""
    ids = {item.id for item in session.items}
    kept = tuple(attempt for attempt in attempts if attempt.item in ids)
    return replace(session, attempts=kept, seen=frozenset(seen))


def fitting(records: Sequence[SessionRecord], quiz: str, wish: Wish) -> SessionRecord | None:
    """Return the first unfinished session on the quiz that does not contradict what is asked."""
    for record in records:
        if record.quiz == quiz and wish.agrees(choices_of(record), record.seed):
            return record
    return None


def choices_of(record: SessionRecord) -> Choices:
    """Return what was chosen when a kept session began."""
    return json.decode(record.options, type=Choices)


def new_record(session: Session, quiz: str, seed: int, wish: Wish, at: str) -> SessionRecord:
    """Return a new session as it is kept, so that it can be resumed."""
    choices = Choices(
        strands=wish.strands, size=wish.size, exam=wish.exam, certainty=wish.certainty
    )
    return SessionRecord(
        id=session.id,
        student=session.student,
        lesson=session.lesson,
        quiz=quiz,
        seed=seed,
        options=json.encode(choices).decode(),
        items=tuple(item.id for item in session.items),
        started_at=at,
    )
