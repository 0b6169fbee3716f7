"""Tally: one question's first answers counted once, for all that is said of claims."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from debatekit.model.progress import Attempt
from debatekit.model.words import STRANDS, Strand
from debatekit.report.firsts import Firsts
from debatekit.report.mistakes import mistake
from debatekit.report.outline import Outline, subjects

NO_CLAIM = "-"
"""Stands for the claims of a question that is about none."""


class Tally(Struct, frozen=True, kw_only=True):
    """One question's first answers."""

    generator: str
    claims: tuple[str, ...]
    """The ids of the claims it is about, or `NO_CLAIM`."""
    strand: Strand
    score: float
    """The sum of the scores."""
    students: AbstractSet[str]
    """Who answered."""
    mistakes: Mapping[str, AbstractSet[str]]
    """Who made each mistake that has a name."""


def tallies(outline: Outline, firsts: Firsts) -> tuple[Tally, ...]:
    """Return each question's tally, in the questions' order."""
    return tuple(
        _tally(question[0], subjects(outline, question) or (NO_CLAIM,), answers)
        for question, answers in firsts.items()
    )


def _tally(generator: str, claims: tuple[str, ...], answers: Mapping[str, Attempt]) -> Tally:
    score = 0.0
    mistakes: dict[str, set[str]] = {}
    for name, made in answers.items():
        score += made.score
        if made.score < 1 and (text := mistake(generator, made.flaw)):
            mistakes.setdefault(text, set()).add(name)
    return Tally(
        generator=generator,
        claims=claims,
        strand=next(iter(answers.values())).strand,
        score=score,
        students=answers.keys(),
        mistakes=mistakes,
    )


def by_claim(outline: Outline, found: Iterable[Tally]) -> Mapping[str, Sequence[Tally]]:
    """Return the tallies by claim, in the lesson's order, those on none last."""
    apart: dict[str, list[Tally]] = {}
    for tally in found:
        for id_ in tally.claims:
            apart.setdefault(id_, []).append(tally)
    others = sorted(apart.keys() - outline.claims.keys() - {NO_CLAIM})
    return {id_: apart[id_] for id_ in (*outline.claims, *others, NO_CLAIM) if id_ in apart}


def by_strand(found: Iterable[Tally]) -> Mapping[Strand, Sequence[Tally]]:
    """Return the tallies by strand, in the screens' order."""
    apart: dict[Strand, list[Tally]] = {}
    for tally in found:
        apart.setdefault(tally.strand, []).append(tally)
    return {name: apart[name] for name in STRANDS if name in apart}


def students_of(found: Iterable[Tally]) -> set[str]:
    """Return who answered any of the questions."""
    return set().union(*(tally.students for tally in found))
