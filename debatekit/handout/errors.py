"""What can go wrong in a handout that is nobody's bug: a theme's mistake."""


class ThemeError(Exception):
    """A mistake in a theme that is not ours; its text goes on from the name of the folder.

    `line` counts from 1; 0 where the file has no lines.
    """

    def __init__(self, template: str, line: int, message: str, hint: str = "") -> None:
        place = f"/{template}:{line}:" if line else f"/{template}:" if template else ""
        super().__init__(f"{place} {message}")
        self.hint = hint
        """What to do, where we know it."""
