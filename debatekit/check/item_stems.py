"""Rules on an item's stem: one plain, attributed question that does not give the key away."""

import re
from collections.abc import Iterator

from debatekit.check.asked import AskedItem, AskedOption, Setting
from debatekit.check.findings import error, warning
from debatekit.check.lexicon import without_quotations, words_of
from debatekit.diagnostics import Diagnostic
from debatekit.model.content import content_words, stem, stems_of

MOST_WORDS = 60
SHORTEST_CLUE = 5
"""A shorter word that stem and key share gives nothing away."""

_BLANK = re.compile(r"_{2,}|…|\.\.\.")
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
_NEGATIVE = re.compile(r"\b(not|except|(?<!at )least)\b|n't\b")
_NEGATIVE_LOUD = re.compile(r"\b(NOT|EXCEPT|LEAST)\b")
_DENIES = re.compile(r"\b(not|no|never|none|cannot)\b|n['\u2019]t\b", re.IGNORECASE)
_DEMANDS = frozenset(
    {"answer", "choose", "complete", "find", "give", "mark", "match", "name", "order", "pick"}
    | {"put", "say", "select", "sort", "tick"}
)
_ASKS_FOR_VIEWS = re.compile(
    r"\bdo you (agree|think|believe|feel)\b|\bin your (own )?(opinion|view)\b"
    r"|\bwhat is your (own )?(opinion|view)\b|\bwould you (support|prefer|vote)\b"
    r"|\bis the (author|article|critic)s? (right|wrong|correct|mistaken|justified)\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"\b(best|better|wisest|right|worst) (policy|course|choice|approach|thing to do|side)\b"
    r"|\b(should|ought)\b(?=[^?]*\?)|\bwho is to blame\b"
    r"|\bis it (right|wrong|fair|wise) (to|that)\b",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"\baccording to\b|\bauthors?\b|\barticles?\b|\bcolumn(ist)?\b|\bparagraphs?\b|\bmap\b"
    r"|\blessons?\b|\bcritics?\b|\bcounterarguments?\b|\breply\b|\breplies\b|\bopponents?\b"
    r"|\bother side\b|\bcounter (case|side)\b|\bsteps?\b|\breasons?\b",
    re.IGNORECASE,
)


def is_attributed(item: AskedItem, setting: Setting) -> bool:
    """Return whether a stem says whose view it asks for, or names an actor."""
    stem = item.stem.casefold()
    return bool(_ATTRIBUTED.search(stem)) or any(name in stem for name in setting.names)


def asked_sentence(stem: str) -> str:
    """Return the sentence that asks, without quotations; the whole stem if none does.

    >>> asked_sentence("Go by the map, not by your view. What falls?").strip()
    'What falls?'
    """
    sentences = _SENTENCE.findall(without_quotations(stem))
    asking = [sentence for sentence in sentences if sentence.rstrip().endswith("?")]
    return asking[-1] if asking else without_quotations(stem)


