"""The schemes that reasons follow: `schemes.yaml`, which lies beside this module."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from debatekit.model.scheme import Scheme
from debatekit.read.nodes import compose, plain
from debatekit.read.text import read_text


@cache
def read_schemes() -> Mapping[str, Scheme]:
    """Return the schemes by id, in the order of their file; `generic` is the last."""
    path = Path(__file__).with_name("schemes.yaml")
    value = plain(compose(read_text(path, path.name), path.name))
    schemes = msgspec.convert(value["schemes"], tuple[Scheme, ...])
    return MappingProxyType({scheme.id: scheme for scheme in schemes})
