"""The study pages as lines in order: for a pipe, a screen reader, or a narrow log."""

from collections.abc import Iterator

from debatekit.cli.screen.wrap import wrapped
from debatekit.cli.study_pages import Line, Page


def plain_lines(page: Page, width: int) -> Iterator[str]:
    """Yield the page's lines, each at most `width` columns; no boxes, no colour."""
    yield from wrapped(page.title, width)
    for line in page.lines:
        yield from plain_line(line, width)
    for panel in (panel for row in page.rows for panel in row.panels):
        yield ""
        yield from wrapped(panel.title, width)
        for line in panel.lines:
            yield from plain_line(line, width)


def plain_line(line: Line, width: int) -> list[str]:
    """Return one text with its label, its later lines set under its first."""
    said = f"{line.label} {line.text}" if line.label else line.text
    return wrapped(said, width, line.mark)
