"""What a brief and a glossary close with: the record, who is who, the list of sources."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from debatekit.handout.clash import AUTHOR, COUNTER
from debatekit.handout.page import (
    ActorPart,
    FactPart,
    Point,
    SourcePart,
    SummaryPart,
    TermPart,
)
from debatekit.handout.say import bold, cited, own, paragraph, said
from debatekit.handout.sheet import (
    Block,
    Bullets,
    Card,
    Column,
    Entry,
    Line,
    Numbered,
    Pair,
    Section,
    Span,
    Table,
    Term,
    Terms,
)

RECALLED = "Recalled: cited from memory, no copy was seen."
INVENTED = "Invented: made up for this exercise, with all that stands in it."
ALL_INVENTED = "All are invented: made up for this exercise, with all that stands in them."


def strongest(author: SummaryPart | None, counter: SummaryPart | None) -> Iterator[Section]:
    """Yield both sides at their strongest, where both are given."""
    if author is None or counter is None:
        return
    pair = Pair(
        lead=(_case("author", AUTHOR, author),),
        right=(_case("counter", COUNTER, counter),),
    )
    yield Section(id="strongest", title="Each side at its strongest", blocks=(pair,))


def _case(side: Column, name: str, case: SummaryPart) -> Card:
    blocks: list[Block] = [paragraph(own(case.text))]
    if case.straw:
        blocks.append(paragraph(bold("Versions that this side would not sign:"), tone="label"))
        straw = (paragraph(own(one.text), " ", bold(f"It {one.flaw}.")) for one in case.straw)
        blocks.append(Bullets(entries=tuple(Entry(blocks=(one,)) for one in straw)))
    return Card(side=side, id=f"strongest-{side}", over="", title=name, blocks=tuple(blocks))


def record(facts: Iterable[FactPart]) -> Iterator[Section]:
    """Yield the table of checkable claims, if there are any."""
    rows = tuple((said(one.claim), (bold(one.verdict),), _found(one)) for one in facts)
    if rows:
        lead = (
            "A verdict is about one fact as it is worded, never about the author’s whole position."
        )
        table = Table(
            head=("Claim", "Verdict", "Record"),
            rows=rows,
            shares=(36, 14, 50),
            first_names_row=True,
        )
        yield Section(
            id="facts", title="What the record says", blocks=(paragraph(lead, tone="lead"), table)
        )


def _found(fact: FactPart) -> Line:
    asked = (Span(f" To discuss: {fact.discuss}", quiet=True),) if fact.discuss else ()
    return (*said(fact.record), *asked)


def motions(points: Iterable[Point]) -> Iterator[Section]:
    """Yield the motions, each with its speech format."""
    listed = tuple(
        Entry(blocks=(paragraph(own(one.text), Span(f" ({one.kind})", quiet=True)),))
        for one in points
    )
    if listed:
        bullets = Bullets(entries=listed, loose=True)
        yield Section(id="motions", title="Motions", blocks=(bullets,))


def who_is_who(actors: Iterable[ActorPart]) -> Iterator[Section]:
    """Yield the actors with their roles and their other names."""
    terms = tuple(Term(name=own(one.name), meaning=_role(one)) for one in actors)
    if terms:
        yield Section(id="actors", title="Who is who", blocks=(Terms(terms=terms),))


def _role(actor: ActorPart) -> Line:
    also = (Span(" (also: "), own(", ".join(actor.also)), Span(")")) if actor.also else ()
    return (own(actor.role or actor.kind), *also)


def words(terms: Iterable[TermPart]) -> Terms:
    """Return the terms of the glossary."""
    return Terms(terms=tuple(Term(name=own(one.name), meaning=_meaning(one)) for one in terms))


def _meaning(term: TermPart) -> Line:
    origin = (Span(" Origin: "), own(term.coined_by), Span(".")) if term.coined_by else ()
    return (own(term.meaning.text), *origin, *cited(term.meaning))


def sources(parts: Iterable[SourcePart], whole: bool) -> Iterator[Section]:
    """Yield the list of sources, if anything is cited.

    With `whole`, each has its address in letters and what is said of the copy that was seen;
    without it, its title leads there.
    """
    listed = tuple(parts)
    if not listed:
        return
    lead = tuple(paragraph(text, tone="lead") for text in _marks(listed))
    if all(one.invented for one in listed):
        listed = tuple(replace(one, invented=False) for one in listed)
    entries = tuple(tuple(_source(one, whole)) for one in listed)
    yield Section(id="sources", title="Sources", blocks=(*lead, Numbered(entries=entries)))


def _marks(listed: tuple[SourcePart, ...]) -> Iterator[str]:
    """Yield what the marks of sources mean; one that all have is said here, not at each."""
    if any(one.recalled for one in listed):
        yield RECALLED
    if all(one.invented for one in listed):
        yield ALL_INVENTED
    elif any(one.invented for one in listed):
        yield INVENTED


def _source(one: SourcePart, whole: bool) -> Iterator[Span]:
    if one.link and one.title in one.text and one.title.strip() and not whole:
        before, title, after = one.text.partition(one.title)
        yield from (own(before), Span(title, link=one.url, foreign=True), own(after))
    else:
        yield own(one.text)
        yield from _address(one, whole)
    if one.recalled:
        yield Span(" ")
        yield bold("Recalled.")
    if one.invented:
        yield Span(" ")
        yield bold("Invented.")
    if one.note and whole:
        yield Span(" ")
        yield Span(one.note, foreign=True, quiet=True)


def _address(one: SourcePart, whole: bool) -> Iterator[Span]:
    shown = one.url.removeprefix("https://")
    if shown:
        yield Span(" ")
        shown = shown if whole else shown.removeprefix("http://").split("/")[0]
        yield Span(shown, link=one.url) if one.link else own(shown)
