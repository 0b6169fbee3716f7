"""Outline: what a report must know of a lesson to speak of it in words."""

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from debatekit.report.findings import Choosing

Question = tuple[str, str]
"""A generator's name and a target: what is the same question, however it was drawn.

An item's id will not do: another seed gives the same question another id.
"""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LAST = re.compile(rf"[^(]*\([^()]*, ({_ID.pattern})\)")
"""A tag's first fact, and the last thing it names: of `not scheme(step, rule)` the rule."""


class OptionText(Struct, frozen=True):
    """An option's wording, and whether it is right."""

    text: str
    right: bool


class Asked(Struct, frozen=True, kw_only=True):
    """One question: its wording, and the ids of what it is about."""

    stem: str
    about: tuple[str, ...] = ()
    options: Mapping[str, OptionText] = {}
    """By tag, of as many options as are known."""


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


def in_words(outline: Outline, question: Question, option: Choosing) -> Choosing:
    """Return the option with words for it: its own, else those of what its tag names."""
    if option.text:
        return option
    asked = subjects(outline, question)
    named = dict.fromkeys(id_ for id_ in _ID.findall(option.tag) if id_ in outline.claims)
    apart = [id_ for id_ in named if id_ not in asked] or [*named]
    last = _LAST.match(option.tag)
    said = "; ".join(outline.claims[id_] for id_ in apart) or (last[1] if last else "")
    return replace(option, text=said.replace("-", " ") if last and not apart else said)
