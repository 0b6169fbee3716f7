"""A flow sheet: a column for each speech, a sheet for each contention, and room to write."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, pairwise

from debatekit.handout.desk import reason_labels
from debatekit.handout.page import Reader
from debatekit.handout.reasons import beside_reasons
from debatekit.handout.say import bold, own, paragraph
from debatekit.handout.sheet import Line, Part, Sheet, Span, Table
from debatekit.model.graph import Graph
from debatekit.model.lesson import Contention, Counterargument, Reason
from debatekit.model.material import Material
from debatekit.model.speech import SPEECH_FORMATS, Speech, SpeechFormat, Style

CHECK = "Check your\u00a0tournament’s\u00a0rules."
ROW_MM, LEAST_MM, TABLE_MM = 20, 16, 100
"""How tall a row is at most and at least, and all rows together on one page if they can be.

A hand takes 8 mm for a line, and every cell has room for two. A PDF fills its page whatever
these say.
"""
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
            _part(material, reader, form, contention, number)
            for number, contention in enumerate(material.lesson.contentions, 1)
        ),
    )


def _part(
    material: Material, reader: Reader, form: SpeechFormat, contention: Contention, number: int
) -> Part:
    return Part(
        title=own(_text(material, contention.claim)),
        kicker=f"{form.name}: flow sheet for the {reader}, contention {number}",
        running=f"Flow, {form.name}, contention {number}",
        blocks=(
            paragraph(*(_order(form) if number == 1 else ()), *_sides(form), tone="quiet"),
            _columns(material, reader, form, contention, number),
        ),
        named=reader == "student",
        broad=True,
    )


def _order(form: SpeechFormat) -> Iterator[Span]:
    """Yield what the columns do not say of a format; the first sheet of a flow has it."""
    for (name, minutes), after in _asked(form).items():
        yield Span(f"{name}, {minutes}\u00a0min: after {_listed(after)}. ")
    yield Span(f"Preparation: {form.preparation}. ")
    if form.note:
        yield Span(f"{form.note} ")


def _asked(form: SpeechFormat) -> Mapping[tuple[str, int], list[str]]:
    """Return the rounds of questions with their minutes, and the speeches that they follow."""
    found: dict[tuple[str, int], list[str]] = {}
    for before, one in pairwise(form.speeches):
        if one.part == "questions":
            found.setdefault((one.name, one.minutes), []).append(before.name)
    return found


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _sides(form: SpeechFormat) -> Iterator[Span]:
    """Yield who stands in which columns, and what is to be checked."""
    yield Span(
        f"Author’s side: {form.first}; critics: {form.second}. Swap the columns if yours are the"
        " other way round. "
    )
    yield bold(CHECK)


def _columns(
    material: Material, reader: Reader, form: SpeechFormat, contention: Contention, number: int
) -> Table:
    """Return the flow: the case in the first column, the rest for writing on.

    A student always has a row for what is said to the claim itself.
    """
    speeches = form.flowed
    taught = reader == "teacher"
    rows = [
        tuple(cells.get(place, ()) for place in range(len(speeches)))
        for cells in _rows(material, contention, number, speeches, taught)
    ]
    free = max(_LEAST_ROWS - len(rows), 0 if taught else 1)
    rows += [((),) * len(speeches)] * free
    return Table(
        head=tuple(f"{one.name} ({one.minutes}\u00a0min)" for one in speeches),
        rows=tuple(rows),
        shares=tuple(_shares(rows)),
        tall_mm=max(LEAST_MM, min(ROW_MM, TABLE_MM // len(rows))),
    )


def _shares(rows: Sequence[tuple[Line, ...]]) -> Iterator[float]:
    """Yield how wide the columns are: those with something in them are the wider ones."""
    for column in zip(*rows, strict=True):
        yield 2.0 if any(column) else 1.0


def _rows(
    material: Material,
    contention: Contention,
    number: int,
    speeches: tuple[Speech, ...],
    taught: bool,
) -> Iterator[dict[int, Line]]:
    """Yield the cells of each row: a reason, and for the teacher what is said to it beside it.

    What is said against the claim itself stands in rows of its own, below the reasons.
    """
    theirs = _next(speeches, 0, "second")
    ours = _next(speeches, theirs, "first")
    labels, places = reason_labels(material.lesson.contentions), count(1)
    for reason, said in beside_reasons(contention):
        case = _reason(material, reason, labels[reason.id]) if reason else ()
        answers: list[dict[int, Line]] = [
            {
                theirs: (bold(f"{number}.{next(places)} "), own(one.short or one.text)),
                ours: _best(one),
            }
            for one in (said if taught else ())
        ]
        first, *rest = answers or [{}]
        if case or first:
            yield {0: case, **first}
            yield from rest


def _reason(material: Material, reason: Reason, label: str) -> Line:
    """Return a reason in few words; a plus stands between premises that count together."""
    premises = (_short(material, claim) for claim in reason.premises)
    return (bold(f"{label} "), own(" + ".join(premises)))


def _next(speeches: tuple[Speech, ...], after: int, team: str) -> int:
    later = [n for n, one in enumerate(speeches) if n > after and one.team == team]
    return later[0] if later else len(speeches) - 1


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
