"""Material: a lesson together with all it draws on; what the logic and every spoke work from."""

from collections.abc import Mapping

from msgspec import Struct

from debatekit.model.actor import Actor
from debatekit.model.claim import Claim
from debatekit.model.lesson import Lesson
from debatekit.model.reference import Reference, Term
from debatekit.model.scheme import Scheme
from debatekit.model.source import Event, Source


class Material(Struct, frozen=True, kw_only=True):
    """A lesson, its source's record, and the references, terms and schemes it names."""

    id: str
    """The lesson's id."""
    lesson: Lesson
    source: Source
    claims: Mapping[str, Claim]
    """The source's claims and the lesson's own, by id."""
    actors: Mapping[str, Actor]
    """The source's actors and the lesson's own, by id."""
    events: tuple[Event, ...] = ()
    """The source's events and the lesson's own."""
    references: Mapping[str, Reference] = {}
    terms: Mapping[str, Term] = {}
    schemes: Mapping[str, Scheme] = {}

    @property
    def others(self) -> dict[str, str]:
        """The names of all actors but the author, by id: whoever else may hold a claim."""
        named = self.actors.items()
        return {id_: actor.name for id_, actor in named if id_ != self.source.author}


def join_material(
    lesson_id: str,
    lesson: Lesson,
    source: Source,
    references: Mapping[str, Reference],
    terms: Mapping[str, Term],
    schemes: Mapping[str, Scheme],
) -> Material:
    """Return the lesson with its source; where both define an id, the lesson's wins."""
    return Material(
        id=lesson_id,
        lesson=lesson,
        source=source,
        claims={**source.claims, **lesson.claims},
        actors={**source.actors, **lesson.actors},
        events=(*source.events, *lesson.events),
        references=references,
        terms=terms,
        schemes=schemes,
    )
