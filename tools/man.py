"""Write a man page for each command, and each part of one, into docs/man/."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from debatekit import __version__
from debatekit.cli.main import cli
from tools.roff import bold, escaped, italic, line, paragraph, paragraphs

FOLDER = Path(__file__).parent.parent / "docs" / "man"
_HELP = ["-h", "--help"]
_SHARED = {
    "EXIT STATUS": (
        ("0", "Done."),
        ("1", "What was asked about is wrong, such as a lesson with faults."),
        ("2", "The command is wrong."),
        ("130", "Stopped with Ctrl-C; every answer given is kept."),
    ),
    "ENVIRONMENT": (
        ("DEBATEKIT_STORE", "The file that keeps the scores; --store comes before it."),
        ("DEBATEKIT_PLAIN", "Anything but nothing or 0: lines only, as with --plain."),
        ("NO_COLOR", "Anything but nothing: no colour, as with --no-color."),
        ("COLUMNS", "How wide lines are, where there is no terminal to ask."),
    ),
    "FILES": (
        ("seeds/", "Sources: what an article is and claims; references and glossary."),
        ("lessons/", "Lessons: the author's position beside the counterarguments."),
        ("quizzes/", "Quizzes: which questions are asked, and those written by hand."),
    ),
}
"""Sections of the first page, each a list of terms and what they mean."""


def pages() -> dict[str, str]:
    """Return every page by its file's name."""
    return {f"{_name(one)}.1": _page(one) for one in contexts()}


def contexts(context: click.Context | None = None) -> Iterator[click.Context]:
    """Yield the context of a command, by default the whole program's, and those of its parts."""
    context = context or click.Context(cli, info_name="debatekit", help_option_names=_HELP)
    yield context
    for part in _parts_of(context):
        yield from contexts(part)


def _parts_of(context: click.Context) -> list[click.Context]:
    group = context.command
    if not isinstance(group, click.Group):
        return []
    named = [(name, group.get_command(context, name)) for name in group.list_commands(context)]
    return [
        click.Context(part, info_name=name, parent=context)
        for name, part in named
        if part is not None
    ]


def _name(context: click.Context) -> str:
    """Return what a command's page is called."""
    return "-".join(context.command_path.split())


def _page(context: click.Context) -> str:
    """Return one command's page."""
    command, name = context.command, _name(context)
    rows = [
        f'.TH "{escaped(name.upper())}" "1" "" "debatekit {escaped(__version__)}" "debatekit"',
        ".ad l",
        ".nh",
        ".SH NAME",
        f"{escaped(name)} \\- {escaped(_summary(command))}",
        ".SH SYNOPSIS",
        f"{bold(context.command_path)} {escaped(' '.join(command.collect_usage_pieces(context)))}",
        ".SH DESCRIPTION",
        *paragraphs(inspect.cleandoc(command.help or "")),
        *_options(context),
        *_parts(context),
        *_examples(command),
    ]
    if context.parent is None:
        rows += [row for title, terms in _SHARED.items() for row in _terms(title, terms)]
    return "\n".join([*rows, *_see_also(context), ""])


def _summary(command: click.Command) -> str:
    """Return the first sentence of the help, as an index of pages lists it."""
    first = inspect.cleandoc(command.help or "").split("\n\n")[0]
    sentence = " ".join(first.split()).removesuffix(".")
    return sentence[:1].lower() + sentence[1:]


def _options(context: click.Context) -> Iterator[str]:
    """Yield each option with its value and its help."""
    yield ".SH OPTIONS"
    for option in context.command.get_params(context):
        record = option.get_help_record(context)
        if not isinstance(option, click.Option) or record is None:
            continue
        names = ", ".join(bold(name) for name in (*option.opts, *option.secondary_opts))
        value = "" if option.is_flag else f" {italic(option.make_metavar(context))}"
        yield from (".TP", line(names + value), *paragraph(record[1]))


def _parts(context: click.Context) -> Iterator[str]:
    """Yield the commands of a group, each with its summary."""
    for number, part in enumerate(_parts_of(context)):
        said = _summary(part.command)
        yield from () if number else (".SH COMMANDS",)
        yield from (".TP", bold(part.info_name or ""), *paragraph(f"{said[:1].upper()}{said[1:]}."))


def _examples(command: click.Command) -> Iterator[str]:
    """Yield the examples with which a command's help ends."""
    rows = [row for row in (command.epilog or "").splitlines() if row.startswith("  ")]
    if rows:
        yield from (".SH EXAMPLES", ".EX", *(line(escaped(row.strip())) for row in rows), ".EE")


def _terms(title: str, terms: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Yield a section that is a list of terms."""
    yield f".SH {title}"
    for term, said in terms:
        yield from (".TP", bold(term), *paragraph(said))


def _see_also(context: click.Context) -> Iterator[str]:
    """Yield the pages one step up and one step down."""
    up = [context.parent] if context.parent else []
    yield ".SH SEE ALSO"
    yield ",\n".join(f"{bold(_name(other))}(1)" for other in (*up, *_parts_of(context)))


def main() -> None:
    """Write every page; take away those of commands that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in FOLDER.glob("*.1"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="ascii")


if __name__ == "__main__":
    main()
