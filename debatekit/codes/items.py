"""DK4xx: faults of items."""

from collections.abc import Mapping

from debatekit.codes.entry import Code

ITEMS: Mapping[str, Code] = {
    "DK401": Code(
        "A choice has exactly one right option; an item with several answers has at "
        "least one, and not all; every other item has something to answer.",
        "options:\n  - {text: Interests, correct: true}\n  - {text: Ideas, correct: "
        "true}\n  - {text: Fear}",
        "options:\n  - {text: Interests, correct: true}\n  - {text: Ideas}\n  - {text: Fear}",
    ),
    "DK402": Code(
        "Two options say the same, or one contains the other; so both are right or both wrong.",
        "- {text: A common enemy, correct: true}\n- {text: An enemy}\n- {text: Enemy}",
        "- {text: A common enemy, correct: true}\n- {text: A shared ideology}\n- {text: "
        "A trade deal}",
    ),
    "DK403": Code(
        "An absolute word (always, never, only) stands in some options; readers know "
        "such options are mostly wrong. It is a warning.",
        "- {text: States always ally against power}",
        "- {text: States ally against power}",
    ),
    "DK404": Code(
        "A word of the stem comes again in the right option alone, which gives it away. "
        "It is a warning.",
        "stem: According to the author, what unites alliances?\noptions:\n  - {text: "
        "Alliances need an enemy, correct: true}",
        "stem: According to the author, what unites alliances?\noptions:\n  - {text: A "
        "common enemy, correct: true}",
    ),
    "DK405": Code(
        "The grammar of the stem's end fits some options only. It is a warning.",
        "stem: According to the author, what unites them is an ___\noptions: [{text: "
        "enemy}, {text: treaty}]",
        "stem: According to the author, what unites them is ___\noptions: [{text: an "
        "enemy}, {text: a treaty}]",
    ),
    "DK406": Code(
        "The right option stands out by its length. It is a warning.",
        "- {text: A common enemy whom both of them had long feared, correct: true}\n- "
        "{text: Trade}\n- {text: Ideas}",
        "- {text: A common enemy, correct: true}\n- {text: A trade deal}\n- {text: A shared idea}",
    ),
    "DK407": Code(
        "The right option and its plain denial stand side by side, so the others cannot "
        "be right. It is a warning.",
        "- {text: Sanctions worked, correct: true}\n- {text: Sanctions did not work}\n- "
        "{text: China gained}",
        "- {text: Sanctions worked, correct: true}\n- {text: Sanctions came late}\n- "
        "{text: China gained}",
    ),
    "DK408": Code(
        "One option has a word or two, all others more than eight. It is a note.",
        "- {text: Nothing}",
        "- {text: A treaty that neither of the two governments had wanted before}",
    ),
    "DK409": Code(
        "'All of the above' can be solved by knowing two of the options.",
        "- {text: All of the above}",
        "kind: multiple",
    ),
    "DK410": Code(
        "'None of the above' does not show that the right answer is known. It is a warning.",
        "- {text: None of the above}",
        "- {text: A shared ideology}",
    ),
    "DK411": Code(
        "A quiet 'not' in the question is easily missed. It is a warning.",
        "stem: According to the author, which is not a reason?",
        "stem: According to the author, which is NOT a reason?",
    ),
    "DK412": Code(
        "A negative question with a negative option asks for logic instead of knowledge.",
        "stem: According to the author, which is NOT so?\noptions: [{text: Sanctions did "
        "not work}]",
        "stem: According to the author, which is so?\noptions: [{text: Sanctions did not work}]",
    ),
    "DK413": Code(
        "The stem has more than 60 words. It is a warning.",
        "stem: (61 words)",
        "stem: (20 words, the rest under 'hint')",
    ),
    "DK414": Code(
        "The stem asks nothing, or has its blank in the first half. It is a warning.",
        "stem: The author on alliances.",
        "stem: According to the author, what holds alliances together?",
    ),
    "DK415": Code(
        "A choice has three to five options; two only for yes and no. No item has more "
        "than the alphabet has letters.",
        "options:\n  - {text: Interests, correct: true}\n  - {text: Ideas}",
        "options:\n  - {text: Interests, correct: true}\n  - {text: Ideas}\n  - {text: Fear}",
    ),
    "DK416": Code(
        "Options that are all numbers stand in no order. It is a warning.",
        'options: [{text: "1994"}, {text: "1961"}, {text: "2024"}]',
        'options: [{text: "1961"}, {text: "1994"}, {text: "2024"}]',
    ),
    "DK417": Code(
        "The item asks for an opinion; nobody may lose marks for one.",
        "stem: Is the author right?",
        "stem: What does the author claim?",
    ),
    "DK418": Code(
        "The item asks about a disputable claim without saying who holds it.",
        "stem: What brought the two together?",
        "stem: According to the author, what brought the two together?",
    ),
    "DK419": Code(
        "An option does not say why it is right or wrong; feedback is what students learn from.",
        "- {text: A shared ideology}",
        "- {text: A shared ideology, why: The author names interests.}",
    ),
    "DK420": Code(
        "The answer of one item stands in the stem of another. It is a warning.",
        "stem: According to the author, why does a common enemy unite?    # answers another item",
        "stem: According to the author, why do such pairs unite?",
    ),
    "DK421": Code(
        "The right option stands in one place too often, or four times in a row. It is a warning.",
        "# answers: a a a a b",
        "# answers: a c b a b",
    ),
    "DK422": Code(
        "A vague word (often, many) stands in the right option, and nothing backs it. It "
        "is a warning.",
        "- {text: Allies often quarrel, correct: true}",
        "paragraphs: [3]",
    ),
    "DK423": Code(
        "Two steps are to be ordered whose dates do not settle which came first.",
        "steps: [{text: The visit of 2023}, {text: The summit of 2023}]",
        "steps: [{text: The visit of 2022}, {text: The summit of 2023}]",
    ),
    "DK424": Code(
        "A match has one prompt or partner twice, or no spare partner, so that the last "
        "pair solves itself.",
        "pairs:\n  - {prompt: Kim, partner: head of state}\n  - {prompt: Walt, partner: scholar}",
        "pairs:\n  - {prompt: Kim, partner: head of state}\n  - {prompt: Walt, partner: "
        "scholar}\nspare:\n  - {text: general}",
    ),
    "DK425": Code(
        "The stems, read as one text, are more than two school grades above the lesson's "
        "level. It is a warning.",
        "stem: According to the author, which precondition necessitates rapprochement?",
        "stem: According to the author, what makes the two move closer?",
    ),
    "DK426": Code(
        "More than half of the items ask only to remember. It is a warning.",
        "# 4 of 6 items: 'bloom: remember'",
        "# 2 of 6 items: 'bloom: remember'",
    ),
    "DK427": Code(
        "A wrong option has no word in common with the lesson, so nobody would choose "
        "it. It is a warning.",
        "- {text: Penguins}",
        "- {text: Chinese pressure}",
    ),
    "DK440": Code(
        "The quiz is on a lesson that is not there.",
        "lesson: comon-enemy",
        "lesson: common-enemy",
    ),
    "DK441": Code(
        "An item is about an id that its lesson does not have.",
        "about: [washington-to-blam]",
        "about: [washington-to-blame]",
    ),
    "DK442": Code(
        "Two items of the quiz share one id; scores could not tell them apart.",
        "- id: thesis\n- id: thesis",
        "- id: thesis\n- id: evidence",
    ),
    "DK443": Code(
        "The mix asks for no item at all.",
        "mix: {claims: 0}",
        "mix: {claims: 4}",
    ),
}
"""Every code of items, in order."""
