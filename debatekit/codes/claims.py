"""DK2xx: faults of claims, reasons and counterarguments."""

from collections.abc import Mapping

from debatekit.codes.entry import Code

CLAIMS: Mapping[str, Code] = {}
"""Every code of claims, reasons and counterarguments, in order."""
