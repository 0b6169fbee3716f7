"""Items of some strands alone: the same as in the whole, and nothing else is worked out."""

import sys
from pathlib import Path
from subprocess import run

import pytest

from debatekit.generate import generate_items
from debatekit.generate.catalogue import CATALOGUE
from debatekit.logic.derive import derive
from debatekit.model.material import Material
from debatekit.model.words import STRANDS, Strand
from tests.generate.made import material_at
from tests.generate.raw import LESSONS, SMALL
from tests.generate.test_authored import QUIZ


def town() -> Material:
    return material_at(SMALL / "town", "street")


@pytest.mark.parametrize("strand", STRANDS)
def test_a_strand_alone_has_the_items_it_has_in_the_whole(strand: Strand) -> None:
    material = town()
    graph = derive(material)
    whole = generate_items(material, graph, 3)

    alone = generate_items(material, graph, 3, strands=[strand])
    assert alone == tuple(item for item in whole if item.strand == strand)
    assert alone


def test_no_strand_leaves_what_is_written_by_hand() -> None:
    material = material_at(SMALL / "thin", "thin")
    items = generate_items(material, derive(material), 0, QUIZ, strands=())

    assert [item.id for item in items] == [written.id for written in QUIZ.items]


@pytest.mark.parametrize(("root", "name"), LESSONS)
def test_every_item_is_of_the_strand_under_which_its_generator_is_listed(
    root: Path, name: str
) -> None:
    material = material_at(root, name)
    for item in generate_items(material, derive(material), 0):
        assert item.generator in CATALOGUE[item.strand]


def test_no_generator_is_loaded_before_its_strand_is_asked_for() -> None:
    code = "import sys, debatekit.generate; print(*sys.modules)"
    loaded = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    names = {name for generators in CATALOGUE.values() for name in generators}

    assert not names & {module.rpartition(".")[2] for module in loaded.stdout.split()}
