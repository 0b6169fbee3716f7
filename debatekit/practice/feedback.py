"""What is said after an answer: verdict, why, why not, where; never of the person.

Feedback keeps multiple choice from teaching its own wrong options (Butler and Roediger
2008, Memory & Cognition 36). It stays short, so that it is read.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import assert_never

from msgspec import Struct

from debatekit.model.item import KEYS, Choice, Item, Match, Multiple, Option, Order, Short

MOST_WORDS = 60
_NAMED_PLACES = 3
_PARTNER_WORDS = 8
_NAMED_PARAGRAPHS = 6


class Feedback(Struct, frozen=True, kw_only=True):
    """Four lines, sixty words at most; a line with nothing to say is empty."""

    verdict: str
    why: str = ""
    why_not: str = ""
    where: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that say something, in their order."""
        return tuple(x for x in (self.verdict, self.why, self.why_not, self.where) if x)


def feedback(item: Item, response: tuple[str, ...], score: float) -> Feedback:
    """Return what to say about a response that got the score."""
    verdict, why, why_not = _verdict(item, score), _why(item), _why_not(item, response, score)
    where = _where(item)
    left = MOST_WORDS - len(verdict.split()) - len(where.split())
    for_why = left - min(len(why_not.split()), left // 2)
    why = shortened(why, for_why)
    why_not = shortened(why_not, left - len(why.split()))
    return Feedback(verdict=verdict, why=why, why_not=why_not, where=where)


def shortened(text: str, words: int) -> str:
    """Return the text in at most so many words, cut after a sentence where there is one.

    >>> shortened("It says so. It says it in paragraph two, and again in three.", 6)
    'It says so.'
    """
    parts = text.split()
    if len(parts) <= words:
        return text
    kept = parts[: max(words, 0)]
    ends = [place for place, part in enumerate(kept, 1) if part.endswith((".", "!", "?"))]
    # A label such as "Why:" alone would say nothing: a cut needs some words before it.
    if ends and ends[-1] > 2:
        return " ".join(kept[: ends[-1]])
    return f"{' '.join(kept)}…" if kept else ""


def first_verdict(item: Item, score: float) -> tuple[str, ...]:
    """Return what is said before a second try: nothing that gives the answer away."""
    said = "Partly." if score > 0 else "Not this one."
    return (f"{said} One more try, for half the score.", _where(item) or hint(item))


def hint(item: Item) -> str:
    """Return the item's hint, else where to look; empty if there is neither."""
    if item.hint:
        return f"Hint: {item.hint}"
    return f"Hint: look at {_paragraphs(item)}." if item.paragraphs else ""


def key_text(item: Item) -> str:
    """Return the right answer as it is said: its letters, or its words."""
    match item:
        case Choice() | Multiple():
            return " and ".join(key.upper() for key in item.keys)
        case Order():
            return " ".join(key.upper() for key in item.keys)
        case Match():
            return " ".join(f"{number}{key.upper()}" for number, key in enumerate(item.keys, 1))
        case Short(accepted=accepted):
            return shortened(accepted[0], 12) if accepted else ""
        case _:
            assert_never(item)


def _verdict(item: Item, score: float) -> str:
    if score == 1:
        return "Correct."
    said = "Partly." if score > 0 else "Not this one."
    return f"{said} The answer: {key_text(item)}."


def _why(item: Item) -> str:
    """Return why the key is right: the item's reason, or the right options' reasons."""
    reasons = [option.why for option in item.options if option.correct and option.why]
    said = item.why or " ".join(reasons)
    return f"Why: {said}" if said else ""


def _why_not(item: Item, response: tuple[str, ...], score: float) -> str:
    """Return why a wrong option is wrong: one that was chosen; after a right answer, another."""
    match item:
        case Choice() | Multiple():
            return _option_not(item.options, response, score)
        case Order():
            return "" if score == 1 else _order_not(item, response)
        case Match():
            return "" if score == 1 else _match_not(item, response)
        case Short():
            return _typed(item, response)
        case _:
            assert_never(item)


def _typed(item: Short, response: tuple[str, ...]) -> str:
    """Return why what was typed counts, or why it does not."""
    if not response:
        return ""
    from debatekit.practice.typed import judge

    verdict = judge(item, response[0])
    return f"{'Accepted' if verdict.accepted else 'Why not'}: {verdict.why}"


def _option_not(options: Sequence[Option], response: tuple[str, ...], score: float) -> str:
    wrong = [(KEYS[place], option) for place, option in enumerate(options) if not option.correct]
    chosen = [(key, option) for key, option in wrong if key in response]
    if not chosen and score < 1:
        return _missed(options, response)
    for key, option in chosen or wrong:
        if option.why or option.flaw:
            tag = f" ({option.flaw.replace('-', ' ')})" if option.flaw else ""
            return f"Why not {key.upper()}{tag}: {option.why or 'it does not fit.'}"
    return ""


def _missed(options: Sequence[Option], response: tuple[str, ...]) -> str:
    """Return what was left out, where nothing wrong was chosen."""
    missed = [
        KEYS[place].upper()
        for place, option in enumerate(options)
        if option.correct and KEYS[place] not in response
    ]
    return f"Left out: {' and '.join(missed)}." if missed else ""


def _order_not(item: Order, response: tuple[str, ...]) -> str:
    """Return the first pair of neighbours that stand the wrong way round."""
    ranks = {key: item.ranks[place] for place, key in enumerate(KEYS[: len(item.options)])}
    for first, second in pairwise(response):
        if ranks[first] > ranks[second]:
            return f"Why not: {second.upper()} comes before {first.upper()}."
    return ""


def _match_not(item: Match, response: tuple[str, ...]) -> str:
    """Return the first pair that does not belong together, and where each of the two does."""
    for number, (given, key) in enumerate(zip(response, item.keys, strict=False), 1):
        if given != key:
            partner = shortened(item.options[KEYS.index(key)].text.rstrip("."), _PARTNER_WORDS)
            return (
                f"Why not {number}{given.upper()}: {number} goes with {key.upper()} ({partner}). "
                f"{given.upper()} belongs to {_owner(item, given)}."
            )
    return ""


def _owner(item: Match, key: str) -> str:
    """Return the number of the prompt to which an option belongs, if it is not a spare one."""
    return str(item.keys.index(key) + 1) if key in item.keys else "none of them"


def _where(item: Item) -> str:
    """Return the paragraphs that settle it, or else where to look on the map."""
    if item.paragraphs:
        return f"Where: {_paragraphs(item)}."
    if item.about:
        return f"Where: on the map, {_listed(item.about[:_NAMED_PLACES])}."
    return ""


def _paragraphs(item: Item) -> str:
    numbers = [str(number) for number in item.paragraphs[:_NAMED_PARAGRAPHS]]
    return f"paragraph{'s' if len(numbers) > 1 else ''} {_listed(numbers)}"


def _listed(things: Sequence[str]) -> str:
    """Return the things as a sentence names them: `a, b and c`."""
    *most, last = things
    return f"{', '.join(most)} and {last}" if most else last
