"""Rules on dates and events: each date on the calendar, each event marked as what it is."""

from calendar import monthrange
from collections.abc import Iterator

from debatekit.check.findings import error, repeated, warning
from debatekit.check.lesson_view import LessonView
from debatekit.diagnostics import Diagnostic
from debatekit.logic.dates import comes_before, interval
from debatekit.model.document import Document, Workspace
from debatekit.model.location import Location
from debatekit.model.reference import Bibliography
from debatekit.model.source import Event, Source

_SEASONS = range(21, 25)
"""Spring to winter, where EDTF has a month."""
_CALENDAR = "months go from 1 to 12, days to the last of their month"


def is_on_the_calendar(date: str) -> bool:
    """Return whether each part of a date names a month and a day that there are.

    >>> is_on_the_calendar("2023-02-29")
    False
    """
    return all(_exists(part) for part in date.split("/"))


def _exists(date: str) -> bool:
    year, month, day = (int(part) for part in (*date.split("-"), "1", "1")[:3])
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _faults(where: Location, date: str) -> Iterator[Diagnostic]:
    """Yield DK310 for a date that is on no calendar, DK309 for a span that runs backwards."""
    if not is_on_the_calendar(date):
        yield error(where, "DK310", f"there is no date {date!r}", _CALENDAR)
    elif interval(date)[0] > interval(date)[1]:
        first, _, last = date.partition("/")
        yield error(where, "DK309", f"the span {date!r} ends before it begins", f"{last}/{first}?")


def dates_of_sources(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK309 and DK310 for the dates of a source's record."""
    source = document.content
    yield from _faults(document.at("date"), source.date)
    for i, statement in enumerate(source.statements):
        if statement.date is not None:
            yield from _faults(document.at("statements", i, "date"), statement.date)
    for i, event in enumerate(source.events):
        yield from _faults(document.at("events", i, "date"), event.date)


def dates_of_references(
    document: Document[Bibliography], workspace: Workspace
) -> Iterator[Diagnostic]:
    """Yield DK310 for the dates of the bibliography: year, month or season, and day."""
    for i, reference in enumerate(document.content.references):
        for k, parts in enumerate(reference.issued.date_parts if reference.issued else ()):
            date = "-".join(map(str, parts))
            if parts and not _is_known(parts):
                where = document.at("references", i, "issued", "date-parts", k)
                yield error(where, "DK310", f"there is no date {date!r}", _CALENDAR)


def _is_known(parts: tuple[int, ...]) -> bool:
    """Return whether CSL's parts of a date name a day that there is.

    The year may be any, one before our era too.
    """
    year, *rest = parts
    match rest:
        case []:
            return True
        case [month]:
            return 1 <= month <= 12 or month in _SEASONS
        case [month, day]:
            return 1 <= month <= 12 and 1 <= day <= monthrange(max(1, year), month)[1]
        case _:
            return False


def dates_of_lessons(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK309 and DK310 for the dates of a lesson's events."""
    for i, event in enumerate(view.lesson.events):
        yield from _faults(view.at("events", i, "date"), event.date)


def events_of_sources(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK308: an event's id that an earlier event has."""
    for i, id_ in repeated(event.id for event in document.content.events):
        yield _twice(document.at("events", i, "id"), id_)


def events_of_lessons(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK308: an event's id that the source or an earlier event has."""
    theirs = (event.id for event in view.source.events) if view.source else ()
    for i, id_ in repeated((event.id for event in view.lesson.events), theirs):
        yield _twice(view.at("events", i, "id"), id_)


def _twice(where: Location, id_: str) -> Diagnostic:
    return error(where, "DK308", f"two events have the id {id_!r}", "give each its own id")


def later_events_of_sources(
    document: Document[Source], workspace: Workspace
) -> Iterator[Diagnostic]:
    """Yield DK314 for the events of a source's record."""
    source = document.content
    for i, event in enumerate(source.events):
        yield from _later(document.at("events", i), event, source.date)


def later_events_of_lessons(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK314 for the events of a lesson."""
    if view.source is not None:
        for i, event in enumerate(view.lesson.events):
            yield from _later(view.at("events", i), event, view.source.date)


def _later(where: Location, event: Event, published: str) -> Iterator[Diagnostic]:
    """Yield DK314: `later` says the opposite of the dates."""
    if event.later and comes_before(event.date, published):
        yield warning(
            where,
            "DK314",
            f"event {event.id!r} is called later evidence, yet {event.date} came before "
            f"the article ({published})",
            "leave 'later' out",
        )
    elif not event.later and comes_before(published, event.date):
        yield warning(
            where,
            "DK314",
            f"event {event.id!r} of {event.date} came after the article ({published})",
            "mark it 'later: true' if it shows something that the article could not know; "
            "leave out what the article only announces",
        )


BIBLIOGRAPHY_DATE_RULES = (dates_of_references,)
SOURCE_DATE_RULES = (dates_of_sources, events_of_sources, later_events_of_sources)
LESSON_DATE_RULES = (dates_of_lessons, events_of_lessons, later_events_of_lessons)
