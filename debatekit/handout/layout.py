"""Layout: the sheet's size and the letters', the same choices for every format."""

from collections.abc import Mapping

from msgspec import Struct

from debatekit.handout.page import Paper, Size


class Layout(Struct, frozen=True, kw_only=True):
    """On which paper, and how large and how wide the letters are set."""

    paper: Paper = "a4"
    size: Size = "standard"


TEXT_POINTS: Mapping[Size, float] = {"standard": 12.0, "large-print": 18.0, "dyslexia": 14.0}
"""How tall the letters of the text are."""
PICTURE_POINTS: Mapping[Size, float] = {**TEXT_POINTS, "standard": 10.0}
"""How tall the letters of pictures are; where letters are large, as tall as those of the text."""
