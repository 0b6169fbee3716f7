"""A quiz on paper: a sheet of questions for each version, and the keys for the teacher.

A student's sheet is made without looking at a key, so that none can stand in the file.
"""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import assert_never

from msgspec import Struct

from debatekit.handout.columns import matched
from debatekit.handout.page import Reader
from debatekit.handout.quiz_key import key_blocks
from debatekit.handout.say import own, paragraph
from debatekit.handout.sheet import (
    Block,
    Choices,
    Line,
    Pair,
    Paragraph,
    Part,
    Question,
    Room,
    Sheet,
    Span,
)
from debatekit.model.item import Choice, Item, Match, Multiple, Option, Order, Short, keyed
from debatekit.model.material import Material

SECONDS_EACH = 50
"""Twelve questions take about ten minutes."""
MEASURE = "The article and the argument map decide what is right, not anybody’s own view."
_LEAST_CODE = 4


class Version(Struct, frozen=True, kw_only=True):
    """One version of a quiz: its letter, and its items in the order of the paper."""

    letter: str
    items: tuple[Item, ...]


def quiz_sheet(
    material: Material, title: str, versions: Sequence[Version], reader: Reader
) -> Sheet:
    """Return the sheets of all versions, or, for the teacher, the keys of all versions."""
    return Sheet(
        kind="quiz",
        reader=reader,
        language=material.source.language,
        title=f"{title}: quiz for the {reader}, {_versions(versions)}",
        running=title,
        parts=tuple(_part(title, version, reader) for version in versions),
        numbered_apart=True,
    )


def _versions(versions: Sequence[Version]) -> str:
    letters = ", ".join(version.letter for version in versions)
    return f"version{'' if len(versions) == 1 else 's'} {letters}"


def _part(title: str, version: Version, reader: Reader) -> Part:
    teacher = reader == "teacher"
    what = "Key" if teacher else "Quiz"
    minutes = max(1, round(len(version.items) * SECONDS_EACH / 60))
    length = f"{_counted(len(version.items), 'question')}, about {_counted(minutes, 'minute')}."
    choose = "" if teacher else " Choose one answer unless a question says otherwise."
    lead = f"{length}{choose} {MEASURE}"
    return Part(
        title=own(title),
        kicker=f"{what} for the {reader}, version {version.letter}",
        running=f"{what}, version {version.letter}",
        opening=(paragraph(lead, tone="quiet"),),
        blocks=_key(version) if teacher else tuple(_questions(version)),
        named=not teacher,
        points=0 if teacher else len(version.items),
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def item_codes(items: Sequence[Item]) -> tuple[str, ...]:
    """Return a short code for each item, made from its id alone; no two are the same."""
    digests = [sha256(item.id.encode("utf-8", "replace")).hexdigest() for item in items]
    length = _LEAST_CODE
    while len({digest[:length] for digest in digests}) < len(set(digests)):
        length += 1
    return tuple(digest[:length] for digest in digests)


def _key(version: Version) -> tuple[Block, ...]:
    return tuple(key_blocks(version.letter, version.items, item_codes(version.items)))


def _questions(version: Version) -> Iterator[Question]:
    codes = item_codes(version.items)
    for number, (item, code) in enumerate(zip(version.items, codes, strict=True), 1):
        yield Question(
            id=f"{version.letter.lower()}-{number}",
            number=number,
            code=code,
            strand=item.strand,
            blocks=(_asked(item), _answers(item)),
        )


def _asked(item: Item) -> Paragraph:
    """Return the question, and how it is to be answered on paper if it does not say so itself."""
    how = _how(item)
    last = re.split(r"[.?!] ", item.stem.lower())[-1]
    known = isinstance(item, Short | Multiple) and last.startswith(("answer", "tick", "choose"))
    if known or not how:
        return paragraph(own(item.stem))
    return paragraph(own(item.stem), " ", Span(how, quiet=True))


def _how(item: Item) -> str:
    """Return how the question is to be answered on paper; nothing if as the sheet's head says."""
    match item:
        case Choice():
            told = ""
        case Multiple():
            told = "Choose all that fit."
        case Match():
            told = "Write a letter before each number; some letters are left over."
        case Order():
            told = "Put them in order: 1 before what comes first."
        case Short():
            told = "Answer in a few words."
        case _:
            assert_never(item)
    return told


def _answers(item: Item) -> Block:
    """Return what there is to choose from, or the room to answer."""
    match item:
        case Choice(options=options):
            return Choices(options=_lettered(options), box="round")
        case Multiple(options=options):
            return Choices(options=_lettered(options), box="square")
        case Match(prompts=prompts, options=options):
            numbered = tuple((str(n), (own(text),)) for n, text in enumerate(prompts, 1))
            return Pair(
                lead=(Choices(options=numbered, box="line"),),
                right=(Choices(options=_lettered(options)),),
                share=matched(prompts, [one.text for one in options]),
            )
        case Order(options=options):
            return Choices(options=_lettered(options), box="line")
        case Short():
            return Room(lines=1)
        case _:
            assert_never(item)


def _lettered(options: tuple[Option, ...]) -> tuple[tuple[str, Line], ...]:
    return tuple((key, (own(one.text),)) for key, one in keyed(options))
