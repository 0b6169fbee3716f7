"""The balance of a lesson: what is measured for each side, and the bounds it must keep.

The bounds are debatekit's own; they say when two sides are no longer treated alike.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from debatekit.check.findings import note, warning
from debatekit.check.lesson_view import LessonView
from debatekit.check.lexicon import charged_in, without_quotations, words_of
from debatekit.check.neutrality import within
from debatekit.check.sides import Said, publishers, said
from debatekit.diagnostics import Diagnostic

WORDS_RATIO = (0.6, 1.67)
SOURCES_RATIO = (0.5, 2.0)
MOST_CHARGED = 1.0
"""Charged words per hundred."""
MOST_CHARGED_APART = 0.5
MOST_VERBS_APART = 0.2
FEWEST_VERBS = 3
"""With fewer reporting verbs on a side, a share says nothing."""
FEWEST_PUBLISHERS = 2

LOADED_VERBS = frozenset(
    {"admit", "admits", "admitted", "concede", "concedes", "conceded", "claim", "claims"}
    | {"claimed", "insist"}
    | {"insists", "insisted", "allege", "alleges", "alleged", "acknowledge", "acknowledges"}
    | {"acknowledged", "confess", "confesses", "confessed"}
)
"""Verbs that vouch for what is reported, or cast doubt on it."""
PLAIN_VERBS = frozenset(
    {"say", "says", "said", "write", "writes", "wrote", "argue", "argues", "argued"}
    | {"stated", "noted", "reported", "holds", "held"}
)
"""Verbs that report and no more; forms that are mostly nouns are left out."""


class Balance(Struct, frozen=True, kw_only=True):
    """One thing measured for both sides; a side without value has nothing to measure."""

    code: str
    metric: str
    author: float | None
    counter: float | None
    bound: str
    passes: bool


class Voice(Struct, frozen=True):
    """All that one side says, counted."""

    words: int
    sources_per_claim: float
    charged: float
    """Per hundred words."""
    loaded_verbs: float | None
    """The share among the reporting verbs; nothing where there are too few."""
    publishers: int


def out_of_balance(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK255, DK256, DK257, DK258 and DK262: measures that leave their bounds.

    A lesson without counterarguments has one side only; DK251 has said so.
    """
    if view.source is None or not view.counterarguments:
        return
    for row in sides_compared(view):
        if not row.passes:
            make = note if row.code == "DK262" else warning
            yield make(
                view.at("contentions"),
                row.code,
                f"{row.metric}: {shown(row.author)} for the author, "
                f"{shown(row.counter)} for the other side",
                _how_to_keep(row),
            )


def _how_to_keep(row: Balance) -> str:
    """Return what to do about a measure that left its bounds."""
    if row.code == "DK255" and (row.author or 0) > (row.counter or 0):
        return f"keep {row.bound}: give the counterarguments 'reasons' with premises of their own"
    return f"keep {row.bound}"


def shown(value: float | None) -> str:
    """Return a measure as tables and messages show it.

    >>> shown(12.0), shown(0.333), shown(None)
    ('12', '0.33', 'n/a')
    """
    if value is None:
        return "n/a"
    return f"{value:.2f}".rstrip("0").rstrip(".")


def sides_compared(view: LessonView) -> tuple[Balance, ...]:
    """Return what is measured over all that each side says."""
    everything = tuple(said(view))
    author = _voice(view, [part for part in everything if part.side == "author"])
    counter = _voice(view, [part for part in everything if part.side == "counter"])
    apart = abs(author.charged - counter.charged)
    return (
        row(
            "DK255",
            "words",
            author.words,
            counter.words,
            "a ratio of 0.6 to 1.67",
            within(author.words, counter.words, WORDS_RATIO),
        ),
        row(
            "DK256",
            "sources per claim",
            author.sources_per_claim,
            counter.sources_per_claim,
            "a ratio of 0.5 to 2",
            within(author.sources_per_claim, counter.sources_per_claim, SOURCES_RATIO),
        ),
        row(
            "DK257",
            "charged words in a hundred",
            author.charged,
            counter.charged,
            "at most 1 each, and at most 0.5 apart",
            max(author.charged, counter.charged) <= MOST_CHARGED and apart <= MOST_CHARGED_APART,
        ),
        row(
            "DK258",
            "share of loaded reporting verbs",
            author.loaded_verbs,
            counter.loaded_verbs,
            "at most 0.2 apart",
            _verbs_agree(author, counter),
        ),
        row(
            "DK262",
            "publishers",
            author.publishers,
            counter.publishers,
            "at least 2 each",
            min(author.publishers, counter.publishers) >= FEWEST_PUBLISHERS,
        ),
    )


def row(
    code: str,
    metric: str,
    author: float | None,
    counter: float | None,
    bound: str,
    passes: bool,
) -> Balance:
    """Return one row of the table."""
    return Balance(
        code=code, metric=metric, author=author, counter=counter, bound=bound, passes=passes
    )


def _voice(view: LessonView, parts: Sequence[Said]) -> Voice:
    """Return the counts of all that one side says."""
    words = sum(len(part.text.split()) for part in parts)
    charged = sum(1 for part in parts for _ in charged_in(part.text))
    sources = frozenset[str]().union(*(part.sources for part in parts))
    return Voice(
        words=words,
        sources_per_claim=sum(len(part.sources) for part in parts) / max(1, len(parts)),
        charged=100 * charged / max(1, words),
        loaded_verbs=_loaded_share(parts),
        publishers=len(publishers(view, sources)),
    )


def _loaded_share(parts: Sequence[Said]) -> float | None:
    """Return the share of loaded verbs among the reporting verbs outside quotations."""
    loaded = plain = 0
    for part in parts:
        words = words_of(part.text)
        if LOADED_VERBS.isdisjoint(words) and PLAIN_VERBS.isdisjoint(words):
            continue
        own = words_of(without_quotations(part.text))
        loaded += sum(word in LOADED_VERBS for word in own) - _nouns(own)
        plain += sum(word in PLAIN_VERBS for word in own)
    return loaded / (loaded + plain) if loaded + plain >= FEWEST_VERBS else None


def _nouns(words: Sequence[str]) -> int:
    """Return how often `claim` and `claims` are nouns: wherever no `that` follows."""
    return sum(
        first in ("claim", "claims") and then != "that" for first, then in pairwise((*words, ""))
    )


def _verbs_agree(author: Voice, counter: Voice) -> bool:
    if author.loaded_verbs is None or counter.loaded_verbs is None:
        return True
    return abs(author.loaded_verbs - counter.loaded_verbs) <= MOST_VERBS_APART


BALANCE_RULES = (out_of_balance,)
