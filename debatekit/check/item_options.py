"""Rules on an item's options: none says the same as another, and none gives the key away."""

import re
from collections.abc import Iterator
from itertools import combinations, permutations

from debatekit.check.asked import AskedItem, AskedOption, Setting
from debatekit.check.findings import error, note, warning
from debatekit.check.lexicon import words_of
from debatekit.diagnostics import Diagnostic
from debatekit.model.content import SHORTEST_STEM, stems_of
from debatekit.model.text import comparable

LONGEST_KEY, SHORTEST_KEY = 1.5, 0.67
"""Bounds of the key's length, as a multiple of the distractors' mean length."""

_ABSOLUTE = frozenset(
    {"always", "never", "all", "none", "only", "completely", "absolutely", "every"}
)
_NOT_ABSOLUTE = re.compile(r"\b(at|after) all\b")
_NEGATIONS = frozenset({"not", "no", "never", "cannot", "without"})
_VAGUE = frozenset({"often", "usually", "many", "frequently", "sometimes", "generally", "mostly"})
_ALL = re.compile(
    r"\b(all|both|any) (of )?the above\b|^(all|both|any) of (these|them)$|^(both )?[a-e] and [a-e]$"
)
_NONE = re.compile(r"\b(none|neither) of the above\b|^(none|neither) of (these|them)$")
_NUMBER = re.compile(r"(?:in |about )?[$€£]?(\d[\d,]*(?:\.\d+)?)(?: ?%| [^\W\d]+)?")


