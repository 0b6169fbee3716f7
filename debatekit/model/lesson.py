"""Lesson: an author's position paired with counterarguments, as a teacher writes it."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from debatekit.model.actor import Actor
from debatekit.model.claim import Claim, Evidence, Variant
from debatekit.model.source import Event
from debatekit.model.words import AttackName, CiteKey, ClaimKind, Id, Text

Burden = Literal["author", "counter"]
Perspective = Literal[
    "restraint",
    "liberal-internationalist",
    "eastern-european",
    "korean-japanese",
    "non-proliferation",
    "global-south",
    "method",
    "other",
]
Answers = Literal["rebuts", "concedes", "dismisses"]
Verdict = Literal["supported", "nuanced", "contested", "inaccurate"]
Level = Literal["lower-secondary", "upper-secondary", "university", "adult"]
MotionFormat = Literal["pf", "ld", "policy", "bp", "wsdc"]


class Reason(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Premises that count together for one conclusion, by a scheme."""

    id: Annotated[Id, Meta(description="The reason's id.")]
    premises: Annotated[
        tuple[Id, ...],
        Meta(description="Claims needed together: refuse one, and this reason is gone."),
    ]
    unstated: Annotated[
        tuple[Id, ...], Meta(description="Premises nobody states, which the step needs.")
    ] = ()
    concludes: Annotated[
        Id | None,
        Meta(description="The claim it supports; left out, the one it is listed under."),
    ] = None
    scheme: Annotated[
        Id, Meta(description="The pattern it follows, by its name, such as 'cause-to-effect'.")
    ] = "generic"
    slots: Annotated[
        Mapping[str, Id], Meta(description="Which premise plays which part of the scheme.")
    ] = {}
    structure_reviewed: Annotated[
        bool, Meta(description="True if linked against separate was thought through.")
    ] = False
    scheme_reviewed: Annotated[
        bool, Meta(description="True if the scheme was weighed against its neighbours.")
    ] = False


