"""Code: what a diagnostic's code means, with a bad and a good example."""

from msgspec import Struct


class Code(Struct, frozen=True):
    """What a code means; `bad` and `good` are short pieces of a file, as YAML."""

    meaning: str
    """One sentence for the teacher who meets the code: what is wrong, and why it matters."""
    bad: str
    good: str
