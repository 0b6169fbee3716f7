"""What a learner types in plain mode, as a response."""

import re
import unicodedata
from typing import assert_never

from debatekit.model.item import KEYS, Choice, Item, Match, Multiple, Order, Short

_FILLER = re.compile(r"\band\b|\bthen\b|[\s,;.:()>=/&+-]+")
_PAIR = re.compile(r"(\d{1,3})\s*([a-z])(?![a-z])|([a-z])\s*(\d{1,3})(?!\d)")


class ResponseError(ValueError):
    """What was typed does not answer the item; the message says in one sentence what would."""


def parse_response(item: Item, typed: str) -> tuple[str, ...]:
    """Return the response that was typed: `b`, `a c`, `c a b`, `1b 2a`, or words.

    Capitals, commas and full stops do not matter. Raises ResponseError.
    """
    if not typed.strip():
        raise ResponseError(f"Nothing was typed. {how_to_answer(item)}")
    match item:
        case Choice(options=options):
            return _one(_letters(typed, len(options)), item)
        case Multiple(options=options):
            return tuple(sorted(set(_letters(typed, len(options)))))
        case Order(options=options):
            return _each_once(_letters(typed, len(options)), item)
        case Match():
            return _pairs(typed, item)
        case Short():
            return (" ".join(typed.split()),)
        case _:
            assert_never(item)


def how_to_answer(item: Item) -> str:
    """Return one sentence that says what to type."""
    match item:
        case Choice(options=options):
            return f"Type one letter, {_range(len(options))}."
        case Multiple(options=options):
            example = f"{KEYS[0]} {KEYS[len(options) - 1]}"
            return f"Type every letter that fits, {_range(len(options))}, such as {example}."
        case Order(options=options):
            example = " ".join(reversed(KEYS[: len(options)]))
            return f"Type all {len(options)} letters, first to last, such as {example}."
        case Match(prompts=prompts, options=options):
            letters, example = _range(len(options)), match_example(item)
            return f"Type a letter, {letters}, for each of 1 to {len(prompts)}, such as {example}."
        case Short():
            return "Type your answer in a few words."
        case _:
            assert_never(item)


def match_example(item: Match) -> str:
    """Return an answer to a match as it is typed, right only by chance."""
    count = len(item.options)
    pairs = (f"{number}{KEYS[number % count]}" for number, _ in enumerate(item.prompts, 1))
    return " ".join(pairs)


def _range(count: int) -> str:
    return f"{KEYS[0]} to {KEYS[count - 1]}"


def _plain(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).casefold()


def _letters(typed: str, count: int) -> tuple[str, ...]:
    """Return the option keys that were typed, in their order."""
    letters = _FILLER.sub("", _plain(typed))
    for sign in letters:
        if sign not in KEYS[:count]:
            raise ResponseError(f"There is no option {sign!r}. The letters are {_range(count)}.")
    if not letters:
        raise ResponseError(f"There is no letter in that. The letters are {_range(count)}.")
    return tuple(letters)


def _one(letters: tuple[str, ...], item: Item) -> tuple[str, ...]:
    if len(letters) > 1:
        raise ResponseError(f"Only one answer counts here. {how_to_answer(item)}")
    return letters


def _each_once(letters: tuple[str, ...], item: Order) -> tuple[str, ...]:
    wanted = KEYS[: len(item.options)]
    twice = [key for key in wanted if letters.count(key) > 1]
    missing = [key for key in wanted if key not in letters]
    if twice:
        raise ResponseError(f"{twice[0].upper()} stands there twice. {how_to_answer(item)}")
    if missing:
        left = ", ".join(key.upper() for key in missing)
        raise ResponseError(f"{left} {_is_or_are(missing)} missing. {how_to_answer(item)}")
    return letters


def _pairs(typed: str, item: Match) -> tuple[str, ...]:
    """Return a key for each prompt; letters without numbers are taken in the prompts' order."""
    plain, count = _plain(typed), len(item.prompts)
    if not any(sign.isdigit() for sign in plain):
        letters = _letters(plain, len(item.options))
        if len(letters) != count:
            raise ResponseError(f"That is {len(letters)} of {count} letters. {how_to_answer(item)}")
        return letters
    found = _numbered(plain, item)
    missing = [str(number) for number in range(1, count + 1) if number not in found]
    if missing:
        said = f"{', '.join(missing)} {_is_or_are(missing)} missing"
        raise ResponseError(f"{said}. {how_to_answer(item)}")
    return tuple(found[number] for number in range(1, count + 1))


def _numbered(plain: str, item: Match) -> dict[int, str]:
    """Return the letter for each number that was typed, as in `1b 2a`."""
    tidy = _FILLER.sub(" ", plain)
    if _PAIR.sub("", tidy).strip():
        raise ResponseError(f"That is no list of pairs. {how_to_answer(item)}")
    found: dict[int, str] = {}
    for left, right, letter, number in _PAIR.findall(tidy):
        place, key = int(left or number), right or letter
        if not 1 <= place <= len(item.prompts):
            raise ResponseError(f"There is no number {place}. {how_to_answer(item)}")
        if place in found:
            raise ResponseError(f"{place} stands there twice. {how_to_answer(item)}")
        found[place] = _letters(key, len(item.options))[0]
    return found


def _is_or_are(things: list[str]) -> str:
    return "is" if len(things) == 1 else "are"
