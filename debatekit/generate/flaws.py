"""What is wrong with a wording, by its tag, as a student reads it."""

from collections.abc import Mapping

from debatekit.model.words import Flaw

FLAWS: Mapping[Flaw, str] = {
    "stronger": "It claims more than the holder does.",
    "weaker": "It claims less than the holder does.",
    "reversed": "It turns the claim round.",
    "scope": "It changes how much, or whom, the claim covers.",
    "attribution": "It puts the claim into somebody else's mouth.",
    "off-target": "It is about something else.",
    "repeats": "It only says again what was said before.",
    "ad-hominem": "It is about the person, not about the claim.",
    "still-loaded": "It keeps the charge of the original words.",
    "changes-claim": "It changes what is claimed.",
}
