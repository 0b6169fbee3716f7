"""The two sides of an Anki card, as HTML."""

from collections.abc import Iterable
from typing import assert_never

from debatekit.export.parts import pairs, reasons, steps
from debatekit.export.text import in_html, worded
from debatekit.model.item import KEYS, Choice, Item, Match, Multiple, Option, Order, Short


def asked(item: Item) -> str:
    """Return the stem and what can be answered."""
    stem = f"<p>{safe(item.stem)}</p>"
    match item:
        case Choice() | Multiple() | Order():
            return stem + _lettered(item.options)
        case Match(prompts=prompts):
            return stem + _list("ol", map(safe, prompts)) + _lettered(item.options)
        case Short():
            return stem
        case _:
            assert_never(item)


def answer(item: Item) -> str:
    """Return the key."""
    match item:
        case Choice() | Multiple():
            right = [_named(place, one) for place, one in enumerate(item.options) if one.correct]
            return "<br>".join(right)
        case Match():
            both = (f"{safe(prompt)}: {safe(partner.text)}" for prompt, partner in pairs(item))
            return _list("ol", both)
        case Order():
            return _list("ol", (safe(option.text) for option, _ in steps(item)))
        case Short(accepted=accepted):
            return "<br>".join(map(safe, accepted))
        case _:
            assert_never(item)


def explained(item: Item) -> str:
    """Return why, for the key and for every option, and where the article settles it."""
    return _list("ul", map(safe, reasons(item, by_option=True)))


def safe(text: str) -> str:
    """Return a text as HTML in which Anki finds no sound and no formula."""
    found = in_html(worded(text))
    return found.replace("[", "&#91;").replace("\\", "&#92;").replace("{", "&#123;")


def _named(place: int, option: Option) -> str:
    return f"{KEYS[place]}. {safe(option.text)}"


def _lettered(options: tuple[Option, ...]) -> str:
    return "<br>".join(_named(place, option) for place, option in enumerate(options))


def _list(kind: str, entries: Iterable[str]) -> str:
    return f"<{kind}>{''.join(f'<li>{entry}</li>' for entry in entries)}</{kind}>"
