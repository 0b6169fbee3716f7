"""How items name claims, steps, sides and places; plain words, each claim in quotes."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from debatekit.generate.desk import Desk
from debatekit.model.graph import Inference
from debatekit.model.words import Side

STEM_WORDS = 60
"""A longer stem tests memory of the stem."""

OWNER: dict[Side, str] = {"author": "the author", "counter": "the critics", "shared": "both sides"}
"""Who maintains what is on a side."""

OWNERS: dict[Side, str] = {
    "author": "the author's",
    "counter": "the critics'",
    "shared": "both sides'",
}

ACCORDING: dict[Side, str] = {
    "author": "According to the author,",
    "counter": "In the lesson's counter case,",
    "shared": "On the map,",
}
"""The words that attribute a stem, by side."""


@lru_cache(maxsize=4096)
def quoted(text: str) -> str:
    """Return the text in double quotes; those inside become single ones."""
    return '"' + text.strip().replace('"', "'") + '"'


def full(desk: Desk, claim: str) -> str:
    """Return a claim as a whole sentence, in quotes."""
    return quoted(desk.claim(claim).text)


def brief(desk: Desk, claim: str) -> str:
    """Return a claim in few words if it has them, in quotes; no full stop ends it within them."""
    return quoted(desk.claim(claim).short or desk.claim(claim).text.removesuffix("."))


def short_text(desk: Desk, claim: str) -> str:
    """Return a claim in few words if it has them, else as it is."""
    known = desk.claim(claim)
    return known.short or known.text


def listing(parts: Iterable[str], last: str = "and") -> str:
    """Return the parts as one phrase: 'a', 'a and b', 'a, b and c'."""
    *early, end = parts
    return f"{', '.join(early)} {last} {end}" if early else end


def paragraphs_of(desk: Desk, *claims: str) -> tuple[int, ...]:
    """Return where the article makes the claims, in order."""
    known = desk.material.claims
    return tuple(sorted({n for id_ in claims if id_ in known for n in known[id_].paragraphs}))


def in_paragraphs(paragraphs: Iterable[int]) -> str:
    """Return 'paragraph 2' or 'paragraphs 2 and 4', or nothing."""
    numbers = [str(number) for number in paragraphs]
    if not numbers:
        return ""
    return f"paragraph{'s' if len(numbers) > 1 else ''} {listing(numbers)}"


def place(desk: Desk, claim: str) -> str:
    """Return ' (paragraph 2)' where the article makes the claim, or nothing."""
    found = in_paragraphs(paragraphs_of(desk, claim))
    return f" ({found})" if found else ""


def hint(desk: Desk, *claims: str) -> str:
    """Return where to look: the article's paragraph, or the spot on the map."""
    return look(desk, f"On the map, look at {brief(desk, claims[0])}.", *claims)


def look(desk: Desk, otherwise: str, *claims: str) -> str:
    """Return the article's paragraphs that make the claims, or else another hint."""
    found = in_paragraphs(paragraphs_of(desk, *claims))
    return f"See {found} of the article." if found else otherwise


def step(desk: Desk, inference: Inference) -> str:
    """Return a step of the map in words: all its stated premises, and its conclusion."""
    return f"the step from {starts(desk, inference)} to {brief(desk, inference.conclusion)}"


def stated(desk: Desk, inference: Inference) -> list[str]:
    """Return the premises of a step that somebody states."""
    return [id_ for id_ in inference.premises if not desk.claim(id_).unstated]


def starts(desk: Desk, inference: Inference, say: Callable[[Desk, str], str] = brief) -> str:
    """Return where a step starts: its stated premises, each of which it needs.

    Where it has none, what it takes for granted is said to be just that.
    """
    named = stated(desk, inference)
    if named:
        return listing(say(desk, id_) for id_ in named)
    return f"what nobody states, {listing(say(desk, id_) for id_ in inference.premises)},"


def fitting(*stems: str, most: int = STEM_WORDS) -> str:
    """Return the first stem that is short enough to read at once, else the last."""
    return next((stem for stem in stems if len(stem.split()) <= most), stems[-1])
