"""`debatekit report`: what a class's score files show."""

from pathlib import Path

import click

from debatekit.cli.collector import no_collection
from debatekit.cli.context import Settings, shared_options
from debatekit.cli.report_outlines import outlines
from debatekit.cli.screen.csv_text import csv_text
from debatekit.cli.screen.output import force_option, put, put_json, say, shown, write_file
from debatekit.cli.store.handed import handed_in
from debatekit.cli.waiting import told
from debatekit.cli.workspace.places import workspace_of
from debatekit.report import ClassReport, anonymous, class_report, question_rows


@click.command("report")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--anonymous", "hidden", is_flag=True, help="Letters in place of names.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="As CSV: a question a line, for a spreadsheet.")
@click.option(
    "--html", type=click.Path(path_type=Path), metavar="FILE", help="As a page with plots."
)
@force_option
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    files: tuple[Path, ...],
    hidden: bool,
    as_json: bool,
    as_csv: bool,
    html: Path | None,
    force: bool,
) -> None:
    """Show what a class has not understood, from its score files.

    FILE is what 'debatekit scores export' wrote, one a student. A file that cannot be read
    is reported, and the others count; the exit code is 1 only if none can be read.
    """
    if as_json + as_csv + (html is not None) > 1:
        raise click.UsageError("--json, --csv and --html exclude each other")
    with no_collection():
        report = _report(settings, files, hidden)
    if html is not None:
        _write_page(report, html, force)
    elif as_json:
        put_json(report)
    elif as_csv:
        put(csv_text(*question_rows(report)))
    else:
        from debatekit.cli.report_screen import show_report

        show_report(settings, report)


def _report(settings: Settings, files: tuple[Path, ...], hidden: bool) -> ClassReport:
    attempts = handed_in(told(settings, "Reading files", files, len(files)))
    if attempts is None:
        raise click.ClickException("no file could be read")
    if hidden:
        attempts = anonymous(attempts)
    return class_report(attempts, outlines(workspace_of(settings), attempts))


def _write_page(report: ClassReport, path: Path, force: bool) -> None:
    from debatekit.report.page import report_html

    write_file(path, report_html(report).encode(), force)
    say(f"Wrote {shown(path)}")
