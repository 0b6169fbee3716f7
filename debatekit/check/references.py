"""Rules on ids that name a claim, reason, actor or term: what is named must be there.

Where the source is unknown or could not be read, most ids of a lesson lead there, so the
rules that need it say nothing; the missing source is reported once.
"""

from collections.abc import Iterator

from debatekit.check.findings import among, error, nearest, unknown
from debatekit.check.lesson_view import LessonView, PlacedReason
from debatekit.diagnostics import Diagnostic
from debatekit.model.location import Step


def unknown_source(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK311: a lesson on a source that has no record."""
    name, workspace = view.lesson.source, view.workspace
    if name not in workspace.sources and f"seeds/{name}" not in workspace.unread:
        known = tuple(workspace.sources)
        yield error(
            view.at("source"),
            "DK311",
            f"there is no source {name!r} in seeds/",
            nearest(name, known) or f"write its record: seeds/{name}.yaml",
        )


def unknown_claims_of_contentions(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK201: a contention on a claim that neither the source nor the lesson has."""
    if view.source is not None:
        for i, contention in enumerate(view.lesson.contentions):
            if contention.claim not in view.claims:
                steps = ("contentions", i, "claim")
                yield _unknown_claim(view, steps, "a contention", contention.claim)


def unknown_claims_of_reasons(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK201: a premise or a conclusion that is no claim."""
    if view.source is not None:
        for placed in view.reasons:
            yield from _unknown_premises(view, placed)
            end = placed.reason.concludes
            if end is not None and end not in view.claims and end not in view.sayings:
                steps = (*placed.steps, "concludes")
                yield _unknown_claim(view, steps, f"reason {placed.reason.id!r}", end)


def _unknown_premises(view: LessonView, placed: PlacedReason) -> Iterator[Diagnostic]:
    """Yield the premises of one reason that are no claims."""
    who = f"reason {placed.reason.id!r}"
    for key, premises in (
        ("premises", placed.reason.premises),
        ("unstated", placed.reason.unstated),
    ):
        for k, premise in enumerate(premises):
            if premise not in view.claims:
                yield _unknown_claim(view, (*placed.steps, key, k), who, premise)


def unknown_targets(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK201: a counterargument that attacks nothing the lesson knows."""
    if view.source is None:
        return
    for placed in view.counterarguments:
        target = placed.counterargument.attacks
        if not _is_known(view, target):
            yield unknown(
                view.at(*placed.steps, "attacks"),
                "DK201",
                f"counterargument {placed.counterargument.id!r} attacks an unknown claim or reason",
                target,
                (*view.claims, *view.reasons_by_id, *view.sayings),
            )


def unknown_claims_of_facts_and_preferences(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK201: entries under `facts` and `preferences` that name no claim."""
    if view.source is None:
        return
    for i, finding in enumerate(view.lesson.facts):
        if finding.claim not in view.claims:
            yield _unknown_claim(view, ("facts", i, "claim"), "an entry of 'facts'", finding.claim)
    for i, entry in enumerate(view.lesson.preferences):
        for key, name in (("stronger", entry.stronger), ("weaker", entry.weaker)):
            if name not in view.claims and name not in view.sayings:
                yield _unknown_claim(view, ("preferences", i, key), "a preference", name)


def unknown_equivalents(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK201: a claim of the lesson said to equal one that is not there."""
    if view.source is None:
        return
    for id_, claim in view.lesson.claims.items():
        for k, name in enumerate(claim.equivalent_to):
            if name not in view.claims and name not in view.sayings:
                steps = ("claims", id_, "equivalent_to", k)
                yield _unknown_claim(view, steps, f"claim {id_!r}", name)


def _is_known(view: LessonView, id_: str) -> bool:
    """Return whether an id belongs to anything that can be attacked."""
    return id_ in view.claims or id_ in view.reasons_by_id or id_ in view.sayings


def _unknown_claim(view: LessonView, steps: tuple[Step, ...], who: str, name: str) -> Diagnostic:
    """Return the finding; the hint says what the id belongs to, if it is no claim's."""
    message = f"{who} names an unknown claim {name!r}"
    if name in view.reasons_by_id:
        hint = f"{name!r} is a reason; name a claim"
    elif name in view.sayings:
        hint = f"{name!r} is a counterargument or a reply; name a claim"
    else:
        hint = nearest(name, view.claims) or among(view.claims)
    return error(view.at(*steps), "DK201", message, hint)


def unknown_holders(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK223: somebody holds a claim or counterargument who is no actor."""
    if view.source is None:
        return
    for id_, claim in view.lesson.claims.items():
        yield from _unknown_actors(view, ("claims", id_), f"claim {id_!r}", claim.held_by)
    for placed in view.counterarguments:
        counter = placed.counterargument
        who = f"counterargument {counter.id!r}"
        yield from _unknown_actors(view, placed.steps, who, counter.held_by)


def _unknown_actors(
    view: LessonView, steps: tuple[Step, ...], who: str, names: tuple[str, ...]
) -> Iterator[Diagnostic]:
    for k, name in enumerate(names):
        if name not in view.actors:
            message = f"{who} is held by an unknown actor"
            yield unknown(view.at(*steps, "held_by", k), "DK223", message, name, view.actors)


def unknown_terms(view: LessonView) -> Iterator[Diagnostic]:
    """Yield DK312: a term that the glossary does not explain."""
    if "seeds/glossary" in view.workspace.unread:
        return
    glossary = view.workspace.glossary
    known = glossary.content.terms if glossary else {}
    for i, name in enumerate(view.lesson.terms):
        if name not in known:
            yield error(
                view.at("terms", i),
                "DK312",
                f"the glossary has no term {name!r}",
                nearest(name, known) or "explain it in seeds/glossary.yaml",
            )


REFERENCE_RULES = (
    unknown_source,
    unknown_claims_of_contentions,
    unknown_claims_of_reasons,
    unknown_targets,
    unknown_claims_of_facts_and_preferences,
    unknown_equivalents,
    unknown_holders,
    unknown_terms,
)
