"""Where the scores lie, and who is practising."""

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from debatekit.cli.clock import now
from debatekit.cli.context import Settings
from debatekit.cli.screen.output import one_line, say
from debatekit.model.progress import Attempt, SessionRecord
from debatekit.model.text import printable
from debatekit.store.errors import DamagedError, ReadOnlyError, StoreError, refusal
from debatekit.store.scores import Scores, open_scores

F = TypeVar("F", bound=Callable[..., Any])
LONGEST_NAME = 80


def score_path(settings: Settings) -> Path:
    """Return the file given with --store or DEBATEKIT_STORE, else the user's own."""
    if settings.store is not None:
        return settings.store
    from platformdirs import user_data_path

    return user_data_path("debatekit", appauthor=False) / "scores.db"


def has_scores(settings: Settings) -> bool:
    """Return whether there is a score file; a place where nobody may look is one message."""
    path = score_path(settings)
    try:
        return path.exists()
    except OSError as error:
        raise click.ClickException(
            one_line(f"{path} cannot be reached: {refusal(error)}")
        ) from error


@contextmanager
def score_file(settings: Settings) -> Iterator[Scores]:
    """Open the scores; what is wrong with them becomes one message and exit code 1.

    A damaged file is set aside. On a terminal its newest backup is offered, and what was
    asked for goes on; else the message says how to bring it back.
    """
    with one_message(), _opened(settings) as scores, _aside_if_damaged(settings):
        yield scores


def _opened(settings: Settings) -> Scores:
    """Open the scores, if need be with what the newest backup holds, and say what to warn of."""
    try:
        scores = open_scores(score_path(settings), now())
    except DamagedError as error:
        from debatekit.cli.store.damaged import reopened

        scores = reopened(settings, error.path)
    if scores.warning:
        say(one_line(f"Warning: {scores.warning}"))
    return scores


@contextmanager
def score_file_to_read(settings: Settings) -> Iterator[Scores]:
    """Open the scores to show something of them; a file that cannot be written will do."""
    with ExitStack() as held:
        held.enter_context(one_message())
        try:
            scores = held.enter_context(_opened(settings))
        except ReadOnlyError:
            from debatekit.store.reading import open_to_read

            scores = held.enter_context(open_to_read(score_path(settings)))
        held.enter_context(_aside_if_damaged(settings))
        yield scores


@contextmanager
def _aside_if_damaged(settings: Settings) -> Iterator[None]:
    """Set a file aside of which it shows only later that it is damaged."""
    try:
        yield
    except DamagedError as error:
        from debatekit.cli.store.damaged import put_aside

        raise StoreError(put_aside(error.path, named=settings.store is not None)) from error


@contextmanager
def one_message() -> Iterator[None]:
    """Turn what is wrong with a score file into one message and exit code 1."""
    try:
        yield
    except StoreError as error:
        raise click.ClickException(one_line(str(error))) from error


def kept(settings: Settings, student: str) -> tuple[Attempt, ...]:
    """Return a student's attempts; none, and no new file, where there are no scores yet."""
    if not has_scores(settings):
        return ()
    with score_file_to_read(settings) as scores:
        return scores.attempts(student)


def kept_unfinished(settings: Settings, student: str) -> tuple[SessionRecord, ...]:
    """Return a student's unfinished sessions, the latest first; makes no file."""
    if not has_scores(settings):
        return ()
    with score_file_to_read(settings) as scores:
        return scores.unfinished(student)


def student_option(command: F) -> F:
    """Let a command be told who is practising."""
    return click.option(
        "--student",
        envvar="DEBATEKIT_STUDENT",
        default="me",
        metavar="NAME",
        callback=_name,
        help="Who is practising (or DEBATEKIT_STUDENT).",
    )(command)


def _name(ctx: click.Context, option: click.Parameter, value: str) -> str:
    return student_name(value)


def student_name(value: str) -> str:
    """Return the name on one line, in one spelling of its accents."""
    name = unicodedata.normalize("NFC", " ".join(printable(value).split()))
    if not name:
        raise click.BadParameter("a student's name needs at least one letter")
    if len(name) > LONGEST_NAME:
        raise click.BadParameter(f"a student's name has at most {LONGEST_NAME} letters")
    return name
