"""The key of a quiz on paper: at a glance for marking, then the reason for every option."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from debatekit.handout.say import bold, own, paragraph
from debatekit.handout.sheet import (
    Block,
    Choices,
    Line,
    Paragraph,
    Question,
    Section,
    Span,
    Table,
)
from debatekit.model.item import Choice, Item, Match, Multiple, Option, Order, Short, keyed

_EM_SPACE = "\u2003"
"""Stands between the numbered parts of a line."""


def key_blocks(letter: str, items: Sequence[Item], codes: Sequence[str]) -> Iterator[Block]:
    """Yield the key of a version at a glance, then each question with the reasons."""
    rows = tuple(
        ((Span(f"{number}"),), (Span(code),), _marked(item), (Span(_where(item)),))
        for number, (item, code) in enumerate(zip(items, codes, strict=True), 1)
    )
    table = Table(
        head=("Question", "Code", "Key", "Paragraphs"), rows=rows, shares=(13, 10, 55, 22)
    )
    small = letter.lower()
    yield Section(id=f"key-{small}", title=f"The key of version {letter}", blocks=(table,))
    reasons = (_reason(small, *one) for one in enumerate(zip(items, codes, strict=True), 1))
    title = f"The reasons in version {letter}"
    yield Section(id=f"why-{small}", title=title, blocks=tuple(reasons))


def _marked(item: Item) -> Line:
    """Return the key in bold letters, and what else is right on paper."""
    match item:
        case Order(keys=keys):
            lines = "\u00a0".join(str(keys.index(key) + 1) for key in sorted(keys))
            return bold(key_text(item)), Span(f" (on the lines, from above: {lines})")
        case Short(accepted=accepted):
            others = worded_apart(accepted)[1:]
            return bold(key_text(item)), Span("".join(f" / {one}" for one in others))
        case _:
            return (bold(key_text(item)),)


def key_text(item: Item) -> str:
    """Return an item's key as it would be typed: letters, or the first answer that counts.

    Letters of one key are never parted by the end of a line.
    """
    match item:
        case Choice() | Multiple() | Order():
            return "\u00a0".join(item.keys)
        case Match(keys=keys):
            return "\u00a0".join(f"{number}{key}" for number, key in enumerate(keys, 1))
        case Short(accepted=accepted):
            return accepted[0]
        case _:
            assert_never(item)


def worded_apart(accepted: Sequence[str]) -> tuple[str, ...]:
    """Return the answers that differ by more than an article, a hyphen, a mark or a capital.

    >>> worded_apart(["a common foe", "Common foe", "the foe", "foe"])
    ('a common foe', 'the foe')
    """
    first = {_bare(one): one for one in reversed(accepted)}
    return tuple(first[bare] for bare in dict.fromkeys(map(_bare, accepted)))


def _bare(answer: str) -> str:
    words = re.findall(r"\w+", answer.casefold())
    return " ".join(words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words)


def _where(item: Item) -> str:
    return ", ".join(map(str, item.paragraphs)) or "map"


def _reason(letter: str, number: int, asked: tuple[Item, str]) -> Question:
    item, code = asked
    return Question(
        id=f"{letter}-{number}",
        number=number,
        code=code,
        strand=item.strand,
        level=3,
        blocks=tuple(told(item)),
    )


def told(item: Item) -> Iterator[Block]:
    """Yield a question with its key, why it is right, and what is said to each option."""
    right = {*item.keys} if isinstance(item, Choice | Multiple) else set()
    told = keyed(item.options)
    again = any(one.why == item.why for key, one in told if key in right)
    key = bold(f"Key:\u00a0{key_text(item)}.")
    if again or not item.why:
        yield paragraph(own(item.stem), " ", key)
    else:
        yield paragraph(own(item.stem))
        yield paragraph(key, " ", own(item.why))
    if isinstance(item, Match):
        yield Paragraph(line=tuple(_numbered(item.prompts)))
    if told:
        marks = _marks(item)
        yield Choices(options=tuple((key, _judged(one, marks.get(key, ""))) for key, one in told))


def _numbered(prompts: Sequence[str]) -> Iterator[Span]:
    for number, text in enumerate(prompts, 1):
        yield bold(f"{_EM_SPACE if number > 1 else ''}{number}\u00a0")
        yield own(text)


def _marks(item: Item) -> Mapping[str, str]:
    """Return by its letter what an option that belongs in the key is there."""
    match item:
        case Choice() | Multiple():
            return dict.fromkeys(item.keys, "Right")
        case Match(keys=keys):
            return {key: f"Right for {_numbers(keys, key)}" for key in keys}
        case Order(keys=keys):
            return {key: f"Place {number}" for number, key in enumerate(keys, 1)}
        case Short():
            return {}
        case _:
            assert_never(item)


def _numbers(keys: Sequence[str], key: str) -> str:
    return ", ".join(str(number) for number, one in enumerate(keys, 1) if one == key)


def _judged(option: Option, mark: str) -> Line:
    marked = (bold(f"{mark}: "),) if mark else ()
    between = " " if option.text.endswith((".", "?", "!", "\u2026")) else ": "
    why = (Span(between), Span(option.why, quiet=True, foreign=True)) if option.why else ()
    return (*marked, own(option.text), *why)
