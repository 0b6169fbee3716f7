"""Which device of rhetoric some words use."""

from collections.abc import Iterator
from random import Random

from debatekit.generate.build import Candidate, Question, choice
from debatekit.generate.desk import Desk, desk_of, not_so, place_of, so, turn
from debatekit.generate.phrases import in_paragraphs, quoted
from debatekit.generate.wordings import slug
from debatekit.logic.record import wordings
from debatekit.model.graph import Graph
from debatekit.model.item import Choice
from debatekit.model.material import Material
from debatekit.model.source import Wording


def rhetoric_device(material: Material, graph: Graph, random: Random) -> Iterator[Choice]:
    """Yield an item for each wording whose device the glossary explains."""
    desk = desk_of(material, graph, random)
    devices = [id_ for id_, term in material.terms.items() if term.kind == "device"]
    for wording in material.source.wording:
        if wording.device in devices:
            yield from _item(desk, wording, devices)


def _item(desk: Desk, wording: Wording, devices: list[str]) -> Iterator[Choice]:
    """Yield the item on one wording; what could be named as well is no wrong option."""
    quote, terms = wording.quote, desk.material.terms
    where = in_paragraphs(wording.paragraphs)
    question = Question(
        generator="rhetoric_device",
        strand="rhetoric",
        stem=f"According to the lesson, which device do these words use: {quoted(quote)}?",
        target=f"device:{slug(wording)}:{wording.device}",
        bloom="analyse",
        side="author",
        about=(slug(wording), wording.device),
        paragraphs=wording.paragraphs,
        hint=f"See {where} of the article." if where else "See the article's title.",
        proof=(so("device", quote, wording.device),),
        why=terms[wording.device].text,
    )
    key = Candidate(text=terms[wording.device].name, why=question.why, proof=question.proof)
    begin = turn(desk, question.target)
    named = {
        device
        for entry in wordings(desk.material, quote)
        for device in (entry.device, *entry.device_arguable)
    }
    wrong = (
        Candidate(
            text=terms[other].name,
            why=f"That is something else: {terms[other].text}",
            flaw="off-target",
            proof=(not_so("device", quote, other), not_so("device_arguable", quote, other)),
        )
        for other in sorted(devices, key=lambda id_: place_of(id_) ^ begin)
        if other not in named
    )
    yield from choice(question, key, wrong)
