"""Item and its kinds: one question with its key, and the reason for every option."""

from hashlib import sha256
from typing import Literal

from msgspec import Struct

from debatekit.model.words import Side, Strand

Bloom = Literal["remember", "understand", "analyse", "evaluate"]
Kind = Literal["choice", "multiple", "match", "order", "short"]
KEYS = "abcdefghijklmnopqrstuvwxyz"
"""Option keys by place: the first option's key is `a`."""
AUTHORED = "authored"
"""The generator's name of an item that somebody wrote."""
_TAG = 64
"""How many signs a tag has at most."""


class Fact(Struct, frozen=True, order=True, gc=False):
    """One fact about the lesson or its graph: `holds` says whether it must be so or not so."""

    predicate: str
    arguments: tuple[str, ...]
    holds: bool = True

    def __str__(self) -> str:
        said = f"{self.predicate}({', '.join(self.arguments)})"
        return said if self.holds else f"not {said}"


class Option(Struct, frozen=True, kw_only=True, gc=False):
    """One thing that can be chosen, why it is right or wrong, and the facts that make it so."""

    text: str
    correct: bool = False
    why: str = ""
    flaw: str = ""
    """What is wrong with it in a word, such as 'off-target'; names misconceptions in reports."""
    proof: tuple[Fact, ...] = ()
    tag: str = ""
    """What it is called in its question whatever its place, where its proof does not say."""


class ItemFields(Struct, frozen=True, kw_only=True):
    """What every kind of item carries.

    `target` names the fact of the graph that is tested and scheduled, such as
    `support:shared-enemy`; `proof` lists the facts that make the key right;
    `difficulty` starts at 1; `side` says whose position it is about.
    """

    id: str
    generator: str
    strand: Strand
    stem: str
    target: str
    about: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()
    hint: str = ""
    difficulty: float = 1
    bloom: Bloom = "understand"
    side: Side = "shared"
    proof: tuple[Fact, ...] = ()
    why: str = ""
    """Why the key is right, in one or two sentences."""


class Choice(ItemFields, frozen=True, kw_only=True, tag_field="kind", tag="choice"):
    """One option is right."""

    options: tuple[Option, ...]

    @property
    def key(self) -> str:
        """The right option's key."""
        return self.keys[0]

    @property
    def keys(self) -> tuple[str, ...]:
        """The right option's key, as a response."""
        return right_keys(self.options)


class Multiple(ItemFields, frozen=True, kw_only=True, tag_field="kind", tag="multiple"):
    """Several options may be right; all of them are asked for."""

    options: tuple[Option, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The right options' keys, in their order."""
        return right_keys(self.options)


class Match(ItemFields, frozen=True, kw_only=True, tag_field="kind", tag="match"):
    """Each prompt has one partner among the options; at least one option is spare.

    `partners[i]` is the place, in `options`, of the partner of `prompts[i]`.
    A response gives an option key for each prompt, in the prompts' order.
    """

    prompts: tuple[str, ...]
    options: tuple[Option, ...]
    partners: tuple[int, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The partners' keys, in the prompts' order."""
        keys = option_keys(len(self.options))
        return tuple(keys[place] for place in self.partners)


class Order(ItemFields, frozen=True, kw_only=True, tag_field="kind", tag="order"):
    """Options to be put in order.

    `ranks[i]` is the place of `options[i]` in the right order, from 0; equal ranks are
    ties, which are not scored. A response lists all option keys, first to last.
    """

    options: tuple[Option, ...]
    ranks: tuple[int, ...]

    @property
    def places(self) -> tuple[int, ...]:
        """The options' places, from 0, in a right order."""
        return tuple(sorted(range(len(self.options)), key=lambda place: self.ranks[place]))

    @property
    def keys(self) -> tuple[str, ...]:
        """The option keys in a right order."""
        keys = option_keys(len(self.options))
        return tuple(keys[place] for place in self.places)


class Short(ItemFields, frozen=True, kw_only=True, tag_field="kind", tag="short"):
    """A few words, typed freely. A response is one text."""

    accepted: tuple[str, ...]
    options: tuple[Option, ...] = ()
    """Answers that are looked for because they are typical mistakes, each with its reason."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The model answer, as a response."""
        return self.accepted[:1]


Item = Choice | Multiple | Match | Order | Short
"""One question; everything that treats items one by one matches on these and ends exhaustively."""


def option_keys(count: int) -> tuple[str, ...]:
    """Return the keys of so many options: letters, and where these run out, numbers from 27.

    What needs more than the letters is never asked; but whoever wrote it may look at it.
    """
    return (*KEYS[:count], *(str(number) for number in range(len(KEYS) + 1, count + 1)))


def keyed(options: tuple[Option, ...]) -> tuple[tuple[str, Option], ...]:
    """Return the options in their order, each behind its key."""
    return tuple(zip(option_keys(len(options)), options, strict=True))


def right_keys(options: tuple[Option, ...]) -> tuple[str, ...]:
    """Return the keys of the options that are right, in their order."""
    return tuple(key for key, option in keyed(options) if option.correct)


def option_tags(item: Item) -> tuple[str, ...]:
    """Return what each option is called, whatever its place, its wording and the seed.

    A question on another seed may have other options, but one that says the same is called
    the same. There are none where nothing is picked from a list, or two would be the same.
    """
    tags = tuple(map(_tag, item.options))
    told = isinstance(item, Choice | Multiple) and len(set(tags)) == len(tags)
    return tags if told else ()


def _tag(option: Option) -> str:
    """Return an option's tag: what makes it right or wrong, cut where that is long."""
    said = option.tag or "; ".join(map(str, option.proof))
    if len(said) <= _TAG:
        return said
    return f"{said[: _TAG - 9]}~{sha256(said.encode('utf-8', 'replace')).hexdigest()[:8]}"


def kind_of(item: Item) -> Kind:
    """Return how the item is answered, by its contract name."""
    return type(item).__struct_config__.tag  # type: ignore[return-value]
