"""Questions on a lesson, each with its key, the reason for every option, and its proof."""

from debatekit.generate.catalogue import GENERATORS, NEEDS, Generator
from debatekit.generate.whole import generate_items, why_not

__all__ = ["GENERATORS", "NEEDS", "Generator", "generate_items", "why_not"]
