"""`debatekit new`: commented files for a teacher to fill in, and a folder to keep them in."""

import click

from debatekit.cli.context import shared_options
from debatekit.cli.new_lesson import new_lesson, new_quiz
from debatekit.cli.new_source import new_source
from debatekit.cli.new_workspace import new_workspace


@click.group("new")
@shared_options
def command() -> None:
    """Begin a source's record, a lesson, a quiz or a workspace.

    Each is a commented file; 'debatekit check' says what is still to be filled in.
    """


for _part in (new_source, new_lesson, new_quiz, new_workspace):
    command.add_command(_part)
