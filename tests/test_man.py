"""The manual: a page for each command, as the programs that show manuals read it."""

import shutil
import subprocess
from functools import cache

import click
import pytest

from tools.man import FOLDER, contexts, pages
from tools.roff import line, paragraphs

CONTEXTS = tuple(contexts())
HOSTILE = (
    ".TH begins like a request.",
    "'br does so too.",
    "C:\\new\\fBold and \\\\server are paths.",
    "--seed -n can be copied, as can a^b, ~/x, `y` and 'z'.",
    'It says "yes" … and “no” with é.',
)


def needed(program: str) -> str:
    """Return where a program lies; without it, its tests are left out."""
    if (found := shutil.which(program)) is None:
        pytest.skip(f"{program} is not installed")
    return found


def formatted(source: str) -> str:
    """Return a page as a terminal of 400 columns shows it, without its overstriking."""
    groff = [needed("groff"), "-man", "-Tutf8", "-P-c", "-P-b", "-P-u", "-rLL=400n"]
    done = subprocess.run(groff, input=source, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return " ".join(done.stdout.split())


@cache
def shown(context: click.Context) -> str:
    return formatted((FOLDER / f"{context.command_path.replace(' ', '-')}.1").read_text("ascii"))


def test_the_pages_are_those_that_the_commands_make() -> None:
    committed = {page.name: page.read_text("ascii") for page in FOLDER.iterdir()}

    assert committed == pages(), "python -m tools.man writes them anew"


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: str(context.command_path))
def test_a_page_names_all_that_its_command_takes(context: click.Context) -> None:
    options = [one for one in context.command.get_params(context) if isinstance(one, click.Option)]
    words = {name for one in options for name in (*one.opts, *one.secondary_opts)}
    words |= {str(one.help).split("\n")[0] for one in options if one.help}
    words |= {choice for one in options for choice in getattr(one.type, "choices", ())}
    words |= {*context.command.collect_usage_pieces(context), context.command_path}
    examples = [row.strip() for row in (context.command.epilog or "").splitlines()[2:]]

    assert [word for word in (*words, *examples) if word not in shown(context)] == []
    assert "-h, --help" in shown(context)


def test_a_page_names_the_parts_of_its_command() -> None:
    for context in CONTEXTS:
        if context.parent is not None:
            assert f" {context.info_name} " in shown(context.parent)
            page = context.command_path.replace(" ", "-")
            assert f"{page}(1)" in shown(context.parent)


@pytest.mark.parametrize(
    "command",
    [["groff", "-ww", "-z", "-man", "-Tutf8"], ["man", "--warnings", "-l"]],
    ids=lambda command: command[0],
)
def test_no_page_gives_a_manual_reader_cause_to_warn(command: list[str]) -> None:
    needed(command[0])
    files = sorted(str(page) for page in FOLDER.iterdir())
    done = subprocess.run([*command, *files], capture_output=True, text=True, check=True)

    assert done.stderr == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_a_help_text_is_shown_as_it_is_written(text: str) -> None:
    for source in ("\n".join(paragraphs(text)), "\n".join(paragraphs(f"\b\n{text}"))):
        assert text in formatted(f'.TH "X" "1"\n.SH X\n{source}\n')


def test_a_line_never_begins_with_a_request() -> None:
    assert [line(text)[0] for text in (".x", "'x", "x")] == ["\\", "\\", "x"]
    assert not any(row.startswith(("'", ".")) for row in paragraphs("a " * 38 + ".de x"))
