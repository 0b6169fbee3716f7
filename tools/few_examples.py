"""A plugin for pytest: each property is tried on few examples, the same in every run.

For runs in which the suite runs hundreds of times, or slowly. What fails is not made smaller:
that it fails is all that counts there.
"""

from typing import Any

from hypothesis import Phase, settings

MOST = 60
"""So many examples, where a test asks for more."""
_HELD_BY = "_hypothesis_internal_use_settings"


def pytest_collection_modifyitems(items: list[Any]) -> None:
    """Give each property that was collected its smaller settings."""
    for item in items:
        test = getattr(item, "obj", None)
        asked = getattr(test, _HELD_BY, None)
        if asked is not None and hasattr(test, "hypothesis"):
            setattr(test, _HELD_BY, _fewer(asked))


def _fewer(asked: settings) -> settings:
    return settings(
        asked,
        max_examples=min(asked.max_examples, MOST),
        phases=(Phase.explicit, Phase.generate),
        derandomize=True,
        database=None,
        deadline=None,
    )
