"""Contentions as blocks: each reason beside the counterarguments to it, and the replies."""

from collections.abc import Iterator

from debatekit.handout.page import (
    ContentionPart,
    CounterPart,
    Exchange,
    Point,
    ReasonPart,
    ReplyPart,
)
from debatekit.handout.room import has_spare_room
from debatekit.handout.say import bold, cited, evidence, own, paragraph, said
from debatekit.handout.sheet import (
    Block,
    Bullets,
    Card,
    Entry,
    Head,
    Line,
    Note,
    Nothing,
    Pair,
    Paragraph,
    Span,
)

AUTHOR = "Author’s side"
COUNTER = "Counter side"
ROOM = "Your notes"


def contention_blocks(one: ContentionPart, room: bool) -> Iterator[Block]:
    """Yield a contention; with `room`, there is a place for notes beside each exchange."""
    yield Head(
        id=f"contention-{one.number}",
        over=f"{AUTHOR} · Contention {one.number}",
        title=own(one.claim.text),
        blocks=(_burden(one), *evidence(one.claim.evidence)),
    )
    if one.notes:
        yield Note(blocks=(paragraph(bold("Teaching note:"), " ", own(one.notes)),))
    for exchange in one.exchanges:
        yield from _clash(exchange, room)


def _burden(one: ContentionPart) -> Paragraph:
    who = {
        "author": "The author’s side has to prove it.",
        "counter": "The counter side has to refute it.",
    }
    held = (
        (" Held by ", Span(one.claim.holder, foreign=True, quiet=True), ".")
        if one.claim.holder
        else ()
    )
    return paragraph(who[one.burden], *held, *cited(one.claim), tone="quiet")


def _clash(exchange: Exchange, room: bool) -> Iterator[Block]:
    if exchange.reason is None:
        yield paragraph(bold("Against the claim itself"), tone="level")
    lead = (reason_card(exchange.reason),) if exchange.reason else ()
    for place, counter in enumerate(exchange.counters):
        yield Pair(
            lead=() if place else lead,
            right=(counter_card(counter),),
            below=tuple(_replies(counter)),
            room=ROOM
            if room and has_spare_room(None if place else exchange.reason, counter)
            else "",
            long=counter.long,
        )
    if exchange.reason and not exchange.counters:
        ask = " What could be said against it?" if room else ""
        silent = f"No counterargument to reason {exchange.reason.label} is listed.{ask}"
        yield Pair(lead=lead, right=(Nothing(text=silent),))


def reason_card(one: ReasonPart) -> Card:
    """Return a reason of the author's side."""
    return Card(
        side="author",
        id=f"reason-{one.label}",
        over=AUTHOR,
        title=f"Reason {one.label}",
        blocks=tuple(_premises(one)),
    )


def _premises(one: ReasonPart, lead: str = "") -> Iterator[Block]:
    """Yield the premises as a list, and what they show; `lead` stands before the first."""
    pattern = f" ({one.scheme})" if one.scheme else ""
    first: Line = (bold(f"{lead}{pattern}:"), Span(" ")) if lead else ()
    stated = (
        Entry(
            blocks=(
                Paragraph(line=((() if place else first) + said(premise))),
                *evidence(premise.evidence),
            )
        )
        for place, premise in enumerate(one.premises)
    )
    yield Bullets(entries=(*stated, *_unstated(one)))
    if one.conclusion:
        yield paragraph(bold("So:"), " ", own(one.conclusion))
    if one.scheme and not lead:
        yield paragraph(bold("Pattern:"), f" {one.scheme}", tone="quiet")


def _unstated(one: ReasonPart) -> Iterator[Entry]:
    for premise in one.unstated:
        text = paragraph(
            bold("Unstated premise that would make this step work:"), " ", *said(premise)
        )
        note = paragraph("Why the step needs it: ", own(premise.note), tone="quiet")
        yield Entry(blocks=(text, note) if premise.note else (text,), asks=True)


def counter_card(one: CounterPart) -> Card:
    """Return a counterargument, with what bears it out."""
    return Card(
        side="counter",
        id=f"counter-{one.label}",
        over=COUNTER,
        title=f"Counterargument {one.label}",
        blocks=tuple(_counter(one)),
    )


def _counter(one: CounterPart) -> Iterator[Block]:
    yield paragraph(own(one.text))
    asks = ", without asserting the opposite" if one.only_asks else ""
    yield paragraph(bold(one.attack), " ", own(one.hits), f"{asks}.", *_critics(one), tone="quiet")
    for place, reason in enumerate(one.reasons):
        yield from _premises(reason, "Also because" if place else "Because")
    yield from evidence(one.evidence)
    if one.question:
        yield paragraph(bold("It asks:"), " ", own(one.question), tone="quiet")


def _critics(one: CounterPart) -> Iterator[Span]:
    """Yield who would say so, by sort and by name."""
    if not one.held_by and not one.critics:
        return
    yield Span(" ")
    yield bold("Who would say so:")
    yield Span(f" {one.critics}" if one.critics else "")
    if one.held_by:
        yield Span(", such as " if one.critics else " ")
        yield own(", ".join(one.held_by))
    yield Span(".")


def _replies(one: CounterPart) -> Iterator[Card]:
    if one.replies:
        word = "Reply" if len(one.replies) == 1 else "Replies"
        yield Card(
            side="author",
            id=f"reply-{one.label}",
            over=AUTHOR,
            title=f"{word} to {one.label}",
            blocks=tuple(map(_reply, one.replies)),
        )


def _reply(reply: ReplyPart) -> Paragraph:
    best = (bold("Best reply."), Span(" ")) if reply.best else ()
    point = Point(text=reply.text, numbers=reply.numbers)
    return paragraph(*best, bold(f"{reply.answers}:"), " ", *said(point))
