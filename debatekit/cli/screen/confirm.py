"""A question to somebody at a terminal that y or n answers."""

from debatekit.cli.context import Settings
from debatekit.cli.screen.wrap import wrapped

_BEFORE, _AFTER = 2, 7
"""Columns that the mark before a question takes, and the keys after it."""


def agreed(settings: Settings, question: str, *, default: bool) -> bool:
    """Return whether the answer is yes, which Enter alone gives by default; Ctrl-C passes on."""
    import questionary

    rows = wrapped(question, max(20, settings.width - _BEFORE - _AFTER))
    return bool(questionary.confirm(f"\n{' ' * _BEFORE}".join(rows), default=default).unsafe_ask())
