"""`debatekit check --explain CODE`: what a code means, with a bad and a good example."""

import textwrap

import click

from debatekit.cli.context import Settings
from debatekit.cli.screen.wrap import wrapped
from debatekit.codes import CODES
from debatekit.diagnostics import did_you_mean


def show_code(settings: Settings, name: str) -> None:
    """Write a code's page; one that there is not is told of with the nearest."""
    code = CODES.get(name.upper())
    if code is None:
        hint = did_you_mean(name.upper(), CODES) or "findings show them, such as DK109"
        raise click.ClickException(f"there is no code {name!r}; {hint}")
    click.echo(name.upper())
    for line in wrapped(code.meaning, settings.width):
        click.echo(line)
    for title, example in (("Bad", code.bad), ("Good", code.good)):
        click.echo(f"\n{title}:\n{textwrap.indent(example, '    ')}")
