"""DK2xx: faults of claims, reasons and counterarguments."""

from collections.abc import Mapping

from debatekit.codes.entry import Code

CLAIMS: Mapping[str, Code] = {
    "DK201": Code(
        "An id names a claim, a reason or a counterargument that is not there.",
        "premises: [us-comon-enemy]",
        "premises: [us-common-enemy]",
    ),
    "DK202": Code(
        "A reason rests on nothing, so it supports nothing.",
        "- id: shared-enemy\n  premises: []",
        "- id: shared-enemy\n  premises: [common-enemy-principle]",
    ),
    "DK203": Code(
        "A contention stands beside the main claim: no reason uses it on the way there. "
        "It is a warning.",
        "- claim: ships-are-old    # no reason uses it",
        "- id: weak-fleet\n  premises: [ships-are-old]",
    ),
    "DK204": Code(
        "Claims support each other in a circle, so none of them has any support.",
        "- {id: a, premises: [trust], concludes: peace}\n- {id: b, premises: [peace], "
        "concludes: trust}",
        "- {id: a, premises: [trust], concludes: peace}\n- {id: b, premises: "
        "[inspections], concludes: trust}",
    ),
    "DK205": Code(
        "A counterargument attacks itself, or a premise that it needs.",
        "- id: own-bargain\n  attacks: own-bargain",
        "- id: own-bargain\n  attacks: no-other-motive",
    ),
    "DK206": Code(
        "A claim is marked as unstated, but no step needs it, or nothing says why one does.",
        "no-other-motive:\n  text: Neither had another motive.\n  unstated: true",
        "no-other-motive:\n  text: Neither had another motive.\n  unstated: true\n  "
        "charity: If they had one, enmity need not be the cause.",
    ),
    "DK207": Code(
        "The attack is called by another name than its target gives it. An attack on a "
        "reason is an undercut, on a claim that a reason supports a rebut, on any other "
        "claim an undermine.",
        "attacks: shared-enemy    # a reason\nhow: rebut",
        "attacks: shared-enemy\nhow: undercut",
    ),
    "DK208": Code(
        "A preference does not decide between two claims that contradict each other, or "
        "two preferences decide both ways.",
        "- {stronger: own-bargain, weaker: own-bargain-reply}\n- {stronger: "
        "own-bargain-reply, weaker: own-bargain}",
        "- {stronger: own-bargain, weaker: own-bargain-reply}",
    ),
    "DK209": Code(
        "A reason names its scheme, but not which premise plays which part, so some "
        "questions cannot be asked. It is a warning.",
        "scheme: cause-to-effect",
        "scheme: cause-to-effect\nslots: {law: common-enemy-principle, occurs: us-common-enemy}",
    ),
    "DK210": Code(
        "A statement says neither in which paragraph it stands nor where else.",
        "- {actor: kim, verb: says, claim: us-hostile}",
        "- {actor: kim, verb: says, claim: us-hostile, paragraphs: [4]}",
    ),
    "DK211": Code(
        "Two claims are said to mean the same, yet one side has the one and the other "
        "side the other. It is a warning.",
        "equivalent_to: [trade-helps]    # the author's; this one is the critics'",
        "side: shared    # one claim, used on both sides",
    ),
    "DK212": Code(
        "A counterargument attacks a claim that no reason and no contention of this lesson uses.",
        "attacks: ships-are-old    # used nowhere",
        "attacks: common-enemy-principle",
    ),
    "DK220": Code(
        "Two of the claims, reasons, counterarguments and replies share one id; scores "
        "could not tell them apart.",
        "- id: shared-enemy\n- id: shared-enemy",
        "- id: shared-enemy\n- id: shared-interest",
    ),
    "DK221": Code(
        "The lesson lists an actor whose id the source uses already.",
        "actors:\n  carpenter: {name: Ted Carpenter, kind: person}",
        "actors: {}    # the source has carpenter",
    ),
    "DK222": Code(
        "Two contentions put forward the same claim. It is a warning.",
        "- claim: washington-to-blame\n- claim: washington-to-blame",
        "- claim: washington-to-blame    # with the reasons of both",
    ),
    "DK223": Code(
        "Somebody is said to hold a claim or counterargument who is none of the actors.",
        "held_by: [wallt]",
        "held_by: [walt]",
    ),
    "DK224": Code(
        "A reason follows a scheme that is not known.",
        "scheme: cause-and-effect",
        "scheme: cause-to-effect",
    ),
    "DK225": Code(
        "A counterargument presses a question that the attacked scheme does not ask.",
        "question: law-strenght",
        "question: law-strength",
    ),
    "DK226": Code(
        "A slot is named that the scheme does not have.",
        "scheme: cause-to-effect\nslots: {cause: us-common-enemy}",
        "scheme: cause-to-effect\nslots: {occurs: us-common-enemy}",
    ),
    "DK227": Code(
        "A slot is filled by a claim that is no premise of the reason.",
        "premises: [us-common-enemy]\nslots: {occurs: ships-are-old}",
        "premises: [us-common-enemy]\nslots: {occurs: us-common-enemy}",
    ),
    "DK228": Code(
        "A lesson without a contention has nothing to debate.",
        "contentions: []",
        "contentions:\n  - claim: washington-to-blame",
    ),
    "DK229": Code(
        "A reason lists a claim as stated which the claim itself calls unstated, or the "
        "other way round. It is a warning.",
        "premises: [no-other-motive]    # marked 'unstated: true'",
        "unstated: [no-other-motive]",
    ),
    "DK230": Code(
        "A reason lists the same premise twice. It is a warning.",
        "premises: [trust, trust]",
        "premises: [trust]",
    ),
    "DK231": Code(
        "A claim of the lesson is used nowhere in it. It is a note.",
        "claims:\n  ships-are-old: {text: The ships are old.}    # used nowhere",
        "premises: [ships-are-old]",
    ),
    "DK232": Code(
        "What the record says about a claim is given twice. It is a warning.",
        "- {claim: first-visit, verdict: supported}\n- {claim: first-visit, verdict: nuanced}",
        "- {claim: first-visit, verdict: nuanced}",
    ),
    "DK251": Code(
        "A contention should meet two counterarguments or more, and one of them should "
        "cite a source. It is a warning.",
        "counterarguments: []",
        "counterarguments:\n  - {id: own-bargain}\n  - {id: timing}",
    ),
    "DK252": Code(
        "Each counterargument should have a reply, and exactly one that is marked as the "
        "best. It is a warning.",
        "replies:\n  - {id: a}\n  - {id: b}",
        "replies:\n  - {id: a, best: true}\n  - {id: b}",
    ),
    "DK253": Code(
        "What is said against or in reply should cite a source, unless it states a "
        "value. It is a warning.",
        "evidence: []",
        "evidence:\n  - {text: A report., kind: document, cite: [un-panel-2024]}",
    ),
    "DK254": Code(
        "All counterarguments of a contention attack in one way: all premises, or all "
        "conclusions. It is a note.",
        "- {id: a, attacks: washington-to-blame}\n- {id: b, attacks: washington-to-blame}",
        "- {id: a, attacks: washington-to-blame}\n- {id: b, attacks: shared-enemy}    # a reason",
    ),
    "DK255": Code(
        "One side has many more words than the other: the ratio should lie between 0.6 "
        "and 1.67. Mostly the critics lack premises: write them under the lesson's `claims`, and "
        "name them under the `reasons` of a counterargument. It is a warning.",
        "# 600 words for the author, 200 for the critics",
        "# 600 words for the author, 450 for the critics",
    ),
    "DK256": Code(
        "One side shows many more sources for each claim than the other: the ratio "
        "should lie between 0.5 and 2. It is a warning.",
        "# 3 sources a claim for one side, 1 for the other",
        "# 2 sources a claim for one side, 1.5 for the other",
    ),
    "DK257": Code(
        "One side is put in charged words: at most one in a hundred, and the sides at "
        "most 0.5 apart. It is a warning.",
        "text: The regime made a reckless deal.",
        "text: The government made a deal.",
    ),
    "DK258": Code(
        "One side is reported with verbs that vouch or doubt (admits, claims), the other "
        "with plain ones (says, argues). It is a warning.",
        "text: Critics claim that trade was the reason.",
        "text: Critics argue that trade was the reason.",
    ),
    "DK259": Code(
        "The items on attacks, replies and what-ifs ask about one side much more than "
        "about the other. Counterarguments that have `reasons` and replies of their own are "
        "asked about more. It is a warning.",
        "# 9 items about the author's claims, 3 about the critics'",
        "# 9 items about the author's claims, 8 about the critics'",
    ),
    "DK260": Code(
        "The answer to 'who maintains this?' is nearly always the same side. It is asked of the "
        "claims in reasons, so give the counterarguments `reasons` too. It is a warning.",
        "# 9 claims of the author, 2 of the critics",
        "# 6 claims of the author, 5 of the critics",
    ),
    "DK261": Code(
        "The two sides should both be shown at their strongest, at about the same "
        "length. It is a warning.",
        "steelman:\n  author: {text: Great powers that press two states drive them "
        "together.}\n  counter: {text: Not so.}",
        "steelman:\n  author: {text: Great powers that press two states drive them "
        "together.}\n  counter: {text: States trade what they need whoever presses "
        "them.}",
    ),
    "DK262": Code(
        "All sources of one side come from one publisher. It is a note.",
        "cite: [tass-2023a, tass-2023b]",
        "cite: [tass-2023a, un-panel-2024]",
    ),
    "DK263": Code(
        "An item takes a claim of fact for granted that is not marked as settled.",
        "stem: How many shells were sent?",
        "stem: According to the author, how many shells were sent?",
    ),
    "DK264": Code(
        "A word that carries a judgement stands in our own prose, outside quotation "
        "marks. It is a note.",
        "summary: The regime seeks shells.",
        "summary: The government seeks shells.",
    ),
}
"""Every code of claims, reasons and counterarguments, in order."""
