"""`debatekit schema`: the JSON Schema of a kind of file, for editors."""

import json

import click

from debatekit.cli.context import shared_options
from debatekit.cli.screen.output import put
from debatekit.read import KINDS, json_schema


@click.command("schema")
@click.argument("kind", type=click.Choice(tuple(KINDS)), metavar="KIND")
@shared_options
def command(kind: str) -> None:
    """Print the JSON Schema of a kind of file.

    KIND is source, lesson, quiz, references or glossary. Editors complete keys and mark faults
    by it.
    """
    put(f"{json.dumps(json_schema(kind), indent=2, ensure_ascii=False)}\n")
