"""`debatekit drill`: practice for the debate itself, both sides of a lesson in turn."""

import click

from debatekit.cli.context import shared_options
from debatekit.cli.drill_choice import burden, cx, rebut
from debatekit.cli.drill_flow import flow
from debatekit.cli.drill_speech import speech
from debatekit.cli.drill_steelman import steelman
from debatekit.cli.drill_switch import switch
from debatekit.diagnostics import did_you_mean

DRILLS = (steelman, rebut, cx, flow, switch, burden, speech)


class DrillGroup(click.Group):
    """The drills in the order in which a debate needs them, with the nearest for a slip."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the drills in their order."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the drill that is meant; tell of the nearest one if there is none."""
        name = args[0]
        if name in self.commands or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        hint = did_you_mean(name, self.commands) or f"there are: {', '.join(self.commands)}"
        raise click.UsageError(f"there is no drill {name!r}; {hint}", ctx)


@click.group("drill", cls=DrillGroup, subcommand_metavar="NAME [OPTIONS] LESSON")
@shared_options
def command() -> None:
    """Drill for the debate, on both sides in turn.

    A drill is practice: it is not kept, and changes no score.
    """


for _drill in DRILLS:
    command.add_command(_drill)
