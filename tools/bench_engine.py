"""Figures of the engine: status, growth, items, maps, checking many lessons."""

import functools
import gc
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import clingo
import yaml

from debatekit.bundled import bundled_workspace
from debatekit.check import check_workspace
from debatekit.logic.status import statuses
from debatekit.maps import dot as dot_text
from debatekit.maps import svg
from debatekit.model.graph import Conflict, Graph, GraphClaim, Inference, Scenario
from debatekit.read import read_workspace
from tools.measure import Row, Timer, call

LESSON = "common-enemy"
ENCODING = """
{gt(X)} :- claim(X), att(X,_). {gp(X)} :- claim(X), att(X,_).
hitp(T) :- att(X,T), gp(X). hitt(T) :- att(X,T), gt(X).
t(C) :- own(C), not hitp(C). t(C) :- inf(R,C), t(R), not hitp(C).
t(R) :- inf(R,_), t(P) : prem(R,P); not hitp(R).
p(C) :- own(C), not hitt(C). p(C) :- inf(R,C), p(R), not hitt(C).
p(R) :- inf(R,_), p(P) : prem(R,P); not hitt(R).
:- gt(X), not t(X). :- claim(X), att(X,_), t(X), not gt(X).
:- gp(X), not p(X). :- claim(X), att(X,_), p(X), not gp(X).
#show t/1.
"""
"""The partial stable models of a graph; what is true in all of them is the grounded extension."""


def engine_rows(folder: Path) -> Iterator[Row]:
    """Yield the engine's rows."""
    graph = random_graph(10_000, 10_000, 5_000)
    yield Row(
        "status of 10,000 claims, 10,000 inferences, 5,000 attacks",
        "clingo's grounded extension of the same framework",
        0.1,
        call(lambda: statuses(fresh(graph), Scenario())),
        call(functools.partial(clingo_grounded, facts(graph))),
        runs=15,
    )
    for shape in (acyclic_graph, attack_chain):
        yield steps_row(shape)
        yield growth_row(shape)
    yield Row(f"all items of {LESSON}", "reading that lesson", 2.0, fresh_timer(1), fresh_timer(0))
    if dot := shutil.which("dot"):
        yield map_row(dot, folder)
    yield check_row(folder)


def random_graph(claims: int, inferences: int, attacks: int, seed: int = 0) -> Graph:
    """Return a random graph; half of its claims are put forward on their own."""
    rng = random.Random(seed)
    names = [f"c{place}" for place in range(claims)]
    steps = {
        f"r{place}": Inference(
            id=f"r{place}",
            premises=tuple(rng.sample(names, rng.randint(1, 3))),
            conclusion=rng.choice(names),
        )
        for place in range(inferences)
    }
    targets = [*names, *steps]
    conflicts = tuple(
        Conflict(source=rng.choice(names), target=rng.choice(targets)) for _ in range(attacks)
    )
    held = {name: GraphClaim(id=name, asserted=rng.random() < 0.5) for name in names}
    return Graph(claims=held, inferences=steps, conflicts=conflicts)


def acyclic_graph(claims: int) -> Graph:
    """Return a long chain of linked reasons with attacks, all from lower to higher numbers."""
    rng = random.Random(1)
    held = {
        f"c{place}": GraphClaim(id=f"c{place}", asserted=place < 5 or rng.random() < 0.1)
        for place in range(claims)
    }
    steps, conflicts = {}, []
    for place in range(5, claims):
        near = {place - 1, rng.randrange(max(0, place - 20), place)}
        steps[f"r{place}"] = Inference(
            id=f"r{place}", premises=tuple(f"c{one}" for one in near), conclusion=f"c{place}"
        )
        if place % 2:
            target = f"c{place}" if rng.random() < 0.5 else f"r{place}"
            conflicts.append(Conflict(source=f"c{rng.randrange(place)}", target=target))
    return Graph(claims=held, inferences=steps, conflicts=tuple(conflicts))


def attack_chain(claims: int) -> Graph:
    """Return claims of which each attacks the next."""
    return Graph(
        claims={f"c{place}": GraphClaim(id=f"c{place}") for place in range(claims)},
        conflicts=tuple(
            Conflict(source=f"c{place}", target=f"c{place + 1}") for place in range(claims - 1)
        ),
    )


def fresh(graph: Graph) -> Graph:
    """Return an equal graph that nothing was remembered of."""
    return Graph(
        claims=graph.claims,
        inferences=graph.inferences,
        conflicts=graph.conflicts,
        preferences=graph.preferences,
    )


def steps_row(shape: Callable[[int], Graph]) -> Row:
    """Return the function calls that 100,000 claims cost against those of 1,000.

    Calls grow as the work does; seconds grow a little faster, because a large graph no
    longer lies in the processor's caches.
    """
    small, large = shape(1_000), shape(100_000)
    return Row(
        f"calls for the status of 100,000 claims, {shape.__name__.replace('_', ' ')}",
        "1,000 claims, times 100 * log(100,000) / log(1,000)",
        1.0,
        lambda: float(_calls(large)),
        lambda: _calls(small) * 100 * 5 / 3,
        runs=1,
    )


