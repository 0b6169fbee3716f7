"""Status against clingo: the same argument framework, solved by somebody else's solver."""

from typing import Any, get_args

import pytest
from hypothesis import assume, given

from debatekit.bundled import bundled_workspace
from debatekit.logic.derive import derive
from debatekit.logic.scenario import attacks, off_table
from debatekit.logic.status import statuses
from debatekit.model.graph import Graph, Scenario, View
from debatekit.read import lesson_ids, read_material
from tests.logic.graphs import THOROUGH, Case, cases
from tests.logic.textbook import (
    Argument,
    arguments,
    attacked_by,
    by_alternating_fixpoint,
    grounded,
)

clingo: Any = pytest.importorskip(
    "clingo", reason="clingo is not installed, so nothing was compared with it"
)
MOST_ARGUMENTS = 14
COMPLETE = """
{stands(X)} :- argument(X).
:- stands(X), stands(Y), attack(X, Y).
beaten(X) :- stands(Y), attack(Y, X).
undefended(X) :- attack(Y, X), not beaten(Y).
:- stands(X), undefended(X).
:- argument(X), not stands(X), not undefended(X).
#show stands/1.
"""
STABLE_IN_THREE_VALUES = """
{surely(X) ; maybe(X)} :- attack(X, _).
hit_surely(T) :- attack(X, T), surely(X).
hit_maybe(T) :- attack(X, T), maybe(X).
in(X) :- seed(X), not refused(X), not hit_maybe(X).
in(C) :- step(R, C), in(R), not refused(C), not hit_maybe(C).
in(R) :- step(R, _), in(P) : premise(R, P); not refused(R), not hit_maybe(R).
open(X) :- seed(X), not refused(X), not hit_surely(X).
open(C) :- step(R, C), open(R), not refused(C), not hit_surely(C).
open(R) :- step(R, _), open(P) : premise(R, P); not refused(R), not hit_surely(R).
:- surely(X), not in(X).
:- attack(X, _), in(X), not surely(X).
:- maybe(X), not open(X).
:- attack(X, _), open(X), not maybe(X).
#show in/1.
"""


def models(program: str, *options: str) -> list[set[str]]:
    """Return the atoms of every model that clingo finds, in its order."""
    control = clingo.Control(list(options) or ["0"], message_limit=0)
    control.add("base", [], program)
    control.ground([("base", [])])
    with control.solve(yield_=True) as found:
        return [{str(atom.arguments[0]) for atom in model.symbols(shown=True)} for model in found]


def complete_extensions(attackers: dict[Argument, set[Argument]]) -> list[set[Argument]]:
    """Return every complete extension."""
    numbers = {argument: str(place) for place, argument in enumerate(attackers)}
    back = {number: argument for argument, number in numbers.items()}
    facts = [f"argument({number})." for number in back]
    for argument, by in attackers.items():
        facts += [f"attack({numbers[other]}, {numbers[argument]})." for other in by]
    return [{back[number] for number in model} for model in models(COMPLETE + "".join(facts))]


@THOROUGH
@given(cases(most_claims=6, most_inferences=4))
def test_what_stands_is_common_to_all_complete_and_all_preferred_extensions(case: Case) -> None:
    attackers = attacked_by(*case, arguments(*case))
    assume(len(attackers) <= MOST_ARGUMENTS)
    extensions = complete_extensions(attackers)
    preferred = [one for one in extensions if not any(one < other for other in extensions)]
    least = grounded(attackers)
    found = statuses(*case)

    assert least in extensions
    assert set.intersection(*extensions) == least
    assert all(least <= extension for extension in preferred)
    assert {conclusion for conclusion, _ in least} == {
        name for name in case[0].claims if found[name] == "in"
    }


def bundled() -> list[str]:
    """Return the ids of the lessons that ship with the program."""
    return list(lesson_ids(bundled_workspace()))


@pytest.mark.parametrize("lesson", bundled())
@pytest.mark.parametrize("view", get_args(View))
def test_clingo_agrees_on_bundled_lessons(lesson: str, view: View) -> None:
    graph = derive(read_material(bundled_workspace(), lesson))
    plain = Scenario(view=view)
    supposed = [plain, *(Scenario(view=view, accept=frozenset({id_})) for id_ in graph.claims)]
    supposed += [Scenario(view=view, reject=frozenset({id_})) for id_ in statuses(graph, plain)]
    for scenario in supposed:
        found = statuses(graph, scenario)
        assert in_by_clingo(graph, scenario) == {
            name for name, status in found.items() if status == "in"
        }
        assert found == by_alternating_fixpoint(graph, scenario)


def program_of(graph: Graph, scenario: Scenario) -> str:
    """Return the graph under the scenario as facts, with numbers for names."""
    number = {name: place for place, name in enumerate((*graph.claims, *graph.inferences))}
    asserted = {name for name, claim in graph.claims.items() if claim.asserted}
    seeds = (scenario.accept & graph.claims.keys()) | (asserted - scenario.withdraw)
    refused = scenario.reject | off_table(graph, scenario)
    facts = [f"seed({number[name]})." for name in seeds]
    facts += [f"refused({number[name]})." for name in refused]
    facts += [f"attack({number[one]}, {number[two]})." for one, two in attacks(graph, scenario)]
    for name, step in graph.inferences.items():
        facts.append(f"step({number[name]}, {number[step.conclusion]}).")
        facts += [f"premise({number[name]}, {number[premise]})." for premise in step.premises]
    return STABLE_IN_THREE_VALUES + "#defined attack/2. #defined refused/1." + "".join(facts)


def in_by_clingo(graph: Graph, scenario: Scenario) -> set[str]:
    """Return what is in in every three-valued stable model, hence in the well-founded one."""
    names = [*graph.claims, *graph.inferences]
    common = models(program_of(graph, scenario), "0", "--enum-mode=cautious")[-1]
    return {names[int(number)] for number in common}


@THOROUGH
@given(cases())
def test_clingo_finds_the_same_claims_and_steps_in(case: Case) -> None:
    found = statuses(*case)

    assert in_by_clingo(*case) == {name for name, status in found.items() if status == "in"}
