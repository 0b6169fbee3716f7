"""One run through items as a state machine: no screen, no disk, no clock."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from debatekit.model.item import KEYS, Item, Option, kind_of, option_tags
from debatekit.model.progress import Attempt
from debatekit.model.words import Strand
from debatekit.practice.grading import chance, grade
from debatekit.practice.known import MOST_MISSES, misses_in_a_row
from debatekit.practice.mastery import SkillKey
from debatekit.practice.turns import order_after, tries_again

LONGEST = timedelta(minutes=15)
"""After so long a sitting ends, unless a number of questions was asked for."""
SECOND_TRY = 0.5
"""What a second try's score counts for where scores are shown."""


class Answer(Struct, frozen=True, kw_only=True):
    """What came back for one item; an empty response is a skip."""

    response: tuple[str, ...] = ()
    certainty: int | None = None
    took_ms: int = 0
    hinted: bool = False
    flagged: bool = False
    """To be asked again at the end of an exam."""


class Session(Struct, frozen=True, kw_only=True):
    """The items of one run, and the attempts made so far, oldest first.

    Everything else follows from these: which item comes now, which wrong answers get a
    second try or a sibling later on, and which skills are left alone.
    """

    id: str
    student: str
    lesson: str
    items: tuple[Item, ...]
    """The items as planned, in order."""
    attempts: tuple[Attempt, ...] = ()
    exam: bool = False
    """Hold feedback to the end; what was skipped or flagged comes back once."""
    again: bool = False
    """Missed items asked once more: nothing comes back, nothing counts."""
    seen: frozenset[str] = frozenset()
    """Ids of items whose feedback was already shown and whose answer was taken back."""
    siblings: Mapping[str, Item] = {}
    """By an item's id, the question that a miss brings later on the same target."""
    misses: Mapping[SkillKey, int] = {}
    """How many questions in a row went wrong earlier today, by skill."""
    lessons: Mapping[str, str] = {}
    """By an item's id, the lesson it comes from, where that is not the session's."""
    examples: Mapping[Strand, Item] = {}
    """By strand, a question that can be shown solved; none of those that are asked."""
    met: frozenset[Strand] = frozenset()
    """The strands of which the student has ever met a question or an example."""

    @property
    def order(self) -> tuple[Item, ...]:
        """All items in the order in which they are asked, as it stands now."""
        if self.exam or self.again:
            return self.items
        return order_after(self.items, self.attempts, self.siblings, self.misses)

    @property
    def current(self) -> Item | None:
        """The item to ask now; nothing when all are done."""
        if (item := self.second_try) is not None:
            return item
        tried = {attempt.item for attempt in self.attempts}
        order = self.order
        fresh = next((item for item in order if item.id not in tried), None)
        if fresh is not None or not self.exam:
            return fresh
        return next((item for item in order if self._comes_back(item)), None)

    @property
    def second_try(self) -> Item | None:
        """The item that was just answered, not quite right, and may be tried once more."""
        if self.exam or self.again or not self.attempts:
            return None
        last = self.attempts[-1]
        if last.skipped or last.score == 1 or len(self._tries(last.item)) > 1:
            return None
        item = next((item for item in self.order if item.id == last.item), None)
        return item if item is not None and tries_again(item) else None

    @property
    def example(self) -> Item | None:
        """The question to show solved before the current one, the first ever of its strand.

        An exam shows none, since it says nothing before its end.
        """
        item = self.current
        if item is None or self.exam or self.again or item.strand in self.met:
            return None
        if any(made.strand == item.strand for made in self.attempts):
            return None
        return self.examples.get(item.strand)

    @property
    def coming_back(self) -> bool:
        """Whether an exam has come to what was skipped or flagged."""
        return self.current is not None and bool(self._tries(self.current.id))

    @property
    def number(self) -> int:
        """The current item's place in the session, from 1."""
        order, current = self.order, self.current
        return order.index(current) + 1 if current else len(order)

    @property
    def done(self) -> int:
        """How many items have been answered or skipped."""
        return len({attempt.item for attempt in self.attempts})

    @property
    def answered(self) -> tuple[tuple[Item, Attempt], ...]:
        """Each answered item with the answer that is shown, in order; skips are left out.

        That is the first one; in an exam, where nothing was said in between, the last.
        """
        made: dict[str, Attempt] = {}
        for attempt in self.attempts:
            if not attempt.skipped and (self.exam or attempt.item not in made):
                made[attempt.item] = attempt
        return tuple((item, made[item.id]) for item in self.order if item.id in made)

    @property
    def missed(self) -> tuple[Item, ...]:
        """The items whose answer was not quite right."""
        return tuple(item for item, made in self.answered if made.score < 1)

    @property
    def stopped(self) -> frozenset[SkillKey]:
        """The skills that are left alone for the rest of the day."""
        if self.exam or self.again:
            return frozenset()
        streak = misses_in_a_row(self.attempts, self.misses)
        return frozenset(key for key, count in streak.items() if count >= MOST_MISSES)

    def first(self, item: Item) -> Attempt:
        """Return the first answer to an item that was answered."""
        return next(made for made in self._tries(item.id) if not made.skipped)

    def lesson_of(self, item: Item) -> str:
        """Return the lesson that an item comes from."""
        return self.lessons.get(item.id, self.lesson)

    def shown_score(self, item: Item) -> float:
        """Return an answered item's score as it is shown; a second try counts half."""
        scores = [made.score for made in self._tries(item.id) if not made.skipped]
        if self.exam:
            return scores[-1]
        return max(scores[:1] + [SECOND_TRY * score for score in scores[1:2]])

    def _tries(self, item_id: str) -> list[Attempt]:
        return [attempt for attempt in self.attempts if attempt.item == item_id]

    def _comes_back(self, item: Item) -> bool:
        """Return whether the item was left out, or answered and flagged, and no more.

        A flag is kept as a skip that follows the answer.
        """
        return [made.skipped for made in self._tries(item.id)] in ([True], [False, True])


