"""Quiz: a mix of strands, and the items that a teacher wrote by hand."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from debatekit.model.item import Bloom
from debatekit.model.words import Id, Paragraph, Strand, Text


class WrittenOption(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One option of an item written by hand."""

    text: Annotated[Text, Meta(description="What the student reads.")]
    correct: Annotated[bool, Meta(description="True if it is right.")] = False
    why: Annotated[str, Meta(description="Why it is right or wrong; shown after the answer.")] = ""
    flaw: Annotated[
        str, Meta(description="What is wrong with it in a word, such as 'reversed'.")
    ] = ""


class WrittenPair(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A prompt and its partner."""

    prompt: Annotated[Text, Meta(description="What is to be matched.")]
    partner: Annotated[Text, Meta(description="What belongs to it.")]
    why: Annotated[str, Meta(description="Why; shown after the answer.")] = ""


class WrittenFields(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every item written by hand carries."""

    id: Annotated[Id, Meta(description="The item's id, unique in the quiz.")]
    strand: Annotated[Strand, Meta(description="What it practises.")]
    stem: Annotated[Text, Meta(description="The question, with its attribution.")]
    about: Annotated[
        tuple[Id, ...], Meta(description="The claims, actors or reasons it is about.")
    ] = ()
    paragraphs: Annotated[
        tuple[Paragraph, ...], Meta(description="Where the article settles it.")
    ] = ()
    hint: Annotated[str, Meta(description="What is shown when a student asks for help.")] = ""
    bloom: Annotated[Bloom, Meta(description="What the student has to do.")] = "understand"
    difficulty: Annotated[float, Meta(ge=1, le=8, description="1 is easy.")] = 1


class WrittenChoice(
    WrittenFields,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="choice",
):
    """One option is right."""

    options: Annotated[tuple[WrittenOption, ...], Meta(description="Three options, one right.")]


class WrittenMultiple(
    WrittenFields,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="multiple",
):
    """Every right option is to be ticked."""

    options: Annotated[tuple[WrittenOption, ...], Meta(description="Options, some right.")]


class WrittenMatch(
    WrittenFields,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="match",
):
    """Each prompt is to be matched with its partner."""

    pairs: Annotated[tuple[WrittenPair, ...], Meta(description="The prompts and partners.")]
    spare: Annotated[
        tuple[WrittenOption, ...], Meta(description="Partners that fit no prompt.")
    ] = ()


class WrittenOrder(
    WrittenFields,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="order",
):
    """The steps are to be put in order."""

    steps: Annotated[
        tuple[WrittenOption, ...], Meta(description="The steps, listed in the right order.")
    ]


class WrittenShort(
    WrittenFields,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
    tag="short",
):
    """A few words, typed freely."""

    accepted: Annotated[
        tuple[Text, ...], Meta(description="Answers that count; the first is the model answer.")
    ]
    why: Annotated[str, Meta(description="Why; shown after the answer.")] = ""
    rejected: Annotated[
        tuple[WrittenOption, ...], Meta(description="Typical mistakes, each with its reason.")
    ] = ()


WrittenItem = WrittenChoice | WrittenMultiple | WrittenMatch | WrittenOrder | WrittenShort


class Quiz(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A blueprint for sessions on one lesson, and items written by hand."""

    format: Annotated[Literal[1], Meta(description="The version of this file format.")]
    title: Annotated[Text, Meta(description="The quiz's title.")]
    lesson: Annotated[Id, Meta(description="The lesson it asks about: a file in lessons/.")]
    mix: Annotated[
        Mapping[Strand, Annotated[int, Meta(ge=0, le=40)]],
        Meta(description="How many items of each strand one session asks."),
    ] = {}
    items: Annotated[
        tuple[WrittenItem, ...],
        Meta(description="Items written by hand, asked before generated ones of their strand."),
    ] = ()
