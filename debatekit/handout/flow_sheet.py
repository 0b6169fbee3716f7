"""A flow sheet: a column for each speech, a sheet for each contention, and room to write."""

from collections.abc import Iterator

from debatekit.handout.page import Reader
from debatekit.handout.say import bold, own, paragraph
from debatekit.handout.sheet import Line, Part, Sheet, Span, Table
from debatekit.model.graph import Graph
from debatekit.model.lesson import Contention, Counterargument, Reason
from debatekit.model.material import Material
from debatekit.model.speech import SPEECH_FORMATS, Speech, SpeechFormat, Style

CHECK = "Check your tournament’s rules."
ROW_MM = 18
_LEAST_ROWS = 5


def flow_sheet(material: Material, graph: Graph, reader: Reader, style: Style) -> Sheet:
    """Return a flow sheet; the teacher's has the expected answers in the columns of speeches."""
    form = SPEECH_FORMATS[style]
    return Sheet(
        kind="flow",
        reader=reader,
        language=material.source.language,
        title=f"{material.lesson.title}: flow sheet for the {reader}",
        running=material.lesson.title,
        parts=tuple(
            _part(material, graph, reader, form, contention, number)
            for number, contention in enumerate(material.lesson.contentions, 1)
        ),
    )


def _part(
    material: Material,
    graph: Graph,
    reader: Reader,
    form: SpeechFormat,
    contention: Contention,
    number: int,
) -> Part:
    return Part(
        title=own(_text(material, contention.claim)),
        kicker=f"{form.name}: flow sheet for the {reader}, contention {number}",
        running=f"Flow, {form.name}, contention {number}",
        blocks=(
            paragraph(*_order(form), tone="quiet"),
            paragraph(
                f"The author’s side is entered as the {form.first} and the critics’ as the"
                f" {form.second}; change the columns where your sides are the other way round.",
                tone="quiet",
            ),
            _columns(material, graph, reader, form, contention, number),
        ),
        named=reader == "student",
        broad=True,
    )


def _order(form: SpeechFormat) -> Iterator[Span]:
    """Yield the order of speeches with their minutes, and what is to be checked."""
    order = ", ".join(f"{one.name} {one.minutes}" for one in form.speeches)
    yield Span(f"Minutes: {order}. Preparation: {form.preparation}. ")
    if form.note:
        yield Span(f"{form.note} ")
    yield bold(CHECK)


def _columns(
    material: Material,
    graph: Graph,
    reader: Reader,
    form: SpeechFormat,
    contention: Contention,
    number: int,
) -> Table:
    """Return the flow: the case in the first column, the rest for writing on."""
    speeches = form.flowed
    answers = _answers(material, contention, speeches) if reader == "teacher" else {}
    case = list(_case(material, contention, number))
    count = max(_LEAST_ROWS, len(case), *(len(column) for column in answers.values()), 0)
    columns = {0: case, **answers}
    rows = tuple(
        tuple(_cell(columns.get(place, []), row) for place in range(len(speeches)))
        for row in range(count)
    )
    return Table(
        head=tuple(f"{one.name} ({one.minutes} min)" for one in speeches),
        rows=rows,
        shares=(2.0, *(1.0 if reader == "student" else 1.4 for _ in speeches[1:])),
        tall_mm=ROW_MM,
    )


def _cell(column: list[Line], row: int) -> Line:
    return column[row] if row < len(column) else ()


def _case(material: Material, contention: Contention, number: int) -> Iterator[Line]:
    """Yield the contention's reasons in few words."""
    for place, reason in enumerate(contention.reasons):
        label = f"{number}{chr(ord('A') + place % 26)}"
        yield (bold(f"{label} "), own("; ".join(_premises(material, reason))))


def _premises(material: Material, reason: Reason) -> Iterator[str]:
    for claim in reason.premises:
        yield _short(material, claim)


def _answers(
    material: Material, contention: Contention, speeches: tuple[Speech, ...]
) -> dict[int, list[Line]]:
    """Return what to expect: counterarguments in the other side's first column, then replies."""
    theirs = _next(speeches, 0, "second")
    ours = _next(speeches, theirs, "first")
    return {
        theirs: [_said(one, one.short or one.text) for one in contention.counterarguments],
        ours: [_best(one) for one in contention.counterarguments],
    }


def _next(speeches: tuple[Speech, ...], after: int, team: str) -> int:
    later = [n for n, one in enumerate(speeches) if n > after and one.team == team]
    return later[0] if later else len(speeches) - 1


def _said(counter: Counterargument, text: str) -> Line:
    return (own(text),)


def _best(counter: Counterargument) -> Line:
    """Return the best reply in few words."""
    for reply in counter.replies:
        if reply.best:
            return (bold("Best reply: "), own(reply.short or reply.text))
    return ()


def _text(material: Material, claim: str) -> str:
    found = material.claims.get(claim)
    return found.text if found else claim


def _short(material: Material, claim: str) -> str:
    found = material.claims.get(claim)
    return (found.short or found.text) if found else claim
