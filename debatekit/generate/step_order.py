"""A chain of claims, to be put in order from the first reason to the last conclusion."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, option, says_same
from debatekit.generate.desk import Desk, desk_of, so
from debatekit.generate.match import order_item
from debatekit.generate.phrases import OWNERS, brief, look, paragraphs_of, short_text
from debatekit.logic.structure import chains
from debatekit.model.graph import Graph
from debatekit.model.item import Order
from debatekit.model.material import Material

_SHORTEST = 3


def step_order(material: Material, graph: Graph, random: Random) -> Iterator[Order]:
    """Yield an item for each chain of three claims or more that never branches."""
    desk = desk_of(material, graph, random)
    for chain in chains(graph):
        texts = [short_text(desk, id_) for id_ in chain]
        alike = any(says_same(text, texts[:place]) for place, text in enumerate(texts))
        unstated = any(desk.claim(id_).unstated for id_ in chain)
        if len(chain) >= _SHORTEST and not alike and not unstated:
            yield _item(desk, chain)


def _item(desk: Desk, chain: tuple[str, ...]) -> Order:
    """Return the item on one chain."""
    side = desk.claim(chain[-1]).side
    question = Question(
        generator="step_order",
        strand="structure",
        stem=(
            f"On the map of {OWNERS[side]} case these claims form a chain. Which is their order, "
            "from the first reason to the last conclusion?"
        ),
        target=f"chain:{':'.join(chain)}",
        bloom="understand",
        side=side,
        about=chain,
        paragraphs=paragraphs_of(desk, *chain),
        hint=look(desk, "On the map, follow the arrows.", *chain),
        proof=(so("chain", *chain),),
        why="On the map each of them is a premise of the step to the next.",
        harder=1 if len(chain) > _SHORTEST else 0,
    )
    options = [
        option(
            Candidate(
                text=short_text(desk, id_),
                why=f"It comes from {brief(desk, before)}." if before else "It begins the chain.",
                proof=(so("reason_for", before, id_),) if before else (so("used", id_),),
            ),
            short_text(desk, id_),
        )
        for before, id_ in zip(("", *chain), chain, strict=False)
    ]
    return order_item(question, options)
