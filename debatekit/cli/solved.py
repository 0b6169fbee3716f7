"""A worked example on the screen: a question of the lesson, solved, before a strand's first."""

from msgspec.structs import replace

from debatekit.cli.ask import Asker, shown_options
from debatekit.cli.begin import Run
from debatekit.model.item import Item
from debatekit.practice.example import solution
from debatekit.practice.record import options_text
from debatekit.practice.session import Session, shown_example
from debatekit.store.scores import Scores


def with_example_shown(scores: Scores, run: Run, asker: Asker) -> Run:
    """Show the example that comes before the current question, if one does; it counts nowhere.

    That it was shown is kept, so that a session which is left there goes on without it.
    """
    example = run.session.example
    if example is None:
        return run
    asker.example(_lines(run.session, example))
    choices = replace(run.choices, examples=(*run.choices.examples, example.strand))
    scores.keep_options(run.session.id, options_text(choices))
    return replace(run, session=shown_example(run.session, example), choices=choices)


def _lines(session: Session, example: Item) -> list[str]:
    """Return where we are, the question with its options, and its solution."""
    place = f"Question {session.number} of {len(session.order)}, {example.strand}"
    options = [f"{label} {text}" for label, text in shown_options(example)]
    return [
        f"{place}: first a worked example",
        "This one is solved for you and does not count.",
        example.stem,
        *options,
        *solution(example),
    ]
