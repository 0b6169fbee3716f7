"""What a wrong first answer took for what: mistakes by name."""

from collections.abc import Mapping

BY_FLAW: Mapping[str, str] = {
    "stronger": "took a stronger claim for the one that is made",
    "weaker": "took a weaker claim for the one that is made",
    "reversed": "took the claim the wrong way round",
    "scope": "took a claim on more or fewer cases for the one that is made",
    "attribution": "took one holder's view for another's",
    "off-target": "took something beside the point for the answer",
    "repeats": "took a claim that is already stated for a new one",
    "ad-hominem": "took a remark on persons for one on the matter",
    "still-loaded": "took a charged wording for a neutral one",
    "changes-claim": "took a changed claim for the same one",
}
"""What choosing an option comes to, by what is wrong with the option."""

BY_QUESTION: Mapping[tuple[str, str], str] = {
    ("supports_which", "reversed"): "took the conclusion for a premise",
    ("supports_all", "reversed"): "took the conclusion for a premise",
    ("slot_fill", "reversed"): "took the conclusion for a premise",
    ("supports_which", "off-target"): "took a claim beside the step for a premise",
    ("supports_all", "off-target"): "took a claim beside the step for a premise",
    ("slot_fill", "off-target"): "took one part of a pattern for another",
    ("claim_main", "scope"): "took a reason for the main claim",
    ("missing_premise", "off-target"): "took a claim that the step does not need for its gap",
    ("missing_premise", "repeats"): "took a stated premise for the unstated one",
    ("structure_type", "off-target"): "took premises that work alone and together for one another",
    ("scheme_id", "off-target"): "took one pattern of reasoning for another",
    ("cq_match", "off-target"): "took a question on another pattern for one on this step",
    ("attack_kind", "off-target"): "took one sort of attack for another",
    ("attack_target", "off-target"): "took another claim for the one that is attacked",
    ("best_rebuttal", "off-target"): "took a reply to something else for the reply",
    ("reinstate", "off-target"): "took another claim for the one that is defended",
    ("weakest_link", "off-target"): "took a premise nobody attacks for the weakest one",
    ("evidence_for", "off-target"): "took evidence for another claim for evidence for this one",
    ("evidence_type", "off-target"): "took one sort of evidence for another",
    ("evidence_gap", "off-target"): "took a backed claim for one without evidence",
    ("rhetoric_device", "off-target"): "took one device of rhetoric for another",
    ("loaded_spot", "off-target"): "took a plain wording for a charged one",
    ("actor_role", ""): "took one actor's part for another's",
    ("premise_or_conclusion", ""): "took premises and conclusions for one another",
    ("claim_kind", ""): "took one sort of claim for another",
    ("fact_opinion_sort", ""): "took one sort of claim for another",
    ("whatif_one", ""): "misjudged whether a conclusion still stands",
    ("whatif_set", ""): "misjudged which conclusions fall",
    ("chronology", ""): "put events in another order",
    ("step_order", ""): "put the steps of a chain in another order",
    ("source_tier", ""): "took one tier of source for another",
}
"""The same where the question tells more than the flaw does."""


def mistake(generator: str, flaw: str) -> str:
    """Return what a wrong answer comes to, after a number of students; empty if it has no name.

    >>> mistake("supports_which", "reversed")
    'took the conclusion for a premise'
    """
    return BY_QUESTION.get((generator, flaw)) or BY_FLAW.get(flaw, "")
