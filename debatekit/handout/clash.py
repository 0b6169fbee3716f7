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
from debatekit.handout.room import best_share, has_spare_room
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
from debatekit.model.lesson import Burden

SILENT = 0.74
"""How much of the width a reason takes that nothing is said against."""
AUTHOR = "Author’s side"
COUNTER = "Counter side"
ROOM = "Your notes"
BURDENS: dict[Burden, str] = {
    "author": "the author’s side has to prove it",
    "counter": "the counter side has to refute it",
}


def contention_blocks(one: ContentionPart, room: bool) -> Iterator[Block]:
    """Yield a contention; with `room`, there is a place for notes beside each exchange."""
    yield Head(
        id=f"contention-{one.number}",
        over=f"{AUTHOR} · Contention {one.number} · {BURDENS[one.burden]}",
        title=own(one.claim.text),
        blocks=(*_holder(one), *evidence(one.claim.evidence)),
    )
    if one.notes:
        yield Note(blocks=(paragraph(bold("Teaching note:"), " ", own(one.notes)),))
    for exchange in one.exchanges:
        yield from _clash(exchange, room)


def _holder(one: ContentionPart) -> Iterator[Paragraph]:
    """Yield who holds the claim and where it stands, if either is known."""
    holder = one.claim.holder
    held = ("Held by ", Span(holder, foreign=True, quiet=True), ".") if holder else ()
    where = cited(one.claim)
    if held or where:
        yield paragraph(*(held or ("Where it stands:",)), *where, tone="quiet")


def _clash(exchange: Exchange, room: bool) -> Iterator[Block]:
    if exchange.reason is None:
        yield paragraph(bold("Against the claim itself"), tone="level")
    lead = (reason_card(exchange.reason),) if exchange.reason else ()
    for place, counter in enumerate(exchange.counters):
        yield _beside(() if place else lead, counter, room)
    if exchange.reason and not exchange.counters:
        ask = " What could be said against it?" if room else ""
        silent = f"No counterargument to reason {exchange.reason.label} is listed.{ask}"
        yield Pair(lead=lead, right=(Nothing(text=silent),), share=SILENT)


def _beside(lead: tuple[Card, ...], counter: CounterPart, room: bool) -> Pair:
    """Return a counterargument beside the reason that it hits and the replies to it."""
    below, right = tuple(_replies(counter)), (counter_card(counter),)
    share = best_share((*lead, *below), right)
    spare = room and has_spare_room((*lead, *below), right, share)
    return Pair(
        lead=lead,
        right=right,
        below=below,
        room=ROOM if spare else "",
        long=counter.long,
        share=share,
    )


def reason_card(one: ReasonPart) -> Card:
    """Return a reason of the author's side."""
    return Card(
        side="author",
        id=f"reason-{one.label}",
        over=AUTHOR,
        title=f"Reason {one.label}" + (f", {one.scheme}" if one.scheme else ""),
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


def _unstated(one: ReasonPart) -> Iterator[Entry]:
    for premise in one.unstated:
        text = paragraph(bold("Unstated:"), " ", *said(premise))
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
    yield Span(f" Who would say so: {one.critics}" if one.critics else " Who would say so:")
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
