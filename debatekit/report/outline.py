"""Outline: what a report must know of a lesson to speak of it in words."""

from collections.abc import Mapping

from msgspec import Struct

Question = tuple[str, str]
"""A generator's name and a target: what is the same question, however it was drawn.

An item's id will not do: another seed gives the same question another id.
"""


class Asked(Struct, frozen=True, kw_only=True):
    """One question: its wording, and the ids of what it is about."""

    stem: str
    about: tuple[str, ...] = ()


class Outline(Struct, frozen=True, kw_only=True):
    """A lesson's claims in its own order, and its questions."""

    id: str
    title: str = ""
    claims: Mapping[str, str] = {}
    """Each claim's wording in few words, by id; counterarguments and replies are claims too."""
    questions: Mapping[Question, Asked] = {}


def subjects(outline: Outline, question: Question) -> tuple[str, ...]:
    """Return the ids of the claims that a question is about; empty if it is about none.

    Of a question that the outline does not know, the target's own words are all there is:
    `support:shared-enemy` is about `shared-enemy`.
    """
    asked = outline.questions.get(question)
    if asked is not None:
        return tuple(dict.fromkeys(id_ for id_ in asked.about if id_ in outline.claims))
    said = question[1].partition(":")[2] or question[1]
    return tuple(dict.fromkeys(id_ for id_ in said.split(":") if id_ in outline.claims)) or (
        () if outline.claims else (said,)
    )