def _calls(graph: Graph) -> int:
    """Return how many functions are called for a graph's status."""
    called = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal called
        called += event in ("call", "c_call")

    graph = fresh(graph)
    sys.setprofile(count)
    statuses(graph, Scenario())
    sys.setprofile(None)
    return called


def growth_row(shape: Callable[[int], Graph]) -> Row:
    """Return the time for 100,000 claims against that for 1,000, as n log n allows it."""
    small, large = shape(1_000), shape(100_000)
    return Row(
        f"status of 100,000 claims, {shape.__name__.replace('_', ' ')}",
        "1,000 claims, times 100 * log(100,000) / log(1,000)",
        1.0,
        _without_collector(lambda: statuses(fresh(large), Scenario()), 1),
        _without_collector(lambda: statuses(fresh(small), Scenario()), 100 * 5 / 3),
        runs=15,
    )


def _without_collector(function: Callable[[], object], times: float) -> Timer:
    """Return a timer of the best of five runs, times a factor, without garbage collection."""

    def run() -> float:
        gc.disable()
        try:
            return times * min(call(function)() for _ in range(5))
        finally:
            gc.enable()

    return run


def facts(graph: Graph) -> str:
    """Return a graph as clingo's facts."""
    lines = [f"claim({name})." for name in graph.claims]
    lines += [f"own({name})." for name, claim in graph.claims.items() if claim.asserted]
    for step in graph.inferences.values():
        lines.append(f"inf({step.id},{step.conclusion}).")
        lines += [f"prem({step.id},{premise})." for premise in step.premises]
    lines += [f"att({one.source},{one.target})." for one in graph.conflicts]
    return ENCODING + "\n".join(lines)


def clingo_grounded(program: str) -> int:
    """Return how many atoms clingo finds true in all partial stable models."""
    control = clingo.Control(["--enum-mode=cautious", "0"])
    control.add("base", [], program)
    control.ground([("base", [])])
    found = 0
    with control.solve(yield_=True) as models:
        for model in models:
            found = len(model.symbols(shown=True))
    return found


FRESH = """
import sys, time
from debatekit.bundled import bundled_workspace
from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.read import read_material
other = read_material(bundled_workspace(), "korea")
generate_items(other, derive(other), 7)
begun = time.perf_counter()
material = read_material(bundled_workspace(), sys.argv[1])
read = time.perf_counter()
generate_items(material, derive(material), 7)
done = time.perf_counter()
print(read - begun, done - read)
"""
"""Reads a lesson and generates its items once, in a process that remembers nothing of it.

Another lesson goes first, so that all code is loaded.
"""


def fresh_timer(place: int) -> Timer:
    """Return a timer for reading (0) or generating (1) in a new process."""

    def run() -> float:
        done = subprocess.run(
            [sys.executable, "-c", FRESH, LESSON], check=True, capture_output=True, text=True
        )
        return float(done.stdout.split()[place])

    return run


def map_row(dot: str, folder: Path) -> Row:
    """Return a 20-node map's SVG against `dot -Tsvg` of the same graph."""
    graph = acyclic_graph(14)
    source = folder / "map.dot"
    source.write_text(dot_text(graph, "Map"), encoding="utf-8")
    command = [dot, "-Tsvg", str(source)]
    return Row(
        f"a map of {len(graph.claims) + len(graph.inferences)} nodes as SVG",
        "dot -Tsvg of the same graph",
        2.0,
        call(lambda: svg(graph, "Map")),
        call(lambda: subprocess.run(command, check=True, capture_output=True)),
    )


def check_row(folder: Path) -> Row:
    """Return checking 1,000 lessons of 300 lines against loading them with libyaml."""
    root = folder / "many"
    many_lessons(root, 1_000)
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "lessons").iterdir())]

    def checked() -> None:
        gc.disable()
        workspace, _ = read_workspace(root)
        check_workspace(workspace)
        gc.enable()

    def loaded() -> None:
        for text in texts:
            yaml.load(text, yaml.CSafeLoader)

    return Row(
        "checking 1,000 lessons of about 300 lines",
        "loading them with yaml.CSafeLoader",
        1.5,
        call(checked),
        call(loaded),
        runs=15,
    )


def many_lessons(root: Path, number: int) -> None:
    """Write a workspace of sound lessons, each about 300 lines, cut from the bundled one."""
    shutil.copytree(bundled_workspace() / "seeds", root / "seeds")
    (root / "lessons").mkdir()
    whole = (bundled_workspace() / "lessons" / f"{LESSON}.yaml").read_text(encoding="utf-8")
    lesson = yaml.load(whole, yaml.BaseLoader)
    lesson["contentions"] = lesson["contentions"][:1]
    used = set(re.findall(r"[a-z0-9-]{4,}", yaml.safe_dump(lesson["contentions"])))
    lesson["claims"] = {name: claim for name, claim in lesson["claims"].items() if name in used}
    for key in ("facts", "motions", "events", "preferences"):
        lesson.pop(key, None)
    text = yaml.safe_dump(
        lesson, sort_keys=False, width=100, allow_unicode=True, default_flow_style=None
    )
    text = re.sub(r"'(\d+|true|false)'", r"\1", text)
    for place in range(number):
        (root / "lessons" / f"lesson-{place}.yaml").write_text(text, encoding="utf-8")
