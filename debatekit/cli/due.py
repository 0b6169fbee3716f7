"""What is due: cards worked out from the attempts made since the last time."""

from collections.abc import Mapping, Sequence

from debatekit.cli.clock import now_text
from debatekit.cli.context import Settings
from debatekit.cli.score_file import score_file, score_path
from debatekit.model.progress import Attempt
from debatekit.store.cards import Cards


def refresh(cards: Cards, student: str) -> None:
    """Work out each card that an attempt has changed; the scheduler loads only if one has."""
    changed = cards.changed(student)
    if not changed:
        return
    from debatekit.practice.schedule import RECENT_TIMES, card_of

    def times_before(made: Attempt) -> Sequence[int]:
        return cards.times_before(made, RECENT_TIMES)

    with cards.at_once():
        for lesson, target, changes in changed:
            card = card_of(cards.attempts_on(student, lesson, target), times_before)
            if card is None:
                cards.drop(student, lesson, target, changes)
            else:
                cards.keep(card, changes)


def due_targets(settings: Settings, student: str) -> Mapping[str, frozenset[str]]:
    """Return the targets that are due, by lesson; makes no file."""
    if not score_path(settings).exists():
        return {}
    with score_file(settings) as scores:
        cards = Cards(scores)
        refresh(cards, student)
        return cards.due_targets(student, now_text())
