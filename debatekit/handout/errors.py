"""What can go wrong in a handout that is nobody's bug: a theme's mistake."""


class ThemeError(Exception):
    """A mistake in a theme that is not ours; its text goes on from the name of the folder."""

    def __init__(self, template: str, line: int, message: str, hint: str = "") -> None:
        super().__init__(f"/{template}:{line}: {message}" if template else f" {message}")
        self.hint = hint
        """What to do, where we know it."""
