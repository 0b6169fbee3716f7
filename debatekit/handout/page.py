"""Brief: what a brief shows, in reading order, free of HTML and of any one screen.

A student's brief holds no paragraph references, no notes and no word on which reply is
the best: what is not in the page cannot leak from a file that is made of it.
"""

from typing import Literal, get_args

from msgspec import Struct

from debatekit.model.lesson import Burden, Verdict

Kind = Literal["brief", "quiz", "flow", "map", "glossary"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Reader = Literal["student", "teacher"]
READERS: tuple[Reader, ...] = get_args(Reader)
Form = Literal["html", "pdf", "docx"]
FORMS: tuple[Form, ...] = get_args(Form)
Paper = Literal["a4", "letter"]
Size = Literal["standard", "large-print", "dyslexia"]
"""How large and how wide the letters are set."""


class Point(Struct, frozen=True, kw_only=True):
    """One sentence, where it stands, and what bears it out."""

    text: str
    holder: str = ""
    """Who says it, if not the side that it stands under."""
    kind: str = ""
    """What sort of evidence it is, in a word."""
    numbers: tuple[int, ...] = ()
    """Places in the list of sources, from 1."""
    paragraphs: tuple[int, ...] = ()
    """Where the article says it, from 1; for the teacher."""
    note: str = ""
    """Why it is there; for the teacher."""
    evidence: tuple["Point", ...] = ()


class ReasonPart(Struct, frozen=True, kw_only=True):
    """One reason: its premises, and what they are to show."""

    label: str = ""
    """Its name on the page, such as `1A`; a counterargument's own reasons have none."""
    premises: tuple[Point, ...]
    unstated: tuple[Point, ...] = ()
    conclusion: str = ""
    """Empty where it is the claim that heads the contention."""
    scheme: str = ""
    """The pattern it follows, such as `cause to effect`; empty if it is none in particular."""


class ReplyPart(Struct, frozen=True, kw_only=True):
    """What the author's side says to a counterargument."""

    text: str
    answers: str
    """What it does to the counterargument, such as `Denies it`."""
    numbers: tuple[int, ...] = ()
    best: bool = False
    """For the teacher; always false on a student's page."""


class CounterPart(Struct, frozen=True, kw_only=True):
    """One counterargument, with the replies to it."""

    label: str
    """Its name on the page, such as `1.1`."""
    text: str
    held_by: tuple[str, ...] = ()
    critics: str = ""
    """The sort of critics who would say so, as a noun in the plural."""
    attack: str
    """What it does, as a verb: `Undermines`, `Rebuts`, `Undercuts`."""
    hits: str
    """What that verb takes: a claim in its own words, or `the step in reason 1A`."""
    only_asks: bool = False
    """True if it challenges a claim without asserting the opposite."""
    question: str = ""
    """The critical question it presses, in its scheme's words; for the teacher."""
    evidence: tuple[Point, ...] = ()
    reasons: tuple[ReasonPart, ...] = ()
    replies: tuple[ReplyPart, ...] = ()
    long: bool = False
    """True if it, or what stands beside it, may be longer than a page in two columns."""


class Exchange(Struct, frozen=True, kw_only=True):
    """A reason beside the counterarguments to it; without a reason, to the claim itself."""

    reason: ReasonPart | None
    counters: tuple[CounterPart, ...]


class ContentionPart(Struct, frozen=True, kw_only=True):
    """A claim under debate, with reasons and counterarguments side by side."""

    number: int
    claim: Point
    burden: Burden
    exchanges: tuple[Exchange, ...]
    notes: str = ""


class StrawPart(Struct, frozen=True, kw_only=True):
    """A summary that its holders would not sign, and what is wrong with it."""

    text: str
    flaw: str


class SummaryPart(Struct, frozen=True, kw_only=True):
    """One side at its strongest; the straw versions are for the teacher."""

    text: str
    straw: tuple[StrawPart, ...] = ()


class FactPart(Struct, frozen=True, kw_only=True):
    """A checkable claim, and what the record says about it."""

    claim: Point
    verdict: Verdict
    record: Point
    discuss: str = ""


class TermPart(Struct, frozen=True, kw_only=True):
    """A term of the glossary."""

    name: str
    meaning: Point
    coined_by: str = ""


class ActorPart(Struct, frozen=True, kw_only=True):
    """An actor of the lesson."""

    name: str
    kind: str
    role: str = ""
    also: tuple[str, ...] = ()


class SourcePart(Struct, frozen=True, kw_only=True):
    """An entry of the list of sources."""

    number: int
    text: str
    title: str = ""
    """The words of the text that lead to its address."""
    url: str = ""
    link: bool = False
    """True if the address is one that may be followed: https."""
    note: str = ""
    recalled: bool = False
    """True if it is cited from memory, not from a copy that was seen."""
    invented: bool = False
    """True if it was made up for an exercise."""


class Step(Struct, frozen=True, kw_only=True):
    """A step of the class plan."""

    minutes: int
    text: str


class Brief(Struct, frozen=True, kw_only=True):
    """A whole brief, part by part in reading order."""

    reader: Reader
    language: str
    title: str
    article: Point
    """The article's bibliography as one sentence; its kind is its genre."""
    summary: str
    objectives: tuple[str, ...]
    plan: tuple[Step, ...]
    terms: tuple[TermPart, ...]
    contentions: tuple[ContentionPart, ...]
    author_case: SummaryPart | None
    counter_case: SummaryPart | None
    facts: tuple[FactPart, ...]
    motions: tuple[Point, ...]
    actors: tuple[ActorPart, ...]
    sources: tuple[SourcePart, ...]
