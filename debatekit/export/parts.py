"""The parts of items as other tools want them: pairs, steps with places, reasons."""

from typing import assert_never

from debatekit.export.text import cleaned, in_line, worded
from debatekit.model.item import Choice, Item, Match, Multiple, Option, Order, Short


def place(item: Item) -> str:
    """Return where the article settles it, in words; nothing if it does not."""
    if not item.paragraphs:
        return ""
    numbers = ", ".join(str(one) for one in item.paragraphs)
    return f"Paragraph{'s' if len(item.paragraphs) > 1 else ''} {numbers} of the article."


def places(item: Order) -> list[int]:
    """Return each option's place in the right order, from 1; ties share one."""
    ranks = sorted(set(item.ranks))
    return [ranks.index(rank) + 1 for rank in item.ranks]


def steps(item: Order) -> list[tuple[Option, int]]:
    """Return the options in a right order, each with its place."""
    return sorted(zip(item.options, places(item), strict=True), key=lambda step: step[1])


def pairs(item: Match) -> list[tuple[str, Option]]:
    """Return each prompt with its partner."""
    both = zip(item.prompts, item.partners, strict=True)
    return [(prompt, item.options[partner]) for prompt, partner in both]


def spares(item: Match) -> list[Option]:
    """Return the options that are no prompt's partner, each text once."""
    taken = {in_line(option.text) for _, option in pairs(item)}
    spare = {in_line(option.text): option for option in item.options}
    return [option for text, option in spare.items() if text not in taken]


def reasons(item: Item, by_option: bool = False) -> list[str]:
    """Return what to say after the answer: why, and where the article settles it.

    Where a format has no room for the reasons of single options, they come in between; no
    format has for pairs and steps.
    """
    match item:
        case Choice() | Multiple() | Short():
            pass
        case Match() | Order():
            by_option = True
        case _:
            assert_never(item)
    options = item.options if by_option else ()
    single = [f"{worded(one.text)}: {one.why}" for one in options if cleaned(one.why)]
    return [worded(one) for one in (item.why, *single, place(item)) if cleaned(one)]


def tied(item: Order) -> bool:
    """Tell whether some steps share a place, so that several orders are right."""
    return len(set(item.ranks)) < len(item.ranks)
