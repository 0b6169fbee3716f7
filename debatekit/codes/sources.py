"""DK3xx: faults of sources, statements, wording and references."""

from collections.abc import Mapping

from debatekit.codes.entry import Code

SOURCES: Mapping[str, Code] = {}
"""Every code of sources, statements, wording and references, in order."""
