"""Codes are explained by examples: a good one is sound, and a bad one is what it says."""

from pathlib import Path

import pytest

from debatekit.codes import CODES
from debatekit.diagnostics import InvalidFileError
from debatekit.read import read_lesson

OF_THE_TEXT = [name for name in CODES if "DK005" <= name <= "DK013" and name != "DK010"]
"""Codes of a text as YAML; the example of DK010 is cut short."""


def faults(text: str, folder: Path) -> set[str]:
    """Return the codes that a lesson of these words has."""
    file = folder / "lesson.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFileError) as found:
        read_lesson(file)
    return {one.code for one in found.value.diagnostics}


def test_codes_stand_in_their_order() -> None:
    assert list(CODES) == sorted(CODES)


@pytest.mark.parametrize("name", CODES)
def test_a_code_says_in_a_sentence_what_is_wrong_and_shows_it_wrong_and_right(name: str) -> None:
    code = CODES[name]

    assert code.meaning.endswith(".")
    assert code.bad != code.good


@pytest.mark.parametrize("name", OF_THE_TEXT)
def test_a_bad_text_has_the_fault_whose_example_it_is(name: str, tmp_path: Path) -> None:
    assert name in faults(CODES[name].bad, tmp_path)
    assert name not in faults(CODES[name].good, tmp_path)


@pytest.mark.parametrize("name", [name for name in CODES if name > "DK013"])
def test_an_example_of_any_other_fault_has_no_fault_of_the_text(name: str, tmp_path: Path) -> None:
    for example in (CODES[name].bad, CODES[name].good):
        assert not faults(example, tmp_path) & {*OF_THE_TEXT} - {"DK005"}
