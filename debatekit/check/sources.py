"""Rules on a source's record, the bibliography and the glossary."""

from collections.abc import Iterator, Sequence

from debatekit.check.findings import error, nearest, note, repeated, unknown, warning
from debatekit.diagnostics import Diagnostic
from debatekit.model.document import Document, Workspace
from debatekit.model.location import Location
from debatekit.model.reference import Bibliography
from debatekit.model.source import Source

MOST_WORDS_QUOTED = 12


def unknown_author(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK301: the author is none of the actors."""
    source = document.content
    if source.author not in source.actors:
        yield error(
            document.at("author"),
            "DK301",
            f"the author {source.author!r} is none of the actors",
            nearest(source.author, source.actors) or "add the author under 'actors'",
        )


def unknown_in_statements(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK302 and DK303: a statement by nobody known, or of no known claim."""
    source = document.content
    for i, statement in enumerate(source.statements):
        if statement.actor not in source.actors:
            where = document.at("statements", i, "actor")
            message = "a statement is by an unknown actor"
            yield unknown(where, "DK302", message, statement.actor, source.actors)
        if statement.claim not in source.claims:
            where = document.at("statements", i, "claim")
            message = "a statement names an unknown claim"
            yield unknown(where, "DK303", message, statement.claim, source.claims)


def statements_without_place(
    document: Document[Source], workspace: Workspace
) -> Iterator[Diagnostic]:
    """Yield DK210: a statement that nobody can look up."""
    for i, statement in enumerate(document.content.statements):
        if not statement.paragraphs and not statement.cite:
            yield error(
                document.at("statements", i),
                "DK210",
                f"nothing shows where {statement.actor!r} {statement.verb} {statement.claim!r}",
                "give the 'paragraphs' that report it, or 'cite' another record of it",
            )


def unknown_holders_in_sources(
    document: Document[Source], workspace: Workspace
) -> Iterator[Diagnostic]:
    """Yield DK223 and DK201 for the claims of a source."""
    source = document.content
    for id_, claim in source.claims.items():
        for k, name in enumerate(claim.held_by):
            if name not in source.actors:
                where = document.at("claims", id_, "held_by", k)
                message = f"claim {id_!r} is held by an unknown actor"
                yield unknown(where, "DK223", message, name, source.actors)
        for k, name in enumerate(claim.equivalent_to):
            if name not in source.claims:
                where = document.at("claims", id_, "equivalent_to", k)
                message = f"claim {id_!r} names an unknown claim"
                yield unknown(where, "DK201", message, name, source.claims)


def unstated_claims_of_sources(
    document: Document[Source], workspace: Workspace
) -> Iterator[Diagnostic]:
    """Yield DK206: an unstated claim that does not say why it is needed."""
    for id_, claim in document.content.claims.items():
        if claim.unstated and not claim.charity:
            yield error(
                document.at("claims", id_),
                "DK206",
                f"unstated claim {id_!r} does not say why the step needs it",
                "say under 'charity' why this is the least the step needs",
            )


def claims_that_stand_nowhere(
    document: Document[Source], workspace: Workspace
) -> Iterator[Diagnostic]:
    """Yield DK317: a claim of the source that no paragraph makes and no statement reports."""
    source = document.content
    reported = {statement.claim for statement in source.statements}
    for id_, claim in source.claims.items():
        if not claim.paragraphs and not claim.unstated and id_ not in reported:
            yield note(
                document.at("claims", id_),
                "DK317",
                f"nothing shows where the article makes the claim {id_!r}",
                "give its 'paragraphs', or mark it 'unstated: true'",
            )


def long_quotations(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK306: more of the article's words than a quotation needs."""
    for i, wording in enumerate(document.content.wording):
        if (words := len(wording.quote.split())) > MOST_WORDS_QUOTED:
            yield error(
                document.at("wording", i, "quote"),
                "DK306",
                f"the quotation has {words} words: {' '.join(wording.quote.split()[:4])!r}...",
                f"quote the charged words only, {MOST_WORDS_QUOTED} words at most",
            )


def unknown_devices(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK307: a device of rhetoric that the glossary does not explain."""
    if "seeds/glossary" in workspace.unread:
        return
    terms = workspace.glossary.content.terms if workspace.glossary else {}
    devices = [id_ for id_, term in terms.items() if term.kind == "device"]
    names = {terms[id_].name.casefold() for id_ in devices}
    for i, wording in enumerate(document.content.wording):
        if wording.device not in devices and wording.device.casefold() not in names:
            yield _unknown_device(document.at("wording", i, "device"), wording.device, devices)
        for j, device in enumerate(wording.device_arguable):
            if device not in devices:
                yield _unknown_device(
                    document.at("wording", i, "device_arguable", j), device, devices
                )


def _unknown_device(where: Location, device: str, devices: Sequence[str]) -> Diagnostic:
    return note(
        where,
        "DK307",
        f"the glossary explains no device {device!r}",
        nearest(device, devices) or "explain it in seeds/glossary.yaml, with 'kind: device'",
    )


def half_a_choice_of_wordings(
    document: Document[Source], workspace: Workspace
) -> Iterator[Diagnostic]:
    """Yield DK316: one wrong wording without the other; a question needs both."""
    for i, wording in enumerate(document.content.wording):
        if bool(wording.still_loaded) != bool(wording.changes_claim):
            given, missing = ("still_loaded", "changes_claim")
            if wording.changes_claim:
                given, missing = missing, given
            yield note(
                document.at("wording", i),
                "DK316",
                f"{wording.quote!r} has {given!r} but no {missing!r}",
                "a question on wording needs both; give both, or neither",
            )


def actors_with_one_name(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK315: two actors whom a reader cannot tell apart."""
    named: dict[str, str] = {}
    for id_, actor in document.content.actors.items():
        other = named.setdefault(actor.name.casefold(), id_)
        if other != id_:
            yield warning(
                document.at("actors", id_, "name"),
                "DK315",
                f"actors {other!r} and {id_!r} share the name {actor.name!r}",
                "add to one name what tells the two apart",
            )


def references_listed_twice(
    document: Document[Bibliography], workspace: Workspace
) -> Iterator[Diagnostic]:
    """Yield DK313: a reference's id that an earlier one has."""
    for i, id_ in repeated(reference.id for reference in document.content.references):
        yield error(
            document.at("references", i, "id"),
            "DK313",
            f"two references have the id {id_!r}",
            "leave one out, or give it an id of its own",
        )


SOURCE_RULES = (
    unknown_author,
    unknown_in_statements,
    statements_without_place,
    unknown_holders_in_sources,
    unstated_claims_of_sources,
    claims_that_stand_nowhere,
    long_quotations,
    unknown_devices,
    half_a_choice_of_wordings,
    actors_with_one_name,
)
BIBLIOGRAPHY_RULES = (references_listed_twice,)
