"""AskedItem: an item as its rules see it, whether it was written by hand or generated."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import assert_never

from msgspec import Struct

from debatekit.check.lesson_view import LessonView
from debatekit.check.sides import sources_of
from debatekit.check.vocabulary import vocabulary
from debatekit.model.claim import Claim
from debatekit.model.document import Document
from debatekit.model.item import KEYS, Bloom, Item, Kind, Match, Order, Short, kind_of
from debatekit.model.location import Location, Step
from debatekit.model.quiz import (
    Quiz,
    WrittenChoice,
    WrittenItem,
    WrittenMatch,
    WrittenMultiple,
    WrittenOption,
    WrittenOrder,
    WrittenShort,
)

Steps = tuple[Step, ...]


class AskedOption(Struct, frozen=True):
    """What can be chosen, matched or ordered, and where it is written."""

    text: str
    correct: bool
    why: str
    steps: Steps = ()


class AskedItem(Struct, frozen=True, kw_only=True):
    """What the rules need of an item."""

    id: str
    kind: Kind
    stem: str
    about: tuple[str, ...]
    paragraphs: tuple[int, ...]
    bloom: Bloom
    options: tuple[AskedOption, ...] = ()
    prompts: tuple[str, ...] = ()
    partners: tuple[int, ...] = ()
    """For `match`: the place, in `options`, of each prompt's partner."""
    accepted: tuple[str, ...] = ()
    why: str = ""
    """The reason of the key as a whole; written items give it option by option."""
    written: bool = True
    locate: Callable[[Steps], Location]

    def at(self, *steps: Step) -> Location:
        """Return where a part of the item is written; a generated item has its lesson's place."""
        return self.locate(steps)

    @property
    def lettered(self) -> tuple[AskedOption, ...]:
        """Return the options that have a letter; more of them nobody can choose."""
        return self.options[: len(KEYS)]

    @property
    def keys(self) -> tuple[AskedOption, ...]:
        """Return the options that are right."""
        return tuple(option for option in self.options if option.correct)

    @property
    def distractors(self) -> tuple[AskedOption, ...]:
        """Return the options that are wrong."""
        return tuple(option for option in self.options if not option.correct)


class Setting(Struct, frozen=True, dict=True):
    """What the lesson lends to judge an item by; nothing where the lesson is not known."""

    view: LessonView | None

    def claim(self, id_: str) -> Claim | None:
        """Return a claim of the lesson or its source."""
        return self.view.claims.get(id_) if self.view else None

    def is_sourced(self, id_: str) -> bool:
        """Return whether the article makes a claim, or a reference is cited for it."""
        return bool(self._sources.get(id_))

    @cached_property
    def _sources(self) -> Mapping[str, frozenset[str]]:
        return sources_of(self.view) if self.view else {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of all actors, in small letters."""
        actors = self.view.actors.values() if self.view else ()
        return tuple(name.casefold() for actor in actors for name in (actor.name, *actor.also))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Return the stems of the words that the lesson and its source's record use."""
        return vocabulary(self.view) if self.view and self.view.source else frozenset()


def written_items(document: Document[Quiz]) -> Iterator[AskedItem]:
    """Yield a quiz's items, each option with its place."""
    for place, item in enumerate(document.content.items):
        yield _written(item, partial(_within, document, place))


def _within(document: Document[Quiz], place: int, steps: Steps) -> Location:
    return document.at("items", place, *steps)


def _written(item: WrittenItem, locate: Callable[[Steps], Location]) -> AskedItem:
    """Return one written item as the rules see it."""
    asked = partial(
        AskedItem,
        id=item.id,
        stem=item.stem,
        about=item.about,
        paragraphs=item.paragraphs,
        bloom=item.bloom,
        locate=locate,
    )
    match item:
        case WrittenChoice():
            return asked(kind="choice", options=_options(item.options, "options"))
        case WrittenMultiple():
            return asked(kind="multiple", options=_options(item.options, "options"))
        case WrittenMatch():
            return asked(
                kind="match",
                prompts=tuple(pair.prompt for pair in item.pairs),
                partners=tuple(range(len(item.pairs))),
                options=(*_partners(item), *_options(item.spare, "spare")),
            )
        case WrittenOrder():
            return asked(kind="order", options=_options(item.steps, "steps"))
        case WrittenShort():
            rejected = _options(item.rejected, "rejected")
            return asked(kind="short", accepted=item.accepted, options=rejected, why=item.why)
        case _:
            assert_never(item)


def _options(options: tuple[WrittenOption, ...], key: str) -> tuple[AskedOption, ...]:
    return tuple(
        AskedOption(option.text, option.correct, option.why, (key, place))
        for place, option in enumerate(options)
    )


def _partners(item: WrittenMatch) -> Iterator[AskedOption]:
    """Yield the partners of a match; all of them are right for their prompt."""
    for place, pair in enumerate(item.pairs):
        yield AskedOption(pair.partner, True, pair.why, ("pairs", place))


def generated_item(item: Item, where: Location) -> AskedItem:
    """Return a generated item as the rules see it; all its faults have one place."""
    options = tuple(AskedOption(option.text, option.correct, option.why) for option in item.options)
    return AskedItem(
        id=item.id,
        kind=kind_of(item),
        stem=item.stem,
        about=item.about,
        paragraphs=item.paragraphs,
        bloom=item.bloom,
        options=_in_right_order(item, options),
        prompts=item.prompts if isinstance(item, Match) else (),
        partners=item.partners if isinstance(item, Match) else (),
        accepted=item.accepted if isinstance(item, Short) else (),
        why=item.why,
        written=False,
        locate=lambda steps: where,
    )


def _in_right_order(item: Item, options: tuple[AskedOption, ...]) -> tuple[AskedOption, ...]:
    """Return the steps of an order as a quiz would list them; other options as they are."""
    if not isinstance(item, Order):
        return options
    return tuple(
        options[place] for place in sorted(range(len(options)), key=item.ranks.__getitem__)
    )
