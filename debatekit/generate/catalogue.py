"""All question generators by name, in the order of their strands."""

from collections.abc import Callable, Iterator, Mapping
from random import Random

from debatekit.generate.actor_position import actor_position
from debatekit.generate.actor_role import actor_role
from debatekit.generate.attack_kind import attack_kind
from debatekit.generate.attack_target import attack_target
from debatekit.generate.attrib_side import attrib_side
from debatekit.generate.best_rebuttal import best_rebuttal
from debatekit.generate.chronology import chronology
from debatekit.generate.claim_kind import claim_kind
from debatekit.generate.claim_main import claim_main
from debatekit.generate.cq_match import cq_match
from debatekit.generate.dropped import dropped
from debatekit.generate.evidence_for import evidence_for
from debatekit.generate.evidence_gap import evidence_gap
from debatekit.generate.evidence_type import evidence_type
from debatekit.generate.fact_opinion_sort import fact_opinion_sort
from debatekit.generate.loaded_spot import loaded_spot
from debatekit.generate.missing_premise import missing_premise
from debatekit.generate.neutral_reword import neutral_reword
from debatekit.generate.paraphrase import paraphrase
from debatekit.generate.premise_or_conclusion import premise_or_conclusion
from debatekit.generate.reinstate import reinstate
from debatekit.generate.rhetoric_device import rhetoric_device
from debatekit.generate.scheme_id import scheme_id
from debatekit.generate.slot_fill import slot_fill
from debatekit.generate.source_tier import source_tier
from debatekit.generate.steelman import steelman
from debatekit.generate.step_order import step_order
from debatekit.generate.structure_type import structure_type
from debatekit.generate.supports_all import supports_all
from debatekit.generate.supports_which import supports_which
from debatekit.generate.weakest_link import weakest_link
from debatekit.generate.whatif_one import whatif_one
from debatekit.generate.whatif_set import whatif_set
from debatekit.generate.who_said import who_said
from debatekit.model.graph import Graph
from debatekit.model.item import Item
from debatekit.model.material import Material

Generator = Callable[[Material, Graph, Random], Iterator[Item]]
"""Yield items on a lesson, options in any order, ids left empty; the same input, the same items."""

GENERATORS: Mapping[str, Generator] = {
    "attrib_side": attrib_side,
    "claim_main": claim_main,
    "claim_kind": claim_kind,
    "fact_opinion_sort": fact_opinion_sort,
    "paraphrase": paraphrase,
    "who_said": who_said,
    "actor_role": actor_role,
    "actor_position": actor_position,
    "chronology": chronology,
    "premise_or_conclusion": premise_or_conclusion,
    "supports_which": supports_which,
    "supports_all": supports_all,
    "structure_type": structure_type,
    "missing_premise": missing_premise,
    "step_order": step_order,
    "scheme_id": scheme_id,
    "slot_fill": slot_fill,
    "cq_match": cq_match,
    "attack_kind": attack_kind,
    "attack_target": attack_target,
    "whatif_one": whatif_one,
    "whatif_set": whatif_set,
    "weakest_link": weakest_link,
    "reinstate": reinstate,
    "evidence_type": evidence_type,
    "evidence_for": evidence_for,
    "evidence_gap": evidence_gap,
    "source_tier": source_tier,
    "loaded_spot": loaded_spot,
    "neutral_reword": neutral_reword,
    "rhetoric_device": rhetoric_device,
    "best_rebuttal": best_rebuttal,
    "steelman": steelman,
    "dropped": dropped,
}

NEEDS: Mapping[str, str] = {
    "attrib_side": "a claim or a counterargument whose side is beyond doubt",
    "claim_main": "a claim that reasons support, that is no premise, with two claims below it",
    "claim_kind": "a claim, and two kinds that nobody could take it for",
    "fact_opinion_sort": "a claim with reasons, and two of other kinds, without 'kind_arguable'",
    "paraphrase": "a claim with 'paraphrases', one fair and two unfair",
    "who_said": "a statement or a counterargument with exactly one holder, and two other actors",
    "actor_role": "four actors with a role of their own",
    "actor_position": "an actor with a statement, and two positions of others",
    "chronology": "four events whose dates do not overlap",
    "premise_or_conclusion": "a reason with a stated premise",
    "supports_which": "a reason, and two claims from which no path leads to its conclusion",
    "supports_all": "a claim with two to four stated premises, and two claims off its paths",
    "structure_type": "a reason with two stated premises and 'structure_reviewed'",
    "missing_premise": "a reason with an entry under 'unstated', and two other premises",
    "step_order": "three claims in a row, each a premise for the next and for nothing else",
    "scheme_id": "a reason with a scheme other than 'generic'",
    "slot_fill": "a reason with a scheme and 'slots'",
    "cq_match": "a reason with a scheme other than 'generic'",
    "attack_kind": "a counterargument or reply whose target is a premise, a step or a conclusion",
    "attack_target": "a counterargument or reply, and two other targets under its contention",
    "whatif_one": "a stated premise on one side, or a counterargument or reply",
    "whatif_set": "a premise that brings down one to three conclusions and leaves two",
    "weakest_link": "a conclusion that hangs on one claim, and two claims whose loss it survives",
    "reinstate": "a reply whose counterargument hits a conclusion, and two replies to others",
    "evidence_type": "a claim or counterargument with 'evidence' of one kind",
    "evidence_for": "a claim, counterargument or reply with 'cite', and two other references",
    "evidence_gap": "a claim with 'evidence_checked' and no evidence, and two claims with evidence",
    "source_tier": "a cited reference with 'custom: {tier: ...}'",
    "loaded_spot": "four entries under 'wording' in the source's record",
    "neutral_reword": "a wording with both 'still_loaded' and 'changes_claim'",
    "rhetoric_device": "a wording whose 'device' is in the glossary, and two other devices",
    "best_rebuttal": "a counterargument or reply, and two others that meet something else",
    "steelman": "a 'steelman' whose sides each have two entries under 'straw'",
    "dropped": "a counterargument without replies, and two with replies",
}
"""What a lesson must have before a generator finds a question in it."""
