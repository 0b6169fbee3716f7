"""What each side of a lesson says, with which words and on which sources."""

from collections.abc import Iterator

from msgspec import Struct

from debatekit.check.lesson_view import LessonView
from debatekit.model.claim import Claim, Evidence
from debatekit.model.reference import Reference
from debatekit.model.words import Side

ARTICLE = "the article itself"
"""Stands among the sources of what the article says in so many paragraphs."""


class Said(Struct, frozen=True):
    """A claim, counterargument or reply on the map, and the sources shown for it."""

    side: Side
    text: str
    sources: frozenset[str]


def said(view: LessonView) -> Iterator[Said]:
    """Yield everything on the map that either side, or both, maintain."""
    for id_ in view.used_by:
        claim = view.claims.get(id_)
        if claim is not None:
            yield Said(view.side_of(id_), claim.text, _sources(claim))
    for placed in view.counterarguments:
        counter = placed.counterargument
        yield Said("counter", counter.text, frozenset(cited_by(counter.evidence)))
    for answer in view.replies:
        yield Said("author", answer.reply.text, frozenset(answer.reply.cite))


def sources_of(view: LessonView) -> dict[str, frozenset[str]]:
    """Return what is cited for each claim, counterargument and reply, by id."""
    found = {id_: _sources(claim) for id_, claim in view.claims.items()}
    for id_, counter in view.counterarguments_by_id.items():
        found[id_] = frozenset(cited_by(counter.evidence))
    found.update({answer.reply.id: frozenset(answer.reply.cite) for answer in view.replies})
    return found


def _sources(claim: Claim) -> frozenset[str]:
    """Return what is cited for a claim; what the article says has the article as one source."""
    cited = {*claim.cite, *cited_by(claim.evidence)}
    return frozenset(cited | {ARTICLE} if claim.paragraphs else cited)


def cited_by(evidence: tuple[Evidence, ...]) -> Iterator[str]:
    """Yield the references that pieces of evidence cite."""
    for shown in evidence:
        yield from shown.cite


def publishers(view: LessonView, sources: frozenset[str]) -> set[str]:
    """Return who published the sources, as far as the bibliography says."""
    found = {_publisher(view.references[name]) for name in sources if name in view.references}
    if ARTICLE in sources and view.source is not None:
        found.add(view.source.publisher)
    return {name.casefold() for name in found if name}


def _publisher(reference: Reference) -> str:
    return reference.publisher or reference.container_title
