"""Items written by hand, as the items that every other part of the program knows."""

from typing import Any, assert_never

from debatekit.generate.phrases import in_paragraphs
from debatekit.model.item import AUTHORED, Choice, Fact, Item, Match, Multiple, Option, Order, Short
from debatekit.model.quiz import (
    Quiz,
    WrittenChoice,
    WrittenItem,
    WrittenMatch,
    WrittenMultiple,
    WrittenOption,
    WrittenOrder,
    WrittenShort,
)


def authored_items(quiz: Quiz) -> tuple[Item, ...]:
    """Return the quiz's own items in file order, options in file order, keys as written."""
    return tuple(_item(written) for written in quiz.items)


def _item(written: WrittenItem) -> Item:
    """Return one written item; a match puts its partners before its spare options."""
    shared = _shared(written)
    match written:
        case WrittenChoice():
            return Choice(options=_options(written.options, written), why=_why(written), **shared)
        case WrittenMultiple():
            return Multiple(options=_options(written.options, written), why=_why(written), **shared)
        case WrittenMatch():
            pairs = tuple(
                Option(text=pair.partner, why=pair.why, proof=_proof(written))
                for pair in written.pairs
            )
            return Match(
                prompts=tuple(pair.prompt for pair in written.pairs),
                options=(*pairs, *_options(written.spare, written)),
                partners=tuple(range(len(pairs))),
                **shared,
            )
        case WrittenOrder():
            ranks = tuple(range(len(written.steps)))
            return Order(options=_options(written.steps, written), ranks=ranks, **shared)
        case WrittenShort():
            rejected = _options(written.rejected, written)
            return Short(accepted=written.accepted, options=rejected, why=written.why, **shared)
        case _:
            assert_never(written)


def _shared(written: WrittenItem) -> dict[str, Any]:
    """Return the fields that every kind of item takes over."""
    where = in_paragraphs(written.paragraphs)
    return {
        "id": written.id,
        "generator": AUTHORED,
        "strand": written.strand,
        "stem": written.stem,
        "target": f"item:{written.id}",
        "about": written.about,
        "paragraphs": written.paragraphs,
        "hint": written.hint or (f"See {where} of the article." if where else ""),
        "difficulty": written.difficulty,
        "bloom": written.bloom,
        "proof": _proof(written),
    }


def _proof(written: WrittenItem) -> tuple[Fact, ...]:
    """Return what an authored key rests on: that its author wrote it."""
    return (Fact("written", (written.id,)),)


def _options(options: tuple[WrittenOption, ...], written: WrittenItem) -> tuple[Option, ...]:
    return tuple(
        Option(
            text=entry.text,
            correct=entry.correct,
            why=entry.why,
            flaw=entry.flaw,
            proof=_proof(written),
            tag=str(place),
        )
        for place, entry in enumerate(options, 1)
    )


def _why(written: WrittenChoice | WrittenMultiple) -> str:
    """Return the reasons of the right options as one text; what several share is said once."""
    reasons = dict.fromkeys(option.why for option in written.options if option.correct)
    return " ".join(reason for reason in reasons if reason)
