"""Several lessons' graphs in one file: every id is a lesson's own, and nothing else changes."""

from debatekit.bundled import bundled_workspace
from debatekit.logic.derive import derive
from debatekit.logic.status import statuses
from debatekit.maps import prefixed
from debatekit.model.graph import Scenario
from debatekit.read import lesson_ids, read_material

ROOT = bundled_workspace()
GRAPHS = {name: derive(read_material(ROOT, name)) for name in lesson_ids(ROOT)}


def test_no_id_of_one_lesson_is_one_of_another() -> None:
    ids = [
        id_
        for name, graph in GRAPHS.items()
        for id_ in (*prefixed(graph, name).claims, *prefixed(graph, name).inferences)
    ]

    assert (
        len(ids) == len(set(ids)) == sum(len(g.claims) + len(g.inferences) for g in GRAPHS.values())
    )


def test_what_stands_and_falls_is_the_same_under_the_longer_names() -> None:
    for name, graph in GRAPHS.items():
        found = statuses(prefixed(graph, name), Scenario())

        assert found == {
            f"{name}.{id_}": status for id_, status in statuses(graph, Scenario()).items()
        }


def test_what_grants_nothing_still_grants_nothing() -> None:
    graph = GRAPHS["tutorial-4-debate"]
    grants = {claim.id: claim.concedes for claim in graph.claims.values() if claim.concedes}

    found = {c.id: c.concedes for c in prefixed(graph, "t").claims.values() if c.concedes}

    assert grants
    assert found == {f"t.{reply}": f"t.{granted}" for reply, granted in grants.items()}