class Reply(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is said to a counterargument from the author's side."""

    id: Annotated[Id, Meta(description="The reply's id.")]
    text: Annotated[Text, Meta(description="The reply, in one or two plain sentences.")]
    short: Annotated[str, Meta(description="The same in a few words.")] = ""
    answers: Annotated[
        Answers,
        Meta(description="'rebuts' denies it, 'dismisses' challenges it, 'concedes' grants it."),
    ]
    kind: Annotated[ClaimKind, Meta(description="Which sort of backing it needs.")] = (
        "interpretation"
    )
    cite: Annotated[
        tuple[CiteKey, ...], Meta(description="Sources for it: ids of seeds/references.yaml.")
    ] = ()
    best: Annotated[bool, Meta(description="True for the strongest reply; exactly one.")] = False


class Counterargument(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is said against a claim or a reason."""

    id: Annotated[Id, Meta(description="The counterargument's id.")]
    text: Annotated[Text, Meta(description="The counterargument, in one or two sentences.")]
    short: Annotated[str, Meta(description="The same in a few words.")] = ""
    held_by: Annotated[tuple[Id, ...], Meta(description="The actors who hold it.")] = ()
    perspective: Annotated[
        Perspective, Meta(description="The kind of critic who would make it.")
    ] = "other"
    attacks: Annotated[
        Id, Meta(description="A claim (undermine or rebut), or a reason's id (undercut).")
    ]
    how: Annotated[
        AttackName | None,
        Meta(description="The attack's name, if you want it checked; it follows from the target."),
    ] = None
    one_way: Annotated[
        bool, Meta(description="True if it challenges a claim without asserting its opposite.")
    ] = False
    question: Annotated[
        str, Meta(description="The critical question of the attacked reason's scheme it presses.")
    ] = ""
    kind: Annotated[ClaimKind, Meta(description="Which sort of backing it needs.")] = (
        "interpretation"
    )
    evidence: Annotated[
        tuple[Evidence, ...], Meta(description="What is shown for it, with sources.")
    ] = ()
    reasons: Annotated[
        tuple[Reason, ...], Meta(description="Its own premises, where they are spelled out.")
    ] = ()
    replies: Annotated[
        tuple[Reply, ...], Meta(description="What the author's side says to it.")
    ] = ()


class Contention(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A claim put forward, with its reasons and the counterarguments."""

    claim: Annotated[Id, Meta(description="The author's position: a claim's id.")]
    burden: Annotated[Burden, Meta(description="Who has to prove it.")] = "author"
    reasons: Annotated[
        tuple[Reason, ...], Meta(description="Each entry stands alone as support.")
    ] = ()
    counterarguments: Annotated[
        tuple[Counterargument, ...], Meta(description="What is said against it.")
    ] = ()
    notes: Annotated[str, Meta(description="For the teacher: how to bring it to a class.")] = ""


class Finding(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the record says about a checkable claim; never a verdict on the thesis."""

    claim: Annotated[Id, Meta(description="The claim that was checked.")]
    verdict: Annotated[Verdict, Meta(description="How the claim, as worded, stands.")]
    record: Annotated[Text, Meta(description="What the record says, in our own words.")]
    cite: Annotated[
        tuple[CiteKey, ...], Meta(description="Where it stands: ids of seeds/references.yaml.")
    ]


class Summary(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One side at its strongest, and versions of it that its holders would not sign."""

    text: Annotated[Text, Meta(description="The strongest fair summary.")]
    straw: Annotated[
        tuple[Variant, ...], Meta(description="Versions its holders would not sign.")
    ] = ()


class Steelman(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Both sides at their strongest."""

    author: Annotated[Summary, Meta(description="The author's side.")]
    counter: Annotated[Summary, Meta(description="The critics' side.")]


class Motion(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A motion to debate."""

    text: Annotated[Text, Meta(description="The motion.")]
    format: Annotated[MotionFormat, Meta(description="The speech format it is meant for.")]


class PreferenceEntry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which of two claims that contradict each other is the stronger, and why."""

    stronger: Annotated[Id, Meta(description="The claim that prevails.")]
    weaker: Annotated[Id, Meta(description="The claim it contradicts.")]
    because: Annotated[str, Meta(description="Why, in one sentence.")] = ""


class Lesson(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One article's case and the case against it."""

    format: Annotated[Literal[1], Meta(description="The version of this file format.")]
    title: Annotated[Text, Meta(description="The lesson's title.")]
    source: Annotated[Id, Meta(description="The article's record: a file in seeds/.")]
    level: Annotated[Level, Meta(description="For whom it is written.")] = "upper-secondary"
    minutes: Annotated[int, Meta(ge=1, le=600, description="How long it takes in class.")] = 45
    summary: Annotated[str, Meta(description="What it is about, in one or two sentences.")] = ""
    objectives: Annotated[
        tuple[Text, ...], Meta(description="What a student can do afterwards.")
    ] = ()
    actors: Annotated[
        Mapping[Id, Actor], Meta(description="Those whom the article does not name.")
    ] = {}
    claims: Annotated[
        Mapping[Id, Claim], Meta(description="Claims that the article does not make.")
    ] = {}
    contentions: Annotated[
        tuple[Contention, ...], Meta(description="The claims under debate, in order.")
    ]
    preferences: Annotated[
        tuple[PreferenceEntry, ...], Meta(description="Which of two rival claims prevails.")
    ] = ()
    facts: Annotated[
        tuple[Finding, ...], Meta(description="What the record says about checkable claims.")
    ] = ()
    events: Annotated[
        tuple[Event, ...], Meta(description="Events that the source's record does not list.")
    ] = ()
    steelman: Annotated[Steelman | None, Meta(description="Both sides at their strongest.")] = None
    motions: Annotated[tuple[Motion, ...], Meta(description="Motions to debate.")] = ()
    terms: Annotated[
        tuple[Id, ...], Meta(description="Glossary terms it uses: ids of seeds/glossary.yaml.")
    ] = ()