def key_echoes_stem(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK404: a word of the stem that comes again in the key and in no other option."""
    if item.kind != "choice" or len(item.keys) != 1:
        return
    others = stems_of((option.text for option in item.distractors), SHORTEST_CLUE)
    clues = stems_of([item.stem], SHORTEST_CLUE) & stems_of([item.keys[0].text], SHORTEST_CLUE)
    if only := clues - others:
        word = next(w for w in content_words(item.keys[0].text) if stem(w) in only)
        yield warning(
            item.at(*item.keys[0].steps),
            "DK404",
            f"item {item.id!r}: only the right option repeats {word!r} from the stem",
            "use the word in a wrong option too, or in none",
        )


def grammar_fits_some(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK405: a stem that ends with an article or verb which only some options can follow."""
    if item.kind != "choice" or item.stem.rstrip().endswith("?"):
        return
    last = words_of(_BLANK.sub("", item.stem))[-1:]
    fits = {"a": _after_a, "an": _after_an, "is": _one, "was": _one, "are": _many, "were": _many}
    if not last or last[0] not in fits:
        return
    fitting = [option for option in item.options if fits[last[0]](option)]
    if 0 < len(fitting) < len(item.options):
        yield warning(
            item.at("stem"),
            "DK405",
            f"item {item.id!r}: after {last[0]!r} the grammar fits only {_listed(fitting)}",
            "move the word into the options",
        )


def _after_an(option: AskedOption) -> bool:
    return option.text[:1].casefold() in "aeiou"


def _after_a(option: AskedOption) -> bool:
    return not _after_an(option)


def _many(option: AskedOption) -> bool:
    """Return whether an option looks like a plural: by its first word or its first noun."""
    words = [word for word in words_of(option.text) if word not in ("the", "its", "their", "our")]
    first = words[0] if words else ""
    named = first in {"these", "those", "several", "many", "two", "three", "both", "some"}
    return named or bool(re.search(r"[^su']s$", first))


def _one(option: AskedOption) -> bool:
    return not _many(option)


def _listed(options: list[AskedOption]) -> str:
    return ", ".join(repr(option.text) for option in options)


def negative_stems(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK411 for a negative question that does not say so loudly, DK412 for a double one."""
    if item.kind not in ("choice", "multiple", "short"):
        return
    sentence = asked_sentence(item.stem)
    quiet, loud = _NEGATIVE.search(sentence), _NEGATIVE_LOUD.search(sentence)
    if quiet and not loud:
        yield warning(
            item.at("stem"),
            "DK411",
            f"item {item.id!r} asks with {quiet[0]!r}, which is easily missed",
            "ask for what is so, or set the word in capitals",
        )
    if not quiet and not loud:
        return
    for option in item.options:
        if denial := _DENIES.search(option.text):
            yield error(
                item.at(*option.steps),
                "DK412",
                f"item {item.id!r} asks with {(loud or quiet or [''])[0]!r} and offers "
                f"{denial[0]!r}: a double negative",
                "ask for what is so",
            )


def long_stems(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK413: more words than a reader keeps in mind."""
    if (words := len(item.stem.split())) > MOST_WORDS:
        yield warning(
            item.at("stem"),
            "DK413",
            f"item {item.id!r} has a stem of {words} words",
            f"cut it to {MOST_WORDS} words",
        )


def stems_that_ask_nothing(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK414: no question, no task and no blank at the end."""
    if "?" in item.stem or any(_demands(part) for part in _SENTENCE.findall(item.stem)):
        return
    blank = _BLANK.search(item.stem)
    if blank is None:
        message = f"item {item.id!r} asks no question"
        hint = "end the stem with a question, or with a blank: ___"
    elif 2 * blank.start() < len(item.stem):
        message = f"item {item.id!r} has its blank in the first half of the stem"
        hint = "put the blank at the end"
    else:
        return
    yield warning(item.at("stem"), "DK414", message, hint)


def _demands(sentence: str) -> bool:
    """Return whether a sentence is a task, such as `Put these events in order`."""
    return bool(_DEMANDS.intersection(words_of(sentence)[:1]))


def opinions_asked(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK417: a question whose key would be a matter of opinion."""
    stem = without_quotations(item.stem)
    found = _ASKS_FOR_VIEWS.search(stem)
    if found is None and not is_attributed(item, setting):
        found = _JUDGES.search(asked_sentence(item.stem))
    if found:
        yield error(
            item.at("stem"),
            "DK417",
            f"item {item.id!r} asks for an opinion: {found[0]!r}",
            "ask what the author or a critic holds; opinions belong in a discussion, unmarked",
        )


def stems_without_attribution(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK418: a disputable claim that the stem treats as if it were plain fact."""
    if is_attributed(item, setting):
        return
    for id_ in item.about:
        claim = setting.claim(id_)
        if claim is None or claim.kind == "fact":
            continue
        disputable = claim.kind in ("value", "policy", "interpretation")
        if disputable or claim.contested not in (None, "settled"):
            yield error(
                item.at("stem"),
                "DK418",
                f"item {item.id!r} does not say who holds {id_!r}",
                "begin with 'According to the author, ...', or name who holds it",
            )


def facts_taken_for_granted(item: AskedItem, setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK263: a claim of fact that is not settled, asked about without attribution."""
    if is_attributed(item, setting):
        return
    for id_ in item.about:
        claim = setting.claim(id_)
        if claim is not None and claim.kind == "fact" and claim.contested != "settled":
            yield error(
                item.at("stem"),
                "DK263",
                f"item {item.id!r} takes {id_!r} for granted, which is not marked as settled",
                "attribute the stem, or mark the claim 'contested: settled' if sources agree",
            )


STEM_RULES = (
    key_echoes_stem,
    grammar_fits_some,
    negative_stems,
    long_stems,
    stems_that_ask_nothing,
    opinions_asked,
    stems_without_attribution,
    facts_taken_for_granted,
)
