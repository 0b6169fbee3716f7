"""A class report on the screen: tables where there is room, lines in plain mode."""

from collections.abc import Iterable, Sequence

import click

from debatekit.cli.context import Settings
from debatekit.cli.report_lines import (
    Line,
    advice_lines,
    analysis_lines,
    head_lines,
    heat_lines,
    lesson_head,
    question_lines,
)
from debatekit.cli.screen.wrap import wrapped
from debatekit.model.text import printable
from debatekit.report.findings import ClassReport, HeatRow, LessonReport
from debatekit.report.numbers import ends, places
from debatekit.report.plots import heat_map

PLAIN_WIDTH, TABLE_WIDTH = 80, 80
_STYLES = {"low": "bold red", "partly": "yellow", "secure": "green", "too few": "dim"}
CLAIMS, STUDENTS = "Claim by claim, mean first answers:", "Student by student:"


def show_report(settings: Settings, report: ClassReport) -> None:
    """Show the report; the words alone say it all."""
    _lines(settings, head_lines(report))
    for lesson in report.lessons:
        _lines(settings, lesson_head(lesson))
        _lines(settings, advice_lines(lesson))
        if settings.plain or settings.width < TABLE_WIDTH:
            _lines(settings, heat_lines(CLAIMS, lesson.claims))
            _lines(settings, heat_lines(STUDENTS, lesson.by_student))
            _lines(settings, question_lines(lesson))
        else:
            _tables(settings, lesson)


def _lines(settings: Settings, lines: Iterable[Line]) -> None:
    for indent, text in lines:
        for row in wrapped(text, min(settings.width, PLAIN_WIDTH), indent):
            click.echo(row)


def _tables(settings: Settings, lesson: LessonReport) -> None:
    _heat(settings, CLAIMS, lesson.claims)
    _heat(settings, STUDENTS, lesson.by_student)
    _lines(settings, analysis_lines(lesson.analysis))
    _questions(settings, lesson)


def _heat(settings: Settings, title: str, rows: Sequence[HeatRow]) -> None:
    """Show a heat map as a table: a number and a word in each field."""
    from rich.table import Table
    from rich.text import Text

    drawn = heat_map(rows)
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("", ratio=1, min_width=14, overflow="fold")
    for _, head in drawn.columns:
        table.add_column(head, no_wrap=True, min_width=7)
    for line in drawn.lines:
        cells = (
            Text(f"{cell.percent} %\n{cell.word}", style=_STYLES[cell.word]) if cell else Text("")
            for cell in line.cells
        )
        table.add_row(Text(printable(line.label)), *cells)
    _lines(settings, [("", ""), ("", title)])
    _print(settings, table)


def _questions(settings: Settings, lesson: LessonReport) -> None:
    """Show the questions of the item analysis, and those with something to look at."""
    from rich.table import Table
    from rich.text import Text

    rows = [
        (number, one) for number, one in enumerate(lesson.questions, 1) if one.complete or one.flags
    ]
    if not rows:
        return
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for head in ("no.", "question", "n", "difficulty", "discr.", "look at"):
        table.add_column(head, ratio=1 if head == "question" else None, overflow="fold")
    for number, one in rows:
        notes = ", ".join((*one.flags, *_option_notes(lesson, number)))
        table.add_row(
            str(number),
            Text(printable(one.stem or one.target)),
            str(one.answers),
            _over(one.difficulty, one.difficulty_interval),
            _over(one.discrimination, one.discrimination_interval) if one.complete else "",
            Text(notes),
        )
    _print(settings, table)


def _over(value: float | None, interval: tuple[float, float] | None) -> str:
    """Return a number, and its interval below it."""
    return f"{places(value)}\n{ends(interval)}" if interval else places(value)


def _option_notes(lesson: LessonReport, number: int) -> Iterable[str]:
    options = lesson.questions[number - 1].options
    return (
        f"{option.key.upper() or option.text or option.tag} {flag}"
        for option in options
        for flag in option.flags
    )


def _print(settings: Settings, table: object) -> None:
    from rich.console import Console

    Console(width=settings.width, no_color=not settings.color, highlight=False).print(table)
