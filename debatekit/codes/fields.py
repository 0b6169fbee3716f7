"""DK1xx: faults of single fields."""

from collections.abc import Mapping

from debatekit.codes.entry import Code

FIELDS: Mapping[str, Code] = {
    "DK101": Code(
        "A key that has no meaning here, mostly a slip of typing or of indentation.",
        "titel: What brings allies together?",
        "title: What brings allies together?",
    ),
    "DK102": Code(
        "A key that is always needed is not there.",
        "motions:\n  - text: Resolved - the alliance was avoidable.",
        "motions:\n  - text: Resolved - the alliance was avoidable.\n    format: pf",
    ),
    "DK103": Code(
        "A list or a mapping stands where text belongs.",
        "title: [What brings allies together?]",
        'title: "[What brings allies together?]"',
    ),
    "DK104": Code(
        "A number, or true or false, stands where text belongs.",
        "title: 1984",
        'title: "1984"',
    ),
    "DK105": Code(
        "Something else stands where a list belongs.",
        "premises: common-enemy-principle",
        "premises: [common-enemy-principle]",
    ),
    "DK106": Code(
        "Something else stands where a mapping belongs.",
        "steelman: The alliance was avoidable.",
        "steelman:\n  author: {text: The alliance was avoidable.}\n  counter: {text: It was not.}",
    ),
    "DK107": Code(
        "The key takes one of a few words, and this is none of them.",
        "kind: causl",
        "kind: causal",
    ),
    "DK108": Code(
        "A number is smaller or larger than it can be.",
        "paragraphs: [0]",
        "paragraphs: [1]",
    ),
    "DK109": Code(
        "Nothing stands where something belongs.",
        "title:",
        "title: What brings allies together?",
    ),
    "DK110": Code(
        "An id has small letters, digits and single hyphens, and 80 characters at most.",
        "source: Carpenter 2023",
        "source: carpenter-2023",
    ),
    "DK111": Code(
        "Something else stands where a number belongs.",
        "minutes: an hour",
        "minutes: 60",
    ),
    "DK112": Code(
        "Something else stands where true or false belongs; yes and no are text.",
        "unstated: yes",
        "unstated: true",
    ),
    "DK113": Code(
        "A text has not the form that is needed, such as that of a date.",
        "date: 17 September 2023",
        "date: 2023-09-17",
    ),
}
"""Every code of a single field, in order."""
