"""The words that carry a text's content, cut down so that forms of one word meet."""

from collections.abc import Iterable, Iterator

from debatekit.check.lesson_view import LessonView
from debatekit.check.lexicon import words_of
from debatekit.model.claim import Claim

SHORTEST_STEM = 4
_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ingly", "edly", "ings", "ing", "ions", "ion"),
    *("ies", "ied", "ers", "ly", "ed", "er", "es", "e", "s", "y"),
)
_EMPTY = frozenset(
    {"about", "according", "after", "against", "also", "among", "another", "answer", "argument"}
    | {"article", "author", "because", "been", "before", "being", "best", "between", "both"}
    | {"case", "claim", "claims", "conclusion", "could", "counter", "counterargument", "does"}
    | {
        "each",
        "first",
        "follow",
        "follows",
        "from",
        "have",
        "here",
        "hold",
        "holds",
        "into",
        "lesson",
        "made",
        "make",
    }
    | {"more", "most", "much", "only", "other", "others", "over", "paragraph", "position"}
    | {"premise", "question", "reason", "reasons", "reply", "said", "same", "says", "should"}
    | {"side", "sides", "some", "statement", "step", "such", "support", "supports", "than"}
    | {"that", "their", "them", "then", "there", "these", "they", "this", "those", "through"}
    | {"under", "very", "well", "were", "what", "when", "where", "which", "while", "whom"}
    | {"whose", "will", "with", "would", "your"}
)


def content_words(text: str, shortest: int = 4) -> Iterator[str]:
    """Yield the words of a text that are long enough and say what it is about."""
    for word in words_of(text):
        if len(word) >= shortest and word not in _EMPTY:
            yield word


def stem(word: str) -> str:
    """Return a word without its commonest English ending, so that its forms meet.

    It is a light stemmer: it takes one ending off and leaves at least four letters.

    >>> {stem("security"), stem("securities")} == {stem("provoked")} | {"secur", "securit"}
    False
    >>> stem("provoked") == stem("provoking")
    True
    """
    word = word.partition("'")[0]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def stems_of(texts: Iterable[str], shortest: int = 4) -> frozenset[str]:
    """Return the stems of all content words of the texts."""
    return frozenset(stem(word) for text in texts for word in content_words(text, shortest))


def vocabulary(view: LessonView) -> frozenset[str]:
    """Return the stems of all words that a student can meet in the lesson and its record."""
    return stems_of(_texts(view))


def _texts(view: LessonView) -> Iterator[str]:
    for claim in view.claims.values():
        yield from _texts_of_claim(claim)
    for actor in view.actors.values():
        yield from (actor.name, actor.role, *actor.also)
    for event in view.events.values():
        yield event.text
    for placed in view.counterarguments:
        yield placed.counterargument.text
        yield from (shown.text for shown in placed.counterargument.evidence)
    yield from (answer.reply.text for answer in view.replies)
    yield from (finding.record for finding in view.lesson.facts)
    if view.source is not None:
        yield view.source.title
        yield from (paragraph.gist for paragraph in view.source.paragraphs)
    yield from (view.lesson.title, view.lesson.summary, *view.lesson.objectives)


def _texts_of_claim(claim: Claim) -> Iterator[str]:
    yield from (claim.text, claim.short)
    yield from (shown.text for shown in claim.evidence)
    if claim.paraphrases is not None:
        yield from claim.paraphrases.fair
        yield from (variant.text for variant in claim.paraphrases.unfair)
