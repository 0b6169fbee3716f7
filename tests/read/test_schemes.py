"""The schemes that ship with debatekit hang together."""

import pytest

from debatekit.model.scheme import Scheme
from debatekit.read import read_schemes

SCHEMES = read_schemes()


def test_there_are_twenty_five_and_the_one_without_pattern_is_last() -> None:
    assert len(SCHEMES) == 25
    assert [*SCHEMES][-1] == "generic"


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=list(SCHEMES))
def test_a_scheme_hits_its_own_slots_and_is_taken_for_others_both_ways(scheme: Scheme) -> None:
    hits = {question.hits.partition(":")[2] for question in scheme.questions} - {""}
    assert hits <= set(scheme.slots)
    assert len({question.id for question in scheme.questions}) == len(scheme.questions) >= 2
    assert all(scheme.id in SCHEMES[other].confusable for other in scheme.confusable)
    assert not {scheme.id, "generic"} & set(scheme.confusable)


def test_nobody_can_change_the_schemes() -> None:
    with pytest.raises(TypeError):
        SCHEMES["generic"] = SCHEMES["sign"]  # type: ignore[index]
