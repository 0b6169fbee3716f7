"""DK1xx: faults of single fields."""

from collections.abc import Mapping

from debatekit.codes.entry import Code

FIELDS: Mapping[str, Code] = {}
"""Every code of a single field, in order."""
