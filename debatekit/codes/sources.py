"""DK3xx: faults of sources, statements, wording and references."""

from collections.abc import Mapping

from debatekit.codes.entry import Code

SOURCES: Mapping[str, Code] = {
    "DK301": Code(
        "The author is none of the source's actors.",
        "author: carpentr",
        "author: carpenter",
    ),
    "DK302": Code(
        "A statement is made by nobody whom the source lists.",
        "- {actor: stoltenburg, verb: says, claim: nato-was-a-factor, paragraphs: [4]}",
        "- {actor: stoltenberg, verb: says, claim: nato-was-a-factor, paragraphs: [4]}",
    ),
    "DK303": Code(
        "A statement is of a claim that the source does not list.",
        "- {actor: stoltenberg, verb: says, claim: nato-a-factor, paragraphs: [4]}",
        "- {actor: stoltenberg, verb: says, claim: nato-was-a-factor, paragraphs: [4]}",
    ),
    "DK304": Code(
        "A reference is cited that the bibliography does not have.",
        "cite: [walt-1978]",
        "cite: [walt-1987]",
    ),
    "DK305": Code(
        "A paragraph is named that the source's record does not have.",
        "paragraphs: [21]    # of 12",
        "paragraphs: [12]",
    ),
    "DK306": Code(
        "A quotation is longer than twelve words; the record keeps no more of the article's text.",
        "quote: a whole sentence of the article, and then the next one, and on",
        "quote: pearl clutching",
    ),
    "DK307": Code(
        "A device of rhetoric is not explained in the glossary. It is a note.",
        "device: redicule",
        "device: ridicule",
    ),
    "DK308": Code(
        "Two events share one id.",
        "- {id: summit, text: They meet., date: 2023-09-13}\n- {id: summit, text: They "
        "meet again., date: 2024-06-19}",
        "- {id: summit, text: They meet., date: 2023-09-13}\n- {id: second-summit, text: "
        "They meet again., date: 2024-06-19}",
    ),
    "DK309": Code(
        "A span of time ends before it begins.",
        "date: 1953/1950",
        "date: 1950/1953",
    ),
    "DK310": Code(
        "A date names a month or a day that there is not.",
        "date: 2023-02-29",
        "date: 2023-02-28",
    ),
    "DK311": Code(
        "The lesson is on a source that has no record in seeds/.",
        "source: carpenter-2032",
        "source: carpenter-2023",
    ),
    "DK312": Code(
        "The lesson uses a term that the glossary does not explain.",
        "terms: [ballance-of-threat]",
        "terms: [balance-of-threat]",
    ),
    "DK313": Code(
        "Two references of the bibliography share one id.",
        "- {id: walt-1987, type: book, title: The Origins of Alliances}\n- {id: "
        "walt-1987, type: chapter, title: Balancing}",
        "- {id: walt-1987, type: book, title: The Origins of Alliances}\n- {id: "
        "walt-1987-balancing, type: chapter, title: Balancing}",
    ),
    "DK314": Code(
        "An event came after the article and is not marked as later evidence, or came "
        "before and is. It is a warning.",
        "- {id: treaty, text: They sign., date: 2024-06-19}    # the article: 2023",
        "- {id: treaty, text: They sign., date: 2024-06-19, later: true}",
    ),
    "DK315": Code(
        "Two actors have the same name, so no question could tell them apart. It is a warning.",
        "kim-jong-un: {name: Kim, kind: person}\nkim-il-sung: {name: Kim, kind: person}",
        "kim-jong-un: {name: Kim Jong Un, kind: person}\nkim-il-sung: {name: Kim Il "
        "Sung, kind: person}",
    ),
    "DK316": Code(
        "A charged wording has one wrong version; a question needs both or neither. It is a note.",
        "neutral: concern\nstill_loaded: panic",
        "neutral: concern\nstill_loaded: panic\nchanges_claim: indifference",
    ),
    "DK317": Code(
        "A claim of the source names no paragraph, and no statement reports it. It is a note.",
        "clumsy-policy: {text: The policy was unwise.}",
        "clumsy-policy: {text: The policy was unwise., paragraphs: [2]}",
    ),
    "DK318": Code(
        "A paragraph has no gist yet: the record does not say what it says. It is a warning.",
        'paragraphs:\n  - gist: ""\n    fingerprint: 3f1c9a0d52b7e846',
        "paragraphs:\n  - gist: The council wants to close the path by night.\n    "
        "fingerprint: 3f1c9a0d52b7e846",
    ),
    "DK319": Code(
        "The record lists nothing that the article claims, so no lesson can be built on it. It is "
        "a warning.",
        "claims: {}",
        "claims:\n  leads-would-do:\n    text: A rule on leads would protect the herons.\n    "
        "paragraphs: [2]",
    ),
    "DK320": Code(
        "The copy of the article beside its record does not fit it: paragraphs are missing, added "
        "or different, so paragraph numbers may lead elsewhere. It is a warning.",
        "fingerprint: 3f1c9a0d52b7e846    # the copy's paragraph has 78e5b2ae1763b517",
        "fingerprint: 78e5b2ae1763b517",
    ),
    "DK321": Code(
        "Charged words are quoted that the copy of the article does not have in that paragraph. "
        "Quotes, dashes, case and white space may differ.",
        "- {quote: perl clutching, paragraphs: [1], device: ridicule, neutral: concern}",
        "- {quote: pearl clutching, paragraphs: [1], device: ridicule, neutral: concern}",
    ),
}
"""Every code of sources, statements, wording and references, in order."""
