"""Which wordings are charged, and which are neutral."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, multiple
from debatekit.generate.desk import Desk, desk_of, so
from debatekit.generate.phrases import in_paragraphs, quoted
from debatekit.generate.wordings import slug, wordings_from
from debatekit.model.graph import Graph
from debatekit.model.item import Multiple
from debatekit.model.material import Material
from debatekit.model.source import Wording


def loaded_spot(material: Material, graph: Graph, random: Random) -> Iterator[Multiple]:
    """Yield an item for each charged wording, beside another one and neutral ones of others."""
    desk = desk_of(material, graph, random)
    for wording in material.source.wording:
        yield from _item(desk, wording)


def _item(desk: Desk, wording: Wording) -> Iterator[Multiple]:
    """Yield the item on one wording; no quotation meets its own neutral version."""
    target = f"charged:{slug(wording)}"
    others = list(wordings_from(desk, wording, target))
    charged, neutral = [wording, *others[:1]], others[1:]
    question = Question(
        generator="loaded_spot",
        strand="rhetoric",
        stem=(
            "According to the lesson, which of these wordings are charged, in contrast to "
            "neutral versions of other words? Tick each of them."
        ),
        target=target,
        bloom="analyse",
        side="author",
        about=tuple(slug(entry) for entry in charged),
        paragraphs=wording.paragraphs,
        hint="Ask of each whether somebody on the other side could use it.",
        proof=tuple(so("charged", entry.quote) for entry in charged),
        why="The lesson lists these words of the article as charged.",
    )
    keys = [
        Candidate(text=entry.quote, why=_effect(entry), proof=(so("charged", entry.quote),))
        for entry in charged
    ]
    wrong = (
        Candidate(
            text=entry.neutral,
            why=f"It is the lesson's neutral wording for {quoted(entry.quote)}.",
            flaw="off-target",
            proof=(so("neutral", entry.quote, entry.neutral),),
        )
        for entry in neutral
    )
    yield from multiple(question, keys, wrong, most=4)


def _effect(wording: Wording) -> str:
    """Return what the words do, with their place."""
    where = in_paragraphs(wording.paragraphs)
    effect = wording.effect or "The lesson lists it as charged."
    return f"{effect} ({where[0].upper()}{where[1:]}.)" if where else effect