def over(since: str, now: str) -> bool:
    """Return whether a sitting has lasted as long as one should; both are ISO 8601."""
    return datetime.fromisoformat(now) - datetime.fromisoformat(since) >= LONGEST


def attempt(session: Session, item: Item, answer: Answer, id: str, at: str) -> Attempt:
    """Return the graded attempt that an answer makes; `at` is ISO 8601 in UTC."""
    return Attempt(
        id=id,
        student=session.student,
        lesson=session.lesson_of(item),
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
        shown=option_tags(item),
    )


def flaw(options: Sequence[Option], response: Sequence[str]) -> str:
    """Return the tag of the first wrong option chosen that has one."""
    chosen = (options[KEYS.index(key)] for key in response if key in KEYS[: len(options)])
    return next((option.flaw for option in chosen if not option.correct and option.flaw), "")


def advanced(session: Session, made: Attempt) -> Session:
    """Return the session after an attempt."""
    return replace(session, attempts=(*session.attempts, made))


def shown_example(session: Session, example: Item) -> Session:
    """Return the session after an example was shown, or passed over: it never comes again."""
    return replace(session, met=session.met | {example.strand})


def taken_back(session: Session) -> tuple[Session, tuple[Attempt, ...]]:
    """Return the session before its last answer, and the attempts that are taken back for it.

    In a session that shows feedback at once, the item's next answer counts as hinted.
    """
    if not session.attempts:
        return session, ()
    gone = 2 if _ends_with_flag(session) else 1
    before, last = session.attempts[:-gone], session.attempts[-gone:]
    hidden = session.exam or last[0].skipped
    shown = session.seen if hidden else session.seen | {last[0].item}
    return replace(session, attempts=before, seen=shown), last


def _ends_with_flag(session: Session) -> bool:
    """Return whether the last answer of an exam was flagged, which is kept as a skip."""
    last = [(made.item, made.skipped) for made in session.attempts[-2:]]
    return session.exam and len(last) == 2 and last == [(last[0][0], False), (last[0][0], True)]


def resumed(session: Session, attempts: Sequence[Attempt], seen: Collection[str] = ()) -> Session:
    """Return the session after the attempts that were kept; those on other items are left out."""
    ids = {item.id for item in (*session.items, *session.siblings.values())}
    kept = tuple(attempt for attempt in attempts if attempt.item in ids)
    return replace(session, attempts=kept, seen=frozenset(seen))
