"""The command that puts the questions of a lesson, one after another."""

from collections.abc import Collection, Sequence
from pathlib import Path

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.store.score_file import score_file, student_option
from debatekit.cli.workspace.places import workspace_of
from debatekit.model.progress import SessionRecord
from debatekit.model.words import STRANDS, Strand
from debatekit.practice.record import Wish
from debatekit.read import lesson_ids, quiz_ids

MOST_ITEMS = 100
LARGEST_SEED = 2**63 - 1


@click.command()
@click.argument("name", required=False, metavar="[LESSON-or-QUIZ]")
@click.option("-n", "size", type=click.IntRange(1, MOST_ITEMS), help="How many questions.")
@click.option(
    "--strand",
    "strands",
    multiple=True,
    type=click.Choice(STRANDS),
    help="Only this strand; may be given again.",
)
@click.option("--seed", type=click.IntRange(0, LARGEST_SEED), help="The same questions again.")
@click.option(
    "--version", metavar="LETTER", help="The questions of that version of the quiz paper, A to Z."
)
@click.option("--exam", is_flag=True, help="Hold feedback to the end.")
@click.option("--certainty", is_flag=True, help="Ask how certain each answer is, 1 to 3.")
@student_option
@click.option("--new", is_flag=True, help="Start afresh, even if a session is unfinished.")
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    name: str | None,
    size: int | None,
    strands: tuple[Strand, ...],
    seed: int | None,
    version: str | None,
    exam: bool,
    certainty: bool,
    student: str,
    new: bool,
) -> None:
    """Practise a lesson; an unfinished session is resumed."""
    if version is not None:
        seed = _version_seed(version, seed)
    wish = Wish(strands=strands, size=size, exam=exam, certainty=certainty, seed=seed)
    take(settings, student, name, wish, new=new)


def _version_seed(version: str, seed: int | None) -> int:
    """Return the seed of a version of the quiz paper; it leaves no other seed to choose."""
    from debatekit.cli.workspace.versions import seed_of

    if seed is not None:
        raise click.UsageError("--version fixes the seed; leave out --seed")
    if not (len(version) == 1 and version.isascii() and version.isalpha()):
        raise click.UsageError(f"--version is a letter, A to Z, not {version!r}")
    return seed_of(version.upper())


def take(
    settings: Settings, student: str, name: str | None, wish: Wish, *, new: bool = False
) -> None:
    """Begin or resume a session, and ask until it is done or stopped."""
    from debatekit.cli.session.ask import asker
    from debatekit.cli.session.begin import begin
    from debatekit.cli.session.conduct import conduct
    from debatekit.cli.workspace.course import read_course

    root = workspace_of(settings)
    with score_file(settings) as scores:
        if name is None:
            here = {*lesson_ids(root), *quiz_ids(root)}
            left = [] if new else _left(scores.unfinished(student), here)
            name = left[0] if left else _only_lesson(root)
        run = begin(scores, read_course(root, name), student, wish, new)
        conduct(settings, scores, run, asker(settings))


def _left(unfinished: Sequence[SessionRecord], here: Collection[str]) -> list[str]:
    """Return what was left unfinished of the lessons and quizzes that this workspace has."""
    return [record.quiz for record in unfinished if record.quiz in here]


def _only_lesson(root: Path) -> str:
    """Return the lesson, if there is one only; else say which there are."""
    lessons = lesson_ids(root)
    if len(lessons) == 1:
        return lessons[0]
    if not lessons:
        raise click.ClickException("there are no lessons here; 'debatekit new lesson' makes one")
    from debatekit.cli.lessons import exercises_last

    raise click.UsageError(f"say which lesson: {', '.join(exercises_last(root, lessons))}")
