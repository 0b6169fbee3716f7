"""A theme from a stranger: no link in its folder brings what stands outside into a handout."""

import os
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from debatekit.cli.main import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
SECRET = "what stands outside is nobody's business"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    return folder


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    folder = tmp_path / "theme"
    folder.mkdir()
    return folder


def handout(theme: Path, output: Path) -> int:
    command = ["handout", "free-trams", "--theme", str(theme), "-o", str(output)]
    return run(["-C", str(TRAMS), *command])


@pytest.mark.parametrize("form", ["html", "pdf"])
@pytest.mark.parametrize("link", ["own.j2", "folder/secret.txt"])
def test_a_template_that_is_a_link_out_is_not_read(
    theme: Path,
    outside: Path,
    tmp_path: Path,
    form: str,
    link: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if link == "own.j2":
        (theme / link).symlink_to(outside / "secret.txt")
    else:
        (theme / "folder").symlink_to(outside)
    main = theme / f"sheet.{'typ' if form == 'pdf' else form}.j2"
    main.write_text(f"\n{{% include '{link}' %}}", encoding="utf-8")

    assert handout(theme, tmp_path / f"x.{form}") == 1

    said = capsys.readouterr().err
    assert f"{link}: leads out of the theme's folder" in said
    assert SECRET not in said
    assert not (tmp_path / f"x.{form}").exists()


def test_styles_that_are_a_link_out_are_not_read(
    theme: Path, outside: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with ZipFile(outside / "styles.docx", "w") as file:
        file.writestr("word/styles.xml", "<styles/>")
    (theme / "styles.docx").symlink_to(outside / "styles.docx")

    assert handout(theme, tmp_path / "x.docx") == 1

    assert "styles.docx: leads out of the theme's folder" in capsys.readouterr().err


def test_a_link_inside_the_folder_and_a_link_to_the_folder_are_no_way_out(
    theme: Path, tmp_path: Path
) -> None:
    (theme / "mine.html.j2").write_text("<p>My own page</p>", encoding="utf-8")
    (theme / "sheet.html.j2").symlink_to(theme / "mine.html.j2")
    (tmp_path / "linked").symlink_to(theme)

    assert handout(tmp_path / "linked", tmp_path / "x.html") == 0

    assert "My own page" in (tmp_path / "x.html").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_a_template_that_may_not_be_read_is_one_message(
    theme: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (theme / "sheet.html.j2").write_text("mine", encoding="utf-8")
    (theme / "sheet.html.j2").chmod(0)

    assert handout(theme, tmp_path / "x.html") == 1

    assert "sheet.html.j2: cannot be read: permission denied" in capsys.readouterr().err
