"""From a question and its candidates to an item; options that would give the key away are out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from debatekit.generate.clues import (
    ABSOLUTE,
    NAMES,
    SHORTEST,
    WORD,
    Way,
    Wording,
    clues,
    said_by,
    ways,
    worded,
)
from debatekit.model.item import Bloom, Choice, Fact, Multiple, Option
from debatekit.model.text import comparable
from debatekit.model.words import Side, Strand

WEIGHTS: dict[Bloom, int] = {"remember": 1, "understand": 2, "analyse": 4, "evaluate": 5}
"""How hard a task is by what it asks to do (revised taxonomy, Anderson and Krathwohl 2001)."""

WRONG = 2
"""How many wrong options a choice has: three options in all do best (Rodriguez 2005)."""

_TRIED = 10
"""How many wrong options are looked at; of later ones only those that have a word in question."""

_MANY, _MOST = 32, 40
"""How many are looked at where several are wanted, and where the item would be left out."""

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
    stems: tuple[str, ...] = ()
    """Other wordings of the stem, for where the first one gives the key away."""
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
    question: Question,
    key: Candidate,
    wrong: Iterable[Candidate],
    guard: bool = True,
    strict: bool = False,
) -> Iterator[Choice]:
    """Yield the item with the first two wrong options that fit, or nothing.

    Options must differ, none may lie inside another, and the key's length must not give
    it away; `guard` is off where the options are the same for every item, so that neither
    their lengths nor their words tell anything. Options and a wording under which no word
    points at the key come first; with `strict`, the item is left out where there are none.
    """
    asked = _Asked(question, key, guard, NAMES if strict else SHORTEST)
    candidates = islice(wrong, _MOST if strict else _MANY)
    first = list(islice(candidates, WRONG))
    found = _at_once(asked, first) or _found(asked, chain(first, candidates))
    if found and not (strict and found.signs >= WORD):
        yield _choice(question, key, found)


class _Asked(Struct, frozen=True, gc=False):
    """What is asked, its key, whether lengths count, and how long a word must be to tell."""

    question: Question
    key: Candidate
    guard: bool
    shortest: int


class _Version(Struct, frozen=True, gc=False):
    """A stem and three options in some wording, and how much points at the key."""

    signs: int
    stem: str
    texts: tuple[str, str, str]
    wrong: tuple[Candidate, ...]


def _at_once(asked: _Asked, wrong: Sequence[Candidate]) -> _Version | None:
    """Return the plainest version, if nothing in it points at the key; most items need no more."""
    if len(wrong) < WRONG:
        return None
    texts = (asked.key.text, wrong[0].text, wrong[1].text)
    clean = _fits(texts, asked.guard) and (not asked.guard or _is_clean(asked, texts))
    return _Version(0, asked.question.stem, texts, tuple(wrong)) if clean else None


def _is_clean(asked: _Asked, texts: tuple[str, str, str]) -> bool:
    """Return whether nothing points at the first text."""
    key, one, other = (worded(text, asked.shortest) for text in texts)
    if not key.is_absolute == one.is_absolute == other.is_absolute:
        return False
    return key.words & clues(asked.question.stem, asked.shortest) <= one.words | other.words


def _found(asked: _Asked, wrong: Iterable[Candidate]) -> _Version | None:
    """Return the version with the fewest signs, of those the first."""
    question, key = asked.question, asked.key
    texts = (key.text, key.long or key.text) if asked.shortest == SHORTEST else (key.text,)
    known = ways((question.stem, *question.stems), texts, asked.shortest)
    best: _Version | None = None
    seen: list[_Told] = []
    for place, candidate in enumerate(wrong):
        said = tuple([said_by(way, candidate.text, candidate.long) for way in known])
        if best and place >= _TRIED and not _has_a_clue(known, said):
            continue
        told = _Told(candidate, said)
        for earlier in seen:
            best = _better(best, known, earlier, told, asked.guard)
            if best and not best.signs:
                return best
        seen.append(told)
    return best


def _has_a_clue(known: tuple[Way, ...], said: tuple[tuple[Wording, frozenset[str]], ...]) -> bool:
    """Return whether a wrong option has any of the words that point at the key."""
    return any(alone != way.shared for way, (_, alone) in zip(known, said, strict=True))


class _Told(Struct, frozen=True, gc=False):
    """A wrong option, and what it says and leaves untold under each way to ask."""

    candidate: Candidate
    said: tuple[tuple[Wording, frozenset[str]], ...]


def _better(
    best: _Version | None, known: tuple[Way, ...], first: _Told, second: _Told, guard: bool
) -> _Version | None:
    """Return the way to ask under which fewest signs point at the key, if it beats the best."""
    for way, (one, alone), (other, alone_too) in zip(known, first.said, second.said, strict=True):
        signs = 0 if alone.isdisjoint(alone_too) else WORD
        if not way.key.is_absolute == one.is_absolute == other.is_absolute:
            signs += ABSOLUTE
        if best is None or signs < best.signs:
            texts = (way.key.text, one.text, other.text)
            if _fits(texts, guard):
                best = _Version(signs, way.stem, texts, (first.candidate, second.candidate))
                if not signs:
                    break
    return best


def _choice(question: Question, key: Candidate, version: _Version) -> Choice:
    """Return the item; its options are put in their order later."""
    right, *others = map(option, (key, *version.wrong), version.texts)
    return Choice(
        **common(question, several=False),
        stem=version.stem,
        options=(replace(right, correct=True), *others),
    )


def multiple(
    question: Question, keys: Sequence[Candidate], wrong: Iterable[Candidate], most: int = 6
) -> Iterator[Multiple]:
    """Yield the item with all keys and two wrong options or more, or nothing."""
    chosen = list(keys)
    right = len(chosen)
    for candidate in islice(wrong, _MANY):
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
        **common(question, several=True),
        stem=question.stem,
        options=options,
    )


def common(question: Question, *, several: bool) -> dict[str, Any]:
    """Return what an item of any kind takes from its question, but for the stem."""
    return {
        "id": "",
        "generator": question.generator,
        "strand": question.strand,
        "target": question.target,
        "about": question.about,
        "paragraphs": question.paragraphs,
        "hint": question.hint,
        "difficulty": difficulty(question, several=several),
        "bloom": question.bloom,
        "side": question.side,
        "proof": question.proof,
        "why": question.why,
    }


def option(candidate: Candidate, text: str, correct: bool = False) -> Option:
    """Return the candidate as an option in the wording given."""
    return Option(
        text=text,
        correct=correct,
        why=candidate.why,
        flaw=candidate.flaw,
        proof=candidate.proof,
    )


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
