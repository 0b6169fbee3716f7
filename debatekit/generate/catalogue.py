"""All question generators by name, in the order of their strands."""

from collections.abc import Callable, Iterator, Mapping
from random import Random

from debatekit.generate.actor_position import actor_position
from debatekit.generate.actor_role import actor_role
from debatekit.generate.attack_kind import attack_kind
from debatekit.generate.attack_target import attack_target
from debatekit.generate.attrib_side import attrib_side
from debatekit.generate.claim_kind import claim_kind
from debatekit.generate.claim_main import claim_main
from debatekit.generate.missing_premise import missing_premise
from debatekit.generate.premise_or_conclusion import premise_or_conclusion
from debatekit.generate.step_order import step_order
from debatekit.generate.supports_all import supports_all
from debatekit.generate.supports_which import supports_which
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
    "who_said": who_said,
    "actor_role": actor_role,
    "actor_position": actor_position,
    "premise_or_conclusion": premise_or_conclusion,
    "supports_which": supports_which,
    "supports_all": supports_all,
    "step_order": step_order,
    "missing_premise": missing_premise,
    "attack_kind": attack_kind,
    "attack_target": attack_target,
}

NEEDS: Mapping[str, str] = {
    "attrib_side": "a claim or a counterargument whose side is beyond doubt",
    "claim_main": "a claim that reasons support, that is no premise, with two claims below it",
    "claim_kind": "a claim, and two kinds that nobody could take it for",
    "who_said": "a statement or a counterargument with exactly one holder, and two other actors",
    "actor_role": "four actors with a role of their own",
    "actor_position": "an actor with a statement, and two positions of others",
    "premise_or_conclusion": "a reason with a stated premise",
    "supports_which": "a reason, and two claims from which no path leads to its conclusion",
    "supports_all": "a claim with two to four stated premises, and two claims without a path to it",
    "step_order": "three claims in a row, each a premise for the next and for nothing else",
    "missing_premise": "a reason with an entry under 'unstated', and two other premises",
    "attack_kind": "a counterargument or reply whose target is a premise, a step or a conclusion",
    "attack_target": "a counterargument or reply, and two other targets under its contention",
}
"""What a lesson must have before a generator finds a question in it."""
