"""Items to match and items to order, from a question and its options in the right order."""

from collections.abc import Sequence

from debatekit.generate.build import Question, difficulty
from debatekit.model.item import Match, Option, Order


def match_item(question: Question, prompts: Sequence[str], options: Sequence[Option]) -> Match:
    """Return the item; the first options are the prompts' partners, the rest are spare."""
    return Match(
        id="",
        generator=question.generator,
        strand=question.strand,
        stem=question.stem,
        target=question.target,
        about=question.about,
        paragraphs=question.paragraphs,
        hint=question.hint,
        difficulty=difficulty(question, several=False),
        bloom=question.bloom,
        side=question.side,
        proof=question.proof,
        why=question.why,
        prompts=tuple(prompts),
        options=tuple(options),
        partners=tuple(range(len(prompts))),
    )


def order_item(question: Question, options: Sequence[Option]) -> Order:
    """Return the item; the options are given in the right order."""
    return Order(
        id="",
        generator=question.generator,
        strand=question.strand,
        stem=question.stem,
        target=question.target,
        about=question.about,
        paragraphs=question.paragraphs,
        hint=question.hint,
        difficulty=difficulty(question, several=True),
        bloom=question.bloom,
        side=question.side,
        proof=question.proof,
        why=question.why,
        options=tuple(options),
        ranks=tuple(range(len(options))),
    )
