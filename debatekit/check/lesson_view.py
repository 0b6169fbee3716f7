"""LessonView: a lesson joined with what it draws on, worked out once for all its rules."""

from collections.abc import Iterator, KeysView, Mapping
from functools import cached_property

from msgspec import Struct

from debatekit.model.actor import Actor
from debatekit.model.claim import Claim
from debatekit.model.document import Document, Workspace
from debatekit.model.lesson import Counterargument, Lesson, Reason, Reply
from debatekit.model.location import Location, Step
from debatekit.model.reference import Reference
from debatekit.model.source import Event, Source
from debatekit.model.words import AttackName, Side


class PlacedReason(Struct, frozen=True):
    """A reason, the claim it supports, and where it is written."""

    reason: Reason
    conclusion: str
    side: Side
    steps: tuple[Step, ...]

    @property
    def premises(self) -> tuple[str, ...]:
        """Return all premises, the unstated ones last."""
        return self.reason.premises + self.reason.unstated


class PlacedCounterargument(Struct, frozen=True):
    """A counterargument, and where it is written."""

    counterargument: Counterargument
    contention: int
    """The place of its contention, from 0."""
    steps: tuple[Step, ...]


class PlacedReply(Struct, frozen=True):
    """A reply, the counterargument it answers, and where it is written."""

    reply: Reply
    counterargument: str
    steps: tuple[Step, ...]


class LessonView(Struct, frozen=True, kw_only=True, dict=True):
    """A lesson and what it draws on; each part is worked out when a rule first asks for it."""

    document: Document[Lesson]
    workspace: Workspace

    @property
    def lesson(self) -> Lesson:
        """Return the lesson as it was read."""
        return self.document.content

    def at(self, *steps: Step) -> Location:
        """Return where a part of the lesson stands."""
        return self.document.locate(steps)

    @cached_property
    def source(self) -> Source | None:
        """Return the source's record, if it could be read."""
        found = self.workspace.sources.get(self.lesson.source)
        return found.content if found else None

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Return the source's claims and the lesson's own; the lesson's win."""
        return {**(self.source.claims if self.source else {}), **self.lesson.claims}

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Return the source's actors and the lesson's own."""
        return {**(self.source.actors if self.source else {}), **self.lesson.actors}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Return the source's events and the lesson's own, by id."""
        theirs = self.source.events if self.source else ()
        return {event.id: event for event in (*theirs, *self.lesson.events)}

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """Return the bibliography's references, by id."""
        return references_of(self.workspace)

    @cached_property
    def reasons(self) -> tuple[PlacedReason, ...]:
        """Return every reason, in file order."""
        return tuple(self._reasons())

    def _reasons(self) -> Iterator[PlacedReason]:
        for i, contention in enumerate(self.lesson.contentions):
            for j, reason in enumerate(contention.reasons):
                steps: tuple[Step, ...] = ("contentions", i, "reasons", j)
                end = reason.concludes or contention.claim
                yield PlacedReason(reason, end, "author", steps)
            for j, counter in enumerate(contention.counterarguments):
                for k, reason in enumerate(counter.reasons):
                    steps = ("contentions", i, "counterarguments", j, "reasons", k)
                    end = reason.concludes or counter.id
                    yield PlacedReason(reason, end, "counter", steps)

    @cached_property
    def counterarguments(self) -> tuple[PlacedCounterargument, ...]:
        """Return every counterargument, in file order."""
        return tuple(
            PlacedCounterargument(counter, i, ("contentions", i, "counterarguments", j))
            for i, contention in enumerate(self.lesson.contentions)
            for j, counter in enumerate(contention.counterarguments)
        )

    @cached_property
    def replies(self) -> tuple[PlacedReply, ...]:
        """Return every reply, in file order."""
        return tuple(
            PlacedReply(reply, placed.counterargument.id, (*placed.steps, "replies", k))
            for placed in self.counterarguments
            for k, reply in enumerate(placed.counterargument.replies)
        )

    @cached_property
    def reasons_by_id(self) -> Mapping[str, PlacedReason]:
        """Return every reason by its id."""
        return {placed.reason.id: placed for placed in self.reasons}

    @cached_property
    def counterarguments_by_id(self) -> Mapping[str, Counterargument]:
        """Return every counterargument by its id."""
        return {
            placed.counterargument.id: placed.counterargument for placed in self.counterarguments
        }

    @cached_property
    def sayings(self) -> KeysView[str]:
        """Return the ids of the counterarguments and replies: claims that live on the map."""
        replies = (placed.reply.id for placed in self.replies)
        return dict.fromkeys([*self.counterarguments_by_id, *replies]).keys()

    @cached_property
    def concluded(self) -> frozenset[str]:
        """Return the ids that some reason supports."""
        return frozenset(placed.conclusion for placed in self.reasons)

    @cached_property
    def used_by(self) -> Mapping[str, frozenset[Side]]:
        """Return, for each claim on the map, the sides whose reasons or contentions use it."""
        used: dict[str, set[Side]] = {found.claim: {"author"} for found in self.lesson.contentions}
        for placed in self.reasons:
            for claim in (*placed.premises, placed.conclusion):
                used.setdefault(claim, set()).add(placed.side)
        return {claim: frozenset(sides) for claim, sides in used.items()}

    def side_of(self, claim_id: str) -> Side:
        """Return who maintains a claim: as the file says, else as its use shows."""
        claim = self.claims.get(claim_id)
        if claim is not None and claim.side is not None:
            return claim.side
        if claim_id in self.counterarguments_by_id:
            return "counter"
        if self.source is not None and claim_id in self.source.claims:
            return "author"
        sides = self.used_by.get(claim_id, frozenset())
        if len(sides) > 1:
            return "shared"
        return next(iter(sides), "author")

    def attack_name(self, target: str) -> AttackName:
        """Return what an attack on a target is called."""
        if target in self.reasons_by_id:
            return "undercut"
        return "rebut" if target in self.concluded else "undermine"


def references_of(workspace: Workspace) -> Mapping[str, Reference]:
    """Return the bibliography's references, by id; none if there is no bibliography."""
    if workspace.bibliography is None:
        return {}
    return {entry.id: entry for entry in workspace.bibliography.content.references}
