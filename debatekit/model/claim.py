"""Claim: a sentence somebody could deny, with its wording variants and evidence."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from debatekit.model.words import CiteKey, ClaimKind, Contested, Flaw, Id, Paragraph, Side, Text

EvidenceKind = Literal["statistic", "testimony", "document", "example", "authority", "none"]


class Evidence(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that is shown for a claim, and where it stands."""

    text: Annotated[Text, Meta(description="What the evidence is, in our own words.")]
    kind: Annotated[EvidenceKind, Meta(description="What sort of evidence it is.")]
    cite: Annotated[
        tuple[CiteKey, ...], Meta(description="Where it stands: ids of seeds/references.yaml.")
    ] = ()


class Variant(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A wording that comes near to a fair one, and what is wrong with it."""

    text: Annotated[Text, Meta(description="The wording.")]
    flaw: Annotated[Flaw, Meta(description="What is wrong with it.")]


class Paraphrases(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Fair and unfair ways to say a claim again."""

    fair: Annotated[tuple[Text, ...], Meta(description="Restatements its holder would accept.")]
    unfair: Annotated[
        tuple[Variant, ...], Meta(description="Restatements that miss it, each with its flaw.")
    ] = ()


class Claim(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A sentence somebody could deny."""

    text: Annotated[Text, Meta(description="The claim as one plain sentence, in our own words.")]
    short: Annotated[
        str, Meta(description="The same in a few words, for maps and answer options.")
    ] = ""
    kind: Annotated[
        ClaimKind, Meta(description="Which sort of backing it needs; never whether it is true.")
    ] = "interpretation"
    paragraphs: Annotated[
        tuple[Paragraph, ...],
        Meta(description="Where the article says it, counted from 1; empty if it does not."),
    ] = ()
    side: Annotated[
        Side | None,
        Meta(description="Who maintains it; left out, the side whose reasons use it."),
    ] = None
    held_by: Annotated[
        tuple[Id, ...], Meta(description="The actors who hold it, if not the author himself.")
    ] = ()
    unstated: Annotated[
        bool, Meta(description="True if nobody says it, but a step needs it to work.")
    ] = False
    charity: Annotated[
        str, Meta(description="For an unstated claim: why this is the least the step needs.")
    ] = ""
    asserted: Annotated[
        bool,
        Meta(description="True if it is put forward on its own even where reasons are given."),
    ] = False
    contested: Annotated[
        Contested | None, Meta(description="How independent sources stand to it.")
    ] = None
    cite: Annotated[
        tuple[CiteKey, ...], Meta(description="Sources for it: ids of seeds/references.yaml.")
    ] = ()
    evidence: Annotated[
        tuple[Evidence, ...], Meta(description="What the article or the lesson shows for it.")
    ] = ()
    evidence_checked: Annotated[
        bool,
        Meta(description="True if somebody looked and found no more evidence in the article."),
    ] = False
    kind_arguable: Annotated[
        tuple[ClaimKind, ...], Meta(description="Other kinds that a careful reader could defend.")
    ] = ()
    equivalent_to: Annotated[
        tuple[Id, ...], Meta(description="Claims that say the same; never options beside it.")
    ] = ()
    paraphrases: Annotated[
        Paraphrases | None, Meta(description="Fair and unfair restatements, for questions.")
    ] = None
