"""Which version keeps the claim and drops the charge."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, so
from debatekit.generate.flaws import FLAWS
from debatekit.generate.phrases import in_paragraphs, quoted
from debatekit.generate.wordings import slug
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.source import Wording


def neutral_reword(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each charged wording with both wrong versions written."""
    desk = desk_of(material, graph, random)
    for wording in material.source.wording:
        if wording.still_loaded and wording.changes_claim:
            yield from _item(desk, wording)


def _item(desk: Desk, wording: Wording) -> Iterator[Choice]:
    """Yield the item on one wording."""
    quote = wording.quote
    where = in_paragraphs(wording.paragraphs)
    question = Question(
        generator="neutral_reword",
        strand="rhetoric",
        stem=(
            f"According to the lesson, which words say the same as the article's {quoted(quote)}"
            f"{f' ({where})' if where else ''}, without the charge?"
        ),
        target=f"neutral:{slug(wording)}",
        bloom="evaluate",
        side="author",
        about=(slug(wording),),
        paragraphs=wording.paragraphs,
        hint=f"See {where} of the article." if where else "See the article's title.",
        proof=(so("neutral", quote, wording.neutral),),
        why="It keeps what is claimed, and both sides could use it.",
    )
    key = Candidate(text=wording.neutral, why=question.why, proof=question.proof)
    wrong = (
        Candidate(
            text=wording.still_loaded,
            why=FLAWS["still-loaded"],
            flaw="still-loaded",
            proof=(so("still_loaded", quote, wording.still_loaded),),
        ),
        Candidate(
            text=wording.changes_claim,
            why=FLAWS["changes-claim"],
            flaw="changes-claim",
            proof=(so("changes_claim", quote, wording.changes_claim),),
        ),
    )
    yield from choice(question, key, wrong, guard=False)
