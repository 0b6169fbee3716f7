"""The command line's reference, written from the commands' own help."""

import click

from debatekit.cli.main import COMMANDS, cli


def reference() -> str:
    """Return a section for each command with what `--help` prints, 80 columns wide."""
    parts = [_section(cli, "debatekit", None)]
    context = click.Context(cli, info_name="debatekit", terminal_width=80)
    for name in COMMANDS:
        if (command := cli.get_command(context, name)) is not None:
            parts.append(_section(command, f"debatekit {name}", context, name))
    return "\n".join(parts)


def _section(
    command: click.Command, title: str, parent: click.Context | None, name: str = "debatekit"
) -> str:
    """Return one command's help under its title."""
    context = click.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=80,
        help_option_names=["-h", "--help"],
    )
    return f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"
