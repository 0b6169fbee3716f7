"""`debatekit completion`: the lines that teach a shell to complete commands and ids."""

import click
from click.shell_completion import get_completion_class

from debatekit.cli.completion_shells import register
from debatekit.cli.context import shared_options

VARIABLE = "_DEBATEKIT_COMPLETE"
"""Set by these lines when the shell asks what may follow."""

SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS), metavar="SHELL")
@shared_options
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands, options and lessons.

    SHELL is bash, zsh, fish or powershell. In bash and zsh put the example into ~/.bashrc or
    ~/.zshrc, with the name of your shell; in fish write the output to
    ~/.config/fish/completions/debatekit.fish; in PowerShell send it on to
    'Out-String | Invoke-Expression', in the file that $PROFILE names.
    """
    register()
    made = get_completion_class(shell)
    if made is None:
        raise click.ClickException(f"this version of click completes nothing in {shell}")
    click.echo(made(ctx.find_root().command, {}, "debatekit", VARIABLE).source())
