"""DK4xx: faults of items."""

from collections.abc import Mapping

from debatekit.codes.entry import Code

ITEMS: Mapping[str, Code] = {}
"""Every code of items, in order."""
