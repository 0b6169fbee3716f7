"""A session as it is kept: what was chosen when it began, and whether it fits a new wish."""

from collections.abc import Sequence
from contextlib import suppress

from msgspec import DecodeError, Struct, json

from debatekit.model.progress import SessionRecord
from debatekit.model.words import Strand
from debatekit.practice.session import Session


class Choices(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a learner asked for when the session began; nothing means the quiz's own."""

    strands: tuple[Strand, ...] = ()
    size: int | None = None
    exam: bool = False
    """Hold feedback to the end, and come back to what was skipped or flagged."""
    certainty: bool = False
    lessons: tuple[str, ...] = ()
    """Where items come from several lessons: each item's lesson, in the items' order."""
    examples: tuple[Strand, ...] = ()
    """The strands whose worked example was shown."""


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


def fitting(records: Sequence[SessionRecord], quiz: str, wish: Wish) -> SessionRecord | None:
    """Return the first unfinished session on the quiz that does not contradict what is asked."""
    for record in records:
        if record.quiz != quiz:
            continue
        with suppress(DecodeError):  # a file from elsewhere; what it began is not gone on with
            if wish.agrees(choices_of(record), record.seed):
                return record
    return None


def choices_of(record: SessionRecord) -> Choices:
    """Return what was chosen when a kept session began."""
    return json.decode(record.options, type=Choices)


def options_text(choices: Choices) -> str:
    """Return choices as they are kept with a session."""
    return json.encode(choices).decode()


def new_record(session: Session, quiz: str, seed: int, wish: Wish, at: str) -> SessionRecord:
    """Return a new session as it is kept, so that it can be resumed."""
    lessons = tuple(session.lesson_of(item) for item in session.items)
    choices = Choices(
        strands=wish.strands,
        size=wish.size,
        exam=wish.exam,
        certainty=wish.certainty,
        lessons=lessons if set(lessons) != {session.lesson} else (),
    )
    return SessionRecord(
        id=session.id,
        student=session.student,
        lesson=session.lesson,
        quiz=quiz,
        seed=seed,
        options=options_text(choices),
        items=tuple(item.id for item in session.items),
        started_at=at,
    )
