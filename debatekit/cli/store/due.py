"""What is due: cards worked out from the attempts made since the last time."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from debatekit.cli.clock import now_text
from debatekit.cli.context import Settings
from debatekit.cli.store.score_file import has_scores, score_file_to_read
from debatekit.cli.waiting import told
from debatekit.model.progress import Attempt, Card
from debatekit.store.cards import Cards
from debatekit.store.errors import DamagedError, StoreError

SLICE = 50
"""So many cards are kept in one transaction."""

Worked = tuple[str, str, int, Card | None]
"""A lesson, a target, how many changes are worked in, and the card, if an answer speaks for one."""


def refresh(cards: Cards, student: str) -> None:
    """Work out each card that an attempt has changed; the scheduler loads only if one has.

    Attempts are replayed without a lock, and only a slice of cards is written at once: nobody
    else's answer waits longer than that takes. A card that changes meanwhile stays marked.
    """
    changed = cards.changed(student)
    if not changed:
        return
    worked = _worked(cards, student, changed)
    while found := list(islice(worked, SLICE)):
        with cards.at_once():
            for lesson, target, changes, card in found:
                if card is None:
                    cards.drop(student, lesson, target, changes)
                else:
                    cards.keep(card, changes)


def _worked(
    cards: Cards, student: str, changed: Sequence[tuple[str, str, int]]
) -> Iterator[Worked]:
    from debatekit.practice.schedule import RECENT_TIMES, card_of

    def times_before(made: Attempt) -> Sequence[int]:
        return cards.times_before(made, RECENT_TIMES)

    for lesson, target, changes in told(None, "Working out what is due", changed, len(changed)):
        attempts = cards.attempts_on(student, lesson, target)
        yield lesson, target, changes, card_of(attempts, times_before)


def refresh_if_possible(cards: Cards, student: str) -> None:
    """Work out what has changed; on a full or read-only disk, leave the cards as they are."""
    try:
        refresh(cards, student)
    except DamagedError:
        raise
    except StoreError:
        # What can be read can be shown all the same.
        pass


def due_targets(settings: Settings, student: str) -> Mapping[str, frozenset[str]]:
    """Return the targets that are due, by lesson; makes no file."""
    if not has_scores(settings):
        return {}
    with score_file_to_read(settings) as scores:
        cards = Cards(scores)
        refresh_if_possible(cards, student)
        return cards.due_targets(student, now_text())
