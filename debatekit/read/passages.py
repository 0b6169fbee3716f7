"""What of an article can be quoted where somebody's copy of it lies beside its record."""

from pathlib import Path

from debatekit.diagnostics import InvalidFileError
from debatekit.model.passage import NO_PASSAGES, Passages, passages_of
from debatekit.model.source import Source
from debatekit.read.workspace import read_copy


def read_passages(root: Path, source_id: str, source: Source) -> Passages:
    """Return the paragraphs of the copy that its record recognises; none without a copy.

    A copy that cannot be read is one of which nothing fits: `check` tells why.
    """
    try:
        copy = read_copy(root, source_id)
    except InvalidFileError:
        return Passages(copied=True)
    if copy is None:
        return NO_PASSAGES
    return passages_of(copy, [record.fingerprint for record in source.paragraphs])
