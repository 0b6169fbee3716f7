"""ClassReport: what a report says, free of any one screen; what is undefined is None."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from debatekit.model.item import Kind
from debatekit.model.words import Strand
from debatekit.report.intervals import Interval

CellWord = Literal["low", "partly", "secure", "too few"]
Trust = Literal["counts only", "unstable", "plain"]
"""What the number of students bears: below 10, from 10 to 29, from 30."""
SOME, MANY = 10, 30


class Cell(Struct, frozen=True, kw_only=True):
    """The mean of first answers, how many there were, and a word for it."""

    mean: float
    interval: Interval | None
    answers: int
    students: int
    word: CellWord


class HeatRow(Struct, frozen=True, kw_only=True):
    """One line of a heat map: a claim or a student, over all strands and by strand."""

    id: str
    label: str
    total: Cell
    strands: Mapping[Strand, Cell]


class Choosing(Struct, frozen=True, kw_only=True):
    """One option of a question: how many chose it, and whether those who know more did."""

    key: str
    """Its letter; empty where students saw the options in different orders."""
    right: bool
    count: int
    share: float
    """Of those to whom it was shown."""
    share_interval: Interval | None = None
    correlation: float | None = None
    interval: Interval | None = None
    flaw: str = ""
    flags: tuple[str, ...] = ()
    shown: int | None = None
    """To how many it was shown; nothing if the answers do not tell."""
    tag: str = ""
    """What it is called in every session; empty if the answers do not tell."""
    text: str = ""
    """Its wording, or that of the claim it is; empty without the lesson."""


class QuestionFinding(Struct, frozen=True, kw_only=True):
    """One question: how hard it was, and how well it tells students apart."""

    generator: str
    target: str
    strand: Strand
    kind: Kind
    stem: str
    about: tuple[str, ...]
    answers: int
    difficulty: float
    difficulty_interval: Interval | None = None
    complete: bool = False
    """Whether it is in the item analysis, which takes students who answered all of it."""
    discrimination: float | None = None
    discrimination_interval: Interval | None = None
    quality: str = ""
    alpha_without: float | None = None
    """The reliability that is left if this question is taken out."""
    alpha_without_interval: Interval | None = None
    flags: tuple[str, ...] = ()
    options: tuple[Choosing, ...] = ()


class Analysis(Struct, frozen=True, kw_only=True):
    """The questions as a test: how far its sums can be relied on."""

    students: int
    dropped: int
    """Students left out because they had not answered every question."""
    questions: int
    left_out: int
    """Questions left out because too few students answered them."""
    trust: Trust
    note: str
    name: Literal["KR-20", "alpha"]
    mean: float | None = None
    deviation: float | None = None
    reliability: float | None = None
    reliability_interval: Interval | None = None
    standard_error: float | None = None
    standard_error_interval: Interval | None = None


class Misconception(Struct, frozen=True, kw_only=True):
    """A mistake that has a name, and how many of those who could make it did."""

    text: str
    students: int
    asked: int
    """Students who met a question in which it can be made."""
    answers: int
    about: tuple[str, ...]
    """The claims in question, those most often missed first, in words."""


class Lure(Struct, frozen=True, kw_only=True):
    """A wrong option that several students took, of those to whom it was shown."""

    question: int
    """The question's place in the lesson's questions, from 1."""
    stem: str
    text: str
    count: int
    shown: int
    because: str
    """What taking it comes to, as a clause; empty if that has no name."""


class Reteach(Struct, frozen=True, kw_only=True):
    """A claim that the class has not understood, the surest case first."""

    id: str
    label: str
    strand: Strand
    mean: float
    answers: int
    students: int
    because: str


class LessonReport(Struct, frozen=True, kw_only=True):
    """All that the first answers on one lesson show."""

    id: str
    title: str
    students: tuple[str, ...]
    answers: int
    reteach: tuple[Reteach, ...]
    misconceptions: tuple[Misconception, ...]
    claims: tuple[HeatRow, ...]
    by_student: tuple[HeatRow, ...]
    analysis: Analysis
    questions: tuple[QuestionFinding, ...]
    lures: tuple[Lure, ...]
    scores: Mapping[str, tuple[float | None, ...]]
    """Each student's first answers, in the questions' order; nothing where there is none."""


class ClassReport(Struct, frozen=True, kw_only=True):
    """A class's report, lesson by lesson."""

    students: tuple[str, ...]
    answers: int
    lessons: tuple[LessonReport, ...]
