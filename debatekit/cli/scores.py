"""The command that shows progress, for a learner or for another program."""

import csv
import io
from collections.abc import Sequence

import click
from msgspec import json, to_builtins

from debatekit.cli.bars import Bar, show_bars, show_lines, show_steps
from debatekit.cli.clock import now
from debatekit.cli.context import Settings, shared_options
from debatekit.cli.score_file import kept, kept_unfinished, student_option
from debatekit.model.progress import Attempt, Mastery
from debatekit.practice.advice import Step, next_steps
from debatekit.practice.mastery import masteries

ATTEMPT_KEYS = (
    "id",
    "student",
    "lesson",
    "item",
    "target",
    "strand",
    "kind",
    "generator",
    "response",
    "score",
    "certainty",
    "took_ms",
    "at",
)
"""What other programs read of an attempt."""
MASTERY_KEYS = ("strand", "skill", "value", "low", "word", "evidence")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@click.command()
@student_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="As CSV, for a spreadsheet.")
@click.option("--attempts", "each", is_flag=True, help="One row an answer.")
@shared_options
@click.pass_obj
def command(settings: Settings, student: str, as_json: bool, as_csv: bool, each: bool) -> None:
    """Show your progress and what to do next."""
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other")
    attempts = [made for made in kept(settings, student) if not made.skipped]
    if each and not as_json and not as_csv:
        _show_attempts(settings, attempts)
        return
    rows = attempt_rows(attempts) if each else mastery_rows(masteries(attempts, now()))
    if as_csv:
        click.echo(as_csv_text(ATTEMPT_KEYS if each else MASTERY_KEYS, rows), nl=False)
    elif as_json:
        steps = _steps(settings, student, attempts)
        answer = rows if each else {"student": student, "skills": rows, "next": to_builtins(steps)}
        click.echo(json.format(json.encode(answer), indent=2).decode())
    else:
        _show(settings, student, attempts)


def attempt_rows(attempts: Sequence[Attempt]) -> list[dict[str, object]]:
    """Return one row an answer, with the keys that other programs read."""
    values = (to_builtins(made) for made in attempts)
    return [{key: value[key] for key in ATTEMPT_KEYS} for value in values]


def mastery_rows(found: Sequence[Mastery]) -> list[dict[str, object]]:
    """Return one row a strand and skill."""
    return [to_builtins(mastery) for mastery in found]


def as_csv_text(keys: Sequence[str], rows: Sequence[dict[str, object]]) -> str:
    """Return the rows as CSV, a header first; no cell can act as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(keys)
    writer.writerows([_cell(row[key]) for key in keys] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    """Return a cell; text that a spreadsheet would take for a formula gets a quote before it."""
    if isinstance(value, list | tuple):
        value = " ".join(map(str, value))
    if not isinstance(value, str):
        return "" if value is None else str(value)
    return f"'{value}" if value.startswith(_FORMULA) else value


def _steps(settings: Settings, student: str, attempts: Sequence[Attempt]) -> tuple[Step, ...]:
    """Return what to do next on the lesson that was practised last."""
    if not attempts:
        return (Step("debatekit lessons", "see which lessons there are"),)
    lesson = attempts[-1].lesson
    ours = [made for made in attempts if made.lesson == lesson]
    unfinished = kept_unfinished(settings, student)
    return next_steps(lesson, masteries(ours, now()), unfinished=unfinished)


def _show(settings: Settings, student: str, attempts: Sequence[Attempt]) -> None:
    lessons = sorted({made.lesson for made in attempts})
    answers = "1 answer" if len(attempts) == 1 else f"{len(attempts)} answers"
    on = f" on {', '.join(lessons)}" if lessons else ""
    show_lines(settings, [f"Scores of {student}: {answers}{on}."])
    if attempts:
        bars = [
            Bar(f"{found.strand}, {found.skill}", found.value, found.word)
            for found in masteries(attempts, now())
        ]
        show_bars(settings, "By strand and skill:", bars)
    show_steps(settings, _steps(settings, student, attempts))


def _show_attempts(settings: Settings, attempts: Sequence[Attempt]) -> None:
    """Show one line an answer, as wide as it is: for reading, and for grep."""
    for made in attempts:
        response = " ".join(made.response)
        line = f"{made.at[:16]} {made.lesson} {made.strand} {made.score:.2f} {response}"
        show_lines(settings, [f"{line} ({made.generator})"])
