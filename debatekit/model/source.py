"""Source: the record of an article, never its text; who says what in it, and when."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from debatekit.model.actor import Actor
from debatekit.model.claim import Claim
from debatekit.model.words import CiteKey, Id, Paragraph, Text

Date = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?$(?!\n)",
        examples=["2014", "2022-02", "2022-02-24", "1950/1953"],
    ),
]
"""A year, a month, a day, or two of them with a slash between (EDTF level 0)."""

Genre = Literal["opinion", "report", "speech", "study", "primary", "exercise"]
Verb = Literal["says", "asserts", "concedes", "quotes", "denies", "asks", "holds", "does"]


class ParagraphRecord(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one paragraph says, in our words, and how to recognise its text."""

    gist: Annotated[str, Meta(description="What the paragraph says, in our own words.")]
    fingerprint: Annotated[
        str,
        Meta(
            pattern=r"^([0-9a-f]{16})?$(?!\n)",
            description="First 16 hex digits of SHA-256 of the normalised paragraph.",
        ),
    ] = ""


class Statement(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who said or holds which claim, as the article reports it."""

    actor: Annotated[Id, Meta(description="Who said or holds it.")]
    verb: Annotated[Verb, Meta(description="How the article reports it.")]
    claim: Annotated[Id, Meta(description="The claim that is said or held.")]
    paragraphs: Annotated[
        tuple[Paragraph, ...], Meta(description="Where the article reports it.")
    ] = ()
    date: Annotated[Date | None, Meta(description="When it was said.")] = None
    cite: Annotated[
        tuple[CiteKey, ...], Meta(description="Other records of it: ids of seeds/references.yaml.")
    ] = ()


class Wording(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Charged words, what they do, and three ways to put them again."""

    quote: Annotated[Text, Meta(description="The words, twelve at most.")]
    paragraphs: Annotated[
        tuple[Paragraph, ...], Meta(description="Where they stand; empty for the title.")
    ] = ()
    device: Annotated[Text, Meta(description="The device: a term of the glossary, or its name.")]
    device_arguable: Annotated[
        tuple[Text, ...], Meta(description="Other devices that a careful reader could name.")
    ] = ()
    effect: Annotated[str, Meta(description="What the words do to a reader.")] = ""
    neutral: Annotated[Text, Meta(description="A wording that keeps the claim, without charge.")]
    still_loaded: Annotated[
        str, Meta(description="A wording that keeps the charge; a wrong option.")
    ] = ""
    changes_claim: Annotated[
        str, Meta(description="A wording that changes what is claimed; a wrong option.")
    ] = ""


class Event(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that happened, and when."""

    id: Annotated[Id, Meta(description="The event's id.")]
    text: Annotated[Text, Meta(description="What happened, in one sentence.")]
    date: Annotated[Date, Meta(description="When: year, month or day, or a span with a slash.")]
    later: Annotated[
        bool, Meta(description="True if it came after the article: later evidence.")
    ] = False
    cite: Annotated[
        tuple[CiteKey, ...], Meta(description="Where it stands: ids of seeds/references.yaml.")
    ] = ()


class Source(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The record of one article: what it is and what it says, never its text."""

    format: Annotated[Literal[1], Meta(description="The version of this file format.")]
    title: Annotated[Text, Meta(description="The article's title.")]
    author: Annotated[Id, Meta(description="Who wrote it: one of the actors below.")]
    publisher: Annotated[str, Meta(description="Where it appeared.")] = ""
    date: Annotated[Date, Meta(description="When it appeared.")]
    genre: Annotated[Genre, Meta(description="What sort of text it is.")] = "opinion"
    language: Annotated[str, Meta(description="Its language, as a BCP 47 tag.")] = "en"
    cite: Annotated[
        CiteKey | None, Meta(description="The article's own entry in seeds/references.yaml.")
    ] = None
    note: Annotated[str, Meta(description="Anything a reader of this record must know.")] = ""
    paragraphs: Annotated[
        tuple[ParagraphRecord, ...], Meta(description="Its paragraphs in order, counted from 1.")
    ]
    actors: Annotated[Mapping[Id, Actor], Meta(description="Whom it names, by id.")]
    claims: Annotated[Mapping[Id, Claim], Meta(description="What it says, paraphrased, by id.")]
    statements: Annotated[
        tuple[Statement, ...], Meta(description="Who said or holds what, as it reports it.")
    ] = ()
    wording: Annotated[
        tuple[Wording, ...], Meta(description="Charged words, and neutral ones for them.")
    ] = ()
    events: Annotated[tuple[Event, ...], Meta(description="What happened, and when.")] = ()
