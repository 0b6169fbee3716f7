"""Attempt, SessionRecord, Mastery, Card: what a learner did, what it shows, and what is due."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from debatekit.model.item import Kind
from debatekit.model.words import Strand

MasteryWord = Literal["mastered", "learning", "start here", "too little data"]

Share = Annotated[float, Meta(ge=0, le=1)]
"""A share of one, from 0 to 1."""


# Nothing in an attempt can point back to it, and there can be very many: no need to trace them.
class Attempt(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """One response to one item, scored, with its time; never changed once made."""

    id: Annotated[str, Meta(min_length=1)]
    """A UUID, so that files merge without doubling."""
    student: str
    lesson: str
    item: str
    target: str
    strand: Strand
    kind: Kind
    generator: str
    response: tuple[str, ...]
    """Option keys in order (for `short` one text); empty if the item was skipped."""
    score: Share
    """In [0, 1]."""
    certainty: Annotated[int, Meta(ge=1, le=3)] | None = None
    """1, 2 or 3, if it was asked."""
    took_ms: Annotated[int, Meta(ge=0)] = 0
    at: str
    """When, ISO 8601 in UTC."""
    session: str = ""
    skipped: bool = False
    """A skip is kept, but is no evidence."""
    bloom: str = "understand"
    chance: Share = 0
    """The score that guessing gives on average, in [0, 1]."""
    hinted: bool = False
    flaw: str = ""
    """What is wrong with the wrong option chosen, in a word, if it has one."""
    shown: tuple[str, ...] = ()
    """What the options are called, in the order in which they were shown: `a` is the first."""


class SessionRecord(Struct, frozen=True, kw_only=True):
    """One run through items, as it is kept so that it can be resumed."""

    id: str
    student: str
    lesson: str
    quiz: str
    seed: int
    options: str
    """The choices that shaped the plan (strands, length, exam), as one comparable text."""
    items: tuple[str, ...]
    """The ids of the planned items, in order."""
    started_at: str
    ended_at: str = ""
    """Empty while unfinished."""


class Mastery(Struct, frozen=True, kw_only=True):
    """How well a skill is known, from its attempts."""

    strand: Strand
    skill: str
    value: float
    """The mean, in [0, 1]."""
    low: float
    """The lower end of its 80 % interval."""
    word: MasteryWord
    evidence: float
    """How many recent answers it rests on, older ones counting less."""


class Card(Struct, frozen=True, kw_only=True):
    """When a target is to be asked again, worked out from the first answers to it."""

    student: str
    lesson: str
    target: str
    strand: Strand
    due: str
    """ISO 8601 in UTC."""
    state: str
    """What the scheduler knows of it, as JSON."""
