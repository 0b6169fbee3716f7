"""The contents page of a pack: every file in it, by lesson."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from debatekit.handout.say import own, paragraph
from debatekit.handout.sheet import Line, Part, Section, Sheet, Span, Table


class Listed(Struct, frozen=True, kw_only=True):
    """A file of the pack: where it lies, what it is, and for whom."""

    path: str
    """Seen from the contents page."""
    kind: str
    reader: str


KINDS: Mapping[str, str] = {
    "brief": "Brief",
    "quiz": "Quiz",
    "flow": "Flow sheet",
    "map": "Argument map",
    "glossary": "Glossary",
}


def contents_sheet(lessons: Mapping[str, Sequence[Listed]], language: str) -> Sheet:
    """Return the page that lists each lesson's files by the lesson's title."""
    sections = tuple(
        Section(id=f"lesson-{number}", title=title, blocks=(_table(files),))
        for number, (title, files) in enumerate(lessons.items(), 1)
    )
    part = Part(
        title=Span("Handouts"),
        kicker="Contents",
        running="Contents",
        opening=(paragraph("The files for the teacher hold keys; keep them apart from the rest."),),
        blocks=sections,
    )
    return Sheet(
        kind="contents",
        reader="teacher",
        language=language,
        title="Handouts: contents",
        running="Handouts",
        parts=(part,),
    )


def _table(files: Sequence[Listed]) -> Table:
    """Return a row for each kind, with the students' file beside the teacher's."""
    kinds = dict.fromkeys(one.kind for one in files)
    rows = tuple(
        (
            (Span(KINDS.get(kind, kind)),),
            *(_files(files, kind, reader) for reader in ("student", "teacher")),
        )
        for kind in kinds
    )
    return Table(head=("What", "For students", "For the teacher"), rows=rows, shares=(16, 42, 42))


def _files(files: Sequence[Listed], kind: str, reader: str) -> Line:
    return tuple(_file(one) for one in files if (one.kind, one.reader) == (kind, reader))


def _file(one: Listed) -> Span:
    return Span(one.path, link=one.path) if one.path.isascii() else own(one.path)