def options_alike(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK402: two options that say the same, or one that contains another."""
    if item.kind == "match":
        return
    texts = [comparable(option.text) for option in item.lettered]
    for (first, one), (second, other) in combinations(enumerate(texts), 2):
        if one == other or (item.kind in ("choice", "multiple") and _contains(one, other)):
            say = "say the same thing" if one == other else "overlap: one contains the other"
            yield error(
                item.at(*item.options[second].steps),
                "DK402",
                f"item {item.id!r}: the options {item.options[first].text!r} and "
                f"{item.options[second].text!r} {say}",
                "word each so that it says something of its own",
            )


def answers_accepted_and_rejected(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK402: a typed answer that is both right and a typical mistake."""
    accepted = {comparable(text) for text in item.accepted}
    for option in item.options:
        if comparable(option.text) in accepted:
            yield error(
                item.at(*option.steps),
                "DK402",
                f"item {item.id!r} both accepts and rejects {option.text!r}",
                "keep it in one of the two lists",
            )


def _contains(one: str, other: str) -> bool:
    """Return whether one text stands in the other as whole words."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def absolute_words(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK403: an absolute word in some options and not in the others."""
    if item.kind != "choice":
        return
    found = [_absolutes(option.text) for option in item.options]
    if all(found):
        return
    for option, words in zip(item.options, found, strict=True):
        if words:
            yield warning(
                item.at(*option.steps),
                "DK403",
                f"item {item.id!r}: the absolute word {words[0]!r} may signal the answer",
                "drop it, or use one in every option",
            )


def _absolutes(text: str) -> list[str]:
    """Return the absolute words of an option; 'none of the above' has a rule of its own."""
    plain = _NOT_ABSOLUTE.sub("", text.casefold())
    return [] if _above(text) else sorted(_ABSOLUTE.intersection(words_of(plain)))


def _above(text: str) -> str:
    """Return whether an option says 'all' or 'none' of the others, or neither of the two."""
    plain = comparable(text)
    return "none" if _NONE.search(plain) else "all" if _ALL.search(plain) else ""


def key_of_odd_length(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK406: a key that stands out by its length."""
    if item.kind != "choice" or len(item.keys) != 1 or not item.distractors:
        return
    others = [len(option.text) for option in item.distractors]
    key, mean = len(item.keys[0].text), sum(others) / len(others)
    longest = key > max(others) and key > LONGEST_KEY * mean
    shortest = key < min(others) and key < SHORTEST_KEY * mean
    if longest or shortest:
        yield warning(
            item.at(*item.keys[0].steps),
            "DK406",
            f"item {item.id!r}: the right option is {key / mean:.1f} times as long as the others",
            "make the options alike in length",
        )


def opposite_pairs(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK407: the key and its plain negation, beside options of another sort."""
    if item.kind != "choice" or len(item.options) < 3:
        return
    for one, other in permutations(item.lettered, 2):
        if one.correct and _denies(one, other) and not _related(item, one, other):
            yield warning(
                item.at(*other.steps),
                "DK407",
                f"item {item.id!r}: {one.text!r} and {other.text!r} form a give-away pair",
                "word one of them anew, or give the others an opposite too",
            )


def _denies(one: AskedOption, other: AskedOption) -> bool:
    """Return whether two options differ by negating words alone."""
    first, second = words_of(one.text), words_of(other.text)
    return first != second and _plain(first) == _plain(second)


def _plain(words: tuple[str, ...]) -> list[str]:
    """Return words without negations and the auxiliaries that come with them."""
    auxiliaries = {"do", "does", "did"}
    plain = [word.removesuffix("n't") for word in words if word not in _NEGATIONS]
    return [word.removesuffix("s") for word in plain if word not in auxiliaries]


def _related(item: AskedItem, one: AskedOption, other: AskedOption) -> bool:
    """Return whether a third option shares half its words with the pair."""
    pair = set(words_of(one.text)) | set(words_of(other.text))
    rest = [set(words_of(third.text)) for third in item.lettered if third not in (one, other)]
    return any(2 * len(words & pair) >= len(words) for words in rest)


def fillers(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK408: an option of one or two words among options of more than eight."""
    lengths = [len(option.text.split()) for option in item.lettered]
    if item.kind not in ("choice", "multiple") or len(lengths) < 2:
        return
    for place, option in enumerate(item.lettered):
        if lengths[place] < 3 and min(lengths[:place] + lengths[place + 1 :]) > 8:
            yield note(
                item.at(*option.steps),
                "DK408",
                f"item {item.id!r}: the option {option.text!r} looks like filler",
                "word it as fully as the others",
            )


def all_or_none_of_the_above(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK409 for 'all of the above' and DK410 for 'none of the above'."""
    if item.kind not in ("choice", "multiple"):
        return
    for option in item.options:
        above = _above(option.text)
        if above == "none":
            message = f"item {item.id!r} offers {option.text!r}"
            hint = "offer a third answer that could be right"
            yield warning(item.at(*option.steps), "DK410", message, hint)
        elif above == "all":
            message = f"item {item.id!r} offers {option.text!r}"
            hint = "make it an item of 'kind: multiple', where all that is right is ticked"
            yield error(item.at(*option.steps), "DK409", message, hint)


def unsorted_numbers(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK416: options that are all numbers, in no order."""
    if item.kind != "choice" or not item.written:
        return
    found = [_NUMBER.fullmatch(option.text.strip()) for option in item.options]
    numbers = [float(number[1].replace(",", "")) for number in found if number]
    if len(numbers) < len(item.options) or numbers in (sorted(numbers), sorted(numbers)[::-1]):
        return
    yield warning(
        item.at("options"),
        "DK416",
        f"item {item.id!r} lists numbers in no order",
        "sort them, so that nobody has to search",
    )


def vague_keys(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK422: a vague word of frequency in a key that nothing backs."""
    if item.kind not in ("choice", "multiple") or _is_backed(item, setting):
        return
    for option in item.keys:
        if vague := sorted(_VAGUE.intersection(words_of(option.text))):
            yield warning(
                item.at(*option.steps),
                "DK422",
                f"item {item.id!r}: nothing backs the vague word {vague[0]!r} in its key",
                "give the 'paragraphs' that say so, or a number",
            )


def _is_backed(item: AskedItem, setting: Setting) -> bool:
    """Return whether the article or a reference settles what the item asks."""
    return bool(item.paragraphs) or any(setting.is_sourced(id_) for id_ in item.about)


def unrelated_distractors(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK427: a wrong option that shares no word with the lesson or the question.

    Words are compared by their first letters, so that 'China' and 'Chinese' meet.
    """
    if item.kind not in ("choice", "multiple") or not setting.vocabulary or not item.written:
        return
    near = stems_of([item.stem, *(key.text for key in item.keys)])
    known = {stem[:SHORTEST_STEM] for stem in setting.vocabulary | near}
    for option in item.distractors:
        stems = {stem[:SHORTEST_STEM] for stem in stems_of([option.text])}
        if stems and known.isdisjoint(stems) and not _above(option.text):
            yield warning(
                item.at(*option.steps),
                "DK427",
                f"item {item.id!r}: the option {option.text!r} has nothing to do with the lesson",
                "take a wrong answer that a reader of the article could give",
            )


OPTION_RULES = (
    options_alike,
    answers_accepted_and_rejected,
    absolute_words,
    key_of_odd_length,
    opposite_pairs,
    fillers,
    all_or_none_of_the_above,
    unsorted_numbers,
    vague_keys,
    unrelated_distractors,
)
