"""The table of `debatekit check --balance LESSON`: how alike a lesson treats the two sides."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from debatekit.check import Balance, balance_table
from debatekit.check.balance import shown
from debatekit.cli.checked import Checker
from debatekit.cli.context import Settings
from debatekit.cli.screen.output import counted, say
from debatekit.cli.screen.wrap import wrapped
from debatekit.diagnostics import Severity
from debatekit.logic.derive import derive
from debatekit.read import read_material, read_workspace

_MORE = "'debatekit check --explain CODE' says what a measure asks for."
NARROW = 72
"""Below this many columns each measure is a sentence instead of a row."""


def show_balance(settings: Settings, root: Path, lesson: str) -> bool:
    """Write the table of a lesson's balance; return whether every measure keeps its bounds."""
    rows = balance_of(root, lesson)
    _warn_of_errors(settings, root, lesson)
    pictured = not settings.plain and settings.width >= NARROW
    for line in as_table(rows) if pictured else as_sentences(rows, settings.width):
        click.echo(line)
    failed = sum(not row.passes for row in rows)
    kept = f"{len(rows) - failed} of {len(rows)} measures keep their bounds."
    click.echo("All measures keep their bounds." if not failed else kept)
    if failed:
        for line in wrapped(_MORE, settings.width):
            click.echo(line)
    return not failed


def _warn_of_errors(settings: Settings, root: Path, lesson: str) -> None:
    """Say on standard error that a lesson has errors, for then its parts are not all measured."""
    found, _ = Checker(settings, {root: [root / "lessons" / f"{lesson}.yaml"]})()
    errors = sum(fault.severity is Severity.ERROR for fault in found)
    if errors:
        say(f"The lesson has {counted(errors, 'error')}, so these figures may change.")


def balance_of(root: Path, lesson: str) -> tuple[Balance, ...]:
    """Return a lesson's measures, those of the items that it yields among them."""
    from debatekit.generate import generate_items

    material = read_material(root, lesson)
    workspace, _ = read_workspace(root)
    items = generate_items(material, derive(material), seed=0)
    return balance_table(workspace.lessons[lesson], workspace, items)


def as_table(rows: Sequence[Balance]) -> Iterator[str]:
    """Yield a line for each measure, under a heading; what fails says its bound below."""
    yield f"{'':8}{'':44}{'author':>8}{'critics':>9}"
    for row in rows:
        author, counter = _value(row.author), _value(row.counter)
        yield f"{row.code:8}{row.metric:44}{author:>8}{counter:>9}  {_word(row)}"
        if not row.passes:
            yield f"{'':8}keep {row.bound}"


def as_sentences(rows: Sequence[Balance], width: int) -> Iterator[str]:
    """Yield a sentence for each measure, in lines that fit the width."""
    for row in rows:
        sides = (("author", row.author), ("critics", row.counter))
        values = ", ".join(f"{side} {shown(value)}" for side, value in sides if value is not None)
        keep = "" if row.passes else f"; keep {row.bound}"
        said = f"{row.code} {row.metric}: {values or 'nothing to measure'}: {_word(row)}{keep}."
        yield from wrapped(said, width, rest="  ")


def _value(value: float | None) -> str:
    return "-" if value is None else shown(value)


def _word(row: Balance) -> str:
    return "kept" if row.passes else "NOT KEPT"
