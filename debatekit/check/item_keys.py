"""Rules on an item's key: that it is there, that it is one, and that it says why.

The rules on items follow the guidelines that Haladyna, Downing and Rodriguez reviewed in 2002.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from debatekit.check.asked import AskedItem, AskedOption, Setting
from debatekit.check.findings import error
from debatekit.diagnostics import Diagnostic
from debatekit.logic.dates import comes_before
from debatekit.model.item import KEYS
from debatekit.model.text import comparable

FEWEST_OPTIONS, MOST_OPTIONS = 3, 5
FEWEST_STEPS = 2
_YES_AND_NO = frozenset({"yes", "no", "true", "false"})
_YEAR = re.compile(r"\b(1\d{3}|20\d{2})\b")


def keys_of_wrong_number(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK401: not exactly one key, or for several answers none or all."""
    keys = len(item.keys)
    if item.kind == "choice" and keys != 1:
        expected = "exactly one"
    elif item.kind == "multiple" and not 0 < keys < len(item.options):
        expected = "at least one, but not all,"
    else:
        return
    yield error(
        item.at("options"),
        "DK401",
        f"item {item.id!r} marks {keys} of {len(item.options)} options as correct",
        f"mark {expected} with 'correct: true'",
    )


def items_without_answer(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK401: no answer that is accepted, no pair, or fewer than two steps to order."""
    if item.kind == "short" and not item.accepted:
        yield _lacking(item, "accepted", "accepts no answer", "list at least one")
    elif item.kind == "match" and not item.prompts:
        yield _lacking(item, "pairs", "has no pairs", "list at least one")
    elif item.kind == "order" and len(item.options) < FEWEST_STEPS:
        yield _lacking(item, "steps", "has fewer than two steps", "list two or more")


def _lacking(item: AskedItem, key: str, what: str, instead: str) -> Diagnostic:
    message = f"item {item.id!r} {what}"
    return error(item.at(key), "DK401", message, f"{instead} under {key!r}")


def options_of_wrong_number(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK415: fewer than three options, or more than five; yes and no may be two."""
    if item.kind != "choice" or FEWEST_OPTIONS <= len(item.options) <= MOST_OPTIONS:
        return
    if not {comparable(option.text) for option in item.options} <= _YES_AND_NO:
        yield error(
            item.at("options"),
            "DK415",
            f"item {item.id!r} has {len(item.options)} options",
            f"give {FEWEST_OPTIONS} options, {MOST_OPTIONS} at most",
        )


def options_beyond_the_letters(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK415: an option for which no letter is left, so that nobody can choose it."""
    if item.kind != "choice" and len(item.options) > len(KEYS):
        yield error(
            item.at(*item.options[len(KEYS)].steps),
            "DK415",
            f"item {item.id!r} has {len(item.options)} options, but there are {len(KEYS)} letters",
            f"give {len(KEYS)} at most",
        )


def options_without_why(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK419: an option, or a key as a whole, that does not say why."""
    for option in item.options:
        if not option.why.strip() and not (item.why.strip() and _belongs_to_the_key(item, option)):
            yield error(
                item.at(*option.steps),
                "DK419",
                f"item {item.id!r} does not say why {option.text!r} is {_verdict(item, option)}",
                "say it under 'why'; students read it after their answer",
            )
    if item.kind == "short" and item.accepted and not item.why.strip():
        yield error(
            item.at("accepted"),
            "DK419",
            f"item {item.id!r} does not say why {item.accepted[0]!r} is right",
            "say it under 'why'; students read it after their answer",
        )


def _belongs_to_the_key(item: AskedItem, option: AskedOption) -> bool:
    """Return whether a reason for the key as a whole speaks for this option too."""
    return option.correct or item.kind in ("match", "order")


def _verdict(item: AskedItem, option: AskedOption) -> str:
    if item.kind == "order":
        return "in its place"
    return "right" if option.correct else "wrong"


def orders_that_dates_leave_open(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK423: two steps in a row of which the first has not ended when the second begins.

    Dates are those of the events that the item is about, if it names one for each step;
    else the years in the steps, if each step names exactly one.
    """
    if item.kind != "order" or not item.written:
        return
    dates = _dates(item, setting)
    for place, (earlier, later) in enumerate(pairwise(dates), start=1):
        if not comes_before(earlier, later):
            yield error(
                item.at(*item.options[place].steps),
                "DK423",
                f"item {item.id!r}: {later} does not come after {earlier}",
                "ask for events whose dates settle the order",
            )


def _dates(item: AskedItem, setting: Setting) -> list[str]:
    """Return one date for each step, or nothing."""
    events = setting.view.events if setting.view else {}
    dates = [events[id_].date for id_ in item.about if id_ in events]
    if len(dates) == len(item.options) == len(item.about):
        return dates
    years = [_YEAR.findall(option.text) for option in item.options]
    return [found[0] for found in years] if all(len(found) == 1 for found in years) else []


def matches_that_elimination_solves(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK424: two prompts or two partners alike, or no spare partner.

    A generated match may give several prompts one partner on purpose; it needs no spare.
    """
    if item.kind != "match":
        return
    used = [comparable(item.options[place].text) for place in item.partners]
    seen: set[tuple[str, str]] = set()
    for place, (prompt, partner) in enumerate(zip(item.prompts, used, strict=False)):
        if ("prompt", comparable(prompt)) in seen:
            yield _repeated(item, place, "prompt", prompt)
        elif ("partner", partner) in seen and item.written:
            yield _repeated(item, place, "partner", item.options[item.partners[place]].text)
        seen |= {("prompt", comparable(prompt)), ("partner", partner)}
    if len(set(item.partners)) == len(item.options) > 0 and len(set(used)) == len(used):
        yield error(
            item.at("pairs"),
            "DK424",
            f"item {item.id!r} has no spare partner, so the last pair solves itself",
            "add one under 'spare' that fits no prompt",
        )


def _repeated(item: AskedItem, place: int, what: str, text: str) -> Diagnostic:
    return error(
        item.at("pairs", place, what),
        "DK424",
        f"item {item.id!r} has the {what} {text!r} in two pairs",
        "give each prompt a partner of its own",
    )


KEY_RULES = (
    keys_of_wrong_number,
    items_without_answer,
    options_of_wrong_number,
    options_beyond_the_letters,
    options_without_why,
    orders_that_dates_leave_open,
    matches_that_elimination_solves,
)
