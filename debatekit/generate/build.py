"""From a question and its candidates to an item; options that would give the key away are out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from debatekit.model.item import Bloom, Choice, Fact, Multiple, Option
from debatekit.model.text import comparable
from debatekit.model.words import Side, Strand

WEIGHTS: dict[Bloom, int] = {"remember": 1, "understand": 2, "analyse": 4, "evaluate": 5}
"""How hard a task is by what it asks to do (revised taxonomy, Anderson and Krathwohl 2001)."""

WRONG = 2
"""How many wrong options a choice has: three options in all do best (Rodriguez 2005)."""

_TRIED = 10
_SHORTEST, _LONGEST = 0.67, 1.5

_comparable = lru_cache(maxsize=4096)(comparable)


class Candidate(Struct, frozen=True, kw_only=True, gc=False):
    """What could be an option: its wording, a longer one, and why it is right or wrong."""

    text: str
    long: str = ""
    """The whole sentence, if `text` is a short form of it."""
    why: str
    flaw: str = ""
    proof: tuple[Fact, ...] = ()


class Question(Struct, frozen=True, kw_only=True, gc=False):
    """What is asked, before its options are chosen."""

    generator: str
    strand: Strand
    stem: str
    target: str
    bloom: Bloom
    side: Side
    about: tuple[str, ...]
    paragraphs: tuple[int, ...] = ()
    hint: str = ""
    proof: tuple[Fact, ...] = ()
    why: str = ""
    harder: float = 0
    """What the task adds to the difficulty that its Bloom level gives."""
    interventions: int = 0
    """How many claims the stem grants or refuses."""


def difficulty(question: Question, several: bool) -> float:
    """Return how hard the item should be before anybody has answered it; at least 1.

    Each claim granted or refused after the first weighs one, ticking several or ordering
    them a half.
    """
    weight = WEIGHTS[question.bloom] + question.interventions - 1 + question.harder
    return max(1.0, weight + (0.5 if several else 0))


def choice(
    question: Question, key: Candidate, wrong: Iterable[Candidate], guard: bool = True
) -> Iterator[Choice]:
    """Yield the item with the first two wrong options that fit, or nothing.

    Options must differ, none may lie inside another, and the key's length must not give
    it away; `guard` is off where the options are the same for every item.
    """
    fitting: list[Candidate] = []
    for candidate in islice(wrong, _TRIED):
        for earlier in fitting:
            texts = _wording(key, earlier, candidate, guard)
            if texts:
                right, *others = map(option, (key, earlier, candidate), texts)
                yield _choice(question, (replace(right, correct=True), *others))
                return
        fitting.append(candidate)


def _choice(question: Question, options: tuple[Option, ...]) -> Choice:
    """Return the item; its options are put in their order later."""
    return Choice(
        id="",
        generator=question.generator,
        strand=question.strand,
        stem=question.stem,
        target=question.target,
        about=question.about,
        paragraphs=question.paragraphs,
        hint=question.hint,
        difficulty=difficulty(question, several=False),
        bloom=question.bloom,
        side=question.side,
        proof=question.proof,
        why=question.why,
        options=options,
    )


def multiple(
    question: Question, keys: Sequence[Candidate], wrong: Iterable[Candidate], most: int = 6
) -> Iterator[Multiple]:
    """Yield the item with all keys and two wrong options or more, or nothing."""
    chosen = list(keys)
    right = len(chosen)
    for candidate in islice(wrong, 2 * _TRIED):
        if len(chosen) == most or len(chosen) - right == max(WRONG, right):
            break
        if not says_same(candidate.text, [other.text for other in chosen]):
            chosen.append(candidate)
    if len(chosen) - right < WRONG or _alike(tuple(candidate.text for candidate in keys)):
        return
    options = tuple(
        option(candidate, candidate.text, correct=place < right)
        for place, candidate in enumerate(chosen)
    )
    yield Multiple(
        id="",
        generator=question.generator,
        strand=question.strand,
        stem=question.stem,
        target=question.target,
        about=question.about,
        paragraphs=question.paragraphs,
        hint=question.hint,
        difficulty=difficulty(question, several=True),
        bloom=question.bloom,
        side=question.side,
        proof=question.proof,
        why=question.why,
        options=options,
    )


def option(candidate: Candidate, text: str, correct: bool = False) -> Option:
    """Return the candidate as an option in the wording given."""
    return Option(
        text=text,
        correct=correct,
        why=candidate.why,
        flaw=candidate.flaw,
        proof=candidate.proof,
    )


def _wording(
    key: Candidate, one: Candidate, other: Candidate, guard: bool
) -> tuple[str, str, str] | None:
    """Return the three options in short or else in full words; nothing if neither fits."""
    texts = (key.text, one.text, other.text)
    if _fits(texts, guard):
        return texts
    texts = (key.long or key.text, one.long or one.text, other.long or other.text)
    return texts if _fits(texts, guard) else None


def _fits(texts: tuple[str, str, str], guard: bool) -> bool:
    """Return whether the options differ and the first does not stand out by its length."""
    return (not guard or is_inconspicuous(texts)) and not _alike(texts)


def is_inconspicuous(texts: Sequence[str]) -> bool:
    """Return whether the first text is about as long as the others are on average."""
    key, *others = map(len, texts)
    mean = sum(others) / len(others)
    return _SHORTEST * mean <= key <= _LONGEST * mean


@lru_cache(maxsize=1024)
def _alike(texts: tuple[str, ...]) -> bool:
    """Return whether any text says what an earlier one does."""
    return any(says_same(text, texts[:place]) for place, text in enumerate(texts) if place)


def says_same(text: str, others: Iterable[str]) -> bool:
    """Return whether a text equals another one or one lies inside the other."""
    mine = _comparable(text)
    for other in others:
        theirs = _comparable(other)
        if mine in theirs or theirs in mine:
            return True
    return False
