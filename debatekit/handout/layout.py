"""Layout: the sheet's size and the letters', the same choices for every format."""

from msgspec import Struct

from debatekit.handout.page import Paper, Size


class Layout(Struct, frozen=True, kw_only=True):
    """On which paper, and how large and how wide the letters are set."""

    paper: Paper = "a4"
    size: Size = "standard"
