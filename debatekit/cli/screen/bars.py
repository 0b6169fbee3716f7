"""Shares as bars: blocks on a terminal, words in plain mode."""

from collections.abc import Sequence

import click
from msgspec import Struct

from debatekit.cli.context import Settings
from debatekit.cli.screen.wrap import wrapped
from debatekit.model.text import printable
from debatekit.practice.advice import Step

_LONGEST_BAR = 20
_BLOCKS = "▁▂▃▄▅▆▇█"


class Bar(Struct, frozen=True):
    """One line: what it is about, a share in [0, 1], and the same in words."""

    label: str
    share: float
    words: str


def show_bars(settings: Settings, title: str, bars: Sequence[Bar]) -> None:
    """Show a title and its bars; the words alone say it all."""
    click.echo()
    show_lines(settings, [title])
    if settings.plain:
        show_lines(settings, [f"{bar.label}: {bar.words}" for bar in bars], "  ")
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    width = _bar_width(settings.width)
    table = Table.grid(padding=(0, 1))
    for bar in bars:
        full = min(width, max(0, round(bar.share * width)))
        label, words = Text(printable(bar.label)), Text(printable(bar.words))
        table.add_row(label, Text("█" * full + "░" * (width - full), no_wrap=True), words)
    console = Console(width=settings.width, no_color=not settings.color, highlight=False)
    console.print(Padding(table, (0, 0, 0, 2)))


def show_sparkline(settings: Settings, title: str, shares: Sequence[float]) -> None:
    """Show shares in [0, 1] as numbers, on a terminal beside a row of blocks."""
    numbers = ", ".join(str(round(100 * share)) for share in shares)
    blocks = "" if settings.plain else f" {''.join(map(_block, shares))}"
    show_lines(settings, ["", f"{title}, in percent:{blocks} {numbers}."])


def _block(share: float) -> str:
    return _BLOCKS[min(len(_BLOCKS) - 1, max(0, round(share * (len(_BLOCKS) - 1))))]


def show_steps(settings: Settings, steps: Sequence[Step]) -> None:
    """Show what to practise next: each command on a line of its own, to copy."""
    if not steps:
        return
    click.echo()
    show_lines(settings, ["To practise next:"])
    for step in steps:
        click.echo(f"  {printable(step.command)}")
        show_lines(settings, [step.because], "    ")


def show_lines(settings: Settings, lines: Sequence[str], indent: str = "") -> None:
    """Show texts in lines that fit."""
    for line in lines:
        for row in wrapped(line, min(settings.width, 80), indent):
            click.echo(row)


def _bar_width(width: int) -> int:
    """Return a length of bar that leaves room for words, from 20 columns up."""
    return max(4, min(_LONGEST_BAR, (width - 24) // 2))
