r"""Items as GIFT, Moodle's plain-text format.

A text is HTML, so that nothing in it is taken for markup or for the arrow of a pair; what
GIFT itself would read (`~ = # { } : \`) is escaped once more. Steps to order, which GIFT
does not know, become pairs of step and place.
"""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from debatekit.export.batch import Batch, Tell, TellItem, identity, tags
from debatekit.export.parts import pairs, reasons, spares, steps, tied
from debatekit.export.text import in_category, in_html, in_menu, shortened, worded
from debatekit.export.weights import tell_weights, weights
from debatekit.model.item import Choice, Item, Match, Multiple, Option, Order, Short

LEFT_OUT = "hints, difficulty and proofs are left out"
_SPECIAL = re.compile(r"[~=#{}:\\]")
_STAND_IN = re.compile(r"&&(010|035|058|061|092|123|125|126)")
"""What readers of GIFT put in the place of escaped signs; it has no escape of its own."""
_TITLE = 80


def gift(batches: Iterable[Batch], tell: Tell) -> Iterator[bytes]:
    """Yield a category for each batch, and its questions."""
    tell(LEFT_OUT, "")
    for batch in batches:
        yield f"$CATEGORY: $course$/debatekit/{in_category(batch.title)}\n\n".encode()
        for item in batch.items:
            yield _question(batch, item, tell).encode()


def escaped(text: str) -> str:
    r"""Return a text in which GIFT finds no syntax.

    >>> print(escaped("a = {b}: 1"))
    a \= \{b\}\: 1
    """
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", r"\n")


def _question(batch: Batch, item: Item, tell: Tell) -> str:
    name = identity(batch, item)
    labels = "".join(f" [tag:{tag}]" for tag in tags(batch, item))
    title = escaped(shortened(item.stem, _TITLE))
    said = "<br>".join(in_html(one) for one in reasons(item))
    after = f"\n####{escaped(said)}" if said else ""
    answers = "\n".join(_answers(item, lambda lost: tell(lost, name)))
    return (
        f"// [id:{name}]{labels}\n::{title}::[html]{_text(item.stem)}{{\n{answers}{after}\n}}\n\n"
    )


def _answers(item: Item, tell: TellItem) -> Iterator[str]:
    """Yield the lines between the braces."""
    match item:
        case Choice():
            yield from _one_right(item)
        case Multiple():
            yield from _ticks(item, tell)
        case Match():
            tell("reasons of single options go into the general feedback")
            yield from _pairs(item)
        case Order():
            tell("steps to order become pairs of step and place")
            yield from _places(item, tell)
        case Short():
            yield from _typed(item, tell)
        case _:
            assert_never(item)


def _one_right(item: Choice) -> Iterator[str]:
    for option in item.options:
        yield f"{'=' if option.correct else '~'}{_text(option.text)}{_why(option)}"


def _ticks(item: Multiple, tell: TellItem) -> Iterator[str]:
    """Yield options whose weights reach 100 when all right ones are ticked, and no other."""
    right = [option.correct for option in item.options]
    tell_weights(right, tell)
    for option, share in zip(item.options, weights(right), strict=True):
        yield f"~%{share:.5f}%{_text(option.text)}{_why(option)}"


def _pairs(item: Match) -> Iterator[str]:
    for prompt, partner in pairs(item):
        yield f"={_text(prompt)} -> {_entry(partner.text)}"
    for spare in spares(item):
        yield f"= -> {_entry(spare.text)}"


def _places(item: Order, tell: TellItem) -> Iterator[str]:
    if tied(item):
        tell("steps that share a place are marked as if in one order")
    for option, place in steps(item):
        yield f"={_text(option.text)} -> {place}"


def _typed(item: Short, tell: TellItem) -> Iterator[str]:
    """Yield the answers that count, and typical mistakes with their reasons."""
    for share, options in ((100, map(_bare, item.accepted)), (0, item.options)):
        for option in options:
            text = worded(option.text)
            if "->" in text:
                tell("an arrow in a typed answer becomes →")
            if _STAND_IN.search(text):
                tell("in a typed answer, && and a number are read as the sign they stand for")
            # A star would stand for any text, and an arrow would make pairs of the answers.
            plain = text.replace("->", "→").replace("*", r"\*")
            yield f"=%{share}%{_bracket(escaped(plain))}{_why(option)}"


def _bare(text: str) -> Option:
    return Option(text=text)


def _bracket(text: str) -> str:
    """Return a typed answer whose first words are no format's name."""
    return f"[plain]{text}" if text.startswith("[") else text


def _text(text: str) -> str:
    """Return a text as escaped HTML whose beginning is neither a format's name nor a weight."""
    return _begun(in_html(text))


def _entry(text: str) -> str:
    """Return a partner, which stands in a menu, in the same way."""
    return _begun(in_menu(text))


def _begun(safe: str) -> str:
    if safe[0] in "[%":
        safe = f"&#{ord(safe[0])};{safe[1:]}"
    return escaped(safe)


def _why(option: Option) -> str:
    return f"#{_text(option.why)}" if option.why.strip() else ""
