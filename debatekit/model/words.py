"""The closed vocabularies that the types share, and the shapes of ids and texts."""

from typing import Annotated, Literal

from msgspec import Meta

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)", max_length=80)]
"""Small letters, digits and hyphens; outlives rewording, because progress hangs on it.

Python's `$` also matches before a last line feed, which no id may have.
"""

CiteKey = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z0-9_]([A-Za-z0-9_:.#$%&+?<>~/-]*[A-Za-z0-9_/])?$(?!\n)",
        max_length=200,
        examples=["walt-1987", "walt1987Origins", "walt:1987"],
    ),
]
"""What a reference is cited by: an id of ours, or the citation key of a reference manager.

The signs allowed are those of Pandoc's citation keys (Pandoc user's guide, "Citation syntax").
"""

Text = Annotated[str, Meta(min_length=1, pattern=r"\S")]
"""A text with more in it than white space."""

Paragraph = Annotated[int, Meta(ge=1)]
"""A paragraph of the article, counted from 1."""

Side = Literal["author", "counter", "shared"]
"""Who maintains a claim: the author, the critics, or both."""

ClaimKind = Literal[
    "fact",
    "causal",
    "interpretation",
    "definition",
    "value",
    "prediction",
    "policy",
    "quote-report",
]
"""Which sort of backing a claim needs (never whether it is true)."""

Contested = Literal["settled", "disputed", "unverified", "value"]
"""How sources stand to a claim: agreed, on both sides, the article alone, or no factual matter."""

Strand = Literal["claims", "actors", "structure", "evidence", "rhetoric", "rebuttal"]
"""What is practised."""

STRANDS: tuple[Strand, ...] = ("claims", "actors", "structure", "evidence", "rhetoric", "rebuttal")
"""The strands in the order in which screens show them."""

AttackName = Literal["undermine", "rebut", "undercut"]
"""What an attack hits: a premise, a conclusion, or the step between them."""

Flaw = Literal[
    "stronger",
    "weaker",
    "reversed",
    "scope",
    "attribution",
    "off-target",
    "repeats",
    "ad-hominem",
    "still-loaded",
    "changes-claim",
]
"""What is wrong with a wording that comes near to the right one."""
