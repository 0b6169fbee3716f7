"""An example or two for each command, shown at the end of its `--help`."""

from collections.abc import Mapping

import click

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "lessons": ("debatekit lessons",),
    "study": ("debatekit study common-enemy",),
    "quiz": ("debatekit quiz common-enemy", "debatekit quiz common-enemy --strand structure -n 5"),
    "review": ("debatekit review -n 10",),
    "drill": ("debatekit drill rebut common-enemy",),
    "drill steelman": ("debatekit drill steelman common-enemy",),
    "drill rebut": (
        "debatekit drill rebut common-enemy",
        "debatekit drill rebut common-enemy --no-clock",
    ),
    "drill cx": ("debatekit drill cx common-enemy",),
    "drill flow": ("debatekit drill flow common-enemy",),
    "drill switch": ("debatekit drill switch common-enemy",),
    "drill burden": ("debatekit drill burden common-enemy",),
    "drill speech": (
        "debatekit drill speech --format pf --list",
        "debatekit drill speech common-enemy --format bp --speech PM",
    ),
    "scores": ("debatekit scores", "debatekit scores --csv"),
    "scores export": ("debatekit scores export mia.jsonl",),
    "scores import": ("debatekit scores import mia.jsonl",),
    "scores restore": ("debatekit scores restore",),
    "scores forget": ("debatekit scores forget --student Mia",),
    "items": ("debatekit items common-enemy --strand structure",),
    "map": ("debatekit map common-enemy", "debatekit map common-enemy --format svg -o map.svg"),
    "whatif": ("debatekit whatif common-enemy --reject common-enemy-principle",),
    "new": ("debatekit new workspace my-class",),
    "new source": ("debatekit new source smith-2024 --from article.pdf",),
    "new lesson": ("debatekit new lesson river --source smith-2024",),
    "new quiz": ("debatekit new quiz river --lesson river",),
    "new workspace": ("debatekit new workspace my-class",),
    "check": ("debatekit check", "debatekit check --watch", "debatekit check --explain DK201"),
    "preview": ("debatekit preview common-enemy", "debatekit preview common-enemy --watch"),
    "schema": ("debatekit schema lesson",),
    "handout": ("debatekit handout common-enemy -o brief.pdf",),
    "export": ("debatekit export common-enemy --to moodle -o quiz.xml",),
    "report": ("debatekit report class/*.jsonl",),
    "completion": ('eval "$(debatekit completion bash)"',),
}
"""By the command's name; a test parses each of them."""


def with_examples(name: str, command: click.Command) -> click.Command:
    """Return a command whose help, and that of its parts, ends with an example."""
    if (examples := EXAMPLES.get(name)) and not command.epilog:
        word = "Example" if len(examples) == 1 else "Examples"
        command.epilog = "\n".join(("\b", f"{word}:", *(f"  {line}" for line in examples)))
    for part_name, part in getattr(command, "commands", {}).items():
        with_examples(f"{name} {part_name}", part)
    return command
