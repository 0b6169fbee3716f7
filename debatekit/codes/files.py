"""DK0xx: faults of a file as a whole."""

from collections.abc import Mapping

from debatekit.codes.entry import Code

FILES: Mapping[str, Code] = {}
"""Every code of a file as a whole, in order."""
