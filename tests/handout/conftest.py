"""A small lesson on free trams, as it is read, and one to be filled with any text."""

from pathlib import Path

import pytest

from debatekit.logic.derive import derive
from debatekit.model.graph import Graph
from debatekit.model.material import Material
from debatekit.read import read_material

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"


@pytest.fixture(scope="session")
def trams() -> Material:
    return read_material(TRAMS, "free-trams")


@pytest.fixture(scope="session")
def trams_graph(trams: Material) -> Graph:
    return derive(trams)
