"""Scheme: a pattern of inference, its slots and its critical questions."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from debatekit.model.words import Id, Text


class CriticalQuestion(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question that tests a step of this pattern."""

    id: Annotated[Id, Meta(description="The question's id, unique in its scheme.")]
    text: Annotated[Text, Meta(description="The question.")]
    hits: Annotated[
        str,
        Meta(
            pattern=r"^(undermine:[a-z-]+|undercut|rebut)$",
            description="What a bad answer becomes: an attack on a slot, the step or its end.",
        ),
    ]
    bears: Annotated[
        Literal["respondent", "questioner"],
        Meta(description="Who must give the backing: the arguer, or whoever asks."),
    ]


class Scheme(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A pattern of inference that many arguments share."""

    id: Annotated[Id, Meta(description="The scheme's id.")]
    name: Annotated[Text, Meta(description="Its name for readers.")]
    aif: Annotated[str, Meta(description="Its label in tools of the AIF family.")] = ""
    slots: Annotated[Mapping[str, Text], Meta(description="The parts that premises play.")]
    conclusion: Annotated[Text, Meta(description="What follows, if it holds.")]
    questions: Annotated[
        tuple[CriticalQuestion, ...], Meta(description="The questions that test it.")
    ]
    confusable: Annotated[
        tuple[Id, ...], Meta(description="Schemes that a careful reader may take it for.")
    ] = ()
