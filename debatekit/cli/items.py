"""The command that shows every item a lesson yields, with key, reasons and proof."""

from collections.abc import Iterator
from typing import Any, assert_never

import click
from msgspec.structs import replace

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.screen.bars import show_lines
from debatekit.cli.screen.output import counted, put_json
from debatekit.cli.workspace.course import read_course
from debatekit.cli.workspace.places import workspace_of
from debatekit.generate import why_not
from debatekit.model.item import (
    Choice,
    Item,
    Match,
    Multiple,
    Option,
    Order,
    Short,
    keyed,
    kind_of,
)
from debatekit.model.words import STRANDS


@click.command()
@click.argument("lesson")
@click.option("--strand", type=click.Choice(STRANDS), help="Items of one strand alone.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed, other options.")
@click.option("--why-not", "missing", is_flag=True, help="What the lesson lacks for more items.")
@shared_options
@click.pass_obj
def command(
    settings: Settings, lesson: str, strand: str | None, as_json: bool, seed: int, missing: bool
) -> None:
    """Show every item of a lesson, with key, reasons and proof."""
    course = read_course(workspace_of(settings), lesson)
    if missing:
        lacking = why_not(course.material, course.graph)
        _show_missing(settings, lacking, as_json)
        return
    items = [item for item in course.items(seed) if strand in (None, item.strand)]
    if as_json:
        put_json([item_record(item) for item in items])
        return
    for item in items:
        show_item(settings, item)
    show_lines(settings, [f"{counted(len(items), 'item')}."])


def item_record(item: Item) -> dict[str, Any]:
    """Return an item as other programs read it.

    An option is `correct` where it belongs to the right answer: with a match, all but the
    spare ones; with an order, all. A match adds `prompts` and `partners`, an order `order`,
    both as places among the options, from 0; a short answer adds `accepted`.
    """
    record: dict[str, Any] = {
        "id": item.id,
        "kind": kind_of(item),
        "generator": item.generator,
        "strand": item.strand,
        "stem": item.stem,
        "options": [
            {"text": option.text, "correct": option.correct, "why": option.why}
            for option in _marked(item)
        ],
        "about": item.about,
        "difficulty": float(item.difficulty),
        "proof": [str(fact) for fact in item.proof],
    }
    match item:
        case Match(prompts=prompts, partners=partners):
            return {**record, "prompts": prompts, "partners": partners}
        case Order(places=places):
            return {**record, "order": places}
        case Short(accepted=accepted):
            return {**record, "accepted": accepted}
        case Choice() | Multiple():
            return record
        case _:
            assert_never(item)


def _marked(item: Item) -> tuple[Option, ...]:
    """Return an item's options, each marked right where it belongs to the right answer."""
    match item:
        case Match(options=options, partners=partners):
            return tuple(
                replace(option, correct=place in partners) for place, option in enumerate(options)
            )
        case Order(options=options):
            return tuple(replace(option, correct=True) for option in options)
        case Short(options=options, accepted=accepted):
            right = (Option(text=text, correct=True, why=item.why) for text in accepted)
            return (*right, *options)
        case Choice() | Multiple():
            return item.options
        case _:
            assert_never(item)


def show_item(settings: Settings, item: Item) -> None:
    """Show one item as its teacher reads it."""
    head = f"{item.id}: {item.generator}, {item.strand}, {kind_of(item)}"
    show_lines(settings, [f"{head}, difficulty {item.difficulty:g}"])
    show_lines(settings, [item.stem], "  ")
    for key, option in keyed(item.options):
        mark = "*" if option.correct else " "
        show_lines(settings, [f"{key}. {option.text}"], f"  {mark} ")
        show_lines(settings, [option.why] if option.why else [], "       ")
    show_lines(settings, list(_key_lines(item)), "  ")
    proof = "; ".join(str(fact) for fact in item.proof)
    show_lines(settings, [f"About: {', '.join(item.about)}"] if item.about else [], "  ")
    show_lines(settings, [f"Proof: {proof}"], "  ")
    click.echo()


def _key_lines(item: Item) -> Iterator[str]:
    """Yield the key and why it is right; a star marks it where options are right or wrong."""
    match item:
        case Choice() | Multiple():
            pass
        case Match():
            for prompt, key in zip(item.prompts, item.keys, strict=True):
                yield f"Key: {key} for {prompt}"
        case Order():
            yield f"Key: {' '.join(item.keys)}"
        case Short():
            yield f"Key: {' / '.join(item.accepted)}"
        case _:
            assert_never(item)
    if item.why:
        yield f"Why: {item.why}"


def _show_missing(settings: Settings, lacking: tuple[tuple[str, str], ...], as_json: bool) -> None:
    """Show which generators find nothing, and what each would need."""
    if as_json:
        put_json([{"generator": name, "needs": needs} for name, needs in lacking])
        return
    for name, needs in lacking:
        show_lines(settings, [f"{name} finds nothing; it needs {needs}."])
    if not lacking:
        show_lines(settings, ["Every generator finds at least one item."])
