"""Files to fill in: texts with named places, and values written so that YAML reads them back."""

import json
import re
from collections.abc import Mapping
from importlib.resources import files

from debatekit.model.text import printable

_PLACE = re.compile("<<([a-z]+)>>")
_UNFIT = re.compile("[\x7f-\x9f\ufffe\uffff]")
_NO_ID = re.compile(r"[^a-z0-9]+")


def filled(name: str, values: Mapping[str, str]) -> str:
    """Return a file of the folder `templates` with its places filled."""
    text = files("debatekit.intake").joinpath("templates", name).read_text(encoding="utf-8")
    return re.sub("(?<! ) +$", "", _PLACE.sub(lambda place: values[place[1]], text), flags=re.M)


def quoted(text: str) -> str:
    r"""Return text as a YAML value on one line, in quotes; nothing at all for no text.

    >>> print(quoted('The "first": a\tstart'))
    "The \"first\": a start"
    """
    line = " ".join(_UNFIT.sub("", printable(" ".join(text.split()))).split())
    return json.dumps(line, ensure_ascii=False) if line else ""


def as_word(id_: str) -> str:
    """Return an id so that YAML takes it for text: in quotes if it reads like a number."""
    plain = id_[:1].isalpha() and id_ not in ("true", "false", "null")
    return id_ if plain else f'"{id_}"'


def id_from(name: str) -> str:
    """Return an id made from a name: small letters, digits and hyphens; it may be empty.

    >>> id_from("Dr. Ada Moss")
    'dr-ada-moss'
    """
    from unicodedata import normalize

    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NO_ID.sub("-", plain).strip("-")[:60].rstrip("-")
