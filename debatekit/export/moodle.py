"""Items as Moodle XML, which Moodle's question bank imports.

Elements and their order follow Moodle's own export. Texts are HTML without markup of theirs.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from debatekit.export.batch import Batch, Tell, TellItem, identity, tags
from debatekit.export.parts import pairs, reasons, spares, steps, tied
from debatekit.export.text import (
    cleaned,
    in_category,
    in_html,
    in_menu,
    in_xml,
    shortened,
    worded,
)
from debatekit.export.weights import tell_weights, weights
from debatekit.model.item import Choice, Item, Match, Multiple, Option, Order, Short

LEFT_OUT = "difficulty and proofs are left out"
_NAME = 120
_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'


def moodle(batches: Iterable[Batch], tell: Tell) -> Iterator[bytes]:
    """Yield a category for each batch, and its questions."""
    tell(LEFT_OUT, "")
    yield _HEAD
    for batch in batches:
        path = f"$course$/top/debatekit/{in_category(batch.title)}"
        yield (
            f'<question type="category"><category><text>{in_xml(path)}</text></category>'
            f"<idnumber>debatekit-{in_xml(batch.quiz)}</idnumber></question>\n"
        ).encode()
        for item in batch.items:
            yield "\n".join(_question(batch, item, tell)).encode() + b"\n"
    yield b"</quiz>\n"


def _question(batch: Batch, item: Item, tell: Tell) -> Iterator[str]:
    name = identity(batch, item)
    yield f'<question type="{_type(item)}">'
    yield f"<name>{_xml_text(shortened(item.stem, _NAME))}</name>"
    yield _html("questiontext", in_html(item.stem))
    yield _html("generalfeedback", "<br>".join(in_html(one) for one in reasons(item)))
    yield "<defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden>"
    yield f"<idnumber>{in_xml(name)}</idnumber>"
    yield from _body(item, lambda lost: tell(lost, name))
    if cleaned(item.hint):
        yield _html("hint", in_html(item.hint))
    labels = "".join(f"<tag>{_xml_text(tag)}</tag>" for tag in tags(batch, item))
    yield f"<tags>{labels}</tags>"
    yield "</question>"


def _type(item: Item) -> str:
    """Return Moodle's name for the kind of question."""
    match item:
        case Choice() | Multiple():
            return "multichoice"
        case Match():
            return "matching"
        case Order():
            return "ordering"
        case Short():
            return "shortanswer"
        case _:
            assert_never(item)


def _body(item: Item, tell: TellItem) -> Iterator[str]:
    """Yield what only this kind of question has."""
    match item:
        case Choice():
            yield "<single>true</single>"
            yield from _chosen(item, [100.0 * option.correct for option in item.options])
        case Multiple(options=options):
            right = [option.correct for option in options]
            tell_weights(right, tell)
            yield "<single>false</single>"
            yield from _chosen(item, weights(right))
        case Match():
            tell("reasons of single options go into the general feedback")
            yield "<shuffleanswers>true</shuffleanswers>"
            yield _SHOW_NUMBER
            yield from _pairs(item)
        case Order():
            if tied(item):
                tell("steps that share a place are marked as if in one order")
            tell("reasons of single options go into the general feedback")
            yield from _ordered(item)
        case Short():
            tell("slips of spelling count as wrong")
            yield from _typed(item)
        case _:
            assert_never(item)


def _chosen(item: Choice | Multiple, shares: list[float]) -> Iterator[str]:
    yield "<shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>"
    yield "<showstandardinstruction>0</showstandardinstruction>"
    yield _SHOW_NUMBER
    for option, share in zip(item.options, shares, strict=True):
        yield _answer(f"{share:.5f}", in_html(option.text), option)


def _pairs(item: Match) -> Iterator[str]:
    for prompt, partner in pairs(item):
        yield _pair(in_html(prompt), partner)
    for spare in spares(item):
        yield _pair("", spare)


def _pair(prompt: str, partner: Option) -> str:
    return (
        f'<subquestion format="html">{_xml_text(prompt)}'
        f"<answer>{_xml_text(in_menu(partner.text))}</answer></subquestion>"
    )


def _ordered(item: Order) -> Iterator[str]:
    """Yield the steps in order; each pair of steps in the right order counts."""
    yield "<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype>"
    yield "<selectcount>0</selectcount><gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>"
    yield "<showgrading>SHOW</showgrading><numberingstyle>none</numberingstyle>"
    # Without this element Moodle ends the whole import.
    yield _SHOW_NUMBER
    for place, (option, _) in enumerate(steps(item), 1):
        yield _answer(f"{place}.0000000", in_html(option.text), Option(text=option.text))


def _typed(item: Short) -> Iterator[str]:
    yield "<usecase>0</usecase>"
    for text in item.accepted:
        yield _answer("100", _literal(text), Option(text=text), "moodle_auto_format")
    for option in item.options:
        yield _answer("0", _literal(option.text), option, "moodle_auto_format")


def _literal(text: str) -> str:
    """Return a typed answer in which a star stands for itself."""
    return worded(text).replace("*", r"\*")


def _answer(fraction: str, text: str, option: Option, form: str = "html") -> str:
    why = in_html(option.why) if cleaned(option.why) else ""
    return (
        f'<answer fraction="{fraction}" format="{form}">{_xml_text(text)}'
        f"{_html('feedback', why)}</answer>"
    )


def _html(element: str, text: str) -> str:
    return f'<{element} format="html">{_xml_text(text)}</{element}>'


def _xml_text(text: str) -> str:
    return f"<text>{in_xml(text)}</text>"


_SHOW_NUMBER = (
    "".join(
        _html(element, "")
        for element in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
    )
    + "<shownumcorrect>1</shownumcorrect>"
)
