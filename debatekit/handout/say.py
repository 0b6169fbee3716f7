"""Points as they are said on a sheet: the words, who holds them, and where they stand."""

from collections.abc import Iterable, Iterator, Sequence

from debatekit.handout.page import Point
from debatekit.handout.sheet import Line, Paragraph, Span, Tone


def own(text: str) -> Span:
    """Return the lesson's own words."""
    return Span(text, foreign=True)


def bold(text: str) -> Span:
    """Return words of ours that stand out."""
    return Span(text, strong=True)


def paragraph(*line: Span | str, tone: Tone = "body") -> Paragraph:
    """Return a paragraph of spans and of words of ours."""
    return Paragraph(line=spans(line), tone=tone)


def plain(text: str) -> Paragraph:
    """Return a paragraph of the lesson's own words."""
    return paragraph(own(text))


def spans(line: Iterable[Span | str]) -> Line:
    """Return the line with every word of ours as a span."""
    return tuple(Span(part) if isinstance(part, str) else part for part in line)


def cited(point: Point) -> Line:
    """Return where a point stands: numbers of sources, and the article's paragraphs."""
    return (*_numbers(point.numbers), *_paragraphs(point.paragraphs))


def _numbers(numbers: Sequence[int]) -> Iterator[Span]:
    for place, number in enumerate(numbers):
        yield Span(",\u00a0" if place else "\u00a0[")
        yield Span(str(number), source=number)
    if numbers:
        yield Span("]")


def _paragraphs(paragraphs: Sequence[int]) -> Iterator[Span]:
    if paragraphs:
        many = "s" if len(paragraphs) > 1 else ""
        yield Span(f" (paragraph{many}\u00a0{', '.join(map(str, paragraphs))})", quiet=True)


def said(point: Point) -> Line:
    """Return a point with who holds it and where it stands."""
    held = (
        (Span(" (held by ", quiet=True), Span(point.holder, quiet=True, foreign=True))
        if point.holder
        else ()
    )
    return (own(point.text), *held, *((Span(")", quiet=True),) if held else ()), *cited(point))


def evidence(points: Iterable[Point]) -> tuple[Paragraph, ...]:
    """Return what is shown for something, each piece as a short note under its sort."""
    return tuple(
        paragraph(
            bold(f"{(shown.kind or 'evidence').capitalize()}:"), " ", *said(shown), tone="evidence"
        )
        for shown in points
    )
