"""Items to match and items to order, from a question and its options in the right order."""

from collections.abc import Sequence

from debatekit.generate.build import Question, common
from debatekit.model.item import Match, Option, Order


def match_item(question: Question, prompts: Sequence[str], options: Sequence[Option]) -> Match:
    """Return the item; the first options are the prompts' partners, the rest are spare."""
    return Match(
        **common(question, several=False),
        stem=question.stem,
        prompts=tuple(prompts),
        options=tuple(options),
        partners=tuple(range(len(prompts))),
    )


def order_item(question: Question, options: Sequence[Option]) -> Order:
    """Return the item; the options are given in the right order."""
    return Order(
        **common(question, several=True),
        stem=question.stem,
        options=tuple(options),
        ranks=tuple(range(len(options))),
    )
