"""A theme that is not ours: it changes the look, reads nothing, and its mistakes have a place."""

from importlib import resources
from pathlib import Path

import pytest

from debatekit.handout import Layout
from debatekit.handout.errors import ThemeError
from debatekit.handout.html import html
from debatekit.handout.page import Form
from debatekit.handout.pdf import typst_source
from debatekit.handout.theme import Theme
from debatekit.handout.write import write
from debatekit.model.material import Material
from tests.handout.papers import pdf_text
from tests.handout.sheets import KINDS, sheet


def written(material: Material, form: Form, folder: Path, **files: str) -> bytes:
    for name, text in files.items():
        (folder / f"{name.replace('_', '.')}.j2").write_text(text, encoding="utf-8")
    return write(sheet(material, "brief", "student"), form, Layout(), folder).content


def test_a_theme_may_change_one_template_and_takes_the_rest_from_ours(
    trams: Material, tmp_path: Path
) -> None:
    page = written(trams, "html", tmp_path, clear_css="h1 { color: var(--text-main); }").decode()

    assert "h1 { color: var(--text-main); }" in page
    assert "@page" in page
    assert "border-radius" not in page


OURS = {
    one.name: one.read_text(encoding="utf-8")
    for one in resources.files("debatekit.handout").joinpath("themes/clear").iterdir()
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", sorted(OURS))
def test_a_copy_of_one_of_our_templates_changes_nothing(
    trams: Material, tmp_path: Path, name: str, kind: str
) -> None:
    source = typst_source if name.endswith(".typ.j2") else html
    (tmp_path / name).write_text(OURS[name], encoding="utf-8")
    made = sheet(trams, kind, "teacher")

    assert source(made, Layout(), Theme(tmp_path)) == source(made, Layout(), Theme())


def test_a_theme_may_change_a_pdf(trams: Material, tmp_path: Path) -> None:
    own = '#set text(lang: "en")\n#set document(title: "x")\n= {{ sheet.parts[0].title.text }}\n'

    content = written(trams, "pdf", tmp_path, sheet_typ=own)

    assert pdf_text(content, tmp_path).strip() == trams.lesson.title


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("\n\n{{ sheet.nothing }}", 3, "has no attribute 'nothing'"),
        ("{% if sheet %}\n", 1, "Unexpected end of template"),
        ("{{ sheet.title | shout }}", 1, "No filter named 'shout'"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("\n{{ sheet.__class__.__mro__ }}", 2, "unsafe"),
        ("\n{{ ''.__class__ }}", 2, "unsafe"),
        ("{{ sheet.title | safe }}", 1, "No filter named 'safe'"),
        ("{{ sheet | attr('title') }}", 1, "No filter named 'attr'"),
        ("{{ [sheet] | map(attribute='title') | list }}", 1, "No filter named 'map'"),
        ("{{ sheet | pprint }}", 1, "No filter named 'pprint'"),
        ("{% do sheet.parts.append(1) %}", 1, "unknown tag 'do'"),
        ("{% import '/etc/passwd' as p %}", 1, "passwd"),
        ("{{ cycler.__init__.__globals__ }}", 1, "unsafe"),
        ("\n\n\n{% include '../../secret.txt' %}", 4, "secret.txt"),
        ("{% include '/etc/passwd' %}", 1, "passwd"),
        ("{% for a in range(10 ** 9) %}{% endfor %}", 1, "Range too big"),
    ],
)
def test_a_mistake_in_a_theme_has_its_template_and_line(
    trams: Material, tmp_path: Path, template: str, line: int, said: str
) -> None:
    (tmp_path.parent / "secret.txt").write_text("secret", encoding="utf-8")

    with pytest.raises(ThemeError) as found:
        written(trams, "html", tmp_path, sheet_html=template)

    assert str(found.value).startswith(f"/sheet.html.j2:{line}: ")
    assert said in str(found.value)


@pytest.mark.parametrize(
    "template",
    [
        '#import "@preview/cetz:0.3.0"',
        '#include "other.typ"',
        '#eval("1")',
        "#std.read",
        "im{{ '' | literal }}port",
        "{% macro a() %}im{% endmacro %}{{ a() }}port x",
    ],
)
def test_a_theme_cannot_reach_out_of_its_sheet(
    trams: Material, tmp_path: Path, template: str
) -> None:
    with pytest.raises(ThemeError):
        written(trams, "pdf", tmp_path, sheet_typ=template)


@pytest.mark.parametrize(
    "endless",
    ["#while true { }", "#let f(x) = f(x)\n#f(1)", "#let f(x) = [a #f(x)]\n#f(1)"],
)
def test_a_themes_typst_that_never_ends_is_a_mistake_with_its_line(
    trams: Material, tmp_path: Path, endless: str
) -> None:
    with pytest.raises(ThemeError, match=r"^/sheet\.typ\.j2:\d: "):
        written(trams, "pdf", tmp_path, sheet_typ=f"= Title\n{endless}")


def test_a_theme_reads_no_file(trams: Material, tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="file not found"):
        written(trams, "pdf", tmp_path, sheet_typ='= Title\n#read("/etc/passwd")')


def test_a_mistake_in_a_themes_typst_shows_the_line(trams: Material, tmp_path: Path) -> None:
    with pytest.raises(ThemeError) as found:
        written(trams, "pdf", tmp_path, sheet_typ="= Title\n\n#nonsense(1)")

    assert "sheet.typ.j2:3: unknown variable: nonsense, at '#nonsense(1)'" in str(found.value)
