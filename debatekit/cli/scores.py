"""The commands that show progress, hand it in, and look after the score file."""

from collections.abc import Sequence
from pathlib import Path

import click
from msgspec import to_builtins

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.scores_hand import export_scores, import_scores
from debatekit.cli.scores_keep import forget_scores, restore_scores
from debatekit.cli.screen.csv_text import csv_text
from debatekit.cli.screen.output import force_option, put, put_json, say, shown, write_file
from debatekit.cli.store.progress import Progress, progress
from debatekit.cli.store.score_file import kept, student_option
from debatekit.model.progress import Attempt, Mastery

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


@click.group(invoke_without_command=True)
@student_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="As CSV, for a spreadsheet.")
@click.option("--attempts", "each", is_flag=True, help="One row an answer.")
@click.option(
    "--html", type=click.Path(path_type=Path), metavar="FILE", help="As a page with plots."
)
@force_option
@shared_options
@click.pass_context
def command(
    ctx: click.Context,
    student: str,
    as_json: bool,
    as_csv: bool,
    each: bool,
    html: Path | None,
    force: bool,
) -> None:
    """Show your progress and what to do next."""
    if as_json + as_csv + (html is not None) > 1:
        raise click.UsageError("--json, --csv and --html exclude each other")
    if html is not None and each:
        raise click.UsageError("--attempts gives rows: with --json, --csv or neither")
    settings: Settings = ctx.obj
    if ctx.invoked_subcommand is not None:
        if as_json or as_csv or each or html:
            raise click.UsageError(f"{ctx.invoked_subcommand} takes none of these options")
    elif each:
        _show_each(settings, student, as_json, as_csv)
    elif html is not None:
        _write_page(progress(settings, student), html, force)
    else:
        _show(settings, progress(settings, student), as_json, as_csv)


for _part in (export_scores, import_scores, restore_scores, forget_scores):
    command.add_command(_part)


def _show_each(settings: Settings, student: str, as_json: bool, as_csv: bool) -> None:
    attempts = [made for made in kept(settings, student) if not made.skipped]
    if as_csv:
        put(csv_text(ATTEMPT_KEYS, attempt_rows(attempts)))
    elif as_json:
        put_json(attempt_rows(attempts))
    else:
        from debatekit.cli.scores_screen import show_attempts

        show_attempts(settings, attempts)


def _show(settings: Settings, found: Progress, as_json: bool, as_csv: bool) -> None:
    if as_csv:
        put(csv_text(MASTERY_KEYS, mastery_rows(found.skills)))
    elif as_json:
        put_json(
            {
                "student": found.student,
                "skills": mastery_rows(found.skills),
                "sessions": to_builtins(found.sessions),
                "certainty": to_builtins(found.certainty),
                "next": to_builtins(found.steps),
            }
        )
    else:
        from debatekit.cli.scores_screen import show_progress

        show_progress(settings, found)


def _write_page(found: Progress, path: Path, force: bool) -> None:
    from debatekit.cli.scores_page import page_of

    write_file(path, page_of(found).encode(), force)
    say(f"Wrote {shown(path)}")


def attempt_rows(attempts: Sequence[Attempt]) -> list[dict[str, object]]:
    """Return one row an answer, with the keys that other programs read."""
    values = (to_builtins(made) for made in attempts)
    return [{key: value[key] for key in ATTEMPT_KEYS} for value in values]


def mastery_rows(found: Sequence[Mastery]) -> list[dict[str, object]]:
    """Return one row a strand and skill."""
    return [to_builtins(mastery) for mastery in found]
