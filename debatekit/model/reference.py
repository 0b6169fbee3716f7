"""Reference: one entry of the bibliography, as CSL-JSON has it; Glossary: the terms."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from debatekit.model.words import CiteKey, Id, Text

Tier = Literal["primary", "secondary", "opinion"]
Standing = Literal["verified", "recalled", "invented"]


class Name(Struct, frozen=True, kw_only=True):
    """A person's or a body's name, as CSL splits it."""

    family: Annotated[str, Meta(description="A person's family name.")] = ""
    given: Annotated[str, Meta(description="A person's given names.")] = ""
    literal: Annotated[str, Meta(description="A body's name, or a name that is not split.")] = ""


class Issued(Struct, frozen=True, kw_only=True):
    """A date as CSL writes it: year, month, day, as far as they are known."""

    date_parts: Annotated[
        tuple[tuple[int, ...], ...],
        Meta(description="One date, or two for a span: each a list of year, month, day."),
    ] = field(default=(), name="date-parts")
    literal: Annotated[str, Meta(description="The date in words, if it has no parts.")] = ""


class Standings(Struct, frozen=True, kw_only=True):
    """What we know of a reference beyond its bibliography (CSL's `custom`)."""

    status: Annotated[
        Standing,
        Meta(description="Made up for an exercise; cited from memory; or a copy was seen."),
    ] = "verified"
    tier: Annotated[Tier | None, Meta(description="A primary, secondary or opinion source.")] = None


class Reference(Struct, frozen=True, kw_only=True):
    """One entry of the bibliography. Keys that CSL knows and we do not are passed over."""

    id: Annotated[CiteKey, Meta(description="The id that 'cite' lists name.")]
    type: Annotated[str, Meta(description="CSL's type, such as 'article-newspaper'.")]
    title: Annotated[Text, Meta(description="The title.")]
    author: Annotated[tuple[Name, ...], Meta(description="The authors, in order.")] = ()
    issued: Annotated[Issued | None, Meta(description="When it appeared.")] = None
    publisher: Annotated[str, Meta(description="Who published it.")] = ""
    container_title: Annotated[str, Meta(description="The paper or journal it stands in.")] = field(
        default="", name="container-title"
    )
    url: Annotated[str, Meta(description="Its address; only https links are shown as links.")] = (
        field(default="", name="URL")
    )
    note: Annotated[str, Meta(description="What a reader must know about it.")] = ""
    custom: Annotated[Standings, Meta(description="Its standing and its tier.")] = Standings()


class Bibliography(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All references of a workspace: `seeds/references.yaml`."""

    references: Annotated[tuple[Reference, ...], Meta(description="The entries, CSL-JSON.")]


class Term(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One term of the glossary, explained in our own words."""

    name: Annotated[Text, Meta(description="The term.")]
    text: Annotated[Text, Meta(description="What it means, in one or two plain sentences.")]
    kind: Annotated[
        Literal["term", "device"], Meta(description="'device' for a device of rhetoric.")
    ] = "term"
    coined_by: Annotated[str, Meta(description="Who coined or shaped it, where known.")] = ""
    cite: Annotated[
        tuple[CiteKey, ...], Meta(description="Where it stands: ids of seeds/references.yaml.")
    ] = ()


class Glossary(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The terms of a workspace: `seeds/glossary.yaml`."""

    format: Annotated[Literal[1], Meta(description="The version of this file format.")]
    terms: Annotated[Mapping[Id, Term], Meta(description="The terms, by id.")]
