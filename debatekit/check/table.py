"""The table that shows a lesson's balance: every measure of fairness in one place."""

from collections.abc import Iterable, Sequence

from debatekit.check.balance import Balance, row, sides_compared
from debatekit.check.item_balance import items_by_side, keys_by_side
from debatekit.check.lesson_view import LessonView
from debatekit.check.neutrality import (
    FEWEST_ATTACK_NAMES,
    FEWEST_COUNTERARGUMENTS,
    STEELMAN_RATIO,
    attack_names,
    is_sourced,
    within,
)
from debatekit.model.document import Document, Workspace
from debatekit.model.item import Item
from debatekit.model.lesson import Lesson


def balance_table(
    document: Document[Lesson], workspace: Workspace, items: Sequence[Item] = ()
) -> tuple[Balance, ...]:
    """Return every measure of a lesson's balance, by code.

    The rows on items count those handed in; without any they have nothing to measure.
    """
    view = LessonView(document=document, workspace=workspace)
    rows = (
        _counterarguments(view),
        _best_replies(view),
        _sourced(view),
        _attack_names(view),
        _steelmen(view),
        *sides_compared(view),
        items_by_side(items),
        keys_by_side(items),
    )
    return tuple(sorted(rows, key=lambda measured: measured.code))


def _counterarguments(view: LessonView) -> Balance:
    counts = [len(contention.counterarguments) for contention in view.lesson.contentions]
    fewest = min(counts, default=0)
    sourced = all(any(map(is_sourced, found.counterarguments)) for found in view.lesson.contentions)
    return row(
        "DK251",
        "fewest counterarguments to a contention",
        None,
        fewest,
        "2 or more, one of them with a source",
        fewest >= FEWEST_COUNTERARGUMENTS and sourced,
    )


def _best_replies(view: LessonView) -> Balance:
    marked = [
        sum(reply.best for reply in placed.counterargument.replies) == 1
        for placed in view.counterarguments
    ]
    share = _share(marked)
    return row(
        "DK252", "counterarguments with one best reply", share, None, "1 (all of them)", all(marked)
    )


def _sourced(view: LessonView) -> Balance:
    counters = [placed.counterargument for placed in view.counterarguments]
    against = [is_sourced(counter) or counter.kind == "value" for counter in counters]
    answers = [bool(found.reply.cite) or found.reply.kind == "value" for found in view.replies]
    return row(
        "DK253",
        "replies and counterarguments with a source",
        _share(answers),
        _share(against),
        "1 (all of them)",
        all(against) and all(answers),
    )


def _share(held: Iterable[bool]) -> float | None:
    """Return which share of what was looked at held; nothing if nothing was."""
    held = tuple(held)
    return sum(held) / len(held) if held else None


def _attack_names(view: LessonView) -> Balance:
    names = [len(attack_names(view, found)) for found in view.lesson.contentions]
    fewest = min(names, default=0)
    return row(
        "DK254",
        "fewest sorts of attack on a contention",
        None,
        fewest,
        "2 or 3",
        fewest >= FEWEST_ATTACK_NAMES,
    )


def _steelmen(view: LessonView) -> Balance:
    both = view.lesson.steelman
    author = len(both.author.text.split()) if both else None
    counter = len(both.counter.text.split()) if both else None
    passes = bool(both) and within(author or 0, counter or 0, STEELMAN_RATIO)
    return row("DK261", "words of the steelman", author, counter, "a ratio of 0.67 to 1.5", passes)
