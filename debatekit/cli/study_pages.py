"""A brief cut into pages for the screen: what stands on the left, what on the right."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from debatekit.handout.page import (
    Brief,
    ContentionPart,
    CounterPart,
    Point,
    ReasonPart,
    ReplyPart,
)


class Line(Struct, frozen=True, kw_only=True):
    """A text of its own, with a word before it that says what it is."""

    text: str
    label: str = ""
    mark: str = ""
    """A bullet, or space that sets the line under one."""


class Panel(Struct, frozen=True, kw_only=True):
    """What one side says at one place."""

    side: Literal["author", "counter"]
    title: str
    lines: tuple[Line, ...]


class Row(Struct, frozen=True, kw_only=True):
    """What stands side by side; read in the order before, right, after."""

    before: Panel | None = None
    """On the left, said first."""
    right: Panel | None = None
    after: Panel | None = None
    """On the left, said in answer."""

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The panels in reading order."""
        return tuple(panel for panel in (self.before, self.right, self.after) if panel)


class Page(Struct, frozen=True, kw_only=True):
    """One page: a title, what is said over the whole width, and the rows."""

    title: str
    lines: tuple[Line, ...] = ()
    rows: tuple[Row, ...] = ()


def study_pages(brief: Brief, objectives: Sequence[str]) -> tuple[Page, ...]:
    """Return the opening, a page for each contention, and both sides at their strongest."""
    total = len(brief.contentions)
    return (
        Page(title=brief.title, lines=tuple(_opening(brief, objectives))),
        *(_contention(one, total) for one in brief.contentions),
        *_strongest(brief),
    )


def _opening(brief: Brief, objectives: Sequence[str]) -> Iterator[Line]:
    yield Line(text=f"On the article {brief.article.text}")
    if brief.summary:
        yield Line(text=brief.summary)
    if objectives:
        yield Line(text="After this lesson you can:")
    for objective in objectives:
        yield Line(text=objective, mark="- ")


def _contention(one: ContentionPart, total: int) -> Page:
    prover = "The author's side has to prove it."
    claim = Line(text=one.claim.text, label="The author's claim:")
    burden = Line(text=prover if one.burden == "author" else "The counter side has to refute it.")
    return Page(
        title=f"Contention {one.number} of {total}",
        lines=(claim, burden),
        rows=tuple(_rows(one)),
    )


def _rows(contention: ContentionPart) -> Iterator[Row]:
    """Yield a row for each counterargument; a reason stands in the row of the first to it."""
    for exchange in contention.exchanges:
        reason = _reason(exchange.reason) if exchange.reason else None
        for place, counter in enumerate(exchange.counters):
            yield Row(
                before=reason if place == 0 else None,
                right=_counter(counter, against_claim=reason is None),
                after=_replies(counter),
            )
        if not exchange.counters:
            yield Row(before=reason)


def _reason(reason: ReasonPart) -> Panel:
    return Panel(
        side="author",
        title=f"Author's side: reason {reason.label}",
        lines=tuple(_premises(reason)),
    )


def _premises(reason: ReasonPart, lead: str = "") -> Iterator[Line]:
    for place, premise in enumerate(reason.premises):
        yield Line(mark="- ", label="" if place else lead, text=_said(premise))
        yield from _evidence(premise.evidence, "  ")
    for premise in reason.unstated:
        label = "Unstated premise that would make this step work:"
        yield Line(mark="- ", label=label, text=_said(premise))
    if reason.conclusion:
        yield Line(label="So:", text=reason.conclusion)
    if reason.scheme and not lead:
        yield Line(label="Pattern:", text=reason.scheme)


def _because(reason: ReasonPart, again: bool) -> str:
    """Return the words that lead to a counterargument's own reason, with its pattern."""
    lead = "Also because" if again else "Because"
    return f"{lead} ({reason.scheme}):" if reason.scheme else f"{lead}:"


def _said(point: Point) -> str:
    return f"{point.text} (held by {point.holder})" if point.holder else point.text


def _evidence(points: Sequence[Point], mark: str = "") -> Iterator[Line]:
    for shown in points:
        kind = f" ({shown.kind})" if shown.kind else ""
        yield Line(mark=mark, label=f"Evidence{kind}:", text=shown.text)


def _counter(counter: CounterPart, against_claim: bool) -> Panel:
    title = f"Counter side: counterargument {counter.label}"
    return Panel(
        side="counter",
        title=f"{title}, to the claim itself" if against_claim else title,
        lines=tuple(_counter_lines(counter)),
    )


def _counter_lines(counter: CounterPart) -> Iterator[Line]:
    yield Line(text=counter.text)
    only = ", without asserting the opposite" if counter.only_asks else ""
    yield Line(label=counter.attack, text=f"{counter.hits}{only}.")
    for place, reason in enumerate(counter.reasons):
        yield from _premises(reason, _because(reason, again=place > 0))
    yield from _evidence(counter.evidence)
    if critics := _critics(counter):
        yield Line(label="Who would say so:", text=critics)


def _critics(counter: CounterPart) -> str:
    names = ", ".join(counter.held_by)
    return ", such as ".join(part for part in (counter.critics, names) if part)


def _replies(counter: CounterPart) -> Panel | None:
    if not counter.replies:
        return None
    what = "reply" if len(counter.replies) == 1 else "replies"
    return Panel(
        side="author",
        title=f"Author's side: {what} to {counter.label}",
        lines=tuple(map(_reply, counter.replies)),
    )


def _reply(reply: ReplyPart) -> Line:
    return Line(mark="- ", label=f"{reply.answers}:", text=reply.text)


def _strongest(brief: Brief) -> Iterator[Page]:
    if brief.author_case is None or brief.counter_case is None:
        return
    author = Panel(side="author", title="Author's side", lines=(Line(text=brief.author_case.text),))
    counter = Panel(
        side="counter", title="Counter side", lines=(Line(text=brief.counter_case.text),)
    )
    yield Page(title="Each side at its strongest", rows=(Row(before=author, right=counter),))
