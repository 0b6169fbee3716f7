"""All question generators by name, in the order of their strands."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from random import Random

from debatekit.model.graph import Graph
from debatekit.model.item import Item
from debatekit.model.material import Material
from debatekit.model.words import Strand

Generator = Callable[[Material, Graph, Random], Iterator[Item]]
"""Yield items on a lesson, options in any order, ids left empty; the same input, the same items."""

CATALOGUE: Mapping[Strand, Mapping[str, str]] = {
    "claims": {
        "attrib_side": "a claim or a counterargument whose side is beyond doubt",
        "claim_main": "a claim that reasons support, that is no premise, with two claims below it",
        "claim_kind": "a claim, and two kinds that nobody could take it for",
        "fact_opinion_sort": "a claim with reasons, two of other kinds, and no 'kind_arguable'",
        "paraphrase": "a claim with 'paraphrases', one fair and two unfair",
    },
    "actors": {
        "who_said": "a claim with one holder, whom it does not name, and two who hold others",
        "actor_role": "four actors with a role of their own",
        "actor_position": "an actor with a position on the map, and two positions of others there",
        "chronology": "four events whose dates do not overlap",
    },
    "structure": {
        "premise_or_conclusion": "a reason with a stated premise",
        "supports_which": "a reason, and two claims from which no path leads to its conclusion",
        "supports_all": "a claim with two to four stated premises, and two claims off its paths",
        "structure_type": "a reason with two stated premises and 'structure_reviewed'",
        "missing_premise": "a reason with an entry under 'unstated', and two other premises",
        "step_order": "three claims in a row, each a premise for the next and for nothing else",
        "scheme_id": "a reason with a scheme other than 'generic'",
        "slot_fill": "a reason with a scheme and 'slots'",
        "cq_match": "a reason with a scheme other than 'generic'",
        "attack_kind": "a counterargument or reply that hits a premise, a step or a conclusion",
        "attack_target": "a counterargument or reply, and two other targets under its contention",
        "whatif_one": "a stated premise on one side, or a counterargument or reply",
        "whatif_set": "a premise that brings down one to three conclusions and leaves two",
        "weakest_link": "a conclusion that hangs on one claim, and two whose loss it survives",
        "reinstate": "a reply whose counterargument hits a conclusion, and two replies to others",
    },
    "evidence": {
        "evidence_type": "a claim or counterargument with 'evidence' of one kind",
        "evidence_for": "a claim, counterargument or reply with 'cite', and two other references",
        "evidence_gap": "a claim with 'evidence_checked' and no evidence, and two others with some",
        "source_tier": "a cited reference with 'custom: {tier: ...}'",
    },
    "rhetoric": {
        "loaded_spot": "four entries under 'wording' in the source's record",
        "neutral_reword": "a wording with both 'still_loaded' and 'changes_claim'",
        "rhetoric_device": "a wording with a 'device' of the glossary, and two others not arguable",
    },
    "rebuttal": {
        "best_rebuttal": "a counterargument or reply, and two others that meet something else",
        "steelman": "a 'steelman' whose sides each have two entries under 'straw'",
        "dropped": "a counterargument without replies, and two with replies",
    },
}
"""By strand, the generators and what a lesson must have before one finds a question in it."""

NEEDS: Mapping[str, str] = {
    name: need for generators in CATALOGUE.values() for name, need in generators.items()
}
"""What a lesson must have, by generator."""


def _late(name: str) -> Generator:
    """Return the generator of the module of that name, which is imported when first called."""

    def generator(material: Material, graph: Graph, random: Random) -> Iterator[Item]:
        found: Generator = getattr(import_module(f"debatekit.generate.{name}"), name)
        return found(material, graph, random)

    return generator


GENERATORS: Mapping[str, Generator] = {name: _late(name) for name in NEEDS}
"""The generators by name. None is imported before it is called: most sessions need few."""
