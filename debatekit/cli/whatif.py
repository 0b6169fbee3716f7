"""`debatekit whatif`: what stands, falls or is contested in a lesson, and why."""

from collections.abc import Callable, Iterable, Iterator
from typing import get_args

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.screen.output import put_json
from debatekit.cli.screen.wrap import wrapped
from debatekit.cli.workspace.places import workspace_of
from debatekit.diagnostics import did_you_mean
from debatekit.logic.derive import derive
from debatekit.logic.explain import Explanation, explain_all
from debatekit.logic.sentences import named, sentence, why
from debatekit.logic.status import InconsistentScenarioError
from debatekit.model.graph import Graph, Scenario, Status, View
from debatekit.model.text import printable
from debatekit.read import read_material

WAS: dict[Status, str] = {"in": "stood before", "out": "fell before", "undecided": "was contested"}
MOST_COLUMNS = 100
NO_VERDICT = "An argument falls here because no reply was entered, not because it is wrong."


@click.command("whatif")
@click.argument("lesson_id", metavar="LESSON")
@click.option(
    "--view",
    type=click.Choice(get_args(View)),
    default="all",
    show_default=True,
    help="Whose claims are on the table.",
)
@click.option("--accept", multiple=True, metavar="ID", help="Grant a claim or reason.")
@click.option("--reject", multiple=True, metavar="ID", help="Refuse a claim or reason.")
@click.option("--withdraw", multiple=True, metavar="ID", help="Leave a claim to its reasons alone.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    lesson_id: str,
    view: View,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    withdraw: tuple[str, ...],
    as_json: bool,
) -> None:
    """Show what stands, falls or is contested, and why.

    LESSON is a lesson's id; ID is the id of one of its claims, reasons, counterarguments
    or replies. 'debatekit map LESSON' shows them all.
    """
    graph = derive(read_material(workspace_of(settings), lesson_id))
    _require_known(graph, lesson_id, (*accept, *reject, *withdraw))
    _require_claims(graph, withdraw)
    scenario = Scenario(
        view=view,
        accept=frozenset(accept),
        reject=frozenset(reject),
        withdraw=frozenset(withdraw),
    )
    try:
        found = explain_all(graph, scenario)
    except InconsistentScenarioError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        put_json(_answer(graph, scenario, found))
        return
    for line in _report(graph, scenario, found, settings):
        click.echo(line)


def _require_known(graph: Graph, lesson_id: str, ids: Iterable[str]) -> None:
    """Stop with a message if there is nothing to ask about, or not what was asked about."""
    known = [*graph.claims, *graph.inferences]
    if not known:
        raise click.ClickException(
            f"lesson {lesson_id!r} has no contention, so nothing in it can stand or fall"
        )
    for id_ in ids:
        if id_ not in known:
            hint = did_you_mean(id_, known) or f"'debatekit map {lesson_id}' shows them all"
            raise click.ClickException(
                f"there is no claim or reason {printable(id_)!r} in {lesson_id}; {hint}"
            )


def _require_claims(graph: Graph, withdrawn: Iterable[str]) -> None:
    """Stop with a message if a reason is to be withdrawn: it was never put forward on its own."""
    for id_ in withdrawn:
        if id_ in graph.inferences:
            raise click.ClickException(
                f"{id_!r} is a reason; only a claim can be left to its reasons,"
                " so reject it instead"
            )


def _answer(
    graph: Graph, scenario: Scenario, found: dict[str, Explanation]
) -> dict[str, dict[str, str]]:
    """Return statuses and sentences by id."""
    return {
        "status": {id_: each.status for id_, each in found.items()},
        "why": {id_: sentence(graph, scenario, each) for id_, each in found.items()},
    }


def _report(
    graph: Graph, scenario: Scenario, found: dict[str, Explanation], settings: Settings
) -> Iterator[str]:
    """Yield the lines for the screen."""
    width = min(settings.width, MOST_COLUMNS)
    before = explain_all(graph, Scenario(view=scenario.view))
    yield from wrapped(_supposed(graph, scenario), width)
    for heading, belongs in GROUPS.items():
        group = [each for each in found.values() if belongs(each)]
        if group:
            yield ""
            yield from wrapped(f"{heading} ({len(group)})", width)
        for each in group:
            head = f"{_named(graph, each.id)}{_change(before[each.id], each)}"
            yield from wrapped(head, width, "  - ")
            if each.kind != "off-table" and not _unattacked(each):
                reason = why(graph, each)
                yield from wrapped(f"{reason[0].upper()}{reason[1:]}.", width, "    ")
    if scenario.view == "all":
        yield ""
        yield from wrapped(NO_VERDICT, width)


def _unattacked(each: Explanation) -> bool:
    """Return whether it stands by itself, with nothing against it."""
    return each.kind == "supported" and len(each.ids) == 1 and not each.repelled + each.outranked


GROUPS: dict[str, Callable[[Explanation], bool]] = {
    "Stands, for the reason given": lambda each: each.status == "in" and not _unattacked(each),
    "Falls": lambda each: each.status == "out" and each.kind != "off-table",
    "Is contested": lambda each: each.status == "undecided",
    "Stands, put forward on its own with nothing on the table against it": _unattacked,
    "Is off the table, because only the other side holds it": lambda each: each.kind == "off-table",
}
"""The groups in which the screen lists everything, in this order."""


def _named(graph: Graph, id_: str) -> str:
    """Return a claim's short text with its id, or a reason by its id."""
    return f"{named(graph, id_)} [{id_}]" if id_ in graph.claims else f"Reason {id_}"


def _change(before: Explanation, now: Explanation) -> str:
    """Return what it was in the same view without the assumptions, if that was otherwise."""
    if before.status == now.status:
        return ""
    return " (was off the table)" if before.kind == "off-table" else f" ({WAS[before.status]})"


def _supposed(graph: Graph, scenario: Scenario) -> str:
    """Return what is assumed, as sentences."""
    views: dict[View, str] = {
        "all": "Everything is on the table.",
        "author": "On the table is what the author's side holds, and what both share.",
        "counter": "On the table is what the critics' side holds, and what both share.",
    }
    assumed = [
        f"{word}: {', '.join(named(graph, id_) for id_ in sorted(ids))}."
        for word, ids in (
            ("Accepted for the sake of argument", scenario.accept),
            ("Rejected for the sake of argument", scenario.reject),
            ("Left to its reasons alone", scenario.withdraw),
        )
        if ids
    ]
    given_these = ", given these assumptions" if scenario != Scenario() else ""
    return " ".join((views[scenario.view], *assumed, f"On this map{given_these}:"))
