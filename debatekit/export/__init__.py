"""Items as bytes for other tools; one format a file."""

from debatekit.export.batch import Batch, Exporter, Tell
from debatekit.export.formats import EXPORTERS, SUFFIXES

__all__ = ["EXPORTERS", "SUFFIXES", "Batch", "Exporter", "Tell"]
