"""The command that asks what is due, across lessons."""

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.screen.bars import show_lines
from debatekit.cli.store.score_file import has_scores, score_file, student_option
from debatekit.cli.workspace.places import workspace_of
from debatekit.practice.record import Wish

MOST_ITEMS = 100


@click.command()
@click.option("-n", "size", type=click.IntRange(1, MOST_ITEMS), help="How many questions.")
@student_option
@shared_options
@click.pass_obj
def command(settings: Settings, size: int | None, student: str) -> None:
    """Answer what is due, across lessons.

    Each question comes back when it is about to be forgotten. An unfinished review is
    resumed.
    """
    go_over(settings, student, Wish(size=size))


def go_over(settings: Settings, student: str, wish: Wish) -> None:
    """Ask what is due until it is done or stopped; say so if nothing is."""
    from debatekit.cli.session.ask import asker
    from debatekit.cli.session.begin_review import begin_review, next_day
    from debatekit.cli.session.conduct import conduct

    root = workspace_of(settings)
    if not has_scores(settings):
        show_lines(settings, ["Nothing is due: no question was answered yet."])
        return
    with score_file(settings) as scores:
        run = begin_review(scores, root, student, wish)
        if run is None:
            show_lines(settings, [f"Nothing is due now.{next_day(scores, student)}"])
        else:
            conduct(settings, scores, run, asker(settings))
